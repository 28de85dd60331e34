import { once } from 'node:events';
import { CannotStart } from './cannot-start.js';
import { untilAskedToStop } from './shutdown.js';

/** A service that runs. */
export interface RunningService {
  /** The port that it listens on. */
  port: number;
  /** Lets go of everything it holds. */
  stop(): Promise<unknown>;
}

/** What a service tells the process that started it. */
export type ServiceMessage = { ready: true; port: number } | { failed: string };

/** The argument of a service that loads its programs at once and starts when its parent has told it the variables. */
export const WHEN_TOLD = 'when-told';

/** What went wrong, in words for an operator: a sentence where we have one, the whole error otherwise. */
export function sentenceOf(error: unknown): string {
  if (error instanceof CannotStart) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function tellParent(message: ServiceMessage): Promise<void> {
  return new Promise((resolve) => (process.connected ? process.send?.(message, () => resolve()) : resolve()));
}

/** Takes the environment variables that the parent sends. */
async function untilTold(): Promise<void> {
  const [variables] = (await once(process, 'message')) as [Record<string, string>];
  Object.assign(process.env, variables);
}

/**
 * The whole life of a service process: starts it, tells the parent the port, waits to be asked to stop
 * (Ctrl-C, termination, or the parent's end), stops it, and ends with 0. A failed start is told to the
 * parent, or printed where there is none, and ends with 1.
 */
export async function runService(start: () => Promise<RunningService>): Promise<void> {
  const asked = untilAskedToStop();
  try {
    if (process.argv.includes(WHEN_TOLD))
      await Promise.race([untilTold(), asked.then(() => process.exit(0))]);
    const service = await start();
    await tellParent({ ready: true, port: service.port });
    await asked;
    await service.stop();
    process.exit(0);
  } catch (error) {
    if (process.connected) await tellParent({ failed: sentenceOf(error) });
    else console.error(sentenceOf(error));
    process.exit(1);
  }
}
