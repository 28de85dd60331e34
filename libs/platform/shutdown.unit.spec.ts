import { stopInOrder } from './shutdown.js';

describe('stopping in order', () => {
  it('stops one thing after the other, and names those that fail or take too long', async () => {
    const stopped: string[] = [];
    const step = (name: string, stop: () => Promise<unknown>) => ({
      name,
      stop: () => {
        stopped.push(name);
        return stop();
      },
    });
    const stuck = await stopInOrder(
      [
        step('the API', () => Promise.resolve()),
        step('the projector', () => Promise.reject(new Error('lost'))),
        step('the event store', () => new Promise(() => undefined)),
        step('PostgreSQL', () => Promise.resolve()),
      ],
      20,
    );
    expect(stopped).toEqual(['the API', 'the projector', 'the event store', 'PostgreSQL']);
    expect(stuck).toEqual(['the projector', 'the event store']);
  });
});
