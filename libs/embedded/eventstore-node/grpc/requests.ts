import type * as Shared from '@eventstore/db-client/generated/shared_pb.js';
import { eachField, type FieldVisitor } from '../wire-reader.js';
import { ANY, NO_STREAM, STREAM_EXISTS } from '../log/decide.js';
import type { Proposed } from '../log/entry.js';
import { CallFailed, HANDLER_THREW, invalidArgument } from './status.js';

/** A request that the real server answers with this sentence, where it gives one at all. */
export class BadRequest extends CallFailed {
  readonly sentence: string;

  constructor(sentence: string) {
    super(HANDLER_THREW);
    this.sentence = sentence;
  }
}

/** The name of a stream, which must be there and not be empty. */
export const streamName = (identifier: Shared.StreamIdentifier | undefined): string =>
  namedStream(identifier && Buffer.from(identifier.getStreamName_asU8()).toString('utf8'));

/** @param name undefined if nothing names a stream */
export function namedStream(name: string | undefined): string {
  if (name === undefined) throw new BadRequest('Object reference not set to an instance of an object.');
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
export function signedRevision(revision: string | bigint): number {
  const value = BigInt(revision);
  if (value === LARGEST) return -1;
  if (value > 0x7fffffffffffffffn) {
    throw new BadRequest("Specified argument was out of the range of valid values. (Parameter 'value')");
  }
  return Number(value);
}

/**
 * The 16 bytes of an id from the UUID message between two offsets: text (with dashes or without, in any case) or
 * structured.
 */
export function idBytes(bytes: Buffer, start: number, end: number): Buffer {
  let text = '';
  let structured: Buffer | undefined;
  const visit: FieldVisitor = (number, from, to) => {
    if (number === 1) structured = structuredId(bytes, from, to);
    if (number === 2) text = bytes.toString('latin1', from, to);
  };
  eachField(bytes, visit, start, end);
  if (structured !== undefined) return structured;
  const hex = text.length === 36 ? text.replace(DASHES, '$1$2$3$4') : text;
  const id = Buffer.from(hex, 'hex');
  if (id.length !== 16 || hex.length !== 32) throw new BadRequest('Unrecognized Guid format.');
  return id;
}

/** What the real server says of an id that is not there. */
export const NO_ID = "Value cannot be null. (Parameter 'dto')";

const DASHES = /^(.{8})-(.{4})-(.{4})-(.{4})-/;
const NIL = Buffer.alloc(16);

function structuredId(bytes: Buffer, start: number, end: number): Buffer {
  const id = Buffer.alloc(16);
  const visit: FieldVisitor = (number, _from, _to, value) => {
    id.writeBigUInt64BE(value, number === 1 ? 0 : 8);
  };
  eachField(bytes, visit, start, end);
  return id;
}

/** What a missing property of an event means: unary append names it, batch append does not. */
export type MissingProperty = (name: string) => Error;

export const namedProperty: MissingProperty = (name) =>
  invalidArgument(`Required Metadata Property '${name}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

export const someProperty: MissingProperty = () =>
  new BadRequest('The given key was not present in the dictionary.');

/**
 * An event from the ProposedMessage, of either kind of append, between two offsets; one without type, content type or
 * id, or with an empty one, is refused. Read by hand, since every event that is written comes through here.
 */
export function proposedEvent(bytes: Buffer, start: number, end: number, missing: MissingProperty): Proposed {
  let id: Buffer | undefined;
  let data = NOTHING;
  let metadata = NOTHING;
  const properties: Record<string, string> = {};
  const visit: FieldVisitor = (number, from, to) => {
    if (number === 1) id = idBytes(bytes, from, to);
    else if (number === 2) addProperty(properties, bytes, from, to);
    else if (number === 3) metadata = bytes.subarray(from, to);
    else if (number === 4) data = bytes.subarray(from, to);
  };
  eachField(bytes, visit, start, end);
  const { type, 'content-type': contentType } = properties;
  if (type === undefined) throw missing('type');
  if (contentType === undefined) throw missing('content-type');
  if (id === undefined) throw new BadRequest(NO_ID);
  if (id.equals(NIL)) throw new BadRequest("Empty eventId provided. (Parameter 'eventId')");
  if (type === '') throw new BadRequest("Empty eventType provided. (Parameter 'eventType')");
  return { id, type, json: contentType === 'application/json', data, metadata };
}

const NOTHING: Buffer = Buffer.alloc(0);

function addProperty(properties: Record<string, string>, bytes: Buffer, start: number, end: number): void {
  let key = '';
  let value = '';
  const visit: FieldVisitor = (number, from, to) => {
    if (number === 1) key = bytes.toString('utf8', from, to);
    if (number === 2) value = bytes.toString('utf8', from, to);
  };
  eachField(bytes, visit, start, end);
  properties[key] = value;
}
