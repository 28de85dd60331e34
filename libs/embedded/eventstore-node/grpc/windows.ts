import type { Entry } from '../log/entry.js';
import { isShownInAll } from '../log/shown.js';
import { PAGE_EVENTS, type Filter } from './filter.js';

/** Some events of history that the real server would read as one page. */
export interface Window {
  readonly first: Entry;
  readonly last: Entry;
  readonly considered: number;
  readonly matches: readonly Entry[];
}

/**
 * Without a filter the pages as they come; else as many events as the filter's window, or as match a page. A window may
 * be as long as the log, so only the ends of what does not match are kept.
 */
export async function* windows(
  pages: AsyncIterable<readonly Entry[]>,
  filter: Pick<Filter, 'window' | 'matches'> | undefined,
): AsyncGenerator<Window> {
  const matchesFilter = filter?.matches ?? isShownInAll;
  let first: Entry | undefined;
  let last: Entry | undefined;
  let considered = 0;
  let matches: Entry[] = [];
  const cut = (): Window[] => {
    if (first === undefined || last === undefined) return [];
    const window = { first, last, considered, matches };
    first = last = undefined;
    considered = 0;
    matches = [];
    return [window];
  };
  for await (const page of pages) {
    for (const entry of page) {
      first ??= entry;
      last = entry;
      considered += 1;
      if (matchesFilter(entry)) matches.push(entry);
      if (filter === undefined) continue;
      if (considered >= filter.window || matches.length >= PAGE_EVENTS) yield* cut();
    }
    if (filter === undefined) yield* cut();
  }
  yield* cut();
}
