import type { ProjectionStatus } from '#projections/index.js';
import { metrics } from './metrics.js';
import { readiness } from './readiness.js';

const projection = (name: string, more: Partial<ProjectionStatus> = {}): ProjectionStatus => ({
  name,
  version: 1,
  schema: `${name}_v1`,
  live: true,
  position: 10n,
  handled: 10,
  ...more,
});
const found = <Value>(value: Value): PromiseFulfilledResult<Value> => ({ status: 'fulfilled', value });
const away: PromiseRejectedResult = { status: 'rejected', reason: new Error('away') };
const all = ['audit_history', 'funding', 'practices'].map((name) => projection(name));
const stopped = { eventId: 'x', position: 10n, error: 'y', at: 'z' };

describe('readiness', () => {
  it.each([
    ['all are there', found(10n), found(all), 'ok', ['ok', 'ok', 'ok']],
    ['an empty register', found('start' as const), found(all), 'ok', ['ok', 'ok', 'ok']],
    ['behind is ready', found(11n), found(all), 'ok', ['behind', 'behind', 'behind']],
    ['one is missing', found(10n), found(all.slice(1)), 'unavailable', ['missing', 'ok', 'ok']],
    [
      'one has stopped',
      found(11n),
      found([...all.slice(1), projection('audit_history', { stopped })]),
      'unavailable',
      ['stopped', 'behind', 'behind'],
    ],
    [
      'another version being built does not count',
      found(10n),
      found([...all, projection('funding', { version: 2, live: false, position: 'start' })]),
      'ok',
      ['ok', 'ok', 'ok'],
    ],
    ['the store is away', away, found(all), 'unavailable', ['ok', 'ok', 'ok']],
    ['the database is away', found(10n), away, 'unavailable', ['missing', 'missing', 'missing']],
  ])('%s', (_what, head, projections, status, states) => {
    const ready = readiness(head, projections);
    expect([ready.status, ready.projections.map(({ state }) => state)]).toEqual([status, states]);
  });
});

describe('metrics', () => {
  it('has no figure of what is away', () => {
    expect(metrics(away, away)).toContain('\ngpsoc_event_store_up 0\n');
    expect(metrics(away, away)).not.toMatch(/^gpsoc_projection/m);
  });
});
