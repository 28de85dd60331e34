import { instrument } from './instrument.js';

const changed = (source: string): readonly string[] =>
  instrument('a.ts', source, 0).mutants.map(({ original, replacement }) => `${original} → ${replacement}`);

describe('a source is changed', () => {
  it.each([
    ['const f = (a: number, b: number) => a < b;', ['a < b → a <= b', 'a < b → a >= b']],
    ['const f = (a: boolean) => !a;', ['!a → a']],
    ['const f = (a?: string) => a ?? b;', ['a ?? b → a']],
    ['const f = (a: boolean) => (a ? b : c);', ['a → true', 'a → false']],
    ['const f = (a: boolean) => { if (a) return b; };', ['a → true', 'a → false']],
    ['const f = () => list?.find((one) => one.is);', ['list?.find((one) => one.is) → list?.findLast(…)']],
    ['const f = () => list.at(-1);', ['1 → 2']],
    ['const f = () => [a, b];', ['[a, b] → []']],
    ["const f = () => ({ kind: 'OPEN', why: 'It is open' });", ["'OPEN' → ''"]],
    ['const f = () => ({ ...(a && { b }) });', ['a && { b } → { b }', 'a && { b } → undefined']],
  ])('%s', (source, changes) => expect(changed(source)).toEqual(changes));

  it.each([
    "import { a } from './a.js';",
    "type A = { kind: 'OPEN'; n: 1 };",
    'const schema = z.array(text(200)).min(1).max(20);',
    "const f = (a: string) => refuse('UNKNOWN', { a });",
    "const f = (a: number) => a + 'px';",
  ])('but not %s', (source) => expect(changed(source)).toEqual([]));

  it('behind switches, the innermost change reachable while no outer one is made', () => {
    const { text } = instrument('a.ts', 'const f = () => list?.some((a) => a > 1);', 7);
    expect(text).toBe(
      "const f = () => list?.[__mutant(7) ? 'every' : 'some']((a) => (__mutant(8) ? (a >= 1) : __mutant(9) ? (a <= 1) : (a > (__mutant(10) ? (2) : (1)))));",
    );
  });

  it('and each change tells where it stands', () => {
    const source = 'const one = 1;\n\nexport const two = () => {\n  return a === b;\n};';
    expect(instrument('a.ts', source, 0).mutants.at(-1)).toMatchObject({ line: 4, within: 'two' });
  });
});
