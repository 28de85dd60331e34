import type { Instant } from '#domain/calendar/dates.js';
import type { Tx } from '#projections/index.js';
import { textOf, type Row, type RowTable, type Version } from './table.js';

/** A version as it stands in the table; `place` finds it again within the transaction. */
export interface StoredVersion extends Version {
  readonly place: string;
}

interface Found {
  readonly place: string;
  readonly from: string;
  readonly to: string | null;
  readonly recorded_from: Date;
  readonly recorded_to: Date | null;
  readonly row: Row & { readonly ods: string };
}

/** The versions of each practice that stand at its instant or later, by practice. */
export const storedSince = async (
  tx: Tx,
  table: RowTable,
  since: ReadonlyMap<string, Instant>,
): Promise<Map<string, StoredVersion[]>> => {
  const found = await tx<Found[]>`
    select stored.ctid::text as place, lower(valid)::text as from, upper(valid)::text as to,
      lower(recorded) as recorded_from, upper(recorded) as recorded_to,
      to_jsonb(stored) - '{valid,recorded}'::text[] as row
    from ${tx(table.name)} stored
    join unnest(${[...since.keys()]}::text[], ${[...since.values()]}::text[]) as touched (ods, instant) using (ods)
    where upper(recorded) is null or upper(recorded) >= touched.instant::timestamptz`;
  const byPractice = new Map<string, StoredVersion[]>();
  for (const { place, from, to, recorded_from, recorded_to, row } of found) {
    const versions = byPractice.get(row.ods) ?? [];
    versions.push({
      place,
      row: { ...row, from, to },
      recordedFrom: recorded_from.toISOString(),
      recordedTo: recorded_to?.toISOString() ?? null,
    });
    byPractice.set(row.ods, versions);
  }
  return byPractice;
};

/** What must leave the table and what must enter it for these versions to stand in place of those stored. */
export interface Change {
  readonly gone: readonly string[];
  readonly added: readonly object[];
}

/** The difference between what is stored of a practice and what must stand; versions that stay are not written. */
export const changeOf = (
  table: RowTable,
  ods: string,
  stored: readonly StoredVersion[],
  wanted: readonly Version[],
): Change => {
  const key = ({ row, recordedFrom, recordedTo }: Version) =>
    `${recordedFrom} ${recordedTo ?? ''} ${textOf(table, row)}`;
  const wantedKeys = new Set(wanted.map(key));
  const storedKeys = new Set(stored.map(key));
  return {
    gone: stored.filter((version) => !wantedKeys.has(key(version))).map(({ place }) => place),
    added: wanted
      .filter((version) => !storedKeys.has(key(version)))
      .map(({ row: { from, to, ...own }, recordedFrom, recordedTo }) => ({
        ...own,
        ods,
        valid_from: from,
        valid_to: to,
        recorded_from: recordedFrom,
        recorded_to: recordedTo,
      })),
  };
};

/** Writes the changes of many practices in two statements. Nobody else writes here, so places hold until then. */
export const writeChanges = async (tx: Tx, table: RowTable, changes: readonly Change[]): Promise<void> => {
  const gone = changes.flatMap((change) => change.gone);
  const added = changes.flatMap((change) => change.added);
  if (gone.length > 0) await tx`delete from ${tx(table.name)} where ctid = any(${gone}::text[]::tid[])`;
  if (added.length === 0) return;
  const names = ['ods', ...Object.keys(table.columns)];
  const types = Object.entries(table.columns).map(
    ([column, type]) => `${column} ${type.replace(/ not null$/, '')}`,
  );
  await tx`
    insert into ${tx(table.name)} (${tx(names)}, valid, recorded)
    select ${tx(names)}, daterange(valid_from, valid_to), tstzrange(recorded_from, recorded_to)
    from json_to_recordset(${JSON.stringify(added)}::text::json) as added (ods text, ${tx.unsafe(types.join(', '))},
      valid_from date, valid_to date, recorded_from timestamptz, recorded_to timestamptz)`;
};
