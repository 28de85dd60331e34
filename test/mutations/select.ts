import { dirname } from 'node:path';
import type { Mutant } from './instrument.js';
import type { Baseline, Selection } from './trial.js';

/** The tests to run against a mutant, by spec file: those of its own folder first, then the quickest. */
export const selectionsFor = (
  { id, file }: Pick<Mutant, 'id' | 'file'>,
  baselines: readonly Baseline[],
): readonly (Selection & { readonly ms: number })[] =>
  baselines
    .map(({ spec, ms, atLoad, byTest }) => {
      const afresh = atLoad.includes(id);
      const all = byTest.flatMap((reached, index) => (reached ? [index] : []));
      return {
        spec,
        ms,
        tests: afresh ? all : all.filter((index) => byTest[index]?.includes(id)),
        afresh,
      };
    })
    .filter(({ tests }) => tests.length > 0)
    .sort((one, other) => distance(one.spec, file) - distance(other.spec, file) || one.ms - other.ms);

const distance = (spec: string, file: string): number => (dirname(spec) === dirname(file) ? 0 : 1);
