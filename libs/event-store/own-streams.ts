/** The categories of stream that are the register's own (domain C1). */
const CATEGORIES = ['practice', 'supplier', 'calloff', 'commissioner', 'policy'];

/** Which streams of a store are this register's, and what they are called without the configured prefix. */
export interface OwnStreams {
  /** The name in the store. */
  stored(stream: string): string;
  /** The name without the prefix, or undefined for a stream that isn't ours. */
  own(stored: string): string | undefined;
}

/** A prefix (empty by default) lets several registers, and test runs, share one store. */
export const ownStreams = (prefix: string): OwnStreams => ({
  stored: (stream) => prefix + stream,
  own: (stored) => {
    if (!stored.startsWith(prefix)) return undefined;
    const stream = stored.slice(prefix.length);
    const dash = stream.indexOf('-');
    return dash > 0 && CATEGORIES.includes(stream.slice(0, dash)) ? stream : undefined;
  },
});
