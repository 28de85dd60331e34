import type { PolicySet } from '../policy/state.js';
import type { FundingReason, Payer } from './interval.js';

/** Who pays for a row on a day, and why. */
export interface Paying {
  readonly payer: Payer;
  readonly reason: FundingReason;
  readonly rule: string;
  readonly why: string;
  readonly policy: PolicySet;
  /** Of a charge that practice and commissioner share: the practice's percent, from 1 to 99 (R5). */
  readonly practicePercent?: number;
  /** Ids of the practice's events that the payer rests on. */
  readonly events: readonly string[];
}
