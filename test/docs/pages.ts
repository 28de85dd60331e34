import { globSync, readFileSync } from 'node:fs';
import { guaranteesPage } from './guarantees.js';
import { allHomes } from './homes.js';
import { refusalsPage } from './refusals/page.js';
import { testsIn, type TitledTest } from './titles.js';

/** The tests of all spec files, in the order of their paths. */
export const allTests = (): readonly TitledTest[] =>
  globSync('{apps,libs,test}/**/*.spec.ts')
    .sort()
    .flatMap((file) => testsIn(file, readFileSync(file, 'utf8')));

/** Every generated page by its path in the repository: what it should hold now. */
export const pages: Readonly<Record<string, () => string>> = {
  'docs/guarantees.md': () => guaranteesPage(allTests(), allHomes()),
  'docs/reference/refusals.md': refusalsPage,
};
