import { daysBetween, type CivilDate } from '../../calendar/dates.js';
import { disputeOn, toBeAgreedBy, type DisputeView } from '../dispute-view.js';
import { by, stepsBy } from '../steps.js';
import { isClosedOn, type Migration } from '../state.js';
import { daysText, type Find, type Finding } from './finding.js';

/** What a dispute waits for: a step of the formal procedure, or the agreement that was determined (X7). */
export const disputeFindings: Find = (state, _reference, on) =>
  state.migrations
    .filter((migration) => !isClosedOn(migration, on))
    .flatMap((migration) => {
      const dispute = disputeOn(migration, on);
      return [...(dispute ? overdue(dispute, on) : []), ...toBeAgreed(migration, on)];
    });

/** The steps are the NHS Litigation Authority’s and the parties’: the register hears of the determination alone. */
const overdue = ({ referral, outcome, events }: DisputeView, on: CivilDate): readonly Finding[] => {
  if (!referral || outcome !== null) return [];
  const steps = [
    { what: 'The request to the parties was due', by: referral.requestBy },
    { what: 'Their representations were due', by: referral.representations.by },
    { what: 'Their observations were due', by: referral.observations.by },
  ];
  const late = steps.findLast(({ by }) => by < on);
  if (!late) return [];
  const days = daysText(daysBetween(late.by, on));
  return [
    {
      code: 'DISPUTE_STEP_OVERDUE',
      rule: 'X7',
      message: `${late.what} by ${late.by}, ${days} ago, in the dispute before the NHS Litigation Authority, and no determination is on record.`,
      events,
    },
  ];
};

/** Determined so, nobody agrees in the PCT’s place (X4): until it does, it is to be reminded. */
const toBeAgreed = (migration: Migration, on: CivilDate): readonly Finding[] => {
  const determined = toBeAgreedBy(migration, on);
  const isAgreed = stepsBy(migration, on).some(({ type }) => type === 'ChangeAgreed');
  if (!determined || isAgreed) return [];
  const { effectiveDate: since, eventId } = determined;
  const last = by(migration.refused, on);
  const refused = last && since <= last.effectiveDate ? last : null;
  const what = refused
    ? `has refused it again on ${refused.effectiveDate}: it is to agree`
    : `has not agreed to it for ${daysText(daysBetween(since, on))}`;
  return [
    {
      code: 'CHANGE_TO_BE_AGREED',
      rule: 'X7',
      message: `It was determined on ${since} that the change is to be agreed, and the PCT ${what}.`,
      events: [eventId, ...(refused ? [refused.eventId] : [])],
    },
  ];
};
