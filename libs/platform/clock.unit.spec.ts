import { scriptedClock, systemClock } from './clock.js';

describe('the clocks', () => {
  it('show UTC with milliseconds', () => {
    expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(systemClock.scripted).toBeUndefined();
  });

  it('R17: the scripted clock stands where it was put and says that it is scripted', () => {
    const clock = scriptedClock('2008-04-01T09:00:00Z');
    expect([clock.now(), clock.now()]).toEqual(['2008-04-01T09:00:00.000Z', '2008-04-01T09:00:00.000Z']);
    clock.advance(60_000);
    expect(clock.now()).toBe('2008-04-01T09:01:00.000Z');
    clock.set('2009-03-20T12:00:00+01:00');
    expect(clock.now()).toBe('2009-03-20T11:00:00.000Z');
    expect(clock.scripted).toBe(true);
  });
});
