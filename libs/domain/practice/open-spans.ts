import { addDays, earlierOf, londonDateOf, type CivilDate } from '../calendar/dates.js';
import type { Migration, PracticeState } from './state.js';
import { hasDay, type Span } from './spans.js';

/** The day on which a migration was open no longer (I1): a refused one stands in nobody's way. Null while it is. */
export const openUntil = ({ goLive, abandoned, refused, closedOn }: Migration): CivilDate | null =>
  goLive?.on ?? (abandoned ?? refused)?.effectiveDate ?? closedOn;

/**
 * The days on which a migration was open (I1), from its request to the day before it was no longer. One whose go-live
 * was retracted is open again from the day on which that was recorded: until then another could be asked for (F7). One
 * that was over before a go-live which never happened was open no longer than that.
 */
export const openSpans = (migration: Migration): readonly Span[] => {
  const { request, retracted } = migration;
  const starts = [request.effectiveDate, ...retracted.map(({ by }) => londonDateOf(by.recordedAt))];
  const over = openUntil(migration);
  const ends = [...retracted.map(({ goLive: { on } }) => (over === null ? on : earlierOf(on, over))), over];
  return starts
    .map((from, index) => ({ from, end: ends[index] ?? null }))
    .filter(({ from, end }) => end === null || from < end)
    .map(({ from, end }) => ({ from, until: end === null ? null : addDays(end, -1) }));
};

/** Whether a migration was open on a day (I1). */
export const isOpenOn = (migration: Migration, on: CivilDate): boolean =>
  openSpans(migration).some((span) => hasDay(span, on));

/** The first day from which another migration is open while this one is (I1); undefined where none is. */
export const openBeside = (
  migration: Migration,
  { migrations }: Pick<PracticeState, 'migrations'>,
): CivilDate | undefined =>
  migrations
    .filter(({ migrationId }) => migrationId !== migration.migrationId)
    .flatMap(openSpans)
    .find(({ from }) => isOpenOn(migration, from))?.from;
