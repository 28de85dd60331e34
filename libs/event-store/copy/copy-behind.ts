import type { Position } from '@eventstore/db-client';
import { type Append, appendsOf, sizeOf } from './appends.js';
import type { BatchAppend } from './batch-append.js';
import { originalOf } from './carried.js';
import { carried } from './compare.js';
import { differences, printOf } from './sameness.js';
import { isSoftDelete, isTombstone, placeOf, type StoredEvent } from './stored-event.js';
import type { WholeStore } from './whole-store.js';

/** The target does not take an event; the message says which and why. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

/** One pass over the source: behind one position and up to another. */
export interface Pass {
  readonly from: Position | 'start';
  readonly upTo: Position;
  readonly signal: AbortSignal;
  /** Called with the position of the source up to which all is on record, and how many events were appended. */
  readonly onAppended: (position: Position, events: number) => void;
}

/** Appends that are sent before the first of them is answered: enough to fill a server's group commits. */
const IN_FLIGHT = 64;

/** What a server may refuse for its size (1 MiB if it is not told otherwise): nothing is sent beside it. */
const LARGE_BYTES = 1024 * 1024;

/**
 * Appends the events of the source to the target, in `$all` order: several appends are on their way at once, on one
 * call, and the server takes them in the order in which they are sent. Throws NotTaken, the signal's reason, and
 * what came of the call; what is on record then is the beginning of the pass.
 */
export const copyBehind = async (source: WholeStore, target: WholeStore, pass: Pass): Promise<void> => {
  const batch = await target.openBatchAppend();
  const inFlight: Promise<void>[] = [];
  const untilAtMost = async (left: number): Promise<void> => {
    while (inFlight.length > left) await inFlight.shift();
  };
  try {
    for await (const page of carried(source, pass.from, pass.upTo)) {
      for (const append of appendsOf(page)) {
        pass.signal.throwIfAborted();
        const alone = isTombstone(append[0]) || isSoftDelete(append[0]) || sizeOf(append) > LARGE_BYTES;
        if (alone) await untilAtMost(0);
        const done = appendOnce(target, batch, append, pass.onAppended);
        // A failure is thrown when its turn comes; until then nobody waits for it.
        done.catch(() => undefined);
        inFlight.push(done);
        await untilAtMost(alone ? 0 : IN_FLIGHT - 1);
      }
    }
    await untilAtMost(0);
  } finally {
    await Promise.allSettled(inFlight);
    batch.close();
  }
};

const appendOnce = async (
  target: WholeStore,
  batch: BatchAppend,
  append: Append,
  onAppended: Pass['onAppended'],
): Promise<void> => {
  const [first] = append;
  const last = append.at(-1) ?? first;
  if (isTombstone(first)) {
    await target.tombstone(first.stream);
    return onAppended(first.position, 1);
  }
  if (isSoftDelete(first) && (await isDeletedAlready(target, first))) {
    await target.softDelete(originalOf(first.stream));
    return onAppended(first.position, 1);
  }
  const answer = await batch.send(append);
  if (answer.kind === 'refused')
    throw new NotTaken(
      `The target does not take ${placeOf(first)} (${answer.why}, ${sizeOf(append)} bytes).`,
    );
  if (answer.kind === 'written' && answer.revision === last.revision)
    return onAppended(last.position, append.length);
  if (answer.kind === 'conflict' && (await standsThere(target, append))) return onAppended(last.position, 0);
  throw new NotTaken(
    `The target does not take ${placeOf(first)}, since the stream ends elsewhere there: somebody else writes to it, ` +
      'or the source no longer has what came before (scavenged), and no stream can begin later than at revision 0.',
  );
};

/** Whether the event before was a soft delete too. To append another would bring the stream back; to delete does not. */
const isDeletedAlready = async (target: WholeStore, { stream, revision }: StoredEvent): Promise<boolean> => {
  const [before] = revision === 0n ? [] : await target.readStream(stream, revision - 1n, 1);
  return before?.revision === revision - 1n && isSoftDelete(before);
};

/**
 * Whether the target has these very events: those of a copy that was killed and came through all the same, or the
 * metadata with which a deleted stream comes back, which the target has written itself.
 */
const standsThere = async (target: WholeStore, append: Append): Promise<boolean> => {
  const [{ stream, revision }] = append;
  const standing = await target.readStream(stream, revision, append.length);
  return append.every((event, n) => {
    const other = standing[n];
    return other?.revision === event.revision && differences(printOf(event), printOf(other)).length === 0;
  });
};
