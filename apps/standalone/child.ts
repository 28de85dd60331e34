import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotStart } from '#platform/cannot-start.js';
import { isAlive } from '#platform/processes.js';
import { type ServiceMessage, WHEN_TOLD } from '#platform/service.js';

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

/** A process that loads its programs and waits to be told where the stores are. */
export interface Launched {
  /**
   * Tells it, and waits until it says that it is ready.
   * @param variables its environment variables on top of this process's
   * @throws CannotStart with its own sentence if it fails to start
   */
  start(variables: Record<string, string>): Promise<Child>;
  /** Ends it, if it was never started. */
  abandon(): void;
}

/**
 * Launches a service, so that it can load while the stores it needs are started.
 * @param name what to call it in a sentence, `The API`
 * @param program its compiled program below `dist/apps`, `api/main.js`
 */
export function launch(name: string, program: string): Launched {
  const child = fork(join(PROJECT_FOLDER, 'dist', 'apps', program), [WHEN_TOLD], {
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said = firstMessage(child);
  // The conversation stays open for as long as the service is to run; it alone keeps nobody from ending.
  child.unref();
  child.channel?.unref();
  let told = false;
  return {
    start: async (variables) => {
      told = true;
      child.ref();
      if (child.connected) child.send(variables);
      const message = await said;
      child.unref();
      if (message !== undefined && 'ready' in message)
        return { port: message.port, gone, stop: () => stopChild(child, gone) };
      await stopChild(child, gone);
      throw new CannotStart(message?.failed ?? `${name} did not start: its reason stands above.`);
    },
    abandon: () => void (told || child.kill('SIGKILL')),
  };
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
