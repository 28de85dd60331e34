import type { Entry } from '../log/entry.js';
import type { Batch, Item } from './message.js';
import type { Position } from './position.js';

/** Some entries from a position on, none if there are no more, and where those after them start. */
export interface Page {
  readonly entries: readonly Entry[];
  readonly next: Position;
}

/** Reads a source in small batches. */
export interface Cursor {
  /**
   * The next events from a position on.
   * @param count how many for the group, at most
   * @param considered how many in all, at most
   */
  read(from: Position, count: number, considered: number): Promise<Batch>;
}

/**
 * A cursor over a source that is read in pages. What is left of a page stays for the next batch, so that small batches
 * read nothing twice.
 */
export function createCursor(
  pageFrom: (from: Position) => Promise<Page>,
  itemOf: (entry: Entry) => Promise<Item>,
): Cursor {
  let left: Page = { entries: [], next: -1 };
  let at: Position = -1;
  return {
    read: async (from, count, considered) => {
      const page = at === from && left.entries.length > 0 ? left : await pageFrom(from);
      const items: Item[] = [];
      let wanted = count;
      for (const entry of page.entries.slice(0, considered)) {
        if (wanted === 0) break;
        const item = await itemOf(entry);
        if (item.content !== 'passed') wanted -= 1;
        items.push(item);
      }
      const isWhole = items.length === page.entries.length;
      const next = isWhole ? page.next : (items.at(-1)?.position ?? from) + 1;
      left = { entries: page.entries.slice(items.length), next: page.next };
      at = next;
      return { items, next, end: page.entries.length === 0 };
    },
  };
}
