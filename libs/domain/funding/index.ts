export { cut, sumOfPence, withAmounts } from './amounts.js';
export { accruedBy, exposureIfNotice, type Exposure } from './exposure.js';
export { fundingDifference, type FundingDifference } from './difference.js';
export type { FundingAmount, FundingInterval, FundingReason, FundingRow, Payer } from './interval.js';
export { fundingTimeline } from './timeline.js';
