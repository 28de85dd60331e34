import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import type { Recorded } from '#domain/recorded.js';
import { decode, type EventRegistry } from './codec.js';
import { UnreadableEvent } from './errors.js';
import type { OwnStreams } from './own-streams.js';

/** The register's own events of a stretch of `$all`, up to the first that can't be read, and that one. */
export interface OwnEvents {
  readonly events: readonly Recorded[];
  readonly unreadable?: UnreadableEvent;
}

/** Decodes a stretch of `$all`, passing over the streams that aren't the register's own. */
export const decodeOwn = (
  registry: EventRegistry,
  names: OwnStreams,
  stretch: readonly AllStreamResolvedEvent[],
): OwnEvents => {
  const events: Recorded[] = [];
  for (const { event } of stretch) {
    const stream = event && names.own(event.streamId);
    if (!event || stream === undefined) continue;
    try {
      events.push(decode(registry, stream, event));
    } catch (error) {
      if (error instanceof UnreadableEvent) return { events, unreadable: error };
      throw error;
    }
  }
  return { events };
};
