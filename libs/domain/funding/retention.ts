import { addDays, inOrder, type CivilDate } from '../calendar/dates.js';
import { serviceSpanOn, spanEndEvents } from '../practice/service-span.js';
import { retentionBegan } from '../practice/retention-span.js';
import type { Instance, PracticeState, Retention } from '../practice/state.js';
import { policyInForce, supplierIn, type Reference } from '../reference.js';
import { retentionTermOn } from '../supplier/state.js';
import type { FundingInterval } from './interval.js';
import type { Span } from './life.js';
import type { Paying } from './paying.js';
import { charged, intervalsOf, runsOf, type Price, type Run } from './runs.js';
import { membershipChangeDays } from './service.js';

type ChargedOption = 'SINGLE_USER' | 'DATR';

/** The intervals of an instance's retention rows; FULL adds no charge of its own while the service runs (R6, S28). */
export const retentionIntervals = (
  state: PracticeState,
  reference: Reference,
  instance: Instance,
): readonly FundingInterval[] =>
  (['SINGLE_USER', 'DATR'] as const).flatMap((option) => {
    const ordered = state.retentions.filter(
      (retention) => retention.instanceId === instance.instanceId && retention.option === option,
    );
    const runs = ordered.flatMap((retention) => runsOfOption(state, reference, instance, retention, option));
    return intervalsOf(
      instance.instanceId,
      `RETENTION_${option}`,
      inOrder(runs, ({ from }) => from),
    );
  });

const runsOfOption = (
  state: PracticeState,
  reference: Reference,
  instance: Instance,
  retention: Retention,
  option: ChargedOption,
): readonly Run[] => {
  const span = retentionSpan(state, instance, retention);
  if (span === null) return [];
  const paying: Paying = {
    payer: retention.payer,
    reason: 'RETENTION',
    rule: 'S28',
    why: WHY[option],
    policy: policyInForce(reference, retention.effectiveDate),
    events: [retention.eventId],
  };
  const supplier = supplierIn(reference, instance.supplier);
  const priceOn = (on: CivilDate): Price => ({
    yearlyPence: retentionTermOn(supplier, option, on)?.yearlyPence ?? null,
    eventId: supplier.retentionTerms.findLast(({ from }) => from <= on)?.eventId ?? null,
  });
  const changeDays = [...membershipChangeDays(state), ...supplier.retentionTerms.map(({ from }) => from)];
  return runsOf(span, changeDays, (on) => charged(state, paying, priceOn(on), on));
};

/**
 * A retention runs from its stated day, else from the day after the service's end, with which it re-flows (A24, R9),
 * to its `until` or the day before the option that replaced it. Null while that first day is not known.
 */
const retentionSpan = (state: PracticeState, instance: Instance, retention: Retention): Span | null => {
  const from = retentionBegan(state, retention);
  if (from === null) return null;
  const service = serviceSpanOn(state, instance.instanceId, retention.effectiveDate);
  return {
    from,
    to: retention.lastDay === null ? null : addDays(retention.lastDay, 1),
    startEvents: [
      retention.eventId,
      ...(retention.from === undefined && service ? spanEndEvents(state, service) : []),
    ],
    endEvents: [retention.replacedBy].filter((id) => id !== null),
  };
};

const WHY: Readonly<Record<ChargedOption, string>> = {
  SINGLE_USER: 'The single-user retention of the previous system was ordered',
  DATR: 'The Data and Audit Trail Retrieval Service was ordered',
};
