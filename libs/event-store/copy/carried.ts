const METASTREAM = '$$';

export const isMetastream = (stream: string): boolean => stream.startsWith(METASTREAM);

/** The stream whose metadata a metastream holds; of any other stream, itself. */
export const originalOf = (stream: string): string =>
  isMetastream(stream) ? stream.slice(METASTREAM.length) : stream;

/**
 * Whether a stream goes along when a store is copied. One whose name begins with `$` belongs to the server that wrote
 * it and stays: accounts, default permissions, the state of persistent subscriptions (it names positions that mean
 * nothing elsewhere), statistics, what projections derive. The metastream `$$x` of any other stream x goes along with
 * it, since it says who may read x and how much of it is kept.
 */
export const isCarried = (stream: string): boolean => !originalOf(stream).startsWith('$');

/** What kind of server's own stream this is, for a list of what stays: `$user-admin` is a `$user`. */
export const kindOf = (stream: string): string => originalOf(stream).split('-')[0] ?? '';
