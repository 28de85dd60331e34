import { ErrorType } from '@eventstore/db-client';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable } from './errors.js';

/** A call that outlived the time that we allow it, whatever the client makes of its own deadline. */
class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** How long a call may take, and how long all attempts together, in milliseconds. */
export interface TimeAllowed {
  readonly perCallMs: number;
  readonly totalMs: number;
}

const PASSING: unknown[] = [
  ErrorType.UNAVAILABLE,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.TIMEOUT,
  ErrorType.CANCELLED,
  ErrorType.NOT_LEADER,
];
const PASSING_GRPC_CODES: unknown[] = [1, 4, 10, 14];

/** Whether an error says only that the store is away just now, so that the same call may be made again. */
export const isPassing = (error: unknown): boolean => {
  if (error instanceof TimedOut) return true;
  const { type, code } = (error ?? {}) as { type?: unknown; code?: unknown };
  return PASSING.includes(type) || (type === undefined && PASSING_GRPC_CODES.includes(code));
};

/** The outcome of the call, or TimedOut after `limitMs`; `giveUp` then releases what the call holds. */
export const withinLimit = async <T>(call: Promise<T>, limitMs: number, giveUp?: () => void): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TimedOut(`no answer within ${Math.round(limitMs)} ms`));
      giveUp?.();
    }, limitMs);
  });
  try {
    return await Promise.race([call, limit]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Makes a call again, with growing pauses, while its errors are passing ones and the total time allows, then throws
 * StoreUnavailable. `spread` (0 to 1) differs between callers so that they don't all come back at once. The call is
 * told how many attempts went before it and how long it may take.
 */
export const attempt = async <T>(
  doing: string,
  allowed: TimeAllowed,
  spread: number,
  call: (earlier: number, limitMs: number) => Promise<T>,
): Promise<T> => {
  const started = performance.now();
  for (let earlier = 0; ; earlier++) {
    const leftMs = allowed.totalMs - (performance.now() - started);
    try {
      return await call(earlier, Math.max(1, Math.min(allowed.perCallMs, leftMs)));
    } catch (error) {
      if (!isPassing(error)) throw error;
      const pauseMs = Math.min(50 * 2 ** earlier, 1000) * (0.5 + spread);
      if (performance.now() - started + pauseMs >= allowed.totalMs) throw new StoreUnavailable(doing, error);
      await pause(pauseMs);
    }
  }
};
