/** What a stream's metadata says. A soft delete truncates before `Infinity`. */
export type Metadata = { readonly [Name in 'maxCount' | 'maxAge' | 'truncateBefore']?: number };

/** An event of the log. The server's own have no id that anybody knows. */
export interface Entry {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly id?: string;
  readonly metadata?: Metadata;
}

/** All that the model knows: every event ever written, in order. */
export type Log = readonly Entry[];
export type Expected = number | 'any' | 'no_stream' | 'stream_exists';
export type Proposed = Pick<Entry, 'type' | 'id' | 'metadata'>;

/** What a writer is told. `at` is where in the log the last event stands, unless it is hidden or there is none. */
export type Answer =
  | { readonly kind: 'written'; readonly revision: number; readonly at?: number | undefined }
  | { readonly kind: 'conflict'; readonly current: number }
  | { readonly kind: 'deleted' };

/** The log after a request, and its answer. */
export interface Step {
  readonly log: Log;
  readonly answer: Answer;
}

export const metastreamOf = (stream: string): string => `$$${stream}`;
export const TOMBSTONE = '$streamDeleted';

export const eventsOf = (log: Log, stream: string): Log => log.filter((entry) => entry.stream === stream);
export const isTombstoned = (log: Log, stream: string): boolean =>
  log.some(
    (entry) => entry.type === TOMBSTONE && [entry.stream, metastreamOf(entry.stream)].includes(stream),
  );
const lastOf = (log: Log, stream: string): number => eventsOf(log, stream).length - 1;
export const metadataOf = (log: Log, stream: string): Metadata =>
  eventsOf(log, metastreamOf(stream)).at(-1)?.metadata ?? {};
const isSoftDeleted = (log: Log, stream: string): boolean =>
  metadataOf(log, stream).truncateBefore === Infinity;
/** There is nothing to be read: never written, or soft-deleted. */
export const isMissing = (log: Log, stream: string): boolean =>
  lastOf(log, stream) < 0 || isSoftDeleted(log, stream);

/** What can be read of a stream. */
export function visible(log: Log, stream: string): Log {
  const { maxCount, truncateBefore } = metadataOf(log, stream);
  const first = Math.max(truncateBefore || 0, maxCount ? lastOf(log, stream) + 1 - maxCount : 0);
  return eventsOf(log, stream).filter(({ revision }) => revision >= first);
}

const written = (log: Log, revision: number, at?: number): Step => ({
  log,
  answer: { kind: 'written', revision, at },
});

/** An append by the rules 1, 4 and 10 to 16 of the real server. */
export function append(log: Log, stream: string, expected: Expected, events: readonly Proposed[]): Step {
  const last = lastOf(log, stream);
  const verdict = judge(log, stream, expected, events);
  if (verdict === 'deleted') return { log, answer: { kind: 'deleted' } };
  if (verdict === 'conflict') return { log, answer: { kind: 'conflict', current: last } };
  if (verdict !== 'write') {
    const isHidden = !visible(log, stream).includes(verdict);
    return written(log, verdict.revision, isHidden ? undefined : log.indexOf(verdict));
  }
  if (events.length === 0) return written(log, Math.max(last, 0));
  const added = [...log, ...events.map((event, n) => ({ ...event, stream, revision: last + 1 + n }))];
  const after = isSoftDeleted(log, stream)
    ? withMetadata(added, stream, { truncateBefore: last + 1 })
    : added;
  return written(after, last + events.length, added.length - 1);
}

const withMetadata = (log: Log, stream: string, metadata: Metadata): Log => {
  const metastream = metastreamOf(stream);
  const revision = lastOf(log, metastream) + 1;
  return [...log, { stream: metastream, revision, type: '$metadata', metadata }];
};

/** Write, refuse, or the event with which a retry ended. */
function judge(
  log: Log,
  stream: string,
  expected: Expected,
  events: readonly Proposed[],
): 'write' | 'conflict' | 'deleted' | Entry {
  if (isTombstoned(log, stream)) return 'deleted';
  const own = eventsOf(log, stream);
  const hasMetadata = eventsOf(log, metastreamOf(stream)).length > 0;
  if (expected === 'stream_exists' && isSoftDeleted(log, stream)) return 'deleted';
  if (expected === 'stream_exists' && own.length === 0 && !hasMetadata) return 'conflict';
  if (expected === 'any' || expected === 'stream_exists') {
    const seen = events.map(({ id }) => log.find((entry) => entry.id === id && id !== undefined));
    const known = seen.map((entry) => (entry?.stream === stream ? entry : undefined));
    if (known[0] === undefined) return 'write';
    return known.includes(undefined) ? 'conflict' : known.at(-1)!;
  }
  const after = expected === 'no_stream' ? -1 : expected;
  if (after === own.length - 1) return 'write';
  const standing = own.slice(after + 1, after + 1 + events.length);
  const same = standing.filter((entry, n) => entry.id !== undefined && entry.id === events[n]?.id);
  if (events.length > 0 && same.length === events.length) return same.at(-1)!;
  const isReturn = expected === 'no_stream' && isSoftDeleted(log, stream);
  return isReturn && standing[0]?.id !== events[0]?.id ? 'write' : 'conflict';
}

/** A soft delete: metadata that hides all there is. Rules 34, 37 and 39. */
export function softDelete(log: Log, stream: string, expected: Expected): Step {
  const verdict = judge(log, stream, expected, [{ type: 'none' }]);
  const last = lastOf(log, stream);
  if (verdict === 'deleted') return { log, answer: { kind: 'deleted' } };
  if (verdict === 'conflict' || last < 0) return { log, answer: { kind: 'conflict', current: last } };
  return written(withMetadata(log, stream, { truncateBefore: Infinity }), last, log.length);
}

/** A tombstone, also of a stream that never was. Rules 37 and 39. */
export function tombstone(log: Log, stream: string, expected: Expected): Step {
  const verdict = judge(log, stream, expected, [{ type: 'none' }]);
  const last = lastOf(log, stream);
  if (verdict === 'deleted') return { log, answer: { kind: 'deleted' } };
  if (verdict === 'conflict') return { log, answer: { kind: 'conflict', current: last } };
  return written([...log, { stream, revision: Infinity, type: TOMBSTONE }], last, log.length);
}

/** New metadata in place of all that there was; it brings a soft-deleted stream back empty, by metadata once more. */
export function setMetadata(log: Log, stream: string, metadata: Metadata, id: string): Step {
  const step = append(log, metastreamOf(stream), 'any', [{ type: '$metadata', id, metadata }]);
  if (step.log === log || !isSoftDeleted(log, stream)) return step;
  const truncated = { ...metadata, truncateBefore: lastOf(log, stream) + 1 };
  return { ...step, log: withMetadata(step.log, stream, truncated) };
}

/** A read of a stream from a revision or an end; rules 18 and 19. */
export function readStream(
  log: Log,
  stream: string,
  direction: 'forwards' | 'backwards',
  from: number,
  limit: number,
): Log | 'missing' | 'deleted' {
  if (isTombstoned(log, stream)) return 'deleted';
  if (isMissing(log, stream)) return 'missing';
  const all = visible(log, stream);
  return direction === 'forwards'
    ? all.filter(({ revision }) => revision >= from).slice(0, limit)
    : all
        .filter(({ revision }) => revision <= from)
        .reverse()
        .slice(0, limit);
}

/** A read of `$all`: forwards with the event at `from`, backwards without it. Rules 24 and 25. */
export const readAll = (log: Log, direction: 'forwards' | 'backwards', from: number, limit: number): Log =>
  direction === 'forwards' ? log.slice(from, from + limit) : log.slice(0, from).reverse().slice(0, limit);
