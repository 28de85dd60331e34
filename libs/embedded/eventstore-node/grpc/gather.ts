import type { Proposed } from '../log/entry.js';

/** The largest append in all, in bytes, or twice that of data: the real server has no limit for metadata. */
const MAX_WHOLE_BYTES = 16 * 1024 * 1024;
/** What an event takes beside what the client sends of it. */
const OVERHEAD_BYTES = 64;

/** Events of one append as they come in, and what they weigh. */
export interface Gathered {
  readonly events: Proposed[];
  dataBytes: number;
  wholeBytes: number;
}

export const nothingGathered = (): Gathered => ({ events: [], dataBytes: 0, wholeBytes: 0 });

/**
 * Adds an event, which took some bytes in the request.
 * @param maxDataBytes how much data there may be over all events of the append
 * @returns the limit that the append now exceeds, in bytes, if it does
 */
export function gather(
  into: Gathered,
  event: Proposed,
  bytes: number,
  maxDataBytes: number,
): number | undefined {
  into.events.push(event);
  into.dataBytes += event.data.length;
  into.wholeBytes += bytes + OVERHEAD_BYTES;
  if (into.dataBytes > maxDataBytes) return maxDataBytes;
  const wholeLimit = Math.max(MAX_WHOLE_BYTES, 2 * maxDataBytes);
  return into.wholeBytes > wholeLimit ? wholeLimit : undefined;
}
