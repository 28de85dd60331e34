import type { Entry } from './entry.js';

/** A dispute over a migration from where it was raised to its determination (X7). */
export interface Dispute {
  readonly raised: Entry<'DisputeRaised'>;
  readonly escalations: readonly Entry<'DisputeEscalated'>[];
  readonly referral: Entry<'DisputeReferredToNhsla'> | null;
  readonly determined: Entry<'DisputeDetermined'> | null;
}
