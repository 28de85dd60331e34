import { testsOf } from './guarantees.js';
import { testsIn } from './titles.js';

const source = `
const rows = ['it is no test'];
describe('S1: outer', () => {
  it('plain', () => { it2('A1'); });
  describe.each(rows)('inner %s', () => {
    it.each<[string]>([
      ['x'],
    ])('A10: %s', () => expect(1).toBe(1));
  });
});
for (const n of [1]) it(\`R2: \${n} kills\`, () => {});
`;
const tests = testsIn('a.spec.ts', source);

describe('the titles of the tests of a file', () => {
  it('are joined with those of the groups around them', () =>
    expect(tests.map(({ title }) => title)).toEqual([
      'S1: outer › plain',
      'S1: outer › inner %s › A10: %s',
      'R2: … kills',
    ]));
  it('name a rule by its whole id', () => {
    expect(testsOf('A1', tests)).toEqual([]);
    expect(testsOf('A10', tests)).toHaveLength(1);
    expect(testsOf('S1', tests)).toHaveLength(2);
  });
});
