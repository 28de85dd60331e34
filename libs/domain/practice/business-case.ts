import type { CivilDate } from '../calendar/dates.js';
import { accept, type Refused } from '../decision.js';
import { templateOn, type PolicyState } from '../policy/state.js';
import { refuse } from '../refusals.js';
import type { Decide } from './decider.js';
import { classified } from './estimate.js';
import { isBy, needUndecided } from './needs.js';

/**
 * The PCT decides whether it needs a business case (S11); that it needs none has a reason (A27). A template that it
 * names is one that has been published by then; before the first any is taken as it is sent (S12).
 * Refuses MIGRATION_NOT_OPEN, CONTACT_MISSING, CHANGE_ALREADY_AGREED, REASON_REQUIRED, TEMPLATE_UNKNOWN, DATE_ORDER where
 * it is due before it is asked for.
 * @rule S11
 * @rule A27
 */
export const decideBusinessCaseNeed: Decide<'decide-business-case-need'> = (body, state, { reference }) => {
  const needed = needUndecided(state, body.effectiveDate);
  if (needed.kind === 'refused') return needed;
  const { migrationId } = needed.migration;
  const { required, ...asked } = body;
  const { templateVersion, dueBy, ...waived } = asked;
  if (!required && body.reason === undefined)
    return refuse('REASON_REQUIRED', { what: 'Doing without a business case' }, 'A27');
  if (!required) return accept({ type: 'BusinessCaseWaived', payload: { ...waived, migrationId } });
  const refused = templateRefusal(templateVersion, reference.policy, body.effectiveDate);
  if (refused) return refused;
  if (dueBy !== undefined && dueBy < body.effectiveDate)
    return refuse('DATE_ORDER', {
      what: `A case asked for on ${body.effectiveDate} is due before, on ${dueBy}.`,
    });
  return accept({ type: 'BusinessCaseRequired', payload: { ...asked, migrationId } });
};

const templateRefusal = (
  templateVersion: string | undefined,
  policy: PolicyState,
  on: CivilDate,
): Refused | null => {
  const inForce = templateOn(policy, on)?.version;
  if (templateVersion === undefined || inForce === undefined) return null;
  const isKnown = policy.templates.some(({ version, from }) => version === templateVersion && from <= on);
  return isKnown ? null : refuse('TEMPLATE_UNKNOWN', { templateVersion, on, inForce });
};

/**
 * The practice submits the business case that the PCT asked for, with an estimate of the costs (S11, S13), classified by
 * the who-pays table in force, on the template asked for or else in force (S12, S14); a line that names no rule of the
 * table is accepted and flagged. A later version replaces an earlier one.
 * Refuses MIGRATION_NOT_OPEN, CONTACT_MISSING, CHANGE_ALREADY_AGREED, BUSINESS_CASE_NOT_REQUIRED, ESTIMATE_MISSING,
 * WHO_PAYS_RULE_UNKNOWN, PAYER_NOT_ALLOWED, PAYER_MISSING.
 * @rule S13
 */
export const submitBusinessCase: Decide<'submit-business-case'> = (body, state, { policy, reference }) => {
  const needed = needUndecided(state, body.effectiveDate);
  if (needed.kind === 'refused') return needed;
  const { migrationId, businessCase, required, steps } = needed.migration;
  const { estimate, effectiveDate: on } = body;
  const isAsked = steps.some(
    ({ type, effectiveDate }) => type === 'BusinessCaseRequired' && effectiveDate <= on,
  );
  if (!isAsked || businessCase === 'WAIVED') return refuse('BUSINESS_CASE_NOT_REQUIRED', { on });
  if (!estimate || estimate.lines.length === 0) return refuse('ESTIMATE_MISSING');
  const classes = classified(estimate.lines, policy);
  if ('refusal' in classes) return classes;
  const { lines, isWhole } = classes;
  const templateVersion = required?.templateVersion ?? templateOn(reference.policy, on)?.version;
  const payload = {
    ...body,
    estimate: { lines },
    migrationId,
    policyVersion: policy.version,
    ...(templateVersion !== undefined && { templateVersion }),
    ...(!isWhole && { flags: ['ESTIMATE_UNCLASSIFIED' as const] }),
  };
  return accept({ type: 'BusinessCaseSubmitted', payload });
};

/**
 * The PCT returns a submitted business case with its points (C2). Refuses MIGRATION_NOT_OPEN, CONTACT_MISSING,
 * CHANGE_ALREADY_AGREED, BUSINESS_CASE_NOT_REQUIRED, BUSINESS_CASE_MISSING.
 */
export const returnBusinessCase: Decide<'return-business-case'> = (body, state) => {
  const needed = needUndecided(state, body.effectiveDate);
  if (needed.kind === 'refused') return needed;
  const { migrationId, businessCase } = needed.migration;
  const { effectiveDate: on } = body;
  if (businessCase === 'UNDECIDED' || businessCase === 'WAIVED')
    return refuse('BUSINESS_CASE_NOT_REQUIRED', { on });
  if (businessCase !== 'SUBMITTED' || !isBy(needed.migration, on, 'BusinessCaseSubmitted'))
    return refuse('BUSINESS_CASE_MISSING', { on });
  return accept({ type: 'BusinessCaseReturned', payload: { ...body, migrationId } });
};
