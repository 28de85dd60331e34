import { createHash } from 'node:crypto';
import { isTombstone, type StoredEvent } from './stored-event.js';

/** What must be the same of an event in two stores, small enough to keep many. */
export interface Print {
  readonly type: string;
  readonly id: string;
  readonly 'content type': string;
  /** SHA-256 of the bytes. */
  readonly data: string;
  readonly metadata: string;
}

const NOTHING = new Uint8Array();
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');

/**
 * The print of an event. Two kinds of event a server writes by itself, so their ids are its own: a tombstone, and the
 * metadata with which a deleted stream comes back, `{"$tb": …}` in whatever layout that server has.
 */
export const printOf = (event: StoredEvent): Print => {
  const { type, contentType, data, metadata } = event;
  if (isTombstone(event))
    return { type, id: '', 'content type': '', data: hash(NOTHING), metadata: hash(NOTHING) };
  const truncation = type === '$metadata' ? truncationIn(data) : undefined;
  return {
    type,
    id: truncation === undefined ? event.id : '',
    'content type': contentType,
    data: truncation ?? hash(data),
    metadata: hash(metadata),
  };
};

/** The content of stream metadata that truncates a stream, in one layout; undefined for any other. */
const truncationIn = (data: Uint8Array): string | undefined => {
  try {
    const content = JSON.parse(Buffer.from(data).toString()) as Record<string, unknown>;
    return '$tb' in content ? JSON.stringify(Object.entries(content).sort()) : undefined;
  } catch {
    return undefined;
  }
};

/** In what two events at the same place differ; nothing if they are the same. */
export const differences = (one: Print, other: Print): string[] =>
  (Object.keys(one) as (keyof Print)[]).filter((part) => one[part] !== other[part]);
