import { globSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { accepted } from './accepted/accepted.js';
import { doTogether, type Ask } from './crew.js';
import { instrument, type Instrumented, type Mutant } from './instrument.js';
import { ENOUGH, percentCaught, report, unexplained, type Verdict } from './report.js';
import { toScript } from './script.js';
import { selectionsFor } from './select.js';
import type { Baseline } from './trial.js';
import type { Question } from './worker.js';

const SPECS = [
  'libs/domain/**/*.unit.spec.ts',
  'test/property/{asking*,replay}.unit.spec.ts',
  'test/docs/refusals/*.unit.spec.ts',
];
const BASELINE_MS = 120_000;
/** A test that takes so much longer than without the mutant is in an endless loop, which catches it. */
const limitOf = (ms: number): number => 3_000 + 5 * ms;

const began = performance.now();
const say = (text: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0)} s: ${text}`);

const asked = process.argv.slice(2);
const files = (asked.length > 0 ? asked : ['libs/domain'])
  .flatMap((path) => (statSync(path).isDirectory() ? globSync(`${path}/**/*.ts`) : [path]))
  .filter((file) => !/\.(spec|fixture)\.ts$/.test(file))
  .sort();
const instrumented = files.reduce<readonly Instrumented[]>((done, file) => {
  const first = done.reduce((sum, { mutants }) => sum + mutants.length, 0);
  return [...done, instrument(file, readFileSync(file, 'utf8'), first)];
}, []);
const mutants = instrumented.flatMap((one) => one.mutants);
const textOf = new Map(files.map((file, index) => [file, instrumented[index]!.text]));
const scripts = globSync('{apps,libs,test}/**/*.ts').map((path) => [
  path,
  toScript(path, textOf.get(path) ?? readFileSync(path, 'utf8')),
]);
const workerData = Object.fromEntries(scripts) as Readonly<Record<string, string>>;
const crew = {
  count: availableParallelism(),
  start: () => new Worker(new URL('./worker.js', import.meta.url), { workerData }),
};
say(`${files.length} files, ${mutants.length} mutants, ${crew.count} workers`);

const baselines = await doTogether<string, Question, Baseline, Baseline>(
  globSync(SPECS).sort(),
  crew,
  async (spec, ask) => {
    const baseline = await ask({ spec }, BASELINE_MS);
    if (!baseline) throw new Error(`${spec} takes longer than ${BASELINE_MS} ms`);
    return baseline;
  },
);
say(`${baselines.length} spec files run unmutated`);
for (const { spec, failed } of baselines)
  for (const title of failed)
    console.log(
      `Left out, since it fails here without any mutant (a property has few runs here): ${spec}: ${title}`,
    );

/** How many mutants of a source file each spec file caught so far: it is likely to catch the next. */
const catchesIn = new Map<string, Map<string, number>>();
const verdictOn = async (mutant: Mutant, ask: Ask<Question, boolean>): Promise<Verdict> => {
  const catches = catchesIn.get(mutant.file) ?? new Map<string, number>();
  catchesIn.set(mutant.file, catches);
  const often = ({ spec }: { readonly spec: string }) => catches.get(spec) ?? 0;
  const selections = selectionsFor(mutant, baselines).toSorted((one, other) => often(other) - often(one));
  for (const { ms, ...selection } of selections) {
    const isCaught = await ask({ mutant: mutant.id, selection }, limitOf(ms));
    if (isCaught === false) continue;
    catches.set(selection.spec, often(selection) + 1);
    return { ...mutant, outcome: 'CAUGHT' };
  }
  return { ...mutant, outcome: selections.length > 0 ? 'SURVIVED' : 'NOT_REACHED' };
};
/** All of libs/domain takes long: who waits is told how far it has come. */
const TOLD_EVERY = 500;
let judged = 0;
const verdicts = await doTogether<Mutant, Question, boolean, Verdict>(mutants, crew, async (mutant, ask) => {
  const verdict = await verdictOn(mutant, ask);
  judged += 1;
  if (judged % TOLD_EVERY === 0) say(`${judged} mutants judged`);
  return verdict;
});
console.log(report(verdicts, accepted));
const percent = percentCaught(verdicts);
const { length: open } = unexplained(verdicts, accepted);
say(
  `${percent.toFixed(1)} % of ${mutants.length} mutants were caught; ${ENOUGH} % are asked for, and a reason for each that survives: ${open} have none`,
);
process.exit(percent < ENOUGH || open > 0 ? 1 : 0);
