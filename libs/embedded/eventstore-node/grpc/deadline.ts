const MILLISECONDS: Readonly<Record<string, number>> = {
  H: 3_600_000,
  M: 60_000,
  S: 1000,
  m: 1,
  u: 1e-3,
  n: 1e-6,
};

/** The longest time that a timer of Node takes; it makes 1 ms of a longer one. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * How long the client waits for a call, in milliseconds, from the header `grpc-timeout`: up to eight digits and a unit.
 * Undefined if there is no limit; one of 0 or that makes no sense is none to the real server.
 */
export function timeLimit(header: string | string[] | undefined): number | undefined {
  if (typeof header !== 'string' || !/^\d{1,8}[HMSmun]$/.test(header)) return undefined;
  const limit = Number(header.slice(0, -1)) * (MILLISECONDS[header.slice(-1)] ?? 0);
  return limit === 0 ? undefined : Math.min(limit, LONGEST_TIMER_MS);
}
