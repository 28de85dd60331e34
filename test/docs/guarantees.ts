import type { Home } from './homes.js';
import { ruleGroups, rulesOf } from './rules.js';
import type { TitledTest } from './titles.js';

/** The tests that name that rule in their title or in that of a group around them. */
export const testsOf = (rule: string, tests: readonly TitledTest[]): readonly TitledTest[] =>
  tests.filter(({ title }) => new RegExp(`\\b${rule}\\b`).test(title));

/** The page that says, for every rule of the domain, what decides it and which tests hold it. */
export const guaranteesPage = (tests: readonly TitledTest[], homes: readonly Home[]): string =>
  [
    '# What the register guarantees',
    'For every rule of the domain what decides it and the tests that hold it, those beside it first: each fails when the rule is broken. A search for `@rule S24` finds what decides S24; a search for `S24` finds all that rests on it. A title with `%s` or `$name` in it is a test of several cases.',
    'This page is made from the docstrings of `libs/domain` and the titles of the tests by `npm run docs`; a test fails when it is stale.',
    ...ruleGroups.flatMap((group) => [
      `## ${group.letter}: ${group.about}`,
      ...rulesOf(group).map((rule) => section(rule, tests, homes)),
    ]),
  ].join('\n\n') + '\n';

const section = (rule: string, tests: readonly TitledTest[], homes: readonly Home[]): string => {
  const { file, name } = homes.find((home) => home.rule === rule)!;
  const held = testsOf(rule, tests);
  const isBeside = (test: TitledTest) => test.file.startsWith(file.replace(/\.ts$/, '.'));
  const inOrder = [...held.filter(isBeside), ...held.filter((test) => !isBeside(test))];
  return `### ${rule}\n\nDecided in \`${file}\`, \`${name}\`.\n\n${listed(inOrder)}`;
};

const listed = (tests: readonly TitledTest[]): string => {
  const files = [...new Set(tests.map(({ file }) => file))];
  const titlesIn = (path: string) => tests.filter(({ file }) => file === path).map(({ title }) => title);
  return files
    .map((file) => [`- \`${file}\``, ...titlesIn(file).map((title) => `  - ${plain(title)}`)].join('\n'))
    .join('\n');
};

/** A title as text that Markdown leaves alone. */
const plain = (title: string): string => title.replaceAll(/[<*]/g, '\\$&');
