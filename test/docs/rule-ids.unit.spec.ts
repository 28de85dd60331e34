import { testsOf } from './guarantees.js';
import { allTests } from './pages.js';
import { notKept, rules } from './rules.js';

const tests = allTests();
const withoutTest = rules.filter((rule) => testsOf(rule, tests).length === 0);

describe('every rule of the domain stands in the title of a test', () => {
  it('but for those listed as not kept yet, and none of these has one', () =>
    expect(withoutTest).toEqual(notKept));
});
