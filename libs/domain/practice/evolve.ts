import { itemsOf } from '../chain.js';
import type { Recorded } from '../recorded.js';
import type { PayloadOf, PracticeEvent, PracticeEventType } from './events.js';
import type { Apply, Appliers } from './evolve/apply.js';
import { withProposal } from './evolve/changes.js';
import { applyOrganisation } from './evolve/organisation.js';
import { applyInstallation } from './evolve/installation.js';
import { applyCallOff } from './evolve/call-off.js';
import { applyDecision } from './evolve/decision.js';
import { applyDispute } from './evolve/dispute.js';
import { applySelection } from './evolve/selection.js';
import { applyDelivery } from './evolve/delivery.js';
import { applyDataAccess } from './evolve/data-access.js';
import { applyGoLive } from './evolve/go-live.js';
import { applyNotice } from './evolve/notice.js';
import { applyRetention } from './evolve/retention.js';
import { applyCustody } from './evolve/custody.js';
import { applyAuditAccess } from './evolve/audit-access.js';
import { applyCorrection } from './evolve/correction.js';
import { applyProposals } from './evolve/proposals.js';
import { correctedIn } from './corrected.js';
import { initialPractice, type Entry, type EventRef, type PracticeState } from './state.js';
import { withOvertaken } from './overtaken.js';
import { requestsAfter } from './standing.js';
import { withStep } from './steps.js';

/**
 * The state after one more event of the practice's stream. A correction folds the events anew, with its target's field
 * as it is now known: whatever rests on that follows.
 */
export const evolvePractice = (state: PracticeState, event: Recorded<PracticeEvent>): PracticeState =>
  withEvent(event.type === 'RecordCorrected' ? refolded(state, event.payload) : state, event);

/** The state as it is with a field of one event corrected; earlier corrections are in the events already. */
export const refolded = (
  { events }: PracticeState,
  correction: Pick<PayloadOf<'RecordCorrected'>, 'targetEventId' | 'field' | 'now'>,
): PracticeState => correctedIn(itemsOf(events), correction).reduce(withEvent, initialPractice);

const withEvent = (state: PracticeState, event: Recorded<PracticeEvent>): PracticeState => {
  const ref: EventRef = {
    eventId: event.id,
    recordedAt: event.metadata.recordedAt,
    recordedBy: event.metadata.actor,
  };
  const apply = appliers[event.type] as Apply<PracticeEventType>;
  const entry = { ...event.payload, ...ref } as Entry<PracticeEventType>;
  const applied = confirmed(withStep(apply(state, entry, event), event, ref), event);
  const after = withOvertaken(state, applied, event.type);
  return {
    ...after,
    requests: requestsAfter(state, after, event),
    events: { last: event, before: state.events },
  };
};

/** An event whose causation is a proposal confirms it (R2). */
const confirmed = (state: PracticeState, event: Recorded): PracticeState => {
  const { causationId } = event.metadata;
  return state.proposals[causationId]?.status === 'OPEN'
    ? withProposal(state, causationId, 'CONFIRMED')
    : state;
};

const appliers: Appliers = {
  ...applyOrganisation,
  ...applyInstallation,
  ...applyCallOff,
  ...applyDecision,
  ...applyDispute,
  ...applySelection,
  ...applyDelivery,
  ...applyDataAccess,
  ...applyGoLive,
  ...applyNotice,
  ...applyRetention,
  ...applyCustody,
  ...applyAuditAccess,
  ...applyCorrection,
  ...applyProposals,
};
