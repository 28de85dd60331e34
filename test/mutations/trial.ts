import { modulesOf } from './modules.js';
import { jestNames, testsOf, type Test } from './specs.js';

/** What one spec file does unmutated. */
export interface Baseline {
  readonly spec: string;
  readonly ms: number;
  /** The mutants that are reached before the first test: in what the file and its imports set up. */
  readonly atLoad: readonly number[];
  /** The mutants that each test reaches; null for one that fails without any. */
  readonly byTest: readonly (readonly number[] | null)[];
  /** The titles of those that fail. */
  readonly failed: readonly string[];
}

/** A spec file and which of its tests are to be run. */
export interface Selection {
  readonly spec: string;
  readonly tests: readonly number[];
}

/** Runs spec files against mutants, every time with modules that know nothing of the last. */
export const trials = (scriptOf: (path: string) => string) => {
  const fresh = modulesOf(scriptOf, ['__mutant', ...jestNames]);
  const load = (spec: string, __mutant: (id: number) => boolean) => testsOf(spec, fresh, { __mutant });

  /** Notes which mutants are reached when, and which tests fail without any: these tell nothing. */
  const baseline = async (spec: string): Promise<Baseline> => {
    const start = performance.now();
    let reached = new Set<number>();
    const tests = load(spec, (id) => void reached.add(id) as never);
    const atLoad = [...reached];
    const byTest: (readonly number[] | null)[] = [];
    const failed: string[] = [];
    for (const { title, run } of tests) {
      reached = new Set();
      const passes = await isPassed(run);
      byTest.push(passes ? [...reached] : null);
      if (!passes) failed.push(title);
    }
    return { spec, ms: performance.now() - start, atLoad, byTest, failed };
  };

  /** Whether one of these tests fails, or can't even be set up, with that mutant. */
  const isCaught = async (mutant: number, { spec, tests }: Selection): Promise<boolean> => {
    try {
      const all = load(spec, (id) => id === mutant);
      for (const index of tests) await all[index]?.run();
      return all.length < Math.max(...tests);
    } catch {
      return true;
    }
  };

  return { baseline, isCaught };
};

const isPassed = async (run: Test['run']): Promise<boolean> => {
  try {
    await run();
    return true;
  } catch {
    return false;
  }
};
