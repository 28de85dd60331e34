import { addDays, type CivilDate } from '../calendar/dates.js';
import { accept, nothing } from '../decision.js';
import { refuse } from '../refusals.js';
import { actingFor } from './authority.js';
import type { Decide } from './decider.js';
import { isWithin } from './spans.js';
import type { PctPracticeAgreement, PracticeState } from './state.js';

/** The PCT-Practice Agreement in force on that day, or undefined (X1). A successor of the PCT takes it over (R4). */
export const agreementOn = ({ agreements }: PracticeState, on: CivilDate): PctPracticeAgreement | undefined =>
  agreements.findLast((one) => isWithin(one, on));

/** The kind of contract of the practice on that day, or null while none is on record. */
export const contractorTypeOn = ({ contractorTypes }: PracticeState, on: CivilDate) =>
  contractorTypes.findLast(({ effectiveDate }) => effectiveDate <= on) ?? null;

/**
 * Whether central funding waits for an agreement on that day (X1); a PCTMS practice needs none (X9).
 * @rule X1
 */
export const lacksAgreement = (state: PracticeState, on: CivilDate): boolean =>
  !agreementOn(state, on) && contractorTypeOn(state, on)?.contractorType !== 'PCTMS';

/** The days on which that may change. */
export const agreementCuts = ({ agreements, contractorTypes }: PracticeState): readonly CivilDate[] => [
  ...[...agreements, ...contractorTypes].map(({ effectiveDate }) => effectiveDate),
  ...agreements.flatMap(({ until }) => (until === null ? [] : [addDays(until, 1)])),
];

/**
 * Puts the practice's agreement with its PCT on file (X1). Signed on that day already: nothing.
 */
export const recordPctPracticeAgreement: Decide<'record-pct-practice-agreement'> = (
  body,
  { agreements },
  context,
) => {
  const pct = actingFor(context);
  const isSigned = agreements.some((one) => one.pct === pct && one.effectiveDate === body.effectiveDate);
  return isSigned ? nothing : accept({ type: 'PctPracticeAgreementSigned', payload: { ...body, pct } });
};

/**
 * Records the last day of the agreement (X1): central funding stops the day after, until one is signed again.
 * Ended on that day already: nothing. Refuses AGREEMENT_NOT_IN_FORCE.
 */
export const endPctPracticeAgreement: Decide<'end-pct-practice-agreement'> = (body, state) => {
  const { effectiveDate: on } = body;
  const agreement = agreementOn(state, on);
  if (!agreement) return refuse('AGREEMENT_NOT_IN_FORCE', { on });
  const { pct, until } = agreement;
  return until === on ? nothing : accept({ type: 'PctPracticeAgreementEnded', payload: { ...body, pct } });
};

/**
 * Records under which kind of contract the practice works from a day on (X9). On record so already: nothing.
 * @rule X9
 */
export const recordContractorType: Decide<'record-contractor-type'> = (body, state) => {
  const { contractorType, effectiveDate: on } = body;
  const isSo = contractorTypeOn(state, on)?.contractorType === contractorType;
  return isSo ? nothing : accept({ type: 'ContractorTypeRecorded', payload: body });
};
