import type { ProjectionStatus } from '#projections/index.js';
import { projections as expected } from '#read-models/index.js';

/** Whether the service can do its work, and of each part whether it is there and how far it is. */
export interface Readiness {
  readonly status: 'ok' | 'unavailable';
  readonly eventStore: 'ok' | 'unavailable';
  readonly database: 'ok' | 'unavailable';
  /** `behind`: the register has later events; answers with `Register-Read-After` wait for them. */
  readonly projections: readonly {
    name: string;
    state: 'ok' | 'behind' | 'stopped' | 'missing';
    position: string;
  }[];
}

const stateOf = (found: ProjectionStatus | undefined, head: bigint | 'start') => {
  if (!found) return 'missing';
  if (found.stopped) return 'stopped';
  const isThere = head === 'start' || (found.position !== 'start' && found.position >= head);
  return isThere ? 'ok' : 'behind';
};

/**
 * Ready is: the store and the database answer, and every projection is there and none has stopped. One that is
 * behind catches up while questions are answered, so it does not count against being ready.
 */
export const readiness = (
  head: PromiseSettledResult<bigint | 'start'>,
  found: PromiseSettledResult<readonly ProjectionStatus[]>,
): Readiness => {
  const eventStore = head.status === 'fulfilled' ? 'ok' : 'unavailable';
  const database = found.status === 'fulfilled' ? 'ok' : 'unavailable';
  const live = found.status === 'fulfilled' ? found.value.filter((projection) => projection.live) : [];
  const projections = expected.map(({ name }) => {
    const projection = live.find((one) => one.name === name);
    const state = stateOf(projection, head.status === 'fulfilled' ? head.value : 'start');
    return { name, state, position: String(projection?.position ?? 'start') } as const;
  });
  const broken = projections.some(({ state }) => state === 'stopped' || state === 'missing');
  const isReady = eventStore === 'ok' && database === 'ok' && !broken;
  return { status: isReady ? 'ok' : 'unavailable', eventStore, database, projections };
};
