import type { CivilDate } from '../calendar/dates.js';
import type { Fact } from './migration-view.js';
import { agreementOn, contractorTypeOn } from './pct-practice-agreement.js';
import type { PracticeState } from './state.js';

/** What a practice was merged or split into; `on` is its last day before that (F10). */
export interface SuccessionView extends Fact {
  readonly kind: 'MERGER' | 'SPLIT';
  readonly into: readonly string[];
  readonly on: CivilDate;
}

/** A practice that was taken over from a day on, and which of its systems is which here (F10). */
export interface PredecessorView extends Fact {
  readonly ods: string;
  readonly kind: 'MERGER' | 'SPLIT';
  readonly from: CivilDate;
  readonly instances: readonly { readonly instanceId: string; readonly predecessorInstanceId: string }[];
}

/** What a practice is beside its systems: what became of it, its agreement (X1) and its kind of contract (X9). */
export interface StandingView {
  readonly successors: readonly SuccessionView[];
  readonly predecessors: readonly PredecessorView[];
  readonly agreement:
    (Fact & { readonly pct: string; readonly from: CivilDate; readonly until: CivilDate | null }) | null;
  readonly contractorType: (Fact & { readonly type: string; readonly from: CivilDate }) | null;
}

/** What a practice was on a day. */
export const standingOn = (state: PracticeState, on: CivilDate): StandingView => {
  const agreement = agreementOn(state, on);
  const contract = contractorTypeOn(state, on);
  return {
    successors: state.successions
      .filter(({ effectiveDate }) => effectiveDate <= on)
      .map(({ kind, into, effectiveDate, eventId }) => ({
        kind,
        into,
        on: effectiveDate,
        rule: 'F10',
        events: [eventId],
      })),
    predecessors: state.takenOver
      .filter(({ effectiveDate }) => effectiveDate <= on)
      .map(({ predecessor, kind, effectiveDate, instances = [], eventId }) => ({
        ods: predecessor,
        kind,
        from: effectiveDate,
        instances,
        rule: 'F10',
        events: [eventId],
      })),
    agreement: agreement
      ? {
          pct: agreement.pct,
          from: agreement.effectiveDate,
          until: agreement.until,
          rule: 'X1',
          events: [agreement.eventId, ...(agreement.endedBy === null ? [] : [agreement.endedBy])],
        }
      : null,
    contractorType: contract && {
      type: contract.contractorType,
      from: contract.effectiveDate,
      rule: 'X9',
      events: [contract.eventId],
    },
  };
};
