import { globSync, readFileSync } from 'node:fs';

const range = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => `${letter}${from + n}`);

/** The rules of the domain that the register keeps. A rule that is added here needs a test that names it. */
const kept = [
  ...[range('S', 1, 4), range('S', 6, 7), range('S', 9, 11), ['S13'], range('S', 15, 20), range('S', 24, 26)],
  ...[range('S', 28, 30), range('S', 32, 37), range('A', 1, 19), range('A', 21, 24), range('A', 26, 28)],
  ...[range('A', 30, 33), ['X4'], range('R', 1, 4), range('R', 6, 20), range('I', 1, 14), range('I', 16, 17)],
  range('O', 1, 6),
].flat();

const TITLE = /^ *(?:describe|it)(?:\.each)?\b.*/gm;
const titles = globSync('{apps,libs,test}/**/*.spec.ts')
  .filter((file) => !file.endsWith('rule-ids.unit.spec.ts'))
  .flatMap((file) => readFileSync(file, 'utf8').match(TITLE) ?? []);

describe('every rule that is kept stands in the title of a test', () => {
  it.each(kept)('%s', (rule) => {
    expect(titles.filter((title) => new RegExp(`\\b${rule}\\b`).test(title))).not.toHaveLength(0);
  });
});
