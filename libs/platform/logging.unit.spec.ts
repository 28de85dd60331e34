import { readableLine } from './logging.js';

describe('the readable log', () => {
  it('gives the time of day, the speaker and the message, and the level where it matters', () => {
    const line = { time: '2008-04-01T09:00:00.000Z', name: 'api', msg: 'listening' };
    expect(readableLine(JSON.stringify({ ...line, level: 'info' }))).toBe('09:00:00 api: listening');
    expect(readableLine(JSON.stringify({ ...line, level: 'warn', err: { message: 'gone' } }))).toBe(
      '09:00:00 warn api: listening (gone)',
    );
  });
});
