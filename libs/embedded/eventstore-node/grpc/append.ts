import { ensureAllowed, type Access } from '../access/access.js';
import { ANY, NO_STREAM } from '../log/decide.js';
import type { Outcome } from '../log/write-request.js';
import type { Writer } from '../log/writer.js';
import { eachField } from '../wire-reader.js';
import { bytesField, LARGEST_UINT64, numberField } from '../wire.js';
import type { Call, Method } from './call.js';
import { appendOptions, targetOf } from './append-options.js';
import { gather, nothingGathered } from './gather.js';
import { namedProperty, proposedEvent } from './requests.js';
import { CallFailed, HANDLER_THREW, notSet, NOT_AVAILABLE, streamDeleted, tooLarge } from './status.js';

const NOTHING = Buffer.alloc(0);

/** Unary append: options first, then the events, then one answer; a conflict is an answer, not an error. */
export function append(writer: Writer, access: Access, maxAppendBytes: number): Method {
  return (call, caller) => {
    let target: { readonly stream: string; readonly expected: number } | undefined;
    let allowed: Promise<void> | undefined;
    const gathered = nothingGathered();
    return {
      message: (bytes) => {
        const part = contentOf(bytes);
        if (target === undefined) {
          if (part.number !== OPTIONS) throw new CallFailed(HANDLER_THREW);
          target = targetOf(appendOptions(bytes, part.start, part.end), nothingExpected);
          allowed = ensureAllowed(access, caller, 'write', target.stream);
          if (allowed !== undefined) call.run(allowed);
          call.hold(writer.room());
          return;
        }
        if (part.number !== EVENT) throw new CallFailed(HANDLER_THREW);
        const event = proposedEvent(bytes, part.start, part.end, namedProperty);
        const exceeded = gather(gathered, event, bytes.length, maxAppendBytes);
        if (exceeded !== undefined) throw new CallFailed(tooLarge(exceeded));
      },
      end: () => {
        if (target === undefined) throw new CallFailed(HANDLER_THREW);
        const { stream, expected } = target;
        const { events } = gathered;
        const write = async (): Promise<void> => {
          await allowed;
          answer(call, stream, expected, await writer.submit({ kind: 'append', stream, expected, events }));
        };
        call.run(write());
      },
    };
  };
}

const OPTIONS = 1;
const EVENT = 2;

/** The one field that a message of the call consists of: its options or an event. */
interface Content {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

function contentOf(bytes: Buffer): Content {
  let content: Content = { number: 0, start: 0, end: 0 };
  eachField(bytes, (number, start, end) => {
    content = { number, start, end };
  });
  return content;
}

const nothingExpected = (): Error =>
  notSet('Streams.AppendReq+Types+Options+ExpectedStreamRevisionOneofCase');

function answer(call: Call, stream: string, expected: number, outcome: Outcome): void {
  if (outcome.kind === 'unavailable') call.fail(NOT_AVAILABLE);
  else if (outcome.kind === 'deleted') call.fail(streamDeleted(stream));
  else if (outcome.kind === 'conflict') call.reply(bytesField(2, ...conflict(expected, outcome.current)));
  else call.reply(bytesField(1, ...success(outcome.revision, outcome.position)));
}

/** The fields of a success, the same for unary and batch append. */
export const success = (revision: number, position: number | undefined): Buffer[] => [
  revision < 0 ? bytesField(2, NOTHING) : numberField(1, revision),
  position === undefined
    ? bytesField(4, NOTHING)
    : bytesField(3, numberField(1, position), numberField(2, position)),
];

/** The fields of a conflict, those for clients before 20.6.1 included. */
function conflict(expected: number, current: number): Buffer[] {
  const currently =
    current < 0
      ? [bytesField(2, NOTHING), bytesField(7, NOTHING)]
      : [numberField(1, current), numberField(6, current)];
  if (expected >= 0) return [...currently, numberField(3, expected), numberField(8, expected)];
  if (expected === NO_STREAM) return [...currently, numberField(3, LARGEST_UINT64), bytesField(11, NOTHING)];
  if (expected === ANY) return [...currently, bytesField(4, NOTHING), bytesField(9, NOTHING)];
  return [...currently, bytesField(5, NOTHING), bytesField(10, NOTHING)];
}
