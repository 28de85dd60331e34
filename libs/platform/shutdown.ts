import { setTimeout as delay } from 'node:timers/promises';

/** Something to stop: what it is called, for the report, and how. */
export interface ShutdownStep {
  name: string;
  stop(): Promise<unknown>;
}

const LIMIT_MS = 10_000;
const POLL_MS = 250;

/**
 * Settles when this process is asked to stop: Ctrl-C or a termination, or, for a child that talks to its
 * parent, the end of that conversation. A Ctrl-C reaches the whole group at once; the parent alone says
 * in which order its children go, so a child passes over the signals. npm passes a termination on to a shell, which
 * ends of it and leaves this process behind: that asks it to stop, too. Asking again changes nothing.
 */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    const hasParent = process.send !== undefined;
    const shell = hasParent || process.env['npm_lifecycle_event'] === undefined ? undefined : process.ppid;
    // Waiting for a signal alone does not keep a process from ending; a timer does.
    const waiting = setInterval(() => {
      if (shell !== undefined && process.ppid !== shell) asked();
    }, POLL_MS);
    const asked = () => {
      clearInterval(waiting);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, hasParent ? () => undefined : asked);
    if (hasParent) process.once('disconnect', asked);
    if (hasParent && !process.connected) asked();
  });
}

/**
 * Stops one thing after the other, giving each so long; one that fails or does not end in time does not
 * keep the next from being stopped.
 * @param steps in the order in which they are to stop
 * @param limitMs how long each may take, in milliseconds
 * @returns the names of those that did not stop as they should
 */
export async function stopInOrder(steps: readonly ShutdownStep[], limitMs = LIMIT_MS): Promise<string[]> {
  const stuck: string[] = [];
  for (const { name, stop } of steps) {
    const limit = new AbortController();
    const inTime = await Promise.race([
      stop().then(
        () => true,
        () => false,
      ),
      delay(limitMs, false, { signal: limit.signal }).catch(() => false),
    ]);
    limit.abort();
    if (!inTime) stuck.push(name);
  }
  return stuck;
}
