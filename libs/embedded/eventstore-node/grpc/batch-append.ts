import streams from '@eventstore/db-client/generated/streams_pb.js';
import type * as Streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Access } from '../access/access.js';
import type { Proposed } from '../log/entry.js';
import type { Writer } from '../log/writer.js';
import { success } from './append.js';
import {
  ACCESS_DENIED,
  badRequest,
  batchAnswer,
  outcomeError,
  TIMED_OUT,
  tooLarge,
  type Answered,
} from './batch-answers.js';
import type { Call, Method } from './call.js';
import { eachField, type FieldVisitor } from '../wire-reader.js';
import { bytesField, structuredUuid } from '../wire.js';
import {
  BadRequest,
  expectedRevision,
  idBytes,
  NO_ID,
  proposedEvent,
  someProperty,
  streamName,
} from './requests.js';
import { NOT_AVAILABLE } from './status.js';
import { createTurns } from './turns.js';

/** An append of which not all parts have come. */
interface Pending {
  readonly answered: Answered;
  readonly stream: string;
  readonly expected: number;
  readonly events: Proposed[];
  size: number;
  timer?: NodeJS.Timeout;
}

/** What the appends of a node are taken with. */
export interface BatchParts {
  readonly writer: Writer;
  readonly access: Access;
  readonly maxAppendBytes: number;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * Many appends on one call, each in one or more parts under its correlation id and answered under it; what is wrong
 * with one does not touch the others. The call stays open when the client ends its side.
 */
export function batchAppend(parts: BatchParts): Method {
  return (call, caller) => {
    const pending = new Map<string, Pending>();
    const inTurn = createTurns(call);
    call.onClose(() => {
      for (const { timer } of pending.values()) clearTimeout(timer);
    });
    const handle = (request: Part, allowed: boolean): void => {
      try {
        if (allowed) take(call, parts, pending, request);
        else void call.send(batchAnswer(answeredBy(request), ACCESS_DENIED));
      } catch (error) {
        if (!(error instanceof BadRequest)) throw error;
        void call.send(batchAnswer(answeredBy(request), bytesField(2, ...badRequest(error.sentence))));
      }
    };
    return {
      message: (bytes) => {
        const request = partFrom(bytes);
        const { options } = request;
        const allowed = options === undefined || parts.access.may(caller, 'write', streamIn(options));
        inTurn(allowed, (answer) => {
          handle(request, answer);
        });
      },
      end: () => undefined,
    };
  };
}

/** The name in the options as it is, which may be empty. */
const streamIn = (options: Streams.BatchAppendReq.Options): string =>
  Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');

/** Where an event lies in the message. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** One message of the call: part of an append. */
interface Part {
  readonly bytes: Buffer;
  readonly correlationId: Buffer | undefined;
  readonly options: Streams.BatchAppendReq.Options | undefined;
  /** How many milliseconds the append may take, if the client says so and not until when. */
  readonly timeout: number | undefined;
  readonly proposed: readonly Span[];
  readonly isFinal: boolean;
}

function partFrom(bytes: Buffer): Part {
  let correlationId: Buffer | undefined;
  let options: Buffer | undefined;
  const proposed: Span[] = [];
  let isFinal = false;
  eachField(bytes, (number, start, end, value) => {
    if (number === 1) correlationId = bytes.subarray(start, end);
    else if (number === 2) options = bytes.subarray(start, end);
    else if (number === 3) proposed.push({ start, end });
    else if (number === 4) isFinal = value !== 0n;
  });
  const timeout = options === undefined ? undefined : timeoutOf(options);
  const parsed =
    options === undefined ? undefined : streams.BatchAppendReq.Options.deserializeBinary(options);
  return { bytes, correlationId, options: parsed, timeout, proposed, isFinal };
}

const TIMEOUT_FIELD = 7;

/** The field `deadline`, a duration, which is newer than the client's generated messages. */
function timeoutOf(options: Buffer): number | undefined {
  let timeout: number | undefined;
  eachField(options, (number, start, end) => {
    if (number !== TIMEOUT_FIELD) return;
    timeout = 0;
    const add: FieldVisitor = (unit, _from, _to, value) => {
      timeout = (timeout ?? 0) + Number(BigInt.asIntN(64, value)) * (unit === 1 ? 1000 : 1e-6);
    };
    eachField(options, add, start, end);
  });
  return timeout;
}

const answeredBy = ({ correlationId, options }: Part): Answered => ({
  correlationId,
  stream: options?.getStreamIdentifier()?.serializeBinary(),
});

/** Takes one part: the first has the options, the last is final. A part of nothing that is pending is dropped. */
function take(call: Call, parts: BatchParts, pending: Map<string, Pending>, request: Part): void {
  const { correlationId } = request;
  if (correlationId === undefined) throw new BadRequest(NO_ID);
  const id = idBytes(correlationId, 0, correlationId.length);
  const key = id.toString('latin1');
  const { options } = request;
  if (options !== undefined && !pending.has(key)) {
    const started = begin(request, options);
    const left = request.timeout ?? timeLeft(options, parts.now());
    if (left !== undefined && left <= 0) {
      void call.send(batchAnswer(started.answered, TIMED_OUT));
      return;
    }
    pending.set(key, started);
    if (left !== undefined && !request.isFinal) giveUpAfter(call, pending, key, id, left);
  }
  const append = pending.get(key);
  if (append === undefined) return;
  for (const { start, end } of request.proposed) {
    const event = proposedEvent(request.bytes, start, end, someProperty);
    append.events.push(event);
    append.size += event.data.length;
  }
  const exceeds = append.size > parts.maxAppendBytes;
  if (!exceeds && !request.isFinal) return;
  pending.delete(key);
  clearTimeout(append.timer);
  if (exceeds) void call.send(batchAnswer(append.answered, tooLarge(parts.maxAppendBytes)));
  else call.run(submit(call, parts.writer, append));
}

function begin(request: Part, options: Streams.BatchAppendReq.Options): Pending {
  const stream = streamName(options.getStreamIdentifier());
  const position = options.hasStreamPosition() ? options.getStreamPosition() : undefined;
  const expected = expectedRevision(options, position);
  if (expected === undefined) {
    const oneof = 'EventStore.Client.Streams.BatchAppendReq+Types+Options+ExpectedStreamPositionOneofCase';
    throw new BadRequest(`Status(StatusCode="InvalidArgument", Detail="'None' is not a valid ${oneof}")`);
  }
  return { answered: answeredBy(request), stream, expected, events: [], size: 0 };
}

/** Milliseconds until the deadline; undefined if there is none. */
function timeLeft(options: Streams.BatchAppendReq.Options, now: number): number | undefined {
  const deadline = options.getDeadline();
  return deadline === undefined ? undefined : deadline.getSeconds() * 1000 + deadline.getNanos() / 1e6 - now;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** An append that is not finished by its deadline is answered as timed out, its correlation id structured. */
function giveUpAfter(call: Call, pending: Map<string, Pending>, key: string, id: Buffer, left: number): void {
  const append = pending.get(key);
  if (append === undefined) return;
  append.timer = setTimeout(
    () => {
      pending.delete(key);
      void call.send(batchAnswer({ ...append.answered, correlationId: structuredUuid(id) }, TIMED_OUT));
    },
    Math.min(left, LONGEST_TIMER_MS),
  );
}

async function submit(
  call: Call,
  writer: Writer,
  { answered, stream, expected, events }: Pending,
): Promise<void> {
  const outcome = await writer.submit({ kind: 'append', stream, expected, events });
  if (outcome.kind === 'unavailable') call.fail(NOT_AVAILABLE);
  else if (outcome.kind === 'written') {
    void call.send(batchAnswer(answered, bytesField(3, ...success(outcome.revision, outcome.position))));
  } else void call.send(batchAnswer(answered, bytesField(2, ...outcomeError(stream, expected, outcome))));
}
