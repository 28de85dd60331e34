import type { Position } from '@eventstore/db-client';
import { isCarried, kindOf, originalOf } from './carried.js';
import { differences, type Print, printOf } from './sameness.js';
import { isAfter, placeOf, type StoredEvent } from './stored-event.js';
import type { WholeStore } from './whole-store.js';

/** What two stores have in common, up to a position of the source. */
export interface Comparison {
  /** Events that are the same in both. */
  readonly same: number;
  /** What is not: the first few, each in words, and how many there are. */
  readonly differing: Findings;
  /** Events that `$all` of the target has in another place, and how many; their streams' order is the same. */
  readonly disordered: Findings;
  /** The first event that the target does not have: where it stands, and behind which position of the source it comes. */
  readonly missing: { readonly place: string; readonly behind: Position | 'start' } | undefined;
  /** How many events of the server's own streams the source has, by their kind, as far as it was read. */
  readonly left: ReadonlyMap<string, number>;
}

export interface Findings {
  readonly count: number;
  readonly first: readonly string[];
}

/** How many events of the source may come late in the target before they count as something else. */
const WINDOW = 1000;

/**
 * Reads `$all` of both stores side by side, events that go along alone (`isCarried`), and compares what stands at the
 * same revision of the same stream. Streams that the source does not have are passed over. The memory it takes depends
 * on no number of events or streams. Throws StoreUnavailable, the signal's reason.
 * @param upTo the last position of the source that counts
 */
export const compare = async (
  source: WholeStore,
  target: WholeStore,
  upTo: Position,
  { signal, onRead }: { readonly signal: AbortSignal; readonly onRead: (position: Position) => void },
): Promise<Comparison> => {
  const left = new Map<string, number>();
  const awaited = awaiting(carried(source, 'start', upTo, left), onRead);
  const isForeign = foreignTo(source);
  const [differing, disordered] = [findings(), findings()];
  let same = 0;
  for await (const page of target.readAll('start')) {
    signal.throwIfAborted();
    const unexpected: StoredEvent[] = [];
    for (const event of page) {
      if (!isCarried(event.stream)) continue;
      const expected = await awaited.take(event);
      if (!expected) {
        unexpected.push(event);
        continue;
      }
      const parts = differences(expected.print, printOf(event));
      if (parts.length > 0) differing.add(`${placeOf(event)} has another ${parts.join(', ')}`);
      else same++;
      if (!expected.isNext && expected.print.id !== '') disordered.add(placeOf(event));
    }
    // The source is asked of all of them at once: a target may hold many streams of others.
    const foreign = await Promise.all(unexpected.map(({ stream }) => isForeign(stream)));
    for (const [n, event] of unexpected.entries())
      if (!foreign[n]) differing.add(`${placeOf(event)} (${event.type}) is not in the source`);
  }
  return { same, differing, disordered, missing: await awaited.next(), left };
};

/**
 * The events of the source that go along, behind one position and up to another.
 * @param left counts those that stay, by kind
 */
export async function* carried(
  source: WholeStore,
  from: Position | 'start',
  upTo: Position,
  left = new Map<string, number>(),
): AsyncGenerator<readonly StoredEvent[]> {
  for await (const page of source.readAll(from)) {
    const counting = page.filter(({ position }) => !isAfter(position, upTo));
    yield counting.filter(({ stream }) => isCarried(stream));
    for (const { stream } of counting)
      if (!isCarried(stream)) left.set(kindOf(stream), (left.get(kindOf(stream)) ?? 0) + 1);
    if (counting.length < page.length) return;
  }
}

interface Awaited {
  readonly print: Print;
  readonly place: string;
  readonly behind: Position | 'start';
}

/** The next events of the source, by where they stand, oldest first; one is taken when the target has it. */
const awaiting = (pages: AsyncGenerator<readonly StoredEvent[]>, onRead: (position: Position) => void) => {
  const byPlace = new Map<string, Awaited>();
  let behind: Position | 'start' = 'start';
  let isOver = false;
  const fill = async (): Promise<void> => {
    while (!isOver && byPlace.size < WINDOW) {
      const { value: page, done } = await pages.next();
      isOver = done === true;
      for (const event of page ?? []) {
        byPlace.set(keyOf(event), { print: printOf(event), place: placeOf(event), behind });
        behind = event.position;
      }
      if (behind !== 'start') onRead(behind);
    }
  };
  const oldest = (): Awaited | undefined => byPlace.values().next().value;
  return {
    take: async (event: StoredEvent): Promise<(Awaited & { readonly isNext: boolean }) | undefined> => {
      if (byPlace.size < WINDOW) await fill();
      const found = byPlace.get(keyOf(event));
      if (!found) return undefined;
      const isNext = found === oldest();
      byPlace.delete(keyOf(event));
      return { ...found, isNext };
    },
    next: async (): Promise<Awaited | undefined> => {
      await fill();
      return oldest();
    },
  };
};

const keyOf = ({ stream, revision }: StoredEvent): string => `${revision}@${stream}`;

const MOST_NAMES = 10_000;

/** Whether a stream is none of the source's: it has neither events nor metadata there. */
const foreignTo = (source: WholeStore): ((stream: string) => Promise<boolean>) => {
  const known = new Map<string, Promise<boolean>>();
  const ask = async (original: string): Promise<boolean> =>
    !(await source.has(original)) && !(await source.has(`$$${original}`));
  return (stream) => {
    const original = originalOf(stream);
    const foreign = known.get(original) ?? ask(original);
    if (known.size >= MOST_NAMES) known.clear();
    known.set(original, foreign);
    return foreign;
  };
};

const MOST_FINDINGS = 20;

const findings = (): Findings & { add(finding: string): void } => {
  const first: string[] = [];
  let count = 0;
  return {
    first,
    get count() {
      return count;
    },
    add: (finding) => {
      count++;
      if (first.length < MOST_FINDINGS) first.push(finding);
    },
  };
};
