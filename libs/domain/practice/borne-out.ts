import { isEstablished } from '../commissioner/state.js';
import type { Refused } from '../decision.js';
import type { Recorded } from '../recorded.js';
import { commissionerIn, type Reference } from '../reference.js';
import { refuse } from '../refusals.js';
import type { PracticeEvent } from './events.js';
import { levelRefusal } from './installation.js';
import type { PracticeState } from './state.js';

/** The fields that reference facts bear out. */
const BORNE_OUT = new Set(['effectiveDate', 'level', 'commissioner', 'to']);

/**
 * The refusal of a fact, as a correction of that field leaves it, which its own command would have refused for the
 * reference facts: COMMISSIONER_UNKNOWN (R4; of an import none need be established, O2), LEVEL_ABOVE_PRODUCT (S2).
 */
export const referenceRefusal = (
  { type, payload, metadata }: Recorded<PracticeEvent>,
  field: string,
  { instances }: PracticeState,
  reference: Reference,
): Refused | null => {
  if (!BORNE_OUT.has(field)) return null;
  const { effectiveDate: on } = payload as { readonly effectiveDate: string };
  const unknown = (code: string | undefined) =>
    code === undefined || metadata.actor.role === 'PM' || isEstablished(commissionerIn(reference, code), on)
      ? null
      : refuse('COMMISSIONER_UNKNOWN', { code, on });
  switch (type) {
    case 'PracticeRegistered':
      return unknown(payload.commissioner);
    case 'PracticeCommissionerChanged':
      return unknown(payload.to);
    case 'SystemInstanceRegistered':
      return levelRefusal(payload.productId, payload.level, reference, on);
    case 'SystemUpgraded': {
      const productId = instances[payload.instanceId]?.productId ?? '';
      return payload.level === undefined ? null : levelRefusal(productId, payload.level, reference, on);
    }
    default:
      return null;
  }
};
