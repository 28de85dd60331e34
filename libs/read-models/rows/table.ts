import type { CivilDate, Instant } from '#domain/calendar/dates.js';

export type Value = string | number | boolean | null | readonly string[];

/** What is so of a practice from `from` up to, not including, `to`; null is open. */
export interface Row {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly [column: string]: Value;
}

/** A row and the instants during which the register held it to be so; `recordedTo` is exclusive, null is still. */
export interface Version {
  readonly row: Row;
  readonly recordedFrom: Instant;
  readonly recordedTo: Instant | null;
}

/**
 * A bitemporal table of facts about practices: for each practice and each value of the `distinct` columns at most
 * one row holds on any day as known at any instant, which the database itself makes sure of.
 */
export interface RowTable {
  readonly name: string;
  /** Its own columns with their SQL types, beside `ods`, `valid` and `recorded`. */
  readonly columns: Readonly<Record<string, string>>;
  readonly distinct: readonly string[];
  /** More indexes for its queries, each the text after `create index on <table>`. */
  readonly indexes: readonly string[];
}

/**
 * The SQL that makes the table. What a row is about enters the exclusion as a number of 64 bits, since PostgreSQL
 * takes twice as long over texts there.
 */
export const ddlOf = ({ name, columns, distinct, indexes }: RowTable): string => {
  const own = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  const subject = ['ods', ...distinct].join(` || ' ' || `);
  return `
  create table ${name} (
    ods text not null,
    ${own.join(',\n    ')},
    valid daterange not null check (not isempty(valid)),
    recorded tstzrange not null check (not isempty(recorded)),
    exclude using gist (hashtextextended(${subject}, 0) with =, valid with &&, recorded with &&)
  );
  create index on ${name} (ods);
  ${indexes.map((index) => `create index on ${name} ${index};`).join('\n  ')}`;
};

/** Two rows with the same text are the same row. */
export const textOf = ({ columns }: RowTable, row: Row): string =>
  JSON.stringify([row.from, row.to, ...Object.keys(columns).map((column) => row[column] ?? null)]);
