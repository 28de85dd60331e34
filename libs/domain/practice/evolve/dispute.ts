import type { Dispute, PracticeState } from '../state.js';
import type { Appliers } from './apply.js';
import { onMigration } from './changes.js';

/** How the state follows the events of a dispute. */
export const applyDispute = {
  DisputeRaised: (state, entry) =>
    onMigration(state, entry.migrationId, ({ disputes }) => ({
      disputes: [...disputes, { raised: entry, escalations: [], referral: null, determined: null }],
    })),
  DisputeEscalated: (state, entry) =>
    onDispute(state, entry, ({ escalations }) => ({ escalations: [...escalations, entry] })),
  DisputeReferredToNhsla: (state, entry) => onDispute(state, entry, () => ({ referral: entry })),
  /**
   * That the change is to be agreed lifts the refusal: the PCT has to decide anew, and nobody does it in its place. Of
   * a closed migration nothing is left to decide.
   */
  DisputeDetermined: (state, entry) => {
    const determined = onDispute(state, entry, () => ({ determined: entry }));
    return entry.outcome === 'CHANGE_TO_BE_AGREED'
      ? onMigration(determined, entry.migrationId, ({ status, refused }) => ({
          refused: status === 'CLOSED' ? refused : null,
        }))
      : determined;
  },
} satisfies Partial<Appliers>;

const onDispute = (
  state: PracticeState,
  { migrationId, disputeId }: { readonly migrationId: string; readonly disputeId: string },
  change: (dispute: Dispute) => Partial<Dispute>,
): PracticeState =>
  onMigration(state, migrationId, ({ disputes }) => ({
    disputes: disputes.map((dispute) =>
      dispute.raised.disputeId === disputeId ? { ...dispute, ...change(dispute) } : dispute,
    ),
  }));
