import { laterOf, type CivilDate } from '../calendar/dates.js';
import { PRICE_ROWS, type PriceRow } from '../fields.js';
import { installedFrom, installedLevelOn } from '../practice/installed.js';
import type { Instance } from '../practice/state.js';
import type { Span } from './life.js';

/** A row of a price list and the days of an instance's life on which it is charged. */
interface RowSpans {
  readonly row: PriceRow;
  readonly spans: readonly Span[];
}

/**
 * The price-list rows of an instance over its life (A3): licence and support throughout, a row for each level up to the
 * one installed, which an upgrade may change from its day (A15), and the Summary Care Record from the day on which
 * that function is installed; of an LSP's the licence alone.
 */
export const rowsOf = (instance: Instance, lives: readonly Span[]): readonly RowSpans[] => {
  if (instance.contract === 'LSP') return [{ row: 'SOFTWARE_LICENCE', spans: lives }];
  const spans = (row: PriceRow) => lives.flatMap((life) => spansOf(row, instance, life));
  return PRICE_ROWS.map((row) => ({ row, spans: spans(row) }));
};

const LEVEL_ROWS: Partial<Record<PriceRow, number>> = {
  LEVEL_1_COMPLIANCE: 1,
  LEVEL_2_COMPLIANCE: 2,
  LEVEL_3_COMPLIANCE: 3,
};

const spansOf = (row: PriceRow, instance: Instance, life: Span): readonly Span[] => {
  const level = LEVEL_ROWS[row];
  if (level !== undefined)
    return spansByLevel(instance, life).flatMap((span) => (span.level >= level ? [span] : []));
  return row === 'SUMMARY_CARE_RECORD_COMPLIANCE' ? summaryCareRecordSpans(instance, life) : [life];
};

/** The life in parts, each with the level that is installed in it, cut where an upgrade brings another. */
const spansByLevel = (instance: Instance, life: Span): readonly (Span & { readonly level: number })[] => {
  const upgrades = instance.upgrades.filter(
    ({ level, effectiveDate }) => level !== undefined && isInside(life, effectiveDate),
  );
  const starts = [...new Set(upgrades.map(({ effectiveDate }) => effectiveDate))];
  const broughtBy = (on: CivilDate) =>
    upgrades.filter(({ effectiveDate }) => effectiveDate === on).map(({ eventId }) => eventId);
  return [life.from, ...starts].map((from, index) => {
    const next = starts[index];
    return {
      level: installedLevelOn(instance, from),
      from,
      to: next ?? life.to,
      startEvents: index === 0 ? life.startEvents : broughtBy(from),
      endEvents: next === undefined ? life.endEvents : broughtBy(next),
    };
  });
};

const summaryCareRecordSpans = (instance: Instance, life: Span): readonly Span[] => {
  const day = installedFrom(instance, 'SUMMARY_CARE_RECORD');
  if (day === null) return [];
  const confirmed = instance.functions.filter((one) => one.function === 'SUMMARY_CARE_RECORD');
  const startEvents = [...life.startEvents, ...confirmed.slice(0, 1).map(({ eventId }) => eventId)];
  return [{ ...life, from: laterOf(life.from, day), startEvents }];
};

const isInside = (life: Span, day: CivilDate): boolean =>
  life.from < day && (life.to === null || day < life.to);
