import type * as Shared from '@eventstore/db-client/generated/shared_pb.js';
import { ANY, NO_STREAM, STREAM_EXISTS } from '../log/decide.js';
import type { Proposed } from '../log/entry.js';
import { CallFailed, HANDLER_THREW, invalidArgument } from './status.js';

/** The largest append, in bytes of data over all its events. */
export const MAX_APPEND_BYTES = 1024 * 1024;

/** A request that the real server answers with this sentence, where it gives one at all. */
export class BadRequest extends CallFailed {
  readonly sentence: string;

  constructor(sentence: string) {
    super(HANDLER_THREW);
    this.sentence = sentence;
  }
}

/** The name of a stream, which must be there and not be empty. */
export function streamName(identifier: Shared.StreamIdentifier | undefined): string {
  if (identifier === undefined) throw new BadRequest('Object reference not set to an instance of an object.');
  const name = Buffer.from(identifier.getStreamName_asU8()).toString('utf8');
  if (name === '') throw new BadRequest("Value cannot be null. (Parameter 'value')");
  return name;
}

/** The four ways in which a request can say which revision it expects. */
interface Expectation {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

/** @returns a revision, or ANY, NO_STREAM, STREAM_EXISTS; undefined if the request says nothing */
export function expectedRevision(options: Expectation, revision: string | undefined): number | undefined {
  if (options.hasAny()) return ANY;
  if (options.hasNoStream()) return NO_STREAM;
  if (options.hasStreamExists()) return STREAM_EXISTS;
  return revision === undefined ? undefined : signedRevision(revision);
}

const LARGEST = 0xffffffffffffffffn;

/** A revision as a signed number: 2^64 - 1 is -1, and what is over the signed range is an error. */
export function signedRevision(revision: string): number {
  const value = BigInt(revision);
  if (value === LARGEST) return -1;
  if (value > 0x7fffffffffffffffn) {
    throw new BadRequest("Specified argument was out of the range of valid values. (Parameter 'value')");
  }
  return Number(value);
}

/** The 16 bytes of an id that came as text (with dashes or without, in any case) or structured. */
export function idBytes(id: Shared.UUID | undefined): Buffer {
  if (id === undefined) throw new BadRequest("Value cannot be null. (Parameter 'dto')");
  const structured = id.getStructured();
  if (structured !== undefined) {
    const bytes = Buffer.allocUnsafe(16);
    bytes.writeBigInt64BE(BigInt(structured.getMostSignificantBits()), 0);
    bytes.writeBigInt64BE(BigInt(structured.getLeastSignificantBits()), 8);
    return bytes;
  }
  const text = id.getString();
  const hex = text.length === 36 ? text.replace(/^(.{8})-(.{4})-(.{4})-(.{4})-/, '$1$2$3$4') : text;
  if (!/^[0-9a-fA-F]{32}$/.test(hex)) throw new BadRequest('Unrecognized Guid format.');
  return Buffer.from(hex, 'hex');
}

const NIL = Buffer.alloc(16);

/** A proposed event of either kind of append. */
interface ProposedMessage {
  getId(): Shared.UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

const missingProperty = (name: string): CallFailed =>
  invalidArgument(`Required Metadata Property '${name}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

/** What a missing property of an event means: unary append names it, batch append does not. */
export type MissingProperty = (name: string) => Error;
export const namedProperty: MissingProperty = missingProperty;
export const someProperty: MissingProperty = () =>
  new BadRequest('The given key was not present in the dictionary.');

/** An event as proposed; one without type, content type, id or with an empty one is refused. */
export function proposedEvent(message: ProposedMessage, missing: MissingProperty): Proposed {
  const map = message.getMetadataMap();
  const type = map.get('type');
  if (type === undefined) throw missing('type');
  const contentType = map.get('content-type');
  if (contentType === undefined) throw missing('content-type');
  const id = idBytes(message.getId());
  if (id.equals(NIL)) throw new BadRequest("Empty eventId provided. (Parameter 'eventId')");
  if (type === '') throw new BadRequest("Empty eventType provided. (Parameter 'eventType')");
  return {
    id,
    type,
    json: contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}
