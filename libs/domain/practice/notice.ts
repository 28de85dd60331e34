import { accept, type Refused } from '../decision.js';
import type { PolicySet } from '../policy/state.js';
import { refuse } from '../refusals.js';
import type { BodyOf } from './commands.js';
import type { Decide, DecisionContext } from './decider.js';
import type { PayloadOf } from './events.js';
import { sourceOn } from './migration-source.js';
import { isBy } from './needs.js';
import { lastServiceDay, noticeWithin } from './service-span.js';
import { retentionOrder } from './retention.js';
import { retentionSpans } from './retention-span.js';
import {
  goLiveFrom,
  isClosedOn,
  type Instance,
  type Migration,
  type Notice,
  type PracticeState,
} from './state.js';
import { earliestNoticeEnd } from './wind-down.js';

/**
 * Gives the previous supplier notice of one instance (S34, A30), with the retention order where it is sent along:
 * both or neither (S36). Left without an end, it ends at the minimum (R9), by the policy in force on the day of
 * notice, which may count that from its receipt (A6); where that policy allows it, it may come before Business Go Live and wait for it (A5). Refuses
 * INSTANCE_UNKNOWN, GO_LIVE_MISSING, NOTICE_BEFORE_GO_LIVE (A5), INSTANCE_NOT_IN_LIFE, NOTICE_RUNNING (I9),
 * NOTICE_WHILE_FULL (I10), NOTICE_TOO_SHORT (I8), and what the retention order is refused for.
 * @rule S34
 * @rule S36
 * @rule A30
 * @rule R9
 * @rule I8
 * @rule I9
 */
export const giveNotice: Decide<'give-notice'> = (body, state, context) => {
  const { instanceId, retention, ...common } = body;
  const instance = state.instances[instanceId];
  if (!instance) return refuse('INSTANCE_UNKNOWN', { instanceId });
  const start = noticeStart(body, state, context.policy);
  if ('refusal' in start) return start;
  const refused = noticeRefusal(body, state);
  if (refused) return refused;
  const terms = noticeTerms(body, start, context.policy);
  if ('refusal' in terms) return terms;
  const notice = noticePayload(body, instance, terms, context);
  if (!retention) return accept({ type: 'NoticeGiven', payload: notice });
  const { method: _method, endsOn: _endsOn, ...shared } = common;
  const order = retentionOrder(
    { ...shared, instanceId, ...retention },
    withNotice(state, notice, context),
    context,
  );
  if ('refusal' in order) return order;
  return accept({ type: 'NoticeGiven', payload: notice }, { type: 'RetentionOrdered', payload: order });
};

/** When a notice ends: on a day, or by these terms once the migration that it is contingent on is live. */
type Terms = Pick<
  PayloadOf<'NoticeGiven'>,
  'endsOn' | 'earliestEndsOn' | 'contingentOn' | 'countedFromReceipt'
>;

/** What a notice of that day counts from: a go-live by then, or where the policy allows it one that is to come (A5). */
type Start = { readonly goLiveOn: string } | { readonly contingentOn: string };

const noticeStart = (
  { instanceId, effectiveDate: on }: BodyOf<'give-notice'>,
  state: PracticeState,
  policy: PolicySet,
): Start | Refused => {
  const goLive = goLiveFrom(state, instanceId, on);
  if (goLive) return { goLiveOn: goLive.on };
  const isAllowed = policy.parameters['notice.earliest'] === 'CONTINGENT';
  const open = isAllowed ? openFrom(state, instanceId, on) : undefined;
  if (open) return { contingentOn: open.migrationId };
  const later = goLiveFrom(state, instanceId);
  return later
    ? refuse('NOTICE_BEFORE_GO_LIVE', { on, goLive: later.on })
    : refuse('GO_LIVE_MISSING', { with: ` that leaves ${instanceId}` });
};

const noticeTerms = (
  { effectiveDate: on, endsOn: asked }: BodyOf<'give-notice'>,
  start: Start,
  policy: PolicySet,
): Terms | Refused => {
  const { 'period.endConvention': endConvention, 'notice.basis': basis } = policy.parameters;
  if ('contingentOn' in start)
    return {
      ...(asked !== undefined && { endsOn: asked }),
      contingentOn: { migrationId: start.contingentOn, endConvention, basis },
    };
  const earliestEndsOn = earliestNoticeEnd(on, start.goLiveOn, policy);
  if (asked !== undefined)
    return asked < earliestEndsOn
      ? refuse('NOTICE_TOO_SHORT', { on, earliestEndsOn })
      : { endsOn: asked, earliestEndsOn };
  const countedFromReceipt = basis === 'RECEIVED' ? { countedFromReceipt: { endConvention } } : {};
  return { endsOn: earliestEndsOn, earliestEndsOn, ...countedFromReceipt };
};

/** The migration away from an instance that was open on that day: requested by then, and not live before. */
const openFrom = (state: PracticeState, instanceId: string, on: string): Migration | undefined =>
  state.migrations.findLast(
    (migration) =>
      sourceOn(migration, state, on) === instanceId &&
      isBy(migration, on, 'MigrationRequested') &&
      (migration.goLive
        ? on < migration.goLive.on
        : migration.status === 'OPEN' && !isClosedOn(migration, on)),
  );

const noticePayload = (
  { effectiveDate, reason, evidence, instanceId, method }: BodyOf<'give-notice'>,
  { supplier }: Instance,
  terms: Terms,
  { eventId, policy }: DecisionContext,
): PayloadOf<'NoticeGiven'> => ({
  effectiveDate,
  ...(reason !== undefined && { reason }),
  ...(evidence !== undefined && { evidence }),
  noticeId: eventId(0),
  instanceId,
  supplier,
  method,
  ...minimumBy(policy),
  ...terms,
});

/** The shortest notice by the policy set, in the unit in which it counts periods (A1, S34). */
const minimumBy = ({ parameters }: PolicySet): Pick<PayloadOf<'NoticeGiven'>, 'minMonths' | 'minDays'> => {
  const { 'period.months': minMonths, 'period.days': minDays } = parameters;
  return minDays === undefined ? { minMonths } : { minDays };
};

const noticeRefusal = (
  { instanceId, effectiveDate: on }: BodyOf<'give-notice'>,
  state: PracticeState,
): Refused | undefined => {
  const lastDay = lastServiceDay(state, instanceId, on);
  if (lastDay !== null && lastDay < on) return refuse('INSTANCE_NOT_IN_LIFE', { instanceId, on });
  const other = noticeWithin(state, instanceId, { from: on, until: '9999' });
  if (other) return refuse('NOTICE_RUNNING', { instanceId, runs: runOf(other, lastDay) });
  const full = retentionSpans(state, instanceId).find(
    ({ retention, until }) => retention.option === 'FULL' && (until === null || on <= until),
  );
  return full && refuse('NOTICE_WHILE_FULL', { instanceId, from: full.from });
};

const runOf = ({ withdrawn }: Notice, lastDay: string | null): string => {
  if (withdrawn) return `ran until its withdrawal on ${withdrawn.effectiveDate}`;
  return lastDay === null ? 'is to run from Business Go Live' : `runs until ${lastDay}`;
};

/** The state in which the retention order is judged: with the notice that it comes with. */
const withNotice = (
  state: PracticeState,
  notice: PayloadOf<'NoticeGiven'>,
  { now, actor, eventId }: DecisionContext,
): PracticeState => ({
  ...state,
  notices: [
    ...state.notices,
    {
      ...notice,
      eventId: eventId(0),
      recordedAt: now,
      recordedBy: actor,
      extensions: [],
      withdrawn: null,
      acknowledged: null,
      disputes: [],
    },
  ],
});
