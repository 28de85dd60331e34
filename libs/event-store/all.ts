import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  FORWARDS,
  type ReadPosition,
  START,
} from '@eventstore/db-client';
import type { TimeAllowed } from './attempts.js';
import type { Connected } from './client.js';
import { readAllPage } from './reading.js';

const PAGE = 1000;

/** A position as the client takes it: ours is the commit position, which equals the prepare position. */
export const positionOf = (position: bigint | 'start'): ReadPosition =>
  position === 'start' ? START : { commit: position, prepare: position };

/** Everything in `$all` behind a position, page by page, to its end as it is when that is reached. */
export async function* allBehind(
  reader: Connected,
  allowed: TimeAllowed,
  from: bigint | 'start',
): AsyncGenerator<readonly AllStreamResolvedEvent[]> {
  for (let last = from; ;) {
    const page = await readAllPage(reader, allowed, positionOf(last), FORWARDS, PAGE);
    // Forwards, the store gives the event at the position itself once more.
    yield page.filter(({ event }) => event?.position?.commit !== last);
    if (page.length < PAGE) return;
    last = page.at(-1)?.event?.position?.commit ?? last;
  }
}

/** The position of the last event that isn't a system event and whose stream is `wanted`, or 'start' for none. */
export const lastPosition = async (
  reader: Connected,
  allowed: TimeAllowed,
  wanted: (stream: string) => boolean,
): Promise<bigint | 'start'> => {
  // Page by page, as a read that is broken off makes the client drop its channel.
  for (let from: ReadPosition = END, size = 16; ; size = PAGE) {
    const page = await readAllPage(reader, allowed, from, BACKWARDS, size);
    const found = page.find(({ event }) => event && !event.type.startsWith('$') && wanted(event.streamId));
    if (found?.event?.position) return found.event.position.commit;
    const earliest = page.at(-1)?.event?.position;
    if (!earliest || page.length < size) return 'start';
    from = earliest;
  }
};
