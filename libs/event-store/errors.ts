/**
 * The store did not answer within the time allowed for it. A command may or may not have been written: the same
 * command with the same key finds out. Over HTTP: 503.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';

  constructor(doing: string, cause?: unknown) {
    const why = cause instanceof Error ? `: ${cause.message}` : '';
    super(`The event store did not answer while ${doing}${why}. Send the same request again.`, { cause });
  }
}

/** Where an event stands. */
export interface EventPlace {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  readonly type: string;
}

/**
 * An event in one of the register's own streams that this program can't read: its type is unknown, its schema
 * version is newer, or it breaks its schema. The reader stops at it; it is never skipped.
 */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';

  constructor(
    readonly place: EventPlace,
    cause: unknown,
  ) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      `Event ${place.id} (${place.type}, revision ${place.revision} of ${place.stream}) can't be read: ${why}. ` +
        'Run the release that wrote it, or a later one.',
      { cause },
    );
  }
}

/** An event beyond 64 KiB, which the register does not write. Nothing was appended. */
export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';

  constructor(type: string, bytes: number, limit: number) {
    super(`A ${type} of ${bytes} bytes is over the limit of ${limit}. Shorten its texts.`);
  }
}
