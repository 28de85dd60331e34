import type { CivilDate } from '../calendar/dates.js';
import { accept, nothing, type Decision, type Refused } from '../decision.js';
import { refuse } from '../refusals.js';
import { firstTwice, isSame } from '../same-content.js';
import type { Decide } from './decider.js';
import type { PracticeEvent } from './events.js';
import type { PracticeState } from './state.js';

/**
 * Records the last day on which the practice was open (F10): its code is never used again (ODS1), and its open
 * migration is over. Closed on that day already: nothing. Refuses PRACTICE_ALREADY_CLOSED, DATE_ORDER.
 * @rule F10
 */
export const closePractice: Decide<'close-practice'> = (body, state) => {
  const { effectiveDate: on } = body;
  if (state.closedOn === on) return nothing;
  return closingRefusal(on, state) ?? accept({ type: 'PracticeClosed', payload: body });
};

/**
 * Records that the practice was merged into another, its last day being the effective date (F10): it closes, and
 * what is left to do falls to the other. Merged so already: nothing.
 * Refuses SUCCEEDED_BY_ITSELF, PRACTICE_ALREADY_SUCCEEDED, PRACTICE_ALREADY_CLOSED, DATE_ORDER.
 */
export const mergePractice: Decide<'merge-practice'> = (body, state, { ods }) => {
  const { into, effectiveDate } = body;
  if (into === ods) return refuse('SUCCEEDED_BY_ITSELF', { ods });
  return succeeded(state, { kind: 'MERGER', into: [into], effectiveDate }, true, {
    type: 'PracticesMerged',
    payload: body,
  });
};

/**
 * Records into which practices this one was split (F10): it closes, unless it is itself among them and goes on. Split
 * so already: nothing. Refuses SUCCEEDED_BY_ITSELF, ROWS_TWICE, PRACTICE_ALREADY_SUCCEEDED, PRACTICE_ALREADY_CLOSED,
 * DATE_ORDER.
 */
export const splitPractice: Decide<'split-practice'> = (body, state, { ods }) => {
  const { into, effectiveDate } = body;
  if (into.every((successor) => successor === ods)) return refuse('SUCCEEDED_BY_ITSELF', { ods });
  const twice = firstTwice(into);
  if (twice !== undefined) return refuse('ROWS_TWICE', { row: twice }, 'F10');
  return succeeded(state, { kind: 'SPLIT', into, effectiveDate }, !into.includes(ods), {
    type: 'PracticeSplit',
    payload: body,
  });
};

/**
 * Records in the successor's own file that it took over another practice, and which of its systems are the other's
 * (F10): each is a source of its own from here on, while the days before stand in the other's file. Taken over so
 * already: nothing. Refuses SUCCEEDED_BY_ITSELF, TAKEN_OVER_ALREADY, INSTANCE_UNKNOWN.
 */
export const takeOverPractice: Decide<'take-over-practice'> = (body, { takenOver, instances }, { ods }) => {
  const { predecessor, effectiveDate: on } = body;
  if (predecessor === ods) return refuse('SUCCEEDED_BY_ITSELF', { ods });
  const known = takenOver.find((one) => one.predecessor === predecessor);
  if (known)
    return isSame(
      [known.effectiveDate, known.kind, known.instances ?? []],
      [on, body.kind, body.instances ?? []],
    )
      ? nothing
      : refuse('TAKEN_OVER_ALREADY', { predecessor, on: known.effectiveDate });
  const unknown = body.instances?.find(({ instanceId }) => !instances[instanceId]);
  if (unknown) return refuse('INSTANCE_UNKNOWN', { instanceId: unknown.instanceId });
  return accept({ type: 'PracticeTakenOver', payload: body });
};

const succeeded = (
  state: PracticeState,
  asked: { readonly kind: string; readonly into: readonly string[]; readonly effectiveDate: CivilDate },
  closes: boolean,
  event: PracticeEvent,
): Decision<PracticeEvent> => {
  const { effectiveDate: on } = asked;
  const [known] = state.successions;
  if (known) {
    const stands = [known.kind, known.effectiveDate, [...known.into].sort()];
    return isSame(stands, [asked.kind, on, [...asked.into].sort()])
      ? nothing
      : refuse('PRACTICE_ALREADY_SUCCEEDED', { into: known.into.join(', '), on: known.effectiveDate });
  }
  const isClosed = state.closedOn === on;
  const refused = isClosed ? null : closingRefusal(on, state);
  if (refused) return refused;
  const closing: PracticeEvent = { type: 'PracticeClosed', payload: { effectiveDate: on } };
  return accept(event, ...(closes && !isClosed ? [closing] : []));
};

const closingRefusal = (on: CivilDate, { closedOn, practice }: PracticeState): Refused | null => {
  if (closedOn !== null) return refuse('PRACTICE_ALREADY_CLOSED', { on: closedOn });
  const from = practice?.effectiveDate;
  return from !== undefined && on < from
    ? refuse('DATE_ORDER', { what: `The practice is on the register from ${from} only.` })
    : null;
};
