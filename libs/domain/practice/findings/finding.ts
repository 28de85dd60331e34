import type { CivilDate } from '../../calendar/dates.js';
import type { Reference } from '../../reference.js';
import { isInLife } from '../service-span.js';
import { type Instance, type PracticeState } from '../state.js';

export type FindingCode =
  | 'APPROACH_PCT'
  | 'NO_COMMISSIONER'
  | 'NO_PCT_PRACTICE_AGREEMENT'
  | 'NO_PRICE'
  | 'COMPLIANCE_AT_RISK'
  | 'FUNDING_SUSPENDED'
  | 'WITHDRAWAL_ANNOUNCED'
  | 'RETENTION_TO_REVIEW'
  | 'DATA_HOLDER_CEASED'
  | 'NOT_ON_CALL_OFF'
  | 'BUSINESS_CASE_UNDECIDED'
  | 'BUSINESS_CASE_OVERDUE'
  | 'DISPUTE_STEP_OVERDUE'
  | 'CHANGE_TO_BE_AGREED'
  | 'NO_SUITABLE_SYSTEM'
  | 'NO_PLANNED_DATE'
  | 'NO_ORDER'
  | 'NO_NOTICE_GIVEN'
  | 'NOTICE_SHORT'
  | 'NOTICE_EARLY'
  | 'NOTICE_DATE_DISPUTED'
  | 'SERVICE_END_NOT_RECORDED'
  | 'NO_RETENTION_CHOSEN'
  | 'NO_DATA_HOLDER'
  | 'MEDIA_REVIEW_DUE'
  | 'AUDIT_ACCESS_GAP'
  | 'RETENTION_RANK_BROKEN'
  | 'TAPE_WITHOUT_REASON'
  | 'EXTRACT_REJECTED'
  | 'DATA_ACCESS_PROBLEM'
  | 'GO_LIVE_REPORTED'
  | 'ORDER_NOT_CANCELLED'
  | 'NOTICE_AFTER_ROLLBACK'
  | 'NOTICE_AFTER_RETURN'
  | 'RETENTION_AFTER_RETURN'
  | 'SOURCE_ROLLED_BACK'
  | 'GO_LIVE_RETRACTED'
  | 'EXTRACT_MEDIA_HELD'
  | 'OBSERVED_CHANGE_WITHOUT_DECISION';

/** What somebody should look at or do, derived from the record and never an event (R11). */
export interface Finding {
  readonly code: FindingCode;
  readonly rule: string;
  /** One sentence, with the dates and figures of the case. */
  readonly message: string;
  /** The events that it rests on. */
  readonly events: readonly string[];
  readonly instanceId?: string;
  /** What cannot be made good later (A25). */
  readonly severity?: 'CRITICAL';
  /** The day by which it is to be done, or was. */
  readonly dueBy?: CivilDate;
}

/** The findings of one topic for a practice on a day. */
export type Find = (state: PracticeState, reference: Reference, on: CivilDate) => readonly Finding[];

/** Whether the practice was open on that day. */
export const isOpenOn = (state: PracticeState, on: CivilDate): boolean =>
  state.practice !== null &&
  state.practice.effectiveDate <= on &&
  (state.closedOn === null || on <= state.closedOn);

/** The instances in life on that day (R6). */
export const instancesInLife = (state: PracticeState, on: CivilDate): readonly Instance[] =>
  Object.values(state.instances).filter((instance) => isInLife(state, instance, on));

/** "1 day", "49 days". */
export const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
