import { itemsOf } from '#domain/chain.js';
import { decideImport, importKey, type ImportedRow } from '#domain/practice/imports.js';
import type { PracticeEvent } from '#domain/practice/events.js';
import type { PracticeState } from '#domain/practice/state.js';
import type { Actor } from '#domain/recorded.js';
import { loadStream, transact } from '#event-store/index.js';
import { commandHash } from './hashes.js';
import { deciders, type Register } from './register.js';

/** What became of each row, in the order given: its events were added, all of it stood already, or why it was not kept. */
export type RowOutcome = 'ADDED' | 'UNCHANGED' | { readonly skipped: string };

/** The rows of one file about one practice, and the importer, who acts on behalf of the publishing body (O1). */
export interface ImportRequest {
  readonly ods: string;
  readonly rows: readonly ImportedRow[];
  /** Of the file's bytes: tells it from a later edition of the same name (O6). */
  readonly fileSha256: string;
  readonly actor: Actor;
  readonly commandId: string;
  readonly name: string;
}

interface Imported {
  readonly outcomes: readonly RowOutcome[];
  /** How many events were added, or would be in a dry run. */
  readonly events: number;
  readonly position: bigint | null;
}

/** Adds in one append what the rows say beyond what is on record (O6). Throws StoreUnavailable. */
export const importRows = async (register: Register, request: ImportRequest): Promise<Imported> => {
  const { ods, rows, actor, commandId, name } = request;
  const hash = hashOf(request);
  let decided: ReturnType<typeof decideRows> | undefined;
  const outcome = await transact(register.store, register.clock, {
    stream: `practice-${ods}`,
    decider: deciders.practice,
    command: { id: commandId, name, hash, actor },
    decide: (state) => {
      decided = decideRows(request, hash, state);
      return decided.events.length > 0 ? { kind: 'accepted', events: decided.events } : { kind: 'nothing' };
    },
  });
  if (outcome.kind !== 'appended' && outcome.kind !== 'nothing')
    throw new Error(`Practice ${ods} was written to by others all the while: run the import again.`);
  return {
    outcomes: decided?.outcomes ?? rows.map(() => 'UNCHANGED'),
    events: outcome.kind === 'appended' ? outcome.events.length : 0,
    position: outcome.kind === 'appended' ? outcome.position : null,
  };
};

/** What importing the rows would come to; nothing is written (O6). Throws StoreUnavailable. */
export const dryRunImport = async ({ store }: Register, request: ImportRequest): Promise<Imported> => {
  const { state } = await loadStream(store, deciders.practice, `practice-${request.ods}`);
  const { outcomes, events } = decideRows(request, hashOf(request), state);
  return { outcomes, events: events.length, position: null };
};

const hashOf = ({ ods, rows, fileSha256, actor, name }: ImportRequest): string =>
  commandHash(`practice-${ods}`, name, { rows, fileSha256 }, actor);

/**
 * Each row against the same state, the last of each key alone: a file that contradicts itself would never settle (O6).
 * A file that added something before adds nothing again, even where a later edition has changed it since.
 */
const decideRows = ({ ods, rows }: ImportRequest, hash: string, state: PracticeState) => {
  const isImported = itemsOf(state.events).some(({ metadata }) => metadata.commandHash === hash);
  const events: PracticeEvent[] = [];
  const lastOf = new Map(rows.map((row) => [importKey(row), row]));
  const outcomes = rows.map((row): RowOutcome => {
    const last = lastOf.get(importKey(row));
    if (last && last !== row) return { skipped: `a later row says it anew (line ${last.source.row})` };
    if (isImported) return 'UNCHANGED';
    const decision = decideImport(ods, row, state);
    if (decision.kind === 'refused') return { skipped: decision.refusal.because };
    if (decision.kind === 'nothing') return 'UNCHANGED';
    events.push(...decision.events);
    return 'ADDED';
  });
  return { outcomes, events };
};
