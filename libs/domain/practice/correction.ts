import { itemsOf } from '../chain.js';
import { accept, type Decision } from '../decision.js';
import type { Actor, Recorded } from '../recorded.js';
import { refuse } from '../refusals.js';
import { isSame } from '../same-content.js';
import { referenceRefusal } from './borne-out.js';
import type { BodyOf } from './commands.js';
import { fieldRefusal } from './correctable.js';
import { corrected } from './corrected.js';
import type { Decide, DecisionContext } from './decider.js';
import { practiceEvents, type PracticeEvent, type PracticeEventType } from './events.js';
import { refolded } from './evolve.js';
import { brokenInvariants } from './invariants.js';
import { RULES_IN_WORDS } from './rules-in-words.js';
import type { PracticeState } from './state.js';
import { outOfOrder } from './step-order.js';

/** Facts whose date is their start, which may lie ahead (R10). */
const STARTS = new Set<PracticeEventType>([
  'PracticeRegistered',
  'PracticeCommissionerChanged',
  'SystemInstanceRegistered',
  'PracticeJoinedCallOff',
  'PracticeClosed',
  'PracticesMerged',
  'PracticeSplit',
  'PracticeTakenOver',
  'CentralFundingExceptionGranted',
]);

/**
 * Corrects one field of a recorded fact, which stays in the record (I13); another person confirms (I14). By whoever
 * recorded it: the same organisation, a PCT after another, the national team for an import. What rests on the fact
 * follows; a correction after which an invariant would not hold is refused by that invariant. Refuses FACT_UNKNOWN,
 * CORRECTION_NOT_YOURS, CORRECTED_OTHERWISE, FIELD_NOT_CORRECTED, CORRECTION_DIFFERS, CORRECTION_UNFIT,
 * CORRECTION_BREAKS_RULE, and what the fact's own command would be refused for the reference facts
 * (COMMISSIONER_UNKNOWN, LEVEL_ABOVE_PRODUCT, NOTICE_TOO_SHORT).
 * @rule I13
 */
export const correctRecord: Decide<'correct-record'> = (body, state, context) => {
  const { actor } = context;
  const { targetEventId, field, was } = body;
  const target = itemsOf(state.events).find(({ id }) => id === targetEventId);
  if (!target) return refuse('FACT_UNKNOWN', { targetEventId });
  if (!isTheirs(target.metadata.actor, actor))
    return refuse('CORRECTION_NOT_YOURS', { org: target.metadata.actor.org });
  const refused = fieldRefusal(target, field, state);
  if (refused) return refused;
  const onRecord = (target.payload as Readonly<Record<string, unknown>>)[field] ?? null;
  if (!isSame(onRecord, was))
    return refuse('CORRECTION_DIFFERS', {
      field,
      onRecord: JSON.stringify(onRecord),
      was: JSON.stringify(was),
    });
  return fitting(body, target, state, context);
};

const isTheirs = (recordedBy: Actor, { role, org }: Actor): boolean =>
  recordedBy.org === org ||
  (role === 'PCT' && recordedBy.role === 'PCT') ||
  (role === 'NAT' && recordedBy.role === 'PM');

const fitting = (
  body: BodyOf<'correct-record'>,
  target: Recorded<PracticeEvent>,
  state: PracticeState,
  { today, reference }: DecisionContext,
): Decision<PracticeEvent> => {
  const { field, now } = body;
  const known = corrected(target, body);
  const why = unfit(known);
  if (why !== undefined) return refuse('CORRECTION_UNFIT', { field, now: JSON.stringify(now), why });
  if (field === 'effectiveDate' && !STARTS.has(target.type) && String(now) > today)
    return refuse('EFFECTIVE_DATE_IN_FUTURE', { on: String(now), today });
  const refused = referenceRefusal(known, field, state, reference);
  if (refused) return refused;
  const rule = newlyBroken(state, refolded(state, body));
  if (rule !== undefined) {
    const inWords = RULES_IN_WORDS[rule] ?? '';
    return refuse('CORRECTION_BREAKS_RULE', { field, now: JSON.stringify(now), rule, inWords }, rule);
  }
  const { instanceId, migrationId } = target.payload as { instanceId?: string; migrationId?: string };
  return accept({
    type: 'RecordCorrected',
    payload: {
      ...body,
      ...(instanceId !== undefined && { instanceId }),
      ...(migrationId !== undefined && { migrationId }),
    },
  });
};

/** Why a fact cannot be as it is corrected: what its fields may hold, and that nothing ends before it begins. */
const unfit = ({ type, payload }: Recorded<PracticeEvent>): string | undefined => {
  const parsed = practiceEvents[type].safeParse(payload);
  if (!parsed.success) return parsed.error.issues.map(({ message }) => message).join('; ');
  const { from = '', until = '9999' } = payload as { readonly from?: string; readonly until?: string };
  return until < from ? `it would end on ${until}, before it begins on ${from}` : undefined;
};

/** A rule that a correction would break more often than the record does before it. */
const newlyBroken = (before: PracticeState, after: PracticeState): string | undefined => {
  const broken = (state: PracticeState) => [...brokenInvariants(state), ...outOfOrder(state)];
  const already = broken(before);
  const then = broken(after);
  const times = (rules: readonly string[], rule: string) => rules.filter((one) => one === rule).length;
  return then.find((rule) => times(then, rule) > times(already, rule));
};
