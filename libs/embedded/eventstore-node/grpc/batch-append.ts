import type { Access } from '../access/access.js';
import type { Writer } from '../log/writer.js';
import { success } from './append.js';
import { appendOptions, nameIn, targetOf, type AppendOptions } from './append-options.js';
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
import { eachField } from '../wire-reader.js';
import { bytesField, structuredUuid } from '../wire.js';
import { gather, nothingGathered, type Gathered } from './gather.js';
import { BadRequest, idBytes, NO_ID, proposedEvent, someProperty } from './requests.js';
import { NOT_AVAILABLE } from './status.js';
import { createTurns } from './turns.js';

/** An append of which not all parts have come. */
interface Pending extends Gathered {
  readonly answered: Answered;
  readonly stream: string;
  readonly expected: number;
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
        else answer(call, answeredBy(request), ACCESS_DENIED);
      } catch (error) {
        if (!(error instanceof BadRequest)) throw error;
        answer(call, answeredBy(request), bytesField(2, ...badRequest(error.sentence)));
      }
    };
    return {
      message: (bytes) => {
        const request = partFrom(bytes);
        const { options } = request;
        const allowed = options === undefined || parts.access.may(caller, 'write', nameIn(options) ?? '');
        inTurn(allowed, (may) => {
          handle(request, may);
        });
        call.hold(parts.writer.room());
      },
      end: () => undefined,
    };
  };
}

/** How many bytes of answers may wait for a client that does not take them. */
const MAX_UNSENT = 4 * 1024 * 1024;

/** Sends an answer. A client that leaves too many of them is not listened to until it has taken them. */
function answer(call: Call, answered: Answered, result: Buffer): void {
  const taken = call.send(batchAnswer(answered, result));
  if (call.unsent > MAX_UNSENT) call.hold(taken);
}

/** Where an event lies in the message. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** One message of the call: part of an append. */
interface Part {
  readonly bytes: Buffer;
  readonly correlationId: Buffer | undefined;
  readonly options: AppendOptions | undefined;
  readonly proposed: readonly Span[];
  readonly isFinal: boolean;
}

function partFrom(bytes: Buffer): Part {
  let correlationId: Buffer | undefined;
  let options: AppendOptions | undefined;
  const proposed: Span[] = [];
  let isFinal = false;
  eachField(bytes, (number, start, end, value) => {
    if (number === 1) correlationId = bytes.subarray(start, end);
    else if (number === 2) options = appendOptions(bytes, start, end);
    else if (number === 3) proposed.push({ start, end });
    else if (number === 4) isFinal = value !== 0n;
  });
  return { bytes, correlationId, options, proposed, isFinal };
}

const answeredBy = ({ correlationId, options }: Part): Answered => ({
  correlationId,
  stream: options?.identifier,
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
    const left = options.timeout ?? options.deadline - parts.now();
    if (left <= 0) {
      answer(call, started.answered, TIMED_OUT);
      return;
    }
    pending.set(key, started);
    if (!request.isFinal) giveUpAfter(call, pending, key, id, Math.min(left, LONGEST_MS));
  }
  const append = pending.get(key);
  if (append === undefined) return;
  let isOver = true;
  let exceeded: number | undefined;
  try {
    exceeded = addEvents(append, request, parts.maxAppendBytes);
    isOver = exceeded !== undefined || request.isFinal;
  } finally {
    // An append of which an event makes no sense is answered with that, and is over as well.
    if (isOver) forget(pending, key);
  }
  if (exceeded !== undefined) answer(call, append.answered, tooLarge(exceeded));
  else if (isOver) call.run(submit(call, parts.writer, append));
}

function forget(pending: Map<string, Pending>, key: string): void {
  clearTimeout(pending.get(key)?.timer);
  pending.delete(key);
}

/** @returns the limit that the append now exceeds, in bytes, if it does */
function addEvents(append: Pending, { bytes, proposed }: Part, maxAppendBytes: number): number | undefined {
  let exceeded: number | undefined;
  for (const { start, end } of proposed) {
    exceeded = gather(append, proposedEvent(bytes, start, end, someProperty), end - start, maxAppendBytes);
  }
  return exceeded;
}

const begin = (request: Part, options: AppendOptions): Pending => ({
  answered: answeredBy(request),
  ...targetOf(options, nothingExpected),
  ...nothingGathered(),
});

function nothingExpected(): Error {
  const oneof = 'EventStore.Client.Streams.BatchAppendReq+Types+Options+ExpectedStreamPositionOneofCase';
  return new BadRequest(`Status(StatusCode="InvalidArgument", Detail="'None' is not a valid ${oneof}")`);
}

/** How long an append may be unfinished, whatever its deadline: the real server's time limit for a write. */
const LONGEST_MS = 2000;

/** An append that is not finished by its deadline is answered as timed out, its correlation id structured. */
function giveUpAfter(call: Call, pending: Map<string, Pending>, key: string, id: Buffer, left: number): void {
  const append = pending.get(key);
  if (append === undefined) return;
  append.timer = setTimeout(() => {
    pending.delete(key);
    answer(call, { ...append.answered, correlationId: structuredUuid(id) }, TIMED_OUT);
  }, left);
}

async function submit(
  call: Call,
  writer: Writer,
  { answered, stream, expected, events }: Pending,
): Promise<void> {
  const outcome = await writer.submit({ kind: 'append', stream, expected, events });
  if (outcome.kind === 'unavailable') call.fail(NOT_AVAILABLE);
  else if (outcome.kind === 'written') {
    answer(call, answered, bytesField(3, ...success(outcome.revision, outcome.position)));
  } else answer(call, answered, bytesField(2, ...outcomeError(stream, expected, outcome)));
}
