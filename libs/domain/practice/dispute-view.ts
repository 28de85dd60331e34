import type { CivilDate } from '../calendar/dates.js';
import type { PayloadOf } from './events.js';
import type { Fact } from './fact.js';
import { isClosedOn, type Dispute, type Migration } from './state.js';

/** A dispute over a migration as it stood on a day (X7). */
export interface DisputeView extends Fact {
  readonly disputeId: string;
  readonly subject: PayloadOf<'DisputeRaised'>['subject'];
  readonly grounds: readonly string[];
  readonly raisedOn: CivilDate;
  readonly raisedBy: string;
  /** Null while it is between practice and PCT. */
  readonly level: PayloadOf<'DisputeEscalated'>['level'] | null;
  readonly referral: Pick<
    PayloadOf<'DisputeReferredToNhsla'>,
    'requestBy' | 'representations' | 'observations'
  > | null;
  readonly outcome: PayloadOf<'DisputeDetermined'>['outcome'] | null;
  readonly determinedOn: CivilDate | null;
}

/** Whether a dispute of the migration is open on the day: raised and not determined, and not left with its migration. */
export const isDisputedOn = (migration: Migration, on: CivilDate): boolean =>
  !isClosedOn(migration, on) &&
  migration.disputes.some(({ raised, determined }) => isBy(raised, on) && !isBy(determined, on));

/** The latest dispute that was raised by the day, also after its determination; null where there was none. */
export const disputeOn = ({ disputes }: Migration, on: CivilDate): DisputeView | null => {
  const dispute = disputes.findLast(({ raised }) => isBy(raised, on));
  return dispute ? viewOf(dispute, on) : null;
};

const viewOf = ({ raised, escalations, referral, determined }: Dispute, on: CivilDate): DisputeView => {
  const steps = escalations.filter((step) => isBy(step, on));
  const referred = isBy(referral, on) ? referral : null;
  const settled = isBy(determined, on) ? determined : null;
  return {
    disputeId: raised.disputeId,
    subject: raised.subject,
    grounds: raised.grounds,
    raisedOn: raised.effectiveDate,
    raisedBy: raised.recordedBy.role,
    level: steps.at(-1)?.level ?? null,
    referral: referred && {
      requestBy: referred.requestBy,
      representations: referred.representations,
      observations: referred.observations,
    },
    outcome: settled?.outcome ?? null,
    determinedOn: settled?.effectiveDate ?? null,
    rule: 'X7',
    events: [raised, ...steps, referred, settled].flatMap((step) => step?.eventId ?? []),
  };
};

/** The determination that the change is to be agreed, where it is the last by a day (X7). */
export const toBeAgreedBy = ({ disputes }: Migration, on: CivilDate) => {
  const determined = disputes
    .flatMap((dispute) => dispute.determined ?? [])
    .findLast(({ effectiveDate }) => effectiveDate <= on);
  return determined?.outcome === 'CHANGE_TO_BE_AGREED' ? determined : undefined;
};

const isBy = (step: { readonly effectiveDate: CivilDate } | null, on: CivilDate): boolean =>
  step !== null && step.effectiveDate <= on;
