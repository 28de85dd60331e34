import { addMonths, LATEST, type CivilDate } from '../calendar/dates.js';
import { accept, type Refused } from '../decision.js';
import { supplierIn } from '../reference.js';
import { refuse } from '../refusals.js';
import { withdrawalOn } from '../supplier/state.js';
import type { Decide } from './decider.js';
import { toBeAgreedBy } from './dispute-view.js';
import { isBy, needUndecided, openRefusal } from './needs.js';
import { isInLife } from './service-span.js';
import { goLiveFrom, type PracticeState } from './state.js';

/**
 * Puts on file that practice and PCT discussed the options: the first step of S37 (S10).
 * @rule S10
 */
export const recordContact: Decide<'record-contact'> = (body) =>
  accept({ type: 'OptionsDiscussed', payload: body });

/**
 * The practice asks to change its system; nobody else can (X4, S1). Within the policy's years of the last go-live it
 * needs a reason and is flagged, or is refused where the policy enforces them (A21, X2), unless the withdrawal of its
 * system is announced (F12); it may fall in a bedding-in, though not from the system that this is of, which would be
 * funded twice (S25). One dated before a later decision to retain would have refused that, and is refused itself (I1,
 * R10). The id of its event is the migration's (R20).
 * Refuses INSTANCE_UNKNOWN, MIGRATION_OPEN, INSTANCE_NOT_IN_LIFE, SYSTEM_LEFT, CHOICE_TOO_EARLY, REASON_REQUIRED.
 * @rule S1
 * @rule X2
 * @rule X4
 */
export const requestMigration: Decide<'request-migration'> = (body, state, context) => {
  const { ods, policy, eventId, reference } = context;
  const { sourceInstanceId: instanceId, effectiveDate: on } = body;
  const instance = state.instances[instanceId];
  if (!instance) return refuse('INSTANCE_UNKNOWN', { instanceId });
  const refused = openRefusal(state, on, LATEST) ?? retainedRefusal(state, on);
  if (refused) return refused;
  if (!isInLife(state, instance, on)) return refuse('INSTANCE_NOT_IN_LIFE', { instanceId, on });
  const left = goLiveFrom(state, instanceId, on);
  if (left) return refuse('SYSTEM_LEFT', { instanceId, since: left.on });
  const { 'choice.minYears': minYears, 'choice.enforcement': enforcement } = policy.parameters;
  const last = lastGoLive(state, on);
  const mayAgainFrom = last === null ? on : addMonths(last, 12 * minYears);
  const isForced =
    withdrawalOn(supplierIn(reference, instance.supplier), instance.productId, on) !== undefined;
  const isEarly = on < mayAgainFrom && !isForced;
  if (isEarly && enforcement === 'REFUSE')
    return refuse('CHOICE_TOO_EARLY', { minYears, last: last ?? on, mayAgainFrom });
  if (isEarly && body.reason === undefined)
    return refuse('REASON_REQUIRED', { what: `A change within ${minYears} years of the last` }, 'A21');
  return accept({
    type: 'MigrationRequested',
    payload: {
      ...body,
      ods,
      migrationId: eventId(0),
      yearsSinceLastGoLive: last === null ? null : yearsBetween(last, on),
      ...(isEarly && { flags: ['WITHIN_THREE_YEARS' as const] }),
    },
  });
};

/** The refusal MIGRATION_OPEN of a request dated before a decision to retain, on whose day it would be open (I1, R10). */
const retainedRefusal = ({ retained }: PracticeState, on: CivilDate): Refused | undefined => {
  const later = retained.find(({ effectiveDate }) => on < effectiveDate);
  if (!later) return undefined;
  const open = `would be open on ${later.effectiveDate}, when the practice decided to retain ${later.instanceId}`;
  return refuse('MIGRATION_OPEN', { since: on, open });
};

/** The latest go-live on or before that day that was not rolled back (A20); null where there is none. */
const lastGoLive = ({ migrations }: PracticeState, on: CivilDate): CivilDate | null =>
  migrations
    .flatMap(({ goLive }) => (goLive && !goLive.rolledBack && goLive.on <= on ? [goLive.on] : []))
    .sort()
    .at(-1) ?? null;

/** Whole years from one day to another. */
const yearsBetween = (from: CivilDate, to: CivilDate): number => {
  let years = 0;
  while (addMonths(from, 12 * (years + 1)) <= to) years += 1;
  return years;
};

/**
 * The PCT agrees to the change: with a contact on file (S10), the business case waived, or submitted and not returned
 * (S11, A27); with the practice's share of the local cost, if one is agreed (A8). Refuses MIGRATION_NOT_OPEN, CONTACT_MISSING, CHANGE_ALREADY_AGREED, BUSINESS_CASE_UNDECIDED,
 * BUSINESS_CASE_MISSING.
 * @rule R12
 */
export const agreeChange: Decide<'agree-change'> = (body, state) => {
  const needed = needUndecided(state, body.effectiveDate);
  if (needed.kind === 'refused') return needed;
  const { migrationId, businessCase } = needed.migration;
  const { effectiveDate: on } = body;
  const isWaived = businessCase === 'WAIVED' && isBy(needed.migration, on, 'BusinessCaseWaived');
  if (businessCase === 'UNDECIDED' || (businessCase === 'WAIVED' && !isWaived))
    return refuse('BUSINESS_CASE_UNDECIDED', { on });
  const isIn = businessCase === 'SUBMITTED' && isBy(needed.migration, on, 'BusinessCaseSubmitted');
  if (!isWaived && !isIn) return refuse('BUSINESS_CASE_MISSING', { on });
  return accept({ type: 'ChangeAgreed', payload: { ...body, migrationId } });
};

/**
 * The PCT refuses the change, with its grounds; the migration stays open for resubmission (I1). Where it was determined
 * that the change is to be agreed, that is a fact too, and flagged (X7, R1).
 * Refuses MIGRATION_NOT_OPEN, CONTACT_MISSING, CHANGE_ALREADY_AGREED.
 */
export const refuseChange: Decide<'refuse-change'> = (body, state) => {
  const needed = needUndecided(state, body.effectiveDate);
  if (needed.kind === 'refused') return needed;
  const { migrationId } = needed.migration;
  const isAgainst = toBeAgreedBy(needed.migration, body.effectiveDate) !== undefined;
  const flags = isAgainst && { flags: ['AGAINST_DETERMINATION' as const] };
  return accept({ type: 'ChangeRefused', payload: { ...body, migrationId, ...flags } });
};
