import { londonDateOf, type CivilDate } from '#domain/calendar/dates.js';
import { fundingDifference, fundingTimeline } from '#domain/funding/index.js';
import type { PracticeCommandName } from '#domain/practice/commands.js';
import { decideConfirmed } from '#domain/practice/decide.js';
import type { DecisionContext } from '#domain/practice/decider.js';
import type { PracticeEvent } from '#domain/practice/events.js';
import { evolvePractice } from '#domain/practice/evolve.js';
import type { PracticeState } from '#domain/practice/state.js';
import type { Recorded } from '#domain/recorded.js';
import { loadStream } from '#event-store/index.js';
import { requestHash } from './hashes.js';
import { decide, deciding, type PracticeCommandRequest, type PracticeRequest } from './practice-commands.js';
import { deciders, toDryRun, type DryRun, type Register } from './register.js';

/** A command about a practice to be tried; its money is counted to the end of `until`, today if left out. */
export type TrialRequest<Name extends PracticeCommandName = PracticeCommandName> = Omit<
  PracticeRequest,
  'commandId'
> &
  PracticeCommandRequest<Name> & { readonly until?: CivilDate | undefined };

/**
 * What a command about a practice would come to, and the money that it would change; of one that waits for its other
 * party, what its confirmation would change (R2). Nothing is written. Throws StoreUnavailable.
 */
export const dryRunPracticeCommand = async <Name extends PracticeCommandName>(
  register: Register,
  request: TrialRequest<Name>,
): Promise<DryRun> => {
  const { state } = await loadStream(register.store, deciders.practice, `practice-${request.ods}`);
  const now = register.clock.now();
  const hash = requestHash(request.name, request.body, request.actor);
  const decided = await decide(register, request, deciding(request, hash), state, {
    now,
    eventId: unwritten,
  });
  if (decided.kind !== 'accepted') return toDryRun(decided);
  const context = { ...decided.context, actor: decided.actor ?? request.actor };
  const { reference } = context;
  const changes = changesOf(request, state, decided.events, context);
  const after = changes.map(asRecorded(context)).reduce(evolvePractice, state);
  const money = fundingDifference(
    fundingTimeline(state, reference),
    fundingTimeline(after, reference),
    request.until ?? londonDateOf(now),
  );
  return withoutIds({ ...toDryRun(decided), ...(money.rows.length > 0 && { money }) });
};

/** The events that change the practice's state: a proposal's are those of its command (R2). */
const changesOf = (
  { name, body }: PracticeCommandRequest,
  state: PracticeState,
  events: readonly PracticeEvent[],
  context: DecisionContext,
): readonly PracticeEvent[] => {
  if (events[0]?.type !== 'CommandProposed') return events;
  const confirmed = decideConfirmed({ name, body, requestHash: '' }, state, context);
  return confirmed.kind === 'accepted' ? confirmed.events : [];
};

const asRecorded =
  ({ ods, now, actor }: DecisionContext) =>
  (event: PracticeEvent, n: number): Recorded<PracticeEvent> => {
    const id = unwritten(n);
    const known = { commandId: id, command: '', commandHash: '', correlationId: id, causationId: id };
    const metadata = { ...known, actor, recordedAt: now, schemaVersion: 1, basis: {} };
    return { ...event, id, stream: `practice-${ods}`, revision: 0, position: 0n, metadata };
  };

const UNWRITTEN = '00000000-0000-0000-0000-';

/** Stands where the id of the nth event will be. */
const unwritten = (n: number): string => UNWRITTEN + String(n).padStart(12, '0');

const isUnwritten = (value: unknown): boolean => typeof value === 'string' && value.startsWith(UNWRITTEN);

/** The dry run without the ids that only recording gives. */
const withoutIds = (run: DryRun): DryRun =>
  JSON.parse(JSON.stringify(run), (_key, value: unknown) => {
    if (isUnwritten(value)) return undefined;
    // An array from which an id was taken has a hole in its place.
    return Array.isArray(value) ? value.flat(0) : value;
  }) as DryRun;
