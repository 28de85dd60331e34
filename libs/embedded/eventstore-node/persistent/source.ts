import { positionOf, revisionOf, TOMBSTONE, type Entry } from '../log/entry.js';
import { isLink } from '../log/reader.js';
import { resolve } from '../log/resolve.js';
import { isShownInAll } from '../log/shown.js';
import { createCursor, type Cursor, type Page } from './cursor.js';
import { ALL, type Definition } from './definition.js';
import { filterTest } from './filter.js';
import type { Item } from './message.js';
import type { Parts } from './parts.js';
import { positionText, revisionText, type Position } from './position.js';

/** What a group reads: a stream or `$all`. */
export interface Source extends Cursor {
  /** The position of what is committed next. */
  end(): Promise<Position>;
  /** Tells of everything that is committed from now on, in order. @returns what ends that */
  follow(listener: (items: readonly Item[]) => void): () => void;
  /** A position in the protocol's words. */
  describe(position: Position): string;
}

/** A stream that has been tombstoned can never be read again. */
export class StreamGone extends Error {}

/** The source of a group. */
export function sourceOf(parts: Parts, { stream, filter, settings }: Definition): Source {
  if (stream !== ALL) return streamSource(parts, stream, settings.resolveLinks);
  return allSource(parts, filterTest(filter), settings.resolveLinks);
}

/** A stream. It rejects with StreamGone when the stream is tombstoned. */
export function streamSource({ reader, feed }: Parts, stream: string, resolveLinks: boolean): Source {
  const pageFrom = async (from: Position): Promise<Page> => {
    const state = await reader.state(stream);
    if (state.tombstoned) throw new StreamGone(stream);
    if (state.softDeleted) return { entries: [], next: from };
    for await (const entries of reader.forwards(state, from, Infinity)) {
      return { entries, next: revisionOf(entries.at(-1) ?? Buffer.alloc(0)) + 1 };
    }
    return { entries: [], next: Math.max(from, state.last + 1) };
  };
  const itemOf = async (entry: Entry): Promise<Item> => ({
    position: revisionOf(entry),
    content: resolveLinks ? await resolve(reader, entry) : { event: entry },
  });
  return {
    ...createCursor(pageFrom, itemOf),
    end: async () => {
      const { last, tombstoned } = await reader.state(stream);
      return tombstoned ? TOMBSTONE : last + 1;
    },
    follow: (listener) =>
      feed.onStream(stream, (entries) => {
        listener(entries.map((entry) => liveItem(entry, revisionOf(entry), resolveLinks)));
      }),
    describe: revisionText,
  };
}

/** A live link that is to be resolved must be read: that takes time, and what comes after it must wait. */
const liveItem = (entry: Entry, position: Position, resolveLinks: boolean): Item => ({
  position,
  content: resolveLinks && isLink(entry) ? 'unread' : { event: entry },
});

const FEED_PAGE = 1000;

/** All events that `$all` shows. */
function allSource(
  { reader, feed }: Parts,
  matches: (entry: Entry) => boolean,
  resolveLinks: boolean,
): Source {
  const pageFrom = async (from: Position): Promise<Page> => {
    const entries = await reader.allAfter(from - 1);
    const last = entries.at(-1);
    return { entries, next: last === undefined ? from : positionOf(last) + 1 };
  };
  const isWanted = (entry: Entry): boolean => isShownInAll(entry) && matches(entry);
  const itemOf = async (entry: Entry): Promise<Item> => {
    const position = positionOf(entry);
    if (!isWanted(entry)) return { position, content: 'passed' };
    return { position, content: resolveLinks ? await resolve(reader, entry) : { event: entry } };
  };
  const follow: Source['follow'] = (listener) => {
    let seen = feed.committed();
    return feed.onCommit(() => {
      while (seen < feed.committed()) {
        const entries = feed.after(seen, FEED_PAGE);
        const last = entries?.at(-1);
        seen = last === undefined ? feed.committed() : positionOf(last);
        if (entries === undefined) listener([{ position: seen, content: 'unread' }]);
        else listener(liveItems(entries, isWanted, resolveLinks));
      }
    });
  };
  return {
    ...createCursor(pageFrom, itemOf),
    end: () => Promise.resolve(feed.committed() + 1),
    follow,
    describe: positionText,
  };
}

function liveItems(
  entries: readonly Entry[],
  isWanted: (entry: Entry) => boolean,
  resolveLinks: boolean,
): Item[] {
  return entries.flatMap((entry): Item[] => {
    const position = positionOf(entry);
    if (isWanted(entry)) return [liveItem(entry, position, resolveLinks)];
    return isShownInAll(entry) ? [{ position, content: 'passed' }] : [];
  });
}
