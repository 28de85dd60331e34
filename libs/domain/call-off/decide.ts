import { isEstablished } from '../commissioner/state.js';
import { accept, nothing, type Decision } from '../decision.js';
import type { Actor } from '../recorded.js';
import { commissionerIn, supplierIn, type Reference } from '../reference.js';
import { refuse } from '../refusals.js';
import { roleRefusal } from '../roles.js';
import { isRegistered } from '../supplier/state.js';
import type { CallOffCommand } from './commands.js';
import type { CallOffEvent } from './events.js';
import type { CallOffState } from './state.js';

/** Which Call-Off is signed, by whom, and what is known of its two parties. */
export interface CallOffContext {
  readonly commissioner: string;
  readonly supplier: string;
  readonly actor: Actor;
  readonly reference: Reference;
}

/**
 * Decides `sign-call-off`: the one agreement of a PCT and a supplier (A2, A30), by that PCT or the national team,
 * with no limit on its date (R10). Signed already from that day: nothing; from another: refused.
 */
export const decideCallOff = (
  { name, body }: CallOffCommand,
  { signed }: CallOffState,
  { commissioner, supplier, actor, reference }: CallOffContext,
): Decision<CallOffEvent> => {
  const refused = roleRefusal(actor, name, ['PCT', 'NAT']);
  if (refused) return refused;
  if (actor.role === 'PCT' && actor.org !== commissioner)
    return refuse('NOT_YOUR_CALL_OFF', { commissioner, org: actor.org });
  const on = body.effectiveDate;
  if (!isEstablished(commissionerIn(reference, commissioner), on))
    return refuse('COMMISSIONER_UNKNOWN', { code: commissioner, on });
  if (!isRegistered(supplierIn(reference, supplier), on)) return refuse('SUPPLIER_UNKNOWN', { supplier, on });
  if (signed?.from === on) return nothing;
  if (signed) return refuse('CALL_OFF_ALREADY_SIGNED', { commissioner, supplier, from: signed.from });
  return accept({ type: 'CallOffSigned', payload: { ...body, commissioner, supplier } });
};
