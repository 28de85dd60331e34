import { globSync, readFileSync } from 'node:fs';
import { testsOf } from './guarantees.js';
import { allTests } from './pages.js';
import { rules } from './rules.js';

const tests = allTests();
const domain = globSync('libs/domain/**/*.ts', { exclude: ['**/*.spec.ts', '**/*.fixture.ts'] })
  .map((file) => readFileSync(file, 'utf8'))
  .join();

describe('every rule of the domain is found by one search', () => {
  it('in the title of a test', () =>
    expect(rules.filter((rule) => testsOf(rule, tests).length === 0)).toEqual([]));
  it('and in libs/domain, where it is kept or said', () =>
    expect(rules.filter((rule) => !new RegExp(`\\b${rule}\\b`).test(domain))).toEqual([]));
});
