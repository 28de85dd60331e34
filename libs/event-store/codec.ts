import type { DomainEvent, Envelope, Recorded } from '#domain/recorded.js';
import type { EventData, RecordedEvent } from '@eventstore/db-client';
import { EventTooLarge, UnreadableEvent } from './errors.js';

/** What the codec must know of the event types: their versions, and how to read each one that was ever stored. */
export interface EventRegistry {
  /** Validates stored data, brings it up to the current version; throws on an unknown type or version. */
  decode(type: string, schemaVersion: number, data: unknown): DomainEvent;
  /** Throws where a payload about to be written is not of the current version: it could never be read again. */
  check(type: string, payload: object): void;
  /** The version that is written today; throws on an unknown type. */
  currentVersion(type: string): number;
}

/** An event about to be appended. Its schema version is the registry's current one. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly payload: object;
  readonly metadata: Omit<Envelope, 'schemaVersion'>;
}

const EVENT_LIMIT_BYTES = 64 * 1024;
const utf8 = new TextEncoder();

/** An event as the store's client takes it. Throws EventTooLarge beyond 64 KiB of payload and metadata. */
export const encode = (registry: EventRegistry, event: NewEvent): EventData => {
  registry.check(event.type, event.payload);
  const envelope: Envelope = { ...event.metadata, schemaVersion: registry.currentVersion(event.type) };
  // Bytes, since the client turns an object into base64 and back.
  const metadata = utf8.encode(JSON.stringify(envelope));
  const size = metadata.length + Buffer.byteLength(JSON.stringify(event.payload));
  if (size > EVENT_LIMIT_BYTES) throw new EventTooLarge(event.type, size, EVENT_LIMIT_BYTES);
  return {
    id: event.id,
    type: event.type,
    contentType: 'application/json',
    data: event.payload as Record<string, unknown>,
    metadata,
  };
};

const isEnvelope = (value: unknown): value is Envelope =>
  typeof value === 'object' &&
  value !== null &&
  Number.isInteger((value as Envelope).schemaVersion) &&
  typeof (value as Envelope).commandId === 'string' &&
  typeof (value as Envelope).recordedAt === 'string' &&
  typeof (value as Envelope).actor === 'object';

/**
 * A stored event, validated and brought up to the current version. `stream` is its name without the configured
 * prefix. Throws UnreadableEvent.
 */
export const decode = (registry: EventRegistry, stream: string, stored: RecordedEvent): Recorded => {
  const { id, type } = stored;
  const revision = Number(stored.revision);
  const position = stored.position?.commit ?? -1n;
  try {
    const metadata: unknown = stored.metadata;
    if (!isEnvelope(metadata)) throw new Error('its metadata is not an envelope of the register');
    const event = registry.decode(type, metadata.schemaVersion, stored.data);
    return { type: event.type, payload: event.payload, id, stream, revision, position, metadata };
  } catch (cause) {
    throw new UnreadableEvent({ id, stream, revision, position, type }, cause);
  }
};
