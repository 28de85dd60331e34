import { addDays } from '../calendar/dates.js';
import { isEstablished } from '../commissioner/state.js';
import { accept, nothing } from '../decision.js';
import { commissionerIn } from '../reference.js';
import { refuse } from '../refusals.js';
import { isSame } from '../same-content.js';
import type { Decide } from './decider.js';
import { commissionerOn } from './state.js';

/**
 * Puts a practice on the register, from its effective date, with its commissioner where that is known. Registered
 * already as asked: nothing. Refuses PRACTICE_ALREADY_REGISTERED, COMMISSIONER_UNKNOWN.
 */
export const registerPractice: Decide<'register-practice'> = (body, { practice }, { ods, reference }) => {
  const { name, commissioner, effectiveDate: on } = body;
  if (practice) {
    const known = [practice.name, practice.commissioner, practice.effectiveDate];
    return isSame(known, [name, commissioner, on]) ? nothing : refuse('PRACTICE_ALREADY_REGISTERED', { ods });
  }
  if (commissioner !== undefined && !isEstablished(commissionerIn(reference, commissioner), on))
    return refuse('COMMISSIONER_UNKNOWN', { code: commissioner, on });
  return accept({ type: 'PracticeRegistered', payload: { ...body, ods } });
};

/**
 * Moves the practice to another commissioner from the legal date, which is the effective date (R4). Its commissioner
 * on that day already: nothing. Refuses COMMISSIONER_UNKNOWN, COMMISSIONER_DIFFERS.
 */
export const changeCommissioner: Decide<'change-commissioner'> = (body, state, { reference }) => {
  const { from, to, effectiveDate: on } = body;
  if (commissionerOn(state, on)?.code === to) return nothing;
  if (!isEstablished(commissionerIn(reference, to), on))
    return refuse('COMMISSIONER_UNKNOWN', { code: to, on });
  const leaving = commissionerOn(state, on) ?? commissionerOn(state, addDays(on, -1));
  if (from !== undefined && leaving?.code !== from)
    return refuse('COMMISSIONER_DIFFERS', { on, actual: leaving?.code ?? 'not on file', given: from });
  return accept({ type: 'PracticeCommissionerChanged', payload: { ...body, legalDate: on } });
};
