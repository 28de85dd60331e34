import { kept } from '../chain.js';
import type { PracticeEventType } from './events.js';
import { latestLive } from './needs.js';
import { noticeFor } from './service-span.js';
import { goLiveFrom, openMigration, type PracticeState, type Proposal } from './state.js';

/**
 * The state with the open proposals overtaken that an event left nothing to confirm of, so that they are confirmed for
 * no other migration, go-live or notice than they were made for, and may be made anew (R2).
 */
export const withOvertaken = (
  before: PracticeState,
  after: PracticeState,
  overtakenBy: PracticeEventType,
): PracticeState => {
  if (RESTED_ON.every((part) => before[part] === after[part])) return after;
  const overtaken = Object.values(after.proposals).filter(
    (proposal) => proposal.status === 'OPEN' && isOvertaken(proposal, before, after),
  );
  if (overtaken.length === 0) return after;
  const hashes = new Set(overtaken.map(({ requestHash }) => requestHash));
  const closed = overtaken.map(
    (one) => [one.proposalId, { ...one, status: 'OVERTAKEN', overtakenBy }] as const,
  );
  return {
    ...after,
    proposals: { ...after.proposals, ...Object.fromEntries(closed) },
    requests: kept(after.requests, ({ hash }) => !hashes.has(hash)),
  };
};

/** All that a proposal may rest on: an event that leaves it as it is overtakes none, and most do. */
const RESTED_ON = ['migrations', 'notices', 'instances'] as const;

/**
 * What names no instance concerns the migration that was open, or of a go-live the latest; but a correction its own
 * fact. An order for retention rests on the go-live from its source, consent to withdraw a notice on that notice (A5).
 */
const isOvertaken = ({ command, body }: Proposal, before: PracticeState, after: PracticeState): boolean => {
  const { instanceId } = body as { readonly instanceId?: string };
  if (command === 'correct-record') return false;
  if (instanceId === undefined) {
    const concerned = OF_GO_LIVE.has(command) ? latestLive : openMigration;
    return concerned(before)?.migrationId !== concerned(after)?.migrationId;
  }
  const basisIn = BASES[command];
  return (
    basisIn !== undefined &&
    basisIn(before, instanceId) !== undefined &&
    basisIn(after, instanceId) === undefined
  );
};

const BASES: Readonly<
  Record<string, ((state: PracticeState, instanceId: string) => object | undefined) | undefined>
> = {
  'order-retention': (state, instanceId) => goLiveFrom(state, instanceId),
  'withdraw-notice': (state, instanceId) => noticeFor(state, instanceId),
};

const OF_GO_LIVE = new Set(['correct-go-live', 'retract-go-live', 'roll-back']);
