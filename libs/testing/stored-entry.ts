import { encodeEntry, type Entry } from '#embedded/eventstore-node/log/entry.js';

interface Details {
  readonly type?: string;
  readonly data?: string;
  readonly metadata?: string;
  readonly position?: number;
  readonly id?: number;
}

/** An event as the embedded node stores it. Unless told otherwise its position is its revision, and its id that of both. */
export function storedEntry(stream: string, revision: number, details: Details = {}): Entry {
  const { type = 'Happened', data = '', metadata = '', position = revision } = details;
  const id = Buffer.alloc(16);
  id.writeDoubleBE(details.id ?? position, 8);
  const event = { id, type, json: true, data: Buffer.from(data), metadata: Buffer.from(metadata) };
  return encodeEntry(event, { stream: Buffer.from(stream), revision, position, created: 0, tick: 0 });
}
