import type { FundingAmount, FundingInterval } from '#domain/funding/index.js';
import type { FundingAnswerInterval } from './answers.js';

/** A funding row as a query gives it back. */
export interface FundingRowFound {
  readonly ods: string;
  readonly instance_id: string;
  readonly price_row: FundingInterval['row'];
  readonly from: string;
  readonly to: string | null;
  readonly payer: FundingInterval['payer'];
  readonly payer_org: string | null;
  readonly yearly_pence: string | null;
  readonly pence_reason: 'NO_PRICE' | null;
  readonly share_percent: number | null;
  readonly accrual_basis: 'ACT_ACT' | null;
  readonly reason: FundingInterval['reason'];
  readonly rule: string;
  readonly policy_version: string;
  readonly why: string;
  readonly events: string[];
  readonly price_events: string[];
}

/** The interval that a row was made from. */
export const toInterval = (found: FundingRowFound): FundingInterval => ({
  instanceId: found.instance_id,
  row: found.price_row,
  from: found.from,
  to: found.to,
  payer: found.payer,
  payerOrg: found.payer_org,
  yearlyPence: found.yearly_pence === null ? null : Number(found.yearly_pence),
  ...(found.pence_reason && { penceReason: found.pence_reason }),
  ...(found.share_percent !== null && { sharePercent: found.share_percent }),
  ...(found.accrual_basis && { accrualBasis: found.accrual_basis }),
  reason: found.reason,
  rule: found.rule,
  policyVersion: found.policy_version,
  why: found.why,
  events: found.events,
  priceEvents: found.price_events,
});

/** An interval with its amounts, in the answer's shape. */
export const toAnswer = ({
  instanceId,
  events,
  priceEvents,
  ...amount
}: FundingAmount): FundingAnswerInterval => ({
  instance: instanceId,
  ...amount,
  events: [...events],
  priceEvents: [...priceEvents],
});
