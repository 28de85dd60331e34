import type { Projection } from '#projections/index.js';
import { auditHistoryProjection } from './audit-history/projection.js';
import { fundingProjection } from './funding/projection.js';
import { practicesProjection } from './practices/projection.js';

/** Every read model of the register. */
export const projections: readonly Projection[] = [
  auditHistoryProjection,
  fundingProjection,
  practicesProjection,
];

export { PAGE_LIMIT, type Asked, type Paging } from './asked.js';
export {
  auditHistoryAnswer,
  historyEntry,
  type AuditHistory,
  type HistoryEntry,
} from './audit-history/answers.js';
export { auditHistory, auditHistoryEntry } from './audit-history/query.js';
export { callOffCoverAnswer, type CallOffCover } from './call-off-cover/answers.js';
export { callOffCover } from './call-off-cover/query.js';
export { dataAccessServicesAnswer, type DataAccessServices } from './data-access-services/answers.js';
export { listDataAccessServices } from './data-access-services/query.js';
export {
  commissionerFundingAnswer,
  fundingInterval,
  payerOfFunding,
  practiceFundingAnswer,
  type CommissionerFunding,
  type PracticeFunding,
} from './funding/answers.js';
export { exposureAnswer, practiceExposure, type PracticeExposure } from './funding/exposure.js';
export { commissionerFunding, practiceFunding, type FundingAsked } from './funding/query.js';
export { toAnswer as fundingIntervalAnswer } from './funding/stored-intervals.js';
export {
  auditHistoryCsv,
  callOffCoverCsv,
  commissionerFundingCsv,
  dataAccessServicesCsv,
  practiceFundingCsv,
  practicesCsv,
  systemsCsv,
} from './lists-as-csv.js';
export { nextStepsAnswer, type NextStepsAnswer } from './next-steps/answers.js';
export { practiceNextSteps } from './next-steps/query.js';
export { businessCaseTemplatesAnswer, type BusinessCaseTemplates } from './policy/answers.js';
export { businessCaseTemplates } from './policy/query.js';
export { practiceQueryAnswer, type PracticeQueryAnswer } from './practice/answers.js';
export { partiesIn, practiceParties, type PracticeParties } from './practice/parties.js';
export { practiceOn } from './practice/query.js';
export { practicesAnswer, practiceStateName, type Practices } from './practices/answers.js';
export { listPractices, type PracticesAsked } from './practices/query.js';
export { systemsAnswer, type Systems } from './systems/answers.js';
export { listSystems } from './systems/query.js';
