import type { Position } from '@eventstore/db-client';

/** An event exactly as a store holds it: its data and metadata are bytes that nobody has parsed. */
export interface StoredEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  readonly id: string;
  /** When its store wrote it, in units of 100 ns: a copy has a time of its own. */
  readonly created: string;
  readonly type: string;
  /** `application/json` or `application/octet-stream`: the store knows no other. */
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** Whether this event is the end of its stream, which `$all` shows at the last revision that there can be. */
export const isTombstone = ({ type }: Pick<StoredEvent, 'type'>): boolean => type === '$streamDeleted';

/** What a server writes to a metastream when the stream is deleted, in whatever layout. */
const SOFT_DELETE = /^\s*\{\s*"\$tb"\s*:\s*9223372036854775807\s*\}\s*$/;

/** Whether this event deletes the stream whose metadata it is, until somebody writes to that again. */
export const isSoftDelete = ({ type, data }: Pick<StoredEvent, 'type' | 'data'>): boolean =>
  type === '$metadata' && data.length < 100 && SOFT_DELETE.test(Buffer.from(data).toString());

/** Where an event stands, in words. */
export const placeOf = ({ stream, revision, type }: StoredEvent): string =>
  isTombstone({ type }) ? `the tombstone of ${stream}` : `revision ${revision} of ${stream}`;

/** Whether two stores hold the one event that was written at one place and time: then they are one store. */
export const isSameWriting = (one: StoredEvent | undefined, other: StoredEvent | undefined): boolean =>
  one !== undefined &&
  one.id === other?.id &&
  one.created === other.created &&
  one.position.commit === other.position.commit;

/** Whether a position of `$all` comes after another. */
export const isAfter = (one: Position, other: Position): boolean =>
  one.commit > other.commit || (one.commit === other.commit && one.prepare > other.prepare);
