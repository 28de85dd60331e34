import { isEstablished } from '../commissioner/state.js';
import type { Refused } from '../decision.js';
import { policyOn } from '../policy/state.js';
import type { Recorded } from '../recorded.js';
import { commissionerIn, type Reference } from '../reference.js';
import { refuse } from '../refusals.js';
import type { PayloadOf, PracticeEvent } from './events.js';
import { levelRefusal } from './installation.js';
import { goLiveFrom, type PracticeState } from './state.js';
import { earliestEndOf } from './wind-down.js';

/** The fields that reference facts bear out. */
const BORNE_OUT = new Set(['effectiveDate', 'level', 'commissioner', 'to', 'endsOn']);

/**
 * The refusal of a fact, as a correction of that field leaves it, which its own command would have refused for the
 * reference facts: COMMISSIONER_UNKNOWN (R4; of an import none need be established, O2), LEVEL_ABOVE_PRODUCT (S2),
 * NOTICE_TOO_SHORT (I8; a notice that the correction of another field makes short keeps its end, R8).
 */
export const referenceRefusal = (
  { type, payload, metadata }: Recorded<PracticeEvent>,
  field: string,
  state: PracticeState,
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
      const productId = state.instances[payload.instanceId]?.productId ?? '';
      return payload.level === undefined ? null : levelRefusal(productId, payload.level, reference, on);
    }
    case 'NoticeGiven':
      return field === 'endsOn' ? endRefusal(payload, state, reference) : null;
    default:
      return null;
  }
};

const endRefusal = (
  { noticeId, endsOn, contingentOn }: PayloadOf<'NoticeGiven'>,
  state: PracticeState,
  reference: Reference,
): Refused | null => {
  const notice = state.notices.find((one) => one.noticeId === noticeId);
  const goLive = notice && goLiveFrom(state, notice.instanceId);
  const policy = notice && policyOn(reference.policy, notice.effectiveDate);
  if (!goLive || !policy || contingentOn) return null;
  const earliestEndsOn = earliestEndOf(notice, goLive.on, policy);
  return endsOn !== undefined && endsOn < earliestEndsOn
    ? refuse('NOTICE_TOO_SHORT', { on: notice.effectiveDate, earliestEndsOn })
    : null;
};
