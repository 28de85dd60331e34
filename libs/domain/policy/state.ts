import { inOrder, type CivilDate } from '../calendar/dates.js';
import type { PeriodRule } from '../calendar/periods.js';
import type { Refused } from '../decision.js';
import type { PriceRow } from '../fields.js';
import type { Recorded } from '../recorded.js';
import { refuse } from '../refusals.js';
import type { PolicyEvent, PolicyParameters } from './events.js';

/** The published policy sets and business case templates, each in order of their effective dates. */
export interface PolicyState {
  readonly sets: readonly PolicySet[];
  readonly templates: readonly BusinessCaseTemplate[];
}

/** A version of what a business case is to hold (S12). */
export interface BusinessCaseTemplate extends Pick<
  PolicyEvent<'BusinessCaseTemplatePublished'>['payload'],
  'version' | 'title' | 'sections'
> {
  readonly from: CivilDate;
  readonly eventId: string;
}

export interface PolicySet {
  readonly version: string;
  readonly from: CivilDate;
  readonly parameters: PolicyParameters;
  readonly whoPays: Readonly<Partial<Record<PriceRow, 'CENTRAL' | 'COMMISSIONER'>>>;
  readonly services: PolicyEvent<'PolicySetPublished'>['payload']['services'];
  readonly eventId: string;
}

export const initialPolicy: PolicyState = { sets: [], templates: [] };

/** The state after one more set or template; of two with the same effective date the later published stands. */
export const evolvePolicy = (state: PolicyState, event: Recorded<PolicyEvent>): PolicyState => {
  if (event.type === 'BusinessCaseTemplatePublished') {
    const { version, effectiveDate: from, title, sections } = event.payload;
    const template = { version, from, title, sections, eventId: event.id };
    return { ...state, templates: inOrder([...state.templates, template], startOf) };
  }
  const { version, effectiveDate: from, parameters, whoPays, services } = event.payload;
  const payers = Object.fromEntries(whoPays.map(({ row, payer }) => [row, payer]));
  const set: PolicySet = { version, from, parameters, whoPays: payers, services, eventId: event.id };
  return { ...state, sets: inOrder([...state.sets, set], startOf) };
};

const startOf = ({ from }: { readonly from: CivilDate }): CivilDate => from;

/**
 * The business case template in force on that day, or undefined before the first (S12).
 * @rule S12
 */
export const templateOn = ({ templates }: PolicyState, on: CivilDate): BusinessCaseTemplate | undefined =>
  templates.findLast(({ from }) => from <= on);

/** The policy set in force on that day (B3): before the first it is the first (R10); undefined where there is none. */
export const policyOn = ({ sets }: PolicyState, on: CivilDate): PolicySet | undefined =>
  sets.findLast(({ from }) => from <= on) ?? sets[0];

/** The policy set by which a command of that day is decided; else POLICY_MISSING. */
export const policyFor = (state: PolicyState, on: CivilDate): PolicySet | Refused =>
  policyOn(state, on) ?? refuse('POLICY_MISSING', { on });

/** How the policy set counts the bedding-in and notice periods (A1, A3). */
export const periodRule = ({ parameters }: PolicySet): PeriodRule => ({
  months: parameters['period.months'],
  days: parameters['period.days'],
  endConvention: parameters['period.endConvention'],
});
