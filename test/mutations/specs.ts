import { expect } from 'expect';
import fc from 'fast-check';
import { format } from 'node:util';
import type { Load, Scope } from './modules.js';

/** A test of a spec file. */
export interface Test {
  readonly title: string;
  readonly run: () => unknown;
}

type Titled = (title: string, body: (...row: readonly unknown[]) => unknown) => void;

/** As many runs of a property as tell a mutant, and always the same ones. */
const FEW_RUNS = 10;
const SEED = 20090312;

/** The names that a module sees as globals of jest. */
export const jestNames = ['describe', 'it', 'expect'] as const;

/** Loads a spec file with jest's globals and `scope`, and gives its tests in order. Throws what the file throws. */
export const testsOf = (
  path: string,
  load: (scope: Scope, instead: Readonly<Record<string, unknown>>) => Load,
  scope: Scope,
): readonly Test[] => {
  const tests: Test[] = [];
  const groups: string[] = [];
  const describe: Titled = (title, body) => {
    groups.push(title);
    body();
    groups.pop();
  };
  const it: Titled = (title, run) => void tests.push({ title: [...groups, title].join(' › '), run });
  const globals = { describe: withEach(describe), it: withEach(it), expect };
  load({ ...scope, ...globals }, { 'fast-check': fewRuns, '@jest/globals': { jest: clock } })(path);
  return tests;
};

const withEach = (one: Titled) =>
  Object.assign(one, {
    each: (rows: readonly unknown[]) => (title: string, body: (...row: readonly unknown[]) => unknown) =>
      rows.forEach((row) => {
        const cells: readonly unknown[] = Array.isArray(row) ? row : [row];
        one(format(title, ...cells), () => body(...cells));
      }),
  });

const assert = <Values>(property: fc.IRawProperty<Values>, asked: fc.Parameters<Values> = {}): unknown =>
  fc.assert(property, {
    ...asked,
    seed: SEED,
    numRuns: Math.min(asked.numRuns ?? FEW_RUNS, FEW_RUNS),
    endOnFailure: true,
  });

const fewRuns = { __esModule: true, ...fc, default: { ...fc, assert }, assert };

const RealDate = Date;

/** What specs use of jest itself: a clock that stands. */
const clock = {
  useFakeTimers: ({ now }: { now: Date }) => {
    globalThis.Date = class extends RealDate {
      constructor(...time: readonly number[]) {
        super(...((time.length > 0 ? time : [now]) as [number]));
      }
      static override now = () => now.getTime();
    } as DateConstructor;
  },
  useRealTimers: () => {
    globalThis.Date = RealDate;
  },
};
