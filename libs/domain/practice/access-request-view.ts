import type { CivilDate } from '../calendar/dates.js';
import type { PayloadOf } from './events.js';
import type { Fact } from './fact.js';
import type { AccessRequest, PracticeState } from './state.js';

/** A request for an audit trail as it stood on a day, with what came of it (S31). */
export interface AccessRequestView extends Fact {
  readonly requestId: string;
  readonly instanceId: string;
  readonly on: CivilDate;
  readonly purposeClass: PayloadOf<'AuditAccessRequested'>['purposeClass'];
  readonly period: { readonly from: CivilDate; readonly until: CivilDate };
  /** On whose authority it was made (X10). */
  readonly onWhoseAuthority: string;
  readonly status: 'OPEN' | 'FULFILLED' | 'FAILED';
  readonly fulfilled:
    | (Fact & {
        readonly on: CivilDate;
        readonly chargePence: number;
        readonly nthOfFreeAllowance: number | null;
        readonly freeAllowance: number | null;
      })
    | null;
  readonly failures: readonly (Fact & { readonly on: CivilDate; readonly cause: string })[];
}

/** The requests made on or before the day, the oldest first. */
export const accessRequestViews = (state: PracticeState, on: CivilDate): readonly AccessRequestView[] =>
  state.accessRequests
    .filter(({ effectiveDate }) => effectiveDate <= on)
    .map((request) => requestView(request, on));

const requestView = (request: AccessRequest, on: CivilDate): AccessRequestView => {
  const { requestId, instanceId, effectiveDate, purposeClass, period, onWhoseAuthority, eventId } = request;
  const fulfilled = request.fulfilled && request.fulfilled.effectiveDate <= on ? request.fulfilled : null;
  const failures = request.failures.filter((failure) => failure.effectiveDate <= on);
  const unfulfilled = failures.length > 0 ? 'FAILED' : 'OPEN';
  return {
    requestId,
    instanceId,
    on: effectiveDate,
    purposeClass,
    period,
    onWhoseAuthority,
    status: fulfilled ? 'FULFILLED' : unfulfilled,
    fulfilled: fulfilled && {
      on: fulfilled.effectiveDate,
      chargePence: fulfilled.chargePence,
      nthOfFreeAllowance: fulfilled.nthOfFreeAllowance,
      freeAllowance: fulfilled.freeAllowance,
      rule: 'S31',
      events: [fulfilled.eventId],
    },
    failures: failures.map((failure) => ({
      on: failure.effectiveDate,
      cause: failure.cause,
      rule: 'F9',
      events: [failure.eventId],
    })),
    rule: 'S31',
    events: [
      eventId,
      ...failures.map((failure) => failure.eventId),
      ...(fulfilled ? [fulfilled.eventId] : []),
    ],
  };
};
