import { ruleGroups, rulesOf } from './rules.js';
import type { TitledTest } from './titles.js';

/** The tests that name that rule in their title or in that of a group around them. */
export const testsOf = (rule: string, tests: readonly TitledTest[]): readonly TitledTest[] =>
  tests.filter(({ title }) => new RegExp(`\\b${rule}\\b`).test(title));

/** The page that lists, for every rule of the domain, the tests that hold it. */
export const guaranteesPage = (tests: readonly TitledTest[]): string =>
  [
    '# What the register guarantees',
    'For every rule of the domain the tests that hold it: each fails when the rule is broken. A rule stands in `libs/domain` under the same id, so that one search finds the rule, its decision and its tests. A title with `%s` or `$name` in it is a test of several cases.',
    'This page is made from the titles of the tests by `npm run docs`; a test fails when it is stale.',
    ...ruleGroups.flatMap((group) => [
      `## ${group.letter}: ${group.about}`,
      ...rulesOf(group).map((rule) => `### ${rule}\n\n${listed(testsOf(rule, tests))}`),
    ]),
  ].join('\n\n') + '\n';

const listed = (tests: readonly TitledTest[]): string => {
  const files = [...new Set(tests.map(({ file }) => file))];
  const titlesIn = (path: string) => tests.filter(({ file }) => file === path).map(({ title }) => title);
  if (files.length === 0) return 'Not kept yet.';
  return files
    .map((file) => [`- \`${file}\``, ...titlesIn(file).map((title) => `  - ${plain(title)}`)].join('\n'))
    .join('\n');
};

/** A title as text that Markdown leaves alone. */
const plain = (title: string): string => title.replaceAll(/[<*]/g, '\\$&');
