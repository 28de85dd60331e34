import { inOrder, laterOf, type CivilDate } from '../calendar/dates.js';
import { accept } from '../decision.js';
import { refuse } from '../refusals.js';
import type { Decide } from './decider.js';
import { cutoverOf, isAfterCutover, reliedOn } from './extracts-relied-on.js';
import type { Fact } from './fact.js';
import type { Migration } from './state.js';

/**
 * Between the final extract and cutover entries were made in the source that never migrate by themselves: London
 * times, `to` the day alone where the time of cutover is not on record (D1 M1).
 */
export interface CutoverGap extends Fact {
  readonly from: string;
  readonly to: string;
  /** UNKNOWN while nothing is on record; YES once what is on record leaves no moment out. */
  readonly backloaded: 'UNKNOWN' | 'PARTLY' | 'YES';
}

/**
 * Practice or PCT puts on record that entries of the cutover gap were keyed in again. Refuses GO_LIVE_MISSING,
 * DATE_ORDER.
 */
export const recordBackload: Decide<'record-backload'> = (body, { migrations }) => {
  const { from, to, effectiveDate: on } = body;
  const migration = migrations.findLast(({ goLive }) => goLive);
  if (!migration?.goLive) return refuse('GO_LIVE_MISSING', { with: '' });
  if (on < migration.goLive.on) return refuse('GO_LIVE_MISSING', { with: ` on or before ${on}` });
  if (to <= from)
    return refuse('DATE_ORDER', { what: `The entries from ${from} end before they begin, at ${to}.` });
  if (on < to.slice(0, 10))
    return refuse('DATE_ORDER', { what: `Entries of ${to} are later than their back-loading of ${on}.` });
  return accept({ type: 'CutoverGapClosed', payload: { ...body, migrationId: migration.migrationId } });
};

/** The cutover gap of a go-live as it stood on a day; null before go-live, and where no extract is on record. */
export const cutoverGapOn = (migration: Migration, on: CivilDate): CutoverGap | null => {
  const { goLive, backloads } = migration;
  if (!goLive || on < goLive.on) return null;
  const cutover = cutoverOf(goLive);
  const relied = reliedOn(migration, goLive.finalExtractId, goLive.on);
  const final = inOrder(relied, ({ at }) => at).findLast(({ at }) => !isAfterCutover(at, goLive));
  if (!final) return null;
  const done = backloads.filter(({ effectiveDate }) => effectiveDate <= on);
  const covered = inOrder(done, ({ from }) => from).reduce(
    (reach, { from, to }) => (from <= reach ? laterOf(reach, to) : reach),
    final.at,
  );
  const isWhole = covered.slice(0, cutover.length) >= cutover;
  return {
    from: final.at,
    to: cutover,
    backloaded: done.length === 0 ? 'UNKNOWN' : isWhole ? 'YES' : 'PARTLY',
    rule: 'A31',
    events: [final.eventId, ...goLive.events, ...done.map(({ eventId }) => eventId)],
  };
};
