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
  /** Whether the file has to be set up anew for the mutant, which is reached when it is. */
  readonly afresh: boolean;
}

/** Runs spec files against mutants. What was set up stands until a mutant was caught by it, so that none is told by the last. */
export const trials = (scriptOf: (path: string) => string) => {
  const fresh = modulesOf(scriptOf, ['__mutant', ...jestNames]);
  const load = (spec: string, __mutant: (id: number) => boolean) => testsOf(spec, fresh, { __mutant });
  const standing = new Map<string, readonly Test[]>();
  let active: number | undefined;
  const testsFor = ({ spec, afresh }: Selection): readonly Test[] => {
    const tests = (afresh ? undefined : standing.get(spec)) ?? load(spec, (id) => id === active);
    if (!afresh) standing.set(spec, tests);
    return tests;
  };

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
  const isCaught = async (mutant: number, selection: Selection): Promise<boolean> => {
    active = selection.afresh ? mutant : undefined;
    try {
      const all = testsFor(selection);
      active = mutant;
      for (const index of selection.tests) await all[index]?.run();
      return all.length < Math.max(...selection.tests);
    } catch {
      standing.delete(selection.spec);
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
