import { createBounded } from '../log/bounded.js';
import type { Entry } from '../log/entry.js';
import { firstVisible } from '../log/metadata.js';
import type { Reader } from '../log/reader.js';

/** What the last event of a stream says; undefined if no event of it can be read. */
export type Latest<Content> = (stream: string) => Promise<Content | undefined>;

/** Reads the last event of streams, and keeps what it says of about `limit` of them until a stream changes. */
export function createLatest<Content>(
  reader: Reader,
  limit: number,
  parse: (entry: Entry) => Content,
): Latest<Content> {
  const kept = createBounded<{ readonly revision: number; readonly content: Content }>(limit);
  return async (stream) => {
    const state = await reader.state(stream);
    if (state.tombstoned || firstVisible(state.metadata, state.last) > state.last) return undefined;
    const known = kept.get(stream);
    if (known?.revision === state.last) return known.content;
    for await (const [entry] of reader.backwards(state, state.last, 1)) {
      if (entry === undefined) break;
      const content = parse(entry);
      kept.set(stream, { revision: state.last, content });
      return content;
    }
    return undefined;
  };
}
