import { accept } from '../decision.js';
import { refuse } from '../refusals.js';
import type { Decide } from './decider.js';
import { isBy, needUndecided } from './needs.js';

/**
 * The PCT decides whether it needs a business case (S11); that it needs none has a reason (A27).
 * Refuses MIGRATION_NOT_OPEN, CONTACT_MISSING, CHANGE_ALREADY_AGREED, REASON_REQUIRED.
 */
export const decideBusinessCaseNeed: Decide<'decide-business-case-need'> = (body, state) => {
  const needed = needUndecided(state, body.effectiveDate);
  if (needed.kind === 'refused') return needed;
  const { migrationId } = needed.migration;
  const { required, templateVersion, dueBy, ...rest } = body;
  if (!required && body.reason === undefined)
    return refuse('REASON_REQUIRED', { what: 'Doing without a business case' }, 'A27');
  if (!required) return accept({ type: 'BusinessCaseWaived', payload: { ...rest, migrationId } });
  const asked = {
    ...(templateVersion !== undefined && { templateVersion }),
    ...(dueBy !== undefined && { dueBy }),
  };
  return accept({ type: 'BusinessCaseRequired', payload: { ...rest, ...asked, migrationId } });
};

/**
 * The practice submits the business case that the PCT asked for, with an estimate of the costs (S11, S13); a later
 * version replaces an earlier one. Refuses MIGRATION_NOT_OPEN, CONTACT_MISSING, CHANGE_ALREADY_AGREED,
 * BUSINESS_CASE_NOT_REQUIRED, ESTIMATE_MISSING.
 */
export const submitBusinessCase: Decide<'submit-business-case'> = (body, state) => {
  const needed = needUndecided(state, body.effectiveDate);
  if (needed.kind === 'refused') return needed;
  const { migrationId, businessCase, steps } = needed.migration;
  const { estimate, effectiveDate: on } = body;
  const isAsked = steps.some(
    ({ type, effectiveDate }) => type === 'BusinessCaseRequired' && effectiveDate <= on,
  );
  if (!isAsked || businessCase === 'WAIVED') return refuse('BUSINESS_CASE_NOT_REQUIRED', { on });
  if (!estimate || estimate.lines.length === 0) return refuse('ESTIMATE_MISSING');
  return accept({ type: 'BusinessCaseSubmitted', payload: { ...body, estimate, migrationId } });
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
