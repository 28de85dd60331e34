import { addDays, type CivilDate } from '../calendar/dates.js';
import type { Migration, PracticeState } from './state.js';

/** Days from one to another, both inclusive; `until` null is open. */
export interface Span {
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

/** The day on which a migration was open no longer (I1): a refused one stands in nobody's way. Null while it is. */
export const openUntil = ({ goLive, abandoned, refused, closedOn }: Migration): CivilDate | null =>
  goLive?.on ?? (abandoned ?? refused)?.effectiveDate ?? closedOn;

/**
 * The days on which a migration was open (I1), from its request to the day before it was no longer; one whose go-live
 * was retracted is open again from the retraction on, while its go-live stood another could be asked for (F7).
 */
export const openSpans = (migration: Migration): readonly Span[] => {
  const { request, retracted } = migration;
  const starts = [request.effectiveDate, ...retracted.map(({ by }) => by.effectiveDate)];
  const ends = [...retracted.map(({ goLive }) => goLive.on), openUntil(migration)];
  return starts
    .map((from, index) => ({ from, end: ends[index] ?? null }))
    .filter(({ from, end }) => end === null || from < end)
    .map(({ from, end }) => ({ from, until: end === null ? null : addDays(end, -1) }));
};

/**
 * What I1 does not let be while a migration is open, and the day: another that is open from then on, or a decision to
 * retain the system. Undefined where there is nothing.
 */
export const besideOpen = (
  migration: Migration,
  { migrations, retained }: Pick<PracticeState, 'migrations' | 'retained'>,
):
  | { readonly what: 'another is open' | 'the practice retained its system'; readonly on: CivilDate }
  | undefined => {
  const spans = openSpans(migration);
  const isOpenOn = (on: CivilDate) => spans.some(({ from, until }) => from <= on && on <= (until ?? '9999'));
  const other = migrations
    .filter(({ migrationId }) => migrationId !== migration.migrationId)
    .flatMap(openSpans)
    .find(({ from }) => isOpenOn(from));
  if (other) return { what: 'another is open', on: other.from };
  // On the day of the request itself it may have been decided before it.
  const retain = retained.find(({ effectiveDate: on }) => isOpenOn(on) && isOpenOn(addDays(on, -1)));
  return retain && { what: 'the practice retained its system', on: retain.effectiveDate };
};
