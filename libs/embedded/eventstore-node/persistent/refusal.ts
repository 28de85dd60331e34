import { ALL, STRATEGIES, type Settings } from './definition.js';
import { parsePosition, type Position } from './position.js';

/** Why a group cannot have this strategy or start there, in the real server's words; undefined if it can. */
export function refusedStart(
  stream: string,
  { strategy, startFrom }: Settings,
  committed: Position,
): string | undefined {
  if (!STRATEGIES.some((known) => known === strategy)) return `Consumer strategy ${strategy} does not exist.`;
  const from = parsePosition(startFrom);
  if (stream !== ALL || from === 'end' || from <= committed) return undefined;
  return (
    'Invalid Start From position: ' +
    'commit position must be less than or equal to the last commit position in the transaction file.'
  );
}

/** Why a group cannot have these sizes, in the real server's words; undefined if it can. */
export function refusedSizes({ readBatchSize, historyBufferSize }: Settings): string | undefined {
  if (readBatchSize < historyBufferSize) return undefined;
  return (
    'Specified argument was out of the range of valid values. ' +
    "(Parameter 'ReadBatchSize may not be greater than or equal to BufferSize')"
  );
}
