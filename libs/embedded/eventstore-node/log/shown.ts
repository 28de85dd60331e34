import { isInSystemStream, streamOf, type Entry } from './entry.js';

const OF_GROUPS_ON_ALL = /^\$persistentsubscription-\$all::.*-(?:checkpoint|parked)$/s;

/**
 * Whether `$all` shows an event. It hides what the persistent subscription groups on `$all` write themselves: they would
 * never come to rest.
 */
export const isShownInAll = (entry: Entry): boolean =>
  !isInSystemStream(entry) || !OF_GROUPS_ON_ALL.test(streamOf(entry));
