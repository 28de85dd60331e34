import { civilDate, commissionerCode, instanceId, supplierId } from '../../fields.js';
import { contractorType, payload } from './fields.js';

/** Events of what keeps a system from central funding, or gives it some: cover, agreement, exception. */
export const callOffEvents = {
  /** The practice wants no cover that it would have by default (X3). */
  PracticeOptedOut: payload({ pct: commissionerCode, supplier: supplierId, instanceId }),
  /** `effectiveDate` is the last day on which the Call-Off covers the instance. */
  PracticeLeftCallOff: payload({ pct: commissionerCode, supplier: supplierId, instanceId }),
  /** `effectiveDate` is the last day on which the agreement is in force. */
  PctPracticeAgreementEnded: payload({ pct: commissionerCode }),
  ContractorTypeRecorded: payload({ contractorType }),
  /** A national decision: `from` and `until`, both inclusive, are centrally funded after bedding-in too (A9). */
  CentralFundingExceptionGranted: payload({ instanceId, from: civilDate, until: civilDate }),
};
