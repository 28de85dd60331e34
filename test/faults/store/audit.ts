/** An event as it stands in `$all`. */
export interface Stored {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
}

/** What a client was told of an append: where the last of its events stands. */
export interface Acknowledged {
  readonly eventIds: readonly string[];
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
}

/** Compares what is stored with what clients were told, piece by piece. */
export interface Audit {
  /** One sentence for each fault; empty while nothing is wrong. */
  readonly faults: readonly string[];
  /** Takes the next event of `$all`: it must be asked for, new, and in order in the log and in its stream. */
  take(event: Stored): void;
  /** Holds an acknowledgement against the events taken: all there, one after the other, the last where it was said. */
  hold(acknowledged: Acknowledged): void;
}

/** @param asked the ids of all events that clients tried to append, answered or not; it may grow meanwhile */
export function createAudit(asked: ReadonlySet<string>): Audit {
  const faults: string[] = [];
  const places = new Map<string, Stored>();
  const lengths = new Map<string, number>();
  let end = -1n;
  return {
    faults,
    take: (event) => {
      const { id, stream, revision, position } = event;
      const expected = lengths.get(stream) ?? 0;
      if (position <= end) faults.push(`position ${position} comes after ${end}`);
      if (revision !== expected) faults.push(`${stream} has revision ${revision} in place of ${expected}`);
      if (places.has(id)) faults.push(`${id} is there twice`);
      if (!asked.has(id)) faults.push(`nobody asked for ${id}`);
      end = position;
      lengths.set(stream, revision + 1);
      places.set(id, event);
    },
    hold: ({ eventIds, stream, revision, position }) => {
      for (const [index, id] of eventIds.entries()) {
        const place = places.get(id);
        const due = revision - eventIds.length + 1 + index;
        const isLast = index === eventIds.length - 1;
        if (place === undefined) faults.push(`${id} was acknowledged and is lost`);
        else if (place.stream !== stream || place.revision !== due || (isLast && place.position !== position))
          faults.push(`${id} was acknowledged as ${due}@${stream} and is ${place.revision}@${place.stream}`);
      }
    },
  };
}
