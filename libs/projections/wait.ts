import { CHANNEL } from './checkpoint.js';
import { NotInstalled } from './projection.js';
import type { Sql } from './sql.js';
import { type ProjectionStatus, status } from './status.js';

/** Whether every projection asked for has handled the position; if not, how far those are that haven't. */
export type Waited =
  { readonly reached: true } | { readonly reached: false; readonly behind: ProjectionStatus[] };

/** A notification may be lost with its connection, so the checkpoint is looked at this often all the same. */
const LOOK_MS = 250;

/**
 * Waits until the live versions of these projections have handled a position, at most `timeoutMs`. A projection
 * that has stopped ends the wait at once. Throws for a name that isn't installed.
 */
export const waitFor = async (
  sql: Sql,
  names: readonly string[],
  position: bigint,
  timeoutMs: number,
): Promise<Waited> => {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const live = (await status(sql)).filter(({ name, live }) => live && names.includes(name));
    const missing = names.find((name) => !live.some((projection) => projection.name === name));
    if (missing !== undefined) throw new NotInstalled(missing);
    const behind = live.filter(
      (projection) => projection.position === 'start' || projection.position < position,
    );
    if (behind.length === 0) return { reached: true };
    const leftMs = until - performance.now();
    if (leftMs <= 0 || behind.some(({ stopped }) => stopped)) return { reached: false, behind };
    await nextStep(sql, position, Math.min(leftMs, LOOK_MS));
  }
};

type Listener = (position: bigint) => void;

/** One LISTEN for each client, however many wait with it. */
const listeners = new WeakMap<Sql, Set<Listener>>();

const listenersOf = (sql: Sql): Set<Listener> => {
  const known = listeners.get(sql);
  if (known) return known;
  const set = new Set<Listener>();
  listeners.set(sql, set);
  const told = (payload: string): void => {
    const position = BigInt(payload.split(' ')[2] ?? '-1');
    for (const listener of set) listener(position);
  };
  // Without it there is still the regular look at the checkpoint.
  sql.listen(CHANNEL, told).catch(() => listeners.delete(sql));
  return set;
};

/** Until some checkpoint reaches the position or some projection stops, or for so many milliseconds. */
const nextStep = (sql: Sql, wanted: bigint, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const all = listenersOf(sql);
    const done = (): void => {
      clearTimeout(timer);
      all.delete(listener);
      resolve();
    };
    const listener: Listener = (position) => {
      if (position >= wanted || position < 0n) done();
    };
    const timer = setTimeout(done, ms);
    all.add(listener);
  });
