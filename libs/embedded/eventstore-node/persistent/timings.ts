/** How many of the last answers are kept. */
const WINDOW = 1000;

/** How long a consumer took over its last messages. */
export interface Timings {
  /** @param elapsed milliseconds from sending to the answer */
  add(elapsed: number): void;
  /** By the names that the protocol uses; empty without any answer. In whole milliseconds. */
  measurements(): (readonly [key: string, value: number])[];
}

const PERCENTILES = [90, 95, 99, 99.5, 99.9];

export function createTimings(): Timings {
  const last: number[] = [];
  return {
    add: (elapsed) => {
      if (last.length >= WINDOW) last.shift();
      last.push(Math.trunc(elapsed));
    },
    measurements: () => describeTimings(last),
  };
}

/** The real server's quintiles are those at 0, 20, 40, 60 and 80 %. */
function describeTimings(elapsed: readonly number[]): (readonly [string, number])[] {
  if (elapsed.length === 0) return [];
  const sorted = elapsed.toSorted((a, b) => a - b);
  const at = (percent: number): number =>
    sorted[Math.min(Math.trunc((percent / 100) * sorted.length), sorted.length - 1)] ?? 0;
  return [
    ['Mean', Math.trunc(sorted.reduce((sum, one) => sum + one, 0) / sorted.length)],
    ['Median', at(50)],
    ['Fastest', at(0)],
    ...[0, 1, 2, 3, 4].map((index) => [`Quintile ${String(index + 1)}`, at(index * 20)] as const),
    ...PERCENTILES.map((percent) => [`${String(percent)}%`, at(percent)] as const),
    ['Highest', at(100)],
  ];
}
