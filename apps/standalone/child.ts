import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotStart } from '#platform/cannot-start.js';
import type { ServiceMessage } from '#platform/service.js';
import { isAlive } from '#platform/processes.js';

const STOP_LIMIT_MS = 10_000;

/** A service of the product that runs in a process of its own. */
export interface Child {
  /** The port that it listens on. */
  port: number;
  /** Settles when the process has ended, whether asked to or not. */
  gone: Promise<void>;
  /** Asks it to stop and waits until it has; one that does not within 10 seconds is killed. */
  stop(): Promise<void>;
}

/** The project's own folder, the same from the source and from what it is compiled to. */
const PROJECT_FOLDER = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
})();

/**
 * Starts a service and waits until it says that it is ready.
 * @param name what to call it in a sentence, `The API`
 * @param program its compiled program below `dist/apps`, `api/main.js`
 * @param environment its environment variables
 * @throws CannotStart with its own sentence if it fails to start
 */
export async function startChild(
  name: string,
  program: string,
  environment: NodeJS.ProcessEnv,
): Promise<Child> {
  const child = fork(join(PROJECT_FOLDER, 'dist', 'apps', program), [], {
    env: environment,
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const message = await firstMessage(child);
  if (message !== undefined && 'ready' in message) {
    // The conversation stays open for as long as the service is to run; it alone keeps nobody from ending.
    child.unref();
    child.channel?.unref();
    return { port: message.port, gone, stop: () => stopChild(child, gone) };
  }
  await stopChild(child, gone);
  throw new CannotStart(message?.failed ?? `${name} did not start: its reason stands above.`);
}

function firstMessage(child: ChildProcess): Promise<ServiceMessage | undefined> {
  return new Promise((resolve) => {
    child.once('message', (message) => resolve(message as ServiceMessage));
    child.once('exit', () => resolve(undefined));
    child.once('error', () => resolve(undefined));
  });
}

async function stopChild(child: ChildProcess, gone: Promise<void>): Promise<void> {
  if (child.pid === undefined || !isAlive(child.pid)) return;
  const tooLate = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  if (child.connected) child.disconnect();
  child.ref();
  await gone;
  clearTimeout(tooLate);
}
