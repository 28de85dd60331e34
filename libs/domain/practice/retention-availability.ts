import { addDays, addMonths, type CivilDate } from '../calendar/dates.js';
import type { RetentionTerm } from '../supplier/events.js';
import { lastServiceDay } from './service-span.js';
import { retentionStart } from './retention-span.js';
import type { PracticeState, Retention } from './state.js';

/**
 * The last day on which the supplier keeps an option available by its terms: so many months after the end of the
 * service, or before the option's start while none is known; null without such a limit (A26).
 * @rule A26
 */
export const availableUntil = (
  state: PracticeState,
  order: Pick<Retention, 'instanceId' | 'option' | 'from' | 'effectiveDate'>,
  term: RetentionTerm | null,
): CivilDate | null => {
  if (term?.availability.kind !== 'MONTHS') return null;
  const dayBefore = addDays(retentionStart(state, order) ?? order.effectiveDate, -1);
  return addMonths(
    lastServiceDay(state, order.instanceId, order.effectiveDate) ?? dayBefore,
    term.availability.months,
  );
};
