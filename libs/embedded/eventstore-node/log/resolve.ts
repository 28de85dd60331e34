import type { Entry } from './entry.js';
import { isLink, type MayRead, type Reader } from './reader.js';

/** What a reader gets: an event, a link with or without the event that it points at. */
export interface Resolved {
  readonly event?: Entry;
  readonly link?: Entry;
}

/** An entry as a reader gets it who wants links resolved. A link that points nowhere comes alone; one that is none comes
 * as the event that it is. Rejects if PostgreSQL does not answer. */
export async function resolve(reader: Reader, entry: Entry, mayRead?: MayRead): Promise<Resolved> {
  if (!isLink(entry)) return { event: entry };
  const event = await reader.target(entry, mayRead);
  if (event === 'malformed') return { event: entry };
  return event === undefined ? { link: entry } : { event, link: entry };
}
