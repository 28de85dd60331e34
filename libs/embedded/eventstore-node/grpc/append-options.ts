import { ANY, NO_STREAM, STREAM_EXISTS } from '../log/decide.js';
import { eachField } from '../wire-reader.js';
import { namedStream, signedRevision } from './requests.js';

/** What the options of either kind of append say. Read by hand, since every append has them. */
export interface AppendOptions {
  /** The message that names the stream, as it came. */
  readonly identifier: Buffer | undefined;
  /** ANY, NO_STREAM, STREAM_EXISTS or an unsigned revision. */
  readonly expectation: number | bigint | undefined;
  /** Until when a batch append may take, in milliseconds since 1970; Infinity if nothing is said. */
  readonly deadline: number;
  /** How many milliseconds a batch append may take; newer than the deadline. */
  readonly timeout: number | undefined;
}

const [IDENTIFIER, REVISION, DEADLINE, TIMEOUT] = [1, 2, 6, 7];
const WITHOUT_REVISION = new Map([
  [3, NO_STREAM],
  [4, ANY],
  [5, STREAM_EXISTS],
]);

/** The options that lie between two offsets. */
export function appendOptions(bytes: Buffer, start: number, end: number): AppendOptions {
  let identifier: Buffer | undefined;
  let expectation: number | bigint | undefined;
  let deadline = Infinity;
  let timeout: number | undefined;
  eachField(
    bytes,
    (number, from, to, value) => {
      if (number === IDENTIFIER) identifier = bytes.subarray(from, to);
      else if (number === REVISION) expectation = value;
      else if (number === DEADLINE) deadline = milliseconds(bytes, from, to);
      else if (number === TIMEOUT) timeout = milliseconds(bytes, from, to);
      else expectation = WITHOUT_REVISION.get(number) ?? expectation;
    },
    start,
    end,
  );
  return { identifier, expectation, deadline, timeout };
}

/** A Timestamp or a Duration: seconds and nanoseconds. */
function milliseconds(bytes: Buffer, start: number, end: number): number {
  let sum = 0;
  eachField(
    bytes,
    (unit, _from, _to, value) => {
      sum += Number(BigInt.asIntN(64, value)) * (unit === 1 ? 1000 : 1e-6);
    },
    start,
    end,
  );
  return sum;
}

const NAME = 3;

/** The stream's name as it is, which may be empty; undefined if nothing names a stream. */
export function nameIn({ identifier }: AppendOptions): string | undefined {
  if (identifier === undefined) return undefined;
  let name = '';
  eachField(identifier, (number, start, end) => {
    if (number === NAME) name = identifier.toString('utf8', start, end);
  });
  return name;
}

/**
 * The stream to append to and what is expected of it: a revision, or ANY, NO_STREAM, STREAM_EXISTS.
 * @param missing what to throw if the options say nothing of that
 * @throws BadRequest if they name no stream
 */
export function targetOf(
  options: AppendOptions,
  missing: () => Error,
): { readonly stream: string; readonly expected: number } {
  const stream = namedStream(nameIn(options));
  const { expectation } = options;
  if (expectation === undefined) throw missing();
  return { stream, expected: typeof expectation === 'number' ? expectation : signedRevision(expectation) };
}
