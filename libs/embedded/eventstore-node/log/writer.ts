import { setImmediate as nextTurn } from 'node:timers/promises';
import { emptyBatch, entriesOf, type Batch, type Waiting } from './batch.js';
import { carryOut, headsFor, type Lacking } from './carry-out.js';
import type { Stamps } from './compose.js';
import type { Memory } from './decide.js';
import { idOf, positionOf, revisionOf, streamOf, type Entry } from './entry.js';
import type { Feed } from './feed.js';
import type { Head, Heads } from './heads.js';
import { idKey, type Known, type RecentIds, type Standing } from './recent-ids.js';
import type { LogEnd, Row } from './table.js';
import { createRoom } from './room.js';
import { sizeOf, UNAVAILABLE, type Outcome, type WriteRequest } from './write-request.js';

/** The tables as the writer uses them. Each rejects if PostgreSQL does not answer. */
export interface WriterTables {
  insert(rows: readonly Row[]): Promise<void>;
  heads(streams: readonly string[]): Promise<readonly Head[]>;
  /** The events of a stream from one revision to another, both included. */
  range(key: string, from: number, to: number): Promise<readonly Entry[]>;
  /** Becomes the only writer again after a failure. @returns where the log ends */
  recover(): Promise<LogEnd>;
  /** Calls back when the connection, and with it the right to write, is lost. */
  onLost(listener: () => void): void;
  /** The events after a position, page by page. */
  since(position: number): AsyncIterable<readonly Entry[]>;
}

/** What the writer works with. */
export interface WriterParts {
  readonly tables: WriterTables;
  readonly heads: Heads;
  readonly recent: RecentIds;
  readonly feed: Feed;
  readonly stamps: Stamps;
  /** Where the log ends at the start. */
  readonly end: LogEnd;
}

const rememberable = (entry: Entry): [id: string, place: Known] => [
  idKey(idOf(entry)),
  { stream: streamOf(entry), revision: revisionOf(entry), position: positionOf(entry) },
];

const BATCH_BYTES = 8 * 1024 * 1024;
const BATCH_REQUESTS = 2000;
const ANSWERS_AT_ONCE = 16;
const RECOVERY_PAUSE_MS = 200;
const WAITING_BYTES = 16 * 1024 * 1024;

/**
 * The one writer of the log. It decides requests in their order and writes them in groups: while one group commits,
 * the next is decided on top of it. Nothing is answered or told to readers before its commit. If a commit fails, all
 * that waits is answered "unavailable", and the writer starts again from what the table then holds.
 */
export class Writer {
  readonly #parts: WriterParts;
  #waiting: Waiting[] = [];
  readonly #room = createRoom(WAITING_BYTES);
  #committing: Batch | undefined;
  #next: Batch;
  #answers: Batch['decided'] = [];
  #answering = false;
  #deciding = false;
  #scheduled = false;
  #closed: 'no' | 'recovering' | 'stopped' = 'no';
  #whenIdle: (() => void)[] = [];

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.#next = emptyBatch(parts.end);
    parts.tables.onLost(() => void this.#startAgain());
  }

  /** Answers after the commit. Never rejects: a PostgreSQL that is away is an outcome. */
  submit(request: WriteRequest): Promise<Outcome> {
    if (this.#closed !== 'no') return Promise.resolve(UNAVAILABLE);
    return new Promise((answer) => {
      const bytes = sizeOf(request);
      this.#room.take(bytes);
      this.#waiting.push({ request, bytes, answer });
      this.#schedule();
    });
  }

  /**
   * What to wait for before more is taken from a client, if more than 16 MiB wait already. What is submitted all the
   * same is taken.
   */
  room(): Promise<void> | undefined {
    return this.#room.wait();
  }

  /** Takes no more requests; resolves when all that were taken are answered. */
  async stop(): Promise<void> {
    this.#closed = 'stopped';
    if (this.#isBusy()) await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
  }

  #isBusy = (): boolean =>
    this.#waiting.length > 0 ||
    this.#next.decided.length > 0 ||
    this.#committing !== undefined ||
    this.#answering;

  /** The first request goes out at once; those that come while it commits share the next commit. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      void this.#pump();
    });
  }

  async #pump(): Promise<void> {
    if (this.#deciding) return;
    this.#deciding = true;
    try {
      await this.#decideWaiting();
      this.#deciding = false;
      this.#commit();
    } catch {
      this.#deciding = false;
      void this.#startAgain();
    }
  }

  async #decideWaiting(): Promise<void> {
    let found: { readonly first: Waiting; readonly stored: ReadonlyMap<number, Standing> } | undefined;
    while (this.#next.decided.length < BATCH_REQUESTS && this.#next.bytes < BATCH_BYTES) {
      const first = this.#waiting[0];
      if (first === undefined) return;
      // Another may be the first by now: after a failure those that waited are answered and gone.
      const memory = this.#memory(found?.first === first ? found.stored : undefined);
      const outcome = carryOut(this.#next, first.request, this.#head, memory, this.#parts.stamps);
      if (outcome.kind === 'heads') await this.#loadHeads();
      else if (outcome.kind === 'look-up') found = { first, stored: await this.#lookUp(outcome) };
      else {
        this.#waiting.shift();
        this.#room.give(first.bytes);
        this.#next.decided.push({ waiting: first, outcome });
      }
    }
  }

  #head = (stream: string): Head | undefined =>
    this.#next.heads.get(stream) ?? this.#committing?.heads.get(stream) ?? this.#parts.heads.get(stream);

  #memory(stored: ReadonlyMap<number, Standing> | undefined): Memory {
    const [recent, before, own] = [this.#parts.recent, this.#committing?.ids, this.#next.ids];
    return {
      recent: (id) => recent.first(id) ?? before?.first(id) ?? own.first(id),
      at: (stream, revision) =>
        own.at(stream, revision) ??
        before?.at(stream, revision) ??
        recent.at(stream, revision) ??
        stored?.get(revision),
      lookedUp: stored !== undefined,
    };
  }

  async #loadHeads(): Promise<void> {
    const needed = this.#waiting.slice(0, BATCH_REQUESTS).flatMap(({ request }) => headsFor(request));
    const missing = [...new Set(needed)].filter((stream) => this.#head(stream) === undefined);
    const offer = this.#parts.heads.reading();
    const found = await this.#parts.tables.heads(missing);
    for (const [index, head] of found.entries()) offer(missing[index] ?? '', head);
  }

  async #lookUp({ key, from, to }: Lacking & { kind: 'look-up' }): Promise<ReadonlyMap<number, Standing>> {
    const stored = await this.#parts.tables.range(key, from, to);
    return new Map(
      stored.map((entry) => [revisionOf(entry), { id: idKey(idOf(entry)), position: positionOf(entry) }]),
    );
  }

  #tellIfIdle(): void {
    if (!this.#isBusy()) for (const idle of this.#whenIdle.splice(0)) idle();
  }

  #commit(): void {
    if (this.#committing !== undefined || this.#closed === 'recovering') return;
    if (this.#next.decided.length === 0) {
      this.#tellIfIdle();
      return;
    }
    const batch = this.#next;
    this.#committing = batch;
    this.#next = emptyBatch(batch.end);
    const written = batch.rows.length === 0 ? Promise.resolve() : this.#parts.tables.insert(batch.rows);
    written.then(
      () => {
        this.#committed(batch);
      },
      () => void this.#startAgain(),
    );
  }

  #committed(batch: Batch): void {
    const { heads, recent, feed } = this.#parts;
    const entries = entriesOf(batch);
    this.#committing = undefined;
    for (const [stream, head] of batch.heads) heads.set(stream, head);
    for (const [id, place] of batch.written) recent.remember(id, place);
    feed.publish(entries, batch.end.last);
    if (!this.#deciding) this.#commit();
    this.#answers.push(...batch.decided);
    void this.#answer();
    if (this.#waiting.length > 0) this.#schedule();
  }

  /** A few at a time, so that their clients can go on while the others are answered. */
  async #answer(): Promise<void> {
    if (this.#answering) return;
    this.#answering = true;
    while (this.#answers.length > 0) {
      for (const { waiting, outcome } of this.#answers.splice(0, ANSWERS_AT_ONCE)) waiting.answer(outcome);
      await nextTurn();
    }
    this.#answering = false;
    this.#tellIfIdle();
  }

  /** After a failure nobody knows what was written: waits for PostgreSQL, then takes over what is there. */
  async #startAgain(): Promise<void> {
    if (this.#closed === 'recovering') return;
    if (!this.#isStopped()) this.#closed = 'recovering';
    const decided = [this.#committing, this.#next].flatMap((batch) => batch?.decided ?? []);
    for (const { answer } of [...decided.map(({ waiting }) => waiting), ...this.#waiting])
      answer(UNAVAILABLE);
    for (const { bytes } of this.#waiting) this.#room.give(bytes);
    this.#waiting = [];
    this.#committing = undefined;
    this.#next = emptyBatch(this.#next.end);
    for (const idle of this.#whenIdle.splice(0)) idle();
    while (!this.#isStopped()) {
      if (await this.#takeOver().catch(() => false)) break;
      await new Promise((resolve) => setTimeout(resolve, RECOVERY_PAUSE_MS));
    }
  }

  #isStopped = (): boolean => this.#closed === 'stopped';

  async #takeOver(): Promise<true> {
    const { tables, heads, recent, feed } = this.#parts;
    const end = await tables.recover();
    for await (const page of tables.since(feed.committed())) {
      for (const entry of page) recent.remember(...rememberable(entry));
      feed.publish(page, positionOf(page.at(-1) ?? Buffer.alloc(0)));
    }
    feed.publish([], end.last);
    heads.clear();
    this.#next = emptyBatch(end);
    if (!this.#isStopped()) this.#closed = 'no';
    return true;
  }
}
