const PAUSE_MS = 200;

/** The node or the subsystem stops: what was to be done is left undone. */
export class Stopped extends Error {}

/**
 * Does something again and again until it succeeds: PostgreSQL may be away for a while.
 * @throws Stopped once that is no longer wanted
 */
export async function insist<Result>(work: () => Promise<Result>, isStopped: () => boolean): Promise<Result> {
  for (;;) {
    if (isStopped()) throw new Stopped();
    try {
      return await work();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
