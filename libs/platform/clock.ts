/** Where the recorded instant comes from. */
export interface Clock {
  /** The instant now: UTC, milliseconds, `2008-04-01T09:00:00.000Z`. */
  now(): string;
  /** Present on a clock that replays the past (R17): what is recorded by it is marked `scripted: true`. */
  readonly scripted?: true;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that stands where it was put (R17). It exists in the demo, the generator and tests alone. */
export interface ScriptedClock extends Clock {
  readonly scripted: true;
  /** Puts the clock to an instant; any RFC 3339 instant will do. */
  set(instant: string): void;
  /** Moves the clock on by so many milliseconds. */
  advance(milliseconds: number): void;
}

/**
 * A scripted clock (rule R17) that shows the given instant until it is put elsewhere.
 * @param instant an RFC 3339 instant
 */
export function scriptedClock(instant: string): ScriptedClock {
  let shown = Date.parse(instant);
  return {
    scripted: true,
    now: () => new Date(shown).toISOString(),
    set: (next) => void (shown = Date.parse(next)),
    advance: (milliseconds) => void (shown += milliseconds),
  };
}
