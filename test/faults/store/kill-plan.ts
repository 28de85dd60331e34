import type { Target } from './store-process.js';

/** A kill to come: of what, and how many milliseconds after the store works again. */
export interface Kill {
  readonly target: Target;
  readonly afterMs: number;
}

const TARGETS: readonly Target[] = ['node', 'postgres', 'both'];
const LONGEST_MS = 500;

/** The same kills for the same seed, each target about as often as the others. */
export function killsFrom(seed: number, amount: number): Kill[] {
  let state = seed;
  /** mulberry32: a number from 0 up to 1. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return Array.from({ length: amount }, () => ({
    target: TARGETS[Math.floor(next() * TARGETS.length)] ?? 'both',
    afterMs: Math.round(next() * LONGEST_MS),
  }));
}
