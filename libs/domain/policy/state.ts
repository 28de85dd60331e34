import type { CivilDate } from '../calendar/dates.js';
import type { PeriodRule } from '../calendar/periods.js';
import type { Refused } from '../decision.js';
import type { PriceRow } from '../fields.js';
import type { Recorded } from '../recorded.js';
import { refuse } from '../refusals.js';
import type { PolicyEvent, PolicyParameters } from './events.js';

/** The published policy sets, in order of their effective dates. */
export interface PolicyState {
  readonly sets: readonly PolicySet[];
}

export interface PolicySet {
  readonly version: string;
  readonly from: CivilDate;
  readonly parameters: PolicyParameters;
  readonly whoPays: Readonly<Partial<Record<PriceRow, 'CENTRAL' | 'COMMISSIONER'>>>;
  readonly services: PolicyEvent['payload']['services'];
  readonly eventId: string;
}

export const initialPolicy: PolicyState = { sets: [] };

/** The state after one more policy set; of two with the same effective date the later published stands. */
export const evolvePolicy = (state: PolicyState, event: Recorded<PolicyEvent>): PolicyState => {
  const { version, effectiveDate: from, parameters, whoPays, services } = event.payload;
  const payers = Object.fromEntries(whoPays.map(({ row, payer }) => [row, payer]));
  const set: PolicySet = { version, from, parameters, whoPays: payers, services, eventId: event.id };
  return {
    sets: [...state.sets, set].sort((one, other) =>
      one.from < other.from ? -1 : one.from > other.from ? 1 : 0,
    ),
  };
};

/** The policy set in force on that day, or undefined before the first (B3). */
export const policyOn = (state: PolicyState, on: CivilDate): PolicySet | undefined =>
  state.sets.findLast(({ from }) => from <= on);

/** The policy set by which a command of that day is decided: before the first it is the first (R10); else POLICY_MISSING. */
export const policyFor = (state: PolicyState, on: CivilDate): PolicySet | Refused =>
  policyOn(state, on) ?? state.sets[0] ?? refuse('POLICY_MISSING', { on });

/** How the policy set counts the bedding-in and notice periods (A1, A3). */
export const periodRule = ({ parameters }: PolicySet): PeriodRule => ({
  months: parameters['period.months'],
  endConvention: parameters['period.endConvention'],
});
