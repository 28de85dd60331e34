import type { Instant } from '#domain/calendar/dates.js';
import type { PracticeEvent } from '#domain/practice/events.js';
import { evolvePractice } from '#domain/practice/evolve.js';
import { initialPractice, type PracticeState } from '#domain/practice/state.js';
import type { Recorded } from '#domain/recorded.js';
import type { Reference } from '#domain/reference.js';
import type { Projection, Tx } from '#projections/index.js';
import { filesOf, KEPT_EVENTS, keepEvents } from '../kept-events.js';
import { loadReferenceHistory, referenceHistory, type ReferenceHistory } from './reference-history.js';
import { ddlOf, textOf, type Row, type RowTable } from './table.js';
import { concerns, touchedSince } from './touched.js';
import { versionsFrom } from './versions.js';
import { changeOf, storedSince, writeChanges, type Change, type StoredVersion } from './write.js';

/** A table with the rows that a practice's state and the reference facts come to. */
export interface RowsOf {
  readonly table: RowTable;
  readonly rows: (state: PracticeState, reference: Reference) => readonly Row[];
}

/** What a bitemporal projection is made of. */
export interface BitemporalProjection {
  readonly name: string;
  readonly version: number;
  readonly tables: readonly RowsOf[];
  /** Whether a practice has no rows in any of the tables while it has no instance. */
  readonly onlyWithInstances: boolean;
}

/** Practices rewritten at a time: a policy set can touch every practice of England. */
const PRACTICES_AT_A_TIME = 500;

/**
 * A projection whose rows say what was so on any day as known at any instant. It keeps the events; a batch makes the
 * rows of the practices that it touches anew from the earliest recordedAt that it brings, so that any order of
 * recordedAt across streams, any size of batch and any repetition lead to the same rows.
 */
export const bitemporalProjection = (definition: BitemporalProjection): Projection => ({
  name: definition.name,
  version: definition.version,
  ddl: [KEPT_EVENTS, ...definition.tables.map(({ table }) => ddlOf(table))].join('\n'),
  apply: async (events, tx) => {
    await keepEvents(tx, events);
    const since = [...(await touchedSince(tx, events))];
    for (let start = 0; start < since.length; start += PRACTICES_AT_A_TIME) {
      await rewrite(tx, definition, new Map(since.slice(start, start + PRACTICES_AT_A_TIME)));
    }
  },
});

const rewrite = async (
  tx: Tx,
  { tables, onlyWithInstances }: BitemporalProjection,
  touched: ReadonlyMap<string, Instant>,
): Promise<void> => {
  const withInstances = await havingInstances(tx, [...touched.keys()]);
  const since = onlyWithInstances ? new Map([...touched].filter(([ods]) => withInstances.has(ods))) : touched;
  if (since.size === 0) return;
  const files = await filesOf(tx, [...since.keys()]);
  const reference = withInstances.size > 0 ? await loadReferenceHistory(tx) : NO_REFERENCE;
  const changes = tables.map((): Change[] => []);
  const stored: Map<string, StoredVersion[]>[] = [];
  for (const { table } of tables) stored.push(await storedSince(tx, table, since));
  for (const [ods, first] of since) {
    const steps = stepsOf(files.get(ods) ?? [], reference, first);
    tables.forEach(({ table, rows }, index) => {
      const before = stored[index]?.get(ods) ?? [];
      const wanted = versionsFrom(
        before.filter(({ recordedFrom }) => recordedFrom < first),
        [...steps.keys()],
        (instant) => {
          const step = steps.get(instant);
          return step ? rows(step.state, step.reference) : [];
        },
        (row) => textOf(table, row),
      );
      changes[index]?.push(changeOf(table, ods, before, wanted));
    });
  }
  for (const [index, { table }] of tables.entries()) await writeChanges(tx, table, changes[index] ?? []);
};

const NO_REFERENCE = referenceHistory([]);

const havingInstances = async (tx: Tx, practices: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await tx<{ ods: string }[]>`
    select distinct ods from practice_event
    where type = 'SystemInstanceRegistered' and ods = any(${practices as string[]}::text[])`;
  return new Set(rows.map(({ ods }) => ods));
};

interface Known {
  readonly state: PracticeState;
  readonly reference: Reference;
}

/** What was known of a practice at each instant from `first` on at which an event that concerns it was recorded. */
const stepsOf = (
  file: readonly Recorded<PracticeEvent>[],
  reference: ReferenceHistory,
  first: Instant,
): ReadonlyMap<Instant, Known> => {
  const suppliers = new Set(
    file.flatMap((event) => (event.type === 'SystemInstanceRegistered' ? [event.payload.supplier] : [])),
  );
  const concerning =
    suppliers.size === 0 ? [] : reference.events.filter((event) => concerns(event, suppliers));
  const instants = [...file, ...concerning]
    .map(({ metadata }) => metadata.recordedAt)
    .filter((instant) => instant >= first);
  let state = initialPractice;
  let next = 0;
  const steps = new Map<Instant, Known>();
  for (const instant of [...new Set(instants)].sort()) {
    for (let event = file[next]; event && event.metadata.recordedAt <= instant; event = file[++next]) {
      state = evolvePractice(state, event);
    }
    steps.set(instant, { state, reference: reference.at(instant) });
  }
  return steps;
};
