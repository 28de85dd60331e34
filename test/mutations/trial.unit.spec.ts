import { instrument } from './instrument.js';
import { toScript } from './script.js';
import { trials } from './trial.js';

const files: Readonly<Record<string, string>> = {
  'planted/limit.ts': instrument(
    'planted/limit.ts',
    `export const LIMIT = 3;
     export const isWithin = (n: number): boolean => n <= LIMIT;
     export const firstBeyond = (): number => {
       let n = 0;
       while (isWithin(n)) n = n + 1;
       return n;
     };`,
    0,
  ).text,
  'planted/weak.spec.ts': `
    import { isWithin } from './limit.js';
    it('takes two', () => expect(isWithin(2)).toBe(true));`,
  'planted/strong.spec.ts': `
    import fc from 'fast-check';
    import { firstBeyond, isWithin } from './limit.js';
    const beyond = firstBeyond();
    describe('the limit', () => {
      it.each([[3, true], [4, false]])('%i: %s', (n, is) => expect(isWithin(n)).toBe(is));
      it('is met by any number', () => fc.assert(fc.property(fc.nat(9), (n) => isWithin(n) === n < beyond)));
    });`,
};
const { baseline, isCaught } = trials((path) => toScript(path, files[path]!));

describe('a spec file on trial', () => {
  it('says which mutants are reached when it is set up, and by which test', async () => {
    const { atLoad, byTest } = await baseline('planted/weak.spec.ts');
    expect(atLoad).toEqual([0]);
    expect(byTest).toEqual([[1, 2]]);
  });
  it('lets a mutant live that no test tells from the original', async () => {
    expect(await isCaught(0, { spec: 'planted/weak.spec.ts', tests: [0], afresh: true })).toBe(false);
    expect(await isCaught(1, { spec: 'planted/weak.spec.ts', tests: [0], afresh: false })).toBe(false);
  });
  it('catches one in what the module sets up as well as in what a test calls', async () => {
    expect(await isCaught(0, { spec: 'planted/strong.spec.ts', tests: [1], afresh: true })).toBe(true);
    expect(await isCaught(1, { spec: 'planted/strong.spec.ts', tests: [0], afresh: true })).toBe(true);
    expect(await isCaught(1, { spec: 'planted/strong.spec.ts', tests: [1], afresh: true })).toBe(false);
  });
  it('knows nothing of the mutant before', async () => {
    expect(await isCaught(0, { spec: 'planted/strong.spec.ts', tests: [0, 1, 2], afresh: true })).toBe(true);
    expect(await isCaught(99, { spec: 'planted/strong.spec.ts', tests: [0, 1, 2], afresh: true })).toBe(
      false,
    );
  });
  it('knows nothing of it either where what is set up stands from mutant to mutant', async () => {
    const selection = { spec: 'planted/weak.spec.ts', tests: [0], afresh: false };
    expect(await isCaught(2, selection)).toBe(true);
    expect(await isCaught(1, selection)).toBe(false);
  });
  it('has nothing to say by a test that fails without any mutant', async () => {
    const source = "it('passes', () => {}); it('fails', () => expect(1).toBe(2));";
    const failing = trials((path) => toScript(path, source));
    expect(await failing.baseline('a.spec.ts')).toMatchObject({ byTest: [[], null], failed: ['fails'] });
  });
});
