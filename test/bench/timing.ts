/** What a run of equal pieces of work came to. */
export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** The value below which this share of the sorted values lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

/** Does the work again and again for some seconds, so many at a time, after a warm-up of a fifth of them. */
export const measure = async (
  inFlight: number,
  seconds: number,
  work: (n: number) => Promise<unknown>,
): Promise<Measured> => {
  let n = 0;
  const times: number[] = [];
  const until = async (end: number, keep: boolean): Promise<void> => {
    while (performance.now() < end) {
      const start = performance.now();
      await work(n++);
      if (keep) times.push(performance.now() - start);
    }
  };
  const all = (end: number, keep: boolean) =>
    Promise.all(Array.from({ length: inFlight }, () => until(end, keep)));
  await all(performance.now() + seconds * 200, false);
  const start = performance.now();
  await all(start + seconds * 1000, true);
  const elapsed = performance.now() - start;
  times.sort((one, other) => one - other);
  return {
    perSecond: (times.length / elapsed) * 1000,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
};

/** Prints one figure, with its ratio to the yardstick where that is given. */
export const print = (what: string, { perSecond, p50, p99 }: Measured, yardstick?: Measured): void => {
  const ratio = yardstick ? `  ${(perSecond / yardstick.perSecond).toFixed(2)} × yardstick` : '';
  const rate = Math.round(perSecond).toLocaleString('en-GB').padStart(8);
  console.log(`${what.padEnd(52)}${rate}/s  p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms${ratio}`);
};
