import { Temporal } from 'temporal-polyfill';

/** A London civil date, `YYYY-MM-DD` (A32). Dates compare as strings. */
export type CivilDate = string;

/** Later than any day: of what has no end. */
export const LATEST: CivilDate = '9999-12-31';

/** A UTC instant, RFC 3339 with milliseconds and `Z`. Instants of this form compare as strings. */
export type Instant = string;

const LONDON = 'Europe/London';
const DAY_MS = 86_400_000;

/**
 * Whether the text is a real date of the calendar: 2009-02-30 is not. Of the years 1900 to 2999 alone: dates are
 * compared as texts and kept in date columns, and both fail beyond the years of four digits.
 */
export const isRealDate = (text: string): boolean => {
  if (!/^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
};

/**
 * The same-numbered day `months` later, or the last day of that month if it has none: the corresponding date rule
 * of *Dodds v Walker* (A1, A2). Always counted from the anchor.
 * @rule A1
 * @rule A2
 */
export const addMonths = (anchor: CivilDate, months: number): CivilDate =>
  Temporal.PlainDate.from(anchor).add({ months }).toString();

/** The date `days` later, or earlier where negative. Without Temporal, since the read side asks for it most of all. */
export const addDays = (date: CivilDate, days: number): CivilDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Days from one date to another: 12 Mar to 13 Mar is 1. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from);

const londonDate = new Intl.DateTimeFormat('en-CA', { timeZone: LONDON, dateStyle: 'short' });

/**
 * The London date of an instant (A32). Without Temporal, since every command and every answer asks for it.
 * @rule A32
 */
export const londonDateOf = (instant: Instant): CivilDate => londonDate.format(Date.parse(instant));

/**
 * The last millisecond of a London day, as an instant: what a bare date means in `knownAt` (R14).
 * @rule R14
 */
export const endOfLondonDay = (date: CivilDate): Instant =>
  instantText(
    Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime({ timeZone: LONDON }).toInstant()
      .epochMilliseconds - 1,
  );

/** Milliseconds since 1970 as an instant with milliseconds and `Z`. */
export const instantText = (epochMilliseconds: number): Instant =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toString({ smallestUnit: 'millisecond' });

/** Dated things in order of their days or months; those of one day stay in the order given. */
export const inOrder = <Item>(items: readonly Item[], dayOf: (item: Item) => string): readonly Item[] =>
  items.toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : Number(dayOf(one) > dayOf(other))));

/** The later of two dates. */
export const laterOf = (one: CivilDate, other: CivilDate): CivilDate => (one > other ? one : other);

/** The earlier of two dates. */
export const earlierOf = (one: CivilDate, other: CivilDate): CivilDate => (one < other ? one : other);

const dayNumber = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
