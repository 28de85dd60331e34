import { testsOf } from './guarantees.js';
import { allHomes, homesIn } from './homes.js';
import { allTests } from './pages.js';
import { rules } from './rules.js';

const tests = allTests();
const homes = allHomes();

describe('every rule of the domain is found by one search', () => {
  it('in the title of a test', () =>
    expect(rules.filter((rule) => testsOf(rule, tests).length === 0)).toEqual([]));
  it('and decided in one place of libs/domain, whose docstring says so', () => {
    const said = homes.map(({ rule }) => rule);
    expect(rules.filter((rule) => said.filter((one) => one === rule).length !== 1)).toEqual([]);
    expect(said.filter((rule) => !rules.includes(rule))).toEqual([]);
  });
  it('each by the name of what decides it', () =>
    expect(
      homesIn(
        'a.ts',
        `/**
 * Decides.
 * @rule S1
 * @rule A2
 */
export const decide = 1;
interface Told {
  /** @rule R17 */
  readonly scripted?: true;
}
/** Says nothing. */
const other = 2;`,
      ),
    ).toEqual([
      { rule: 'S1', file: 'a.ts', name: 'decide' },
      { rule: 'A2', file: 'a.ts', name: 'decide' },
      { rule: 'R17', file: 'a.ts', name: 'scripted' },
    ]));
});
