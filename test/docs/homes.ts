import { globSync, readFileSync } from 'node:fs';

/** Where a rule is decided: the declaration whose docstring says `@rule` and its id. */
export interface Home {
  readonly rule: string;
  readonly file: string;
  readonly name: string;
}

/** The homes in one source file, in the order in which they stand there. */
export const homesIn = (file: string, source: string): readonly Home[] =>
  [
    ...source.matchAll(
      /@rule (\w+)(?=(?:(?!\*\/)[\s\S])*\*\/\s*((?:(?:export|const|interface|type|readonly) )*)(\w+))/g,
    ),
  ].map(([, rule, , name]) => ({ rule: rule!, file, name: name! }));

/** The homes of all rules. */
export const allHomes = (): readonly Home[] =>
  globSync('libs/domain/**/*.ts', { exclude: ['**/*.spec.ts', '**/*.fixture.ts'] })
    .sort()
    .flatMap((file) => homesIn(file, readFileSync(file, 'utf8')));
