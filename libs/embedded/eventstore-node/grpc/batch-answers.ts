import { ANY, NO_STREAM } from '../log/decide.js';
import type { Outcome } from '../log/write-request.js';
import { bytesField, frame, numberField, textField } from '../wire.js';

/** What names the append that an answer is for, both as messages in bytes and as the client sent them. */
export interface Answered {
  readonly correlationId: Uint8Array | undefined;
  readonly stream: Uint8Array | undefined;
}

/** An answer of a batch append: to whom, and the field that says what became of it. */
export const batchAnswer = ({ correlationId, stream }: Answered, result: Buffer): Buffer =>
  frame(
    ...(correlationId === undefined ? [] : [bytesField(1, correlationId)]),
    result,
    ...(stream === undefined ? [] : [bytesField(4, stream)]),
  );

const NOTHING = Buffer.alloc(0);

/** The codes of a google.rpc.Status that the real server uses here, which are not gRPC's usual ones. */
const INVALID = 3;
const TIMEOUT = 4;
const DELETED = 5;
const WRONG_VERSION = 6;
const DENIED = 7;

function status(code: number, name: string, ...details: Buffer[]): Buffer[] {
  const any = [textField(1, `type.googleapis.com/event_store.client.${name}`), bytesField(2, ...details)];
  return [numberField(1, code), textField(2, name), bytesField(3, ...any)];
}

export const badRequest = (sentence: string): Buffer[] =>
  status(INVALID, 'BadRequest', textField(1, sentence));

export const TIMED_OUT = bytesField(2, ...status(TIMEOUT, 'Timeout'));

export const ACCESS_DENIED = bytesField(2, ...status(DENIED, 'AccessDenied'));

export const tooLarge = (limit: number): Buffer =>
  bytesField(2, ...status(INVALID, 'MaximumAppendSizeExceeded', numberField(1, limit)));

/** The status of an append that was refused. */
export function outcomeError(
  stream: string,
  expected: number,
  outcome: Outcome & { kind: 'conflict' | 'deleted' },
): Buffer[] {
  if (outcome.kind === 'deleted') {
    return status(DELETED, 'StreamDeleted', bytesField(1, bytesField(3, Buffer.from(stream, 'utf8'))));
  }
  const current = outcome.current < 0 ? bytesField(2, NOTHING) : numberField(1, outcome.current);
  return status(WRONG_VERSION, 'WrongExpectedVersion', current, expectation(expected));
}

function expectation(expected: number): Buffer {
  if (expected >= 0) return numberField(3, expected);
  if (expected === ANY) return bytesField(4, NOTHING);
  return bytesField(expected === NO_STREAM ? 6 : 5, NOTHING);
}
