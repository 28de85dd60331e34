import { dirname } from 'node:path';
import type { Mutant } from './instrument.js';

/** What came of a mutant: a test told it from the original, none did, or none reaches it. */
export interface Verdict extends Mutant {
  readonly outcome: 'CAUGHT' | 'SURVIVED' | 'NOT_REACHED';
}

/** A survivor that may live, and why: the change makes no difference, or none that the register promises. */
export interface Accepted {
  readonly file: string;
  readonly within: string;
  readonly original: string;
  readonly replacement: string;
  readonly reason: string;
}

/** How many of a hundred changes must be caught. */
export const ENOUGH = 85;

/** The share that was caught, in per cent; of none at all, everything. */
export const percentCaught = (verdicts: readonly Verdict[]): number =>
  verdicts.length === 0 ? 100 : (verdicts.filter(isCaught).length / verdicts.length) * 100;

/** The survivors for which no reason is on file. */
export const unexplained = (
  verdicts: readonly Verdict[],
  accepted: readonly Accepted[],
): readonly Verdict[] =>
  verdicts.filter((verdict) => !isCaught(verdict) && !accepted.some((one) => isSameChange(one, verdict)));

/** The figures by folder and file, then the survivors, those with a reason apart. */
export const report = (verdicts: readonly Verdict[], accepted: readonly Accepted[]): string => {
  const survivors = verdicts.filter((verdict) => !isCaught(verdict));
  const reasonOf = (verdict: Verdict) => accepted.find((one) => isSameChange(one, verdict))?.reason;
  const files = new Set(verdicts.map(({ file }) => file));
  const unused = accepted.filter(
    (one) => files.has(one.file) && !survivors.some((verdict) => isSameChange(one, verdict)),
  );
  return [
    ...figures(verdicts),
    '',
    'Survivors:',
    ...unexplained(verdicts, accepted).map(lineOf),
    '',
    'Survivors with a reason (test/mutations/accepted):',
    ...survivors
      .filter((verdict) => reasonOf(verdict) !== undefined)
      .map((verdict) => `${lineOf(verdict)}\n    ${reasonOf(verdict)}`),
    ...unused.map(
      (one) => `No survivor any more, take it out of test/mutations/accepted: ${one.file} ${changeOf(one)}`,
    ),
  ].join('\n');
};

const figures = (verdicts: readonly Verdict[]): readonly string[] => {
  const folders = grouped(verdicts, ({ file }) => dirname(file));
  return [
    row('', 'mutants', 'caught', 'survived', 'percent'),
    ...folders.flatMap(([folder, inFolder]) => [
      counted(folder, inFolder),
      ...grouped(inFolder, ({ file }) => file).map(([file, inFile]) =>
        counted(`  ${file.slice(folder.length + 1)}`, inFile),
      ),
    ]),
    counted('total', verdicts),
  ];
};

const counted = (name: string, verdicts: readonly Verdict[]): string => {
  const caught = verdicts.filter(isCaught).length;
  const percent = percentCaught(verdicts).toFixed(1);
  return row(name, `${verdicts.length}`, `${caught}`, `${verdicts.length - caught}`, percent);
};

const row = (name: string, ...cells: readonly string[]): string =>
  name.padEnd(48) + cells.map((cell) => cell.padStart(9)).join('');

const grouped = (
  verdicts: readonly Verdict[],
  keyOf: (verdict: Verdict) => string,
): readonly (readonly [string, readonly Verdict[]])[] =>
  [...new Set(verdicts.map(keyOf))]
    .sort()
    .map((key) => [key, verdicts.filter((verdict) => keyOf(verdict) === key)]);

const lineOf = (verdict: Verdict): string =>
  `  ${verdict.file}:${verdict.line} (${verdict.within}) ${changeOf(verdict)}${verdict.outcome === 'NOT_REACHED' ? ' [no test reaches it]' : ''}`;

const changeOf = ({ original, replacement }: Pick<Mutant, 'original' | 'replacement'>): string =>
  `${onOneLine(original)} → ${onOneLine(replacement)}`;

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

const isCaught = ({ outcome }: Verdict): boolean => outcome === 'CAUGHT';

const isSameChange = (one: Accepted, verdict: Verdict): boolean =>
  one.file === verdict.file && one.within === verdict.within && changeOf(one) === changeOf(verdict);
