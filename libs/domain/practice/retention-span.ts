import { addDays, earlierOf, laterOf, type CivilDate } from '../calendar/dates.js';
import { lastServiceDay } from './service-span.js';
import { type PracticeState, type Retention } from './state.js';
import type { Span } from './spans.js';

/** A retention option with the days on which it holds, both inclusive; `until` null is open. */
export interface RetentionSpan extends Span {
  readonly retention: Retention;
}

/**
 * The first day that an order asks for: as stated, else the day after the service's last, which moves with it (A24,
 * R9); full retention left without one starts on the day of its order, for it runs while the service does (S29).
 * Null while the service has no end.
 * @rule A24
 */
export const retentionStart = (
  state: PracticeState,
  {
    instanceId,
    option,
    from,
    effectiveDate,
  }: Pick<Retention, 'instanceId' | 'option' | 'from' | 'effectiveDate'>,
): CivilDate | null => {
  if (from !== undefined) return from;
  if (option === 'FULL') return effectiveDate;
  const lastDay = lastServiceDay(state, instanceId, effectiveDate);
  return lastDay === null ? null : addDays(lastDay, 1);
};

/**
 * The first day of an option on record: `retentionStart`, but one that moves with the end of the service never moves
 * into an option ordered before it (I11). Null while the service has no end.
 * @rule I11
 */
export const retentionBegan = (state: PracticeState, retention: Retention): CivilDate | null => {
  const start = retentionStart(state, retention);
  if (start === null || retention.from !== undefined || retention.option === 'FULL') return start;
  return state.retentions
    .slice(0, state.retentions.indexOf(retention))
    .filter(({ instanceId }) => instanceId === retention.instanceId)
    .flatMap((earlier) => retentionEnd(state, earlier) ?? [])
    .reduce((day, lastDay) => laterOf(day, addDays(lastDay, 1)), start);
};

/** The last day of an option on record, or null while it is open; full retention lasts no longer than the service (S29). */
export const retentionEnd = (
  state: PracticeState,
  { instanceId, option, effectiveDate, lastDay }: Retention,
): CivilDate | null => {
  const serviceDay = option === 'FULL' ? lastServiceDay(state, instanceId, effectiveDate) : null;
  return serviceDay !== null && lastDay !== null ? earlierOf(serviceDay, lastDay) : (lastDay ?? serviceDay);
};

/** The days of every option of an instance, in order. */
export const retentionSpans = (state: PracticeState, instanceId: string): readonly RetentionSpan[] =>
  state.retentions
    .filter((retention) => retention.instanceId === instanceId)
    .flatMap((retention) => {
      const from = retentionBegan(state, retention);
      const until = retentionEnd(state, retention);
      return from === null || (until !== null && until < from) ? [] : [{ retention, from, until }];
    });
