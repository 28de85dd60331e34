import { parseAcl, type Acl } from './acl.js';
import { dataOf, isJson, TOMBSTONE, type Entry } from './entry.js';

/** What a stream's metadata says about which of its events can be read, and by whom. `maxAge` is in seconds. */
export interface StreamMetadata {
  readonly maxCount?: number;
  readonly maxAge?: number;
  readonly truncateBefore?: number;
  readonly acl?: Acl;
  /** All that the metadata of a soft-deleted stream says: it is kept when the stream is written again. */
  readonly whole?: object;
}

const METASTREAM = '$$';

export const isMetastream = (stream: string): boolean => stream.startsWith(METASTREAM);
export const metastreamOf = (stream: string): string => METASTREAM + stream;
/** The stream whose metadata a metastream holds. */
export const originalOf = (metastream: string): string => metastream.slice(METASTREAM.length);

/** A metastream keeps only its last event, whatever metadata it has itself. */
const METADATA_OF_METASTREAMS: StreamMetadata = { maxCount: 1 };

/** The metadata that governs a stream, given the last event of its metastream. */
export function metadataFor(stream: string, last: StreamMetadata | undefined): StreamMetadata {
  return isMetastream(stream) ? METADATA_OF_METASTREAMS : (last ?? {});
}

/** Reads a metadata event; what is no JSON object or has values of the wrong type says nothing. */
export function parseMetadata(entry: Entry): StreamMetadata {
  const content = parseObject(entry);
  const whole = (name: string, least: number): number | undefined => {
    const value = content[name];
    return typeof value === 'number' && Number.isInteger(value) && value >= least ? value : undefined;
  };
  const maxCount = whole('$maxCount', 1);
  const maxAge = whole('$maxAge', 1);
  const truncateBefore = whole('$tb', 0);
  const acl = parseAcl(content['$acl']);
  return {
    ...(maxCount === undefined ? {} : { maxCount }),
    ...(maxAge === undefined ? {} : { maxAge }),
    ...(truncateBefore === undefined ? {} : { truncateBefore }),
    ...(acl === undefined ? {} : { acl }),
    ...(truncateBefore !== undefined && truncateBefore >= TOMBSTONE ? { whole: content } : {}),
  };
}

/** The JSON object that an event holds; empty if it holds none. */
export function parseObject(entry: Entry): Record<string, unknown> {
  if (!isJson(entry)) return {};
  try {
    const content: unknown = JSON.parse(dataOf(entry).toString('utf8'));
    return typeof content === 'object' && content !== null ? { ...content } : {};
  } catch {
    return {};
  }
}

/** A soft delete truncates before the last revision that there can be. */
export const isSoftDeleted = ({ truncateBefore }: StreamMetadata): boolean =>
  truncateBefore !== undefined && truncateBefore >= TOMBSTONE;

/** What a soft delete writes to the metastream. Written by hand: no double holds 2^63 - 1. */
export const SOFT_DELETED = Buffer.from('{"$tb":9223372036854775807}');

/** The metadata of a soft-deleted stream that is written again: as it was, but truncated before `revision`. */
export const recreatedFrom = ({ whole }: StreamMetadata, revision: number): Buffer =>
  Buffer.from(JSON.stringify({ ...whole, $tb: revision }));

/** The first revision that `$maxCount` and `$tb` leave of a stream whose last revision is `last`. */
export const firstVisible = ({ maxCount, truncateBefore }: StreamMetadata, last: number): number =>
  Math.max(0, truncateBefore ?? 0, maxCount === undefined ? 0 : last - maxCount + 1);

/** Whether `$maxAge` leaves an event that was created then. Both times are in milliseconds since 1970. */
export const isYoungEnough = ({ maxAge }: StreamMetadata, created: number, now: number): boolean =>
  maxAge === undefined || created >= now - maxAge * 1000;
