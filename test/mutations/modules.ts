import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';

/** What every module sees beside the language: the switches of the mutants, and what jest gives to specs. */
export type Scope = Readonly<Record<string, unknown>>;

/** Gives the exports of a module of the repository, and runs it where it has not run yet. */
export type Load = (path: string) => unknown;

type Run = (...given: readonly unknown[]) => void;

const outside = createRequire(join(process.cwd(), 'package.json'));

/** How the modules of the repository are run: `scriptOf` gives each as CommonJS; it is compiled once and run often. */
export const modulesOf = (scriptOf: (path: string) => string, scopeNames: readonly string[]) => {
  const compiled = new Map<string, Run>();
  const runOf = (path: string): Run => {
    const run = compiled.get(path) ?? (compileFunction(scriptOf(path), parameters) as Run);
    compiled.set(path, run);
    return run;
  };
  const parameters = ['require', 'exports', ...scopeNames];

  /** Modules that share no state with those loaded before; `instead` stands for modules from outside. */
  return (scope: Scope, instead: Readonly<Record<string, unknown>>): Load => {
    const loaded = new Map<string, object>();
    const load = (path: string): unknown => {
      const known = loaded.get(path);
      if (known) return known;
      const exports = {};
      loaded.set(path, exports);
      const require = (specifier: string): unknown => {
        const inside = pathOf(specifier, path);
        return inside === undefined ? (instead[specifier] ?? outside(specifier)) : load(inside);
      };
      runOf(path)(require, exports, ...scopeNames.map((name) => scope[name]));
      return exports;
    };
    return load;
  };
};

/** The path of the module that is imported as that, or undefined where it is none of the repository's. */
const pathOf = (specifier: string, importer: string): string | undefined => {
  const path = specifier.replace(/\.js$/, '.ts');
  if (path.startsWith('.')) return join(dirname(importer), path);
  if (path.startsWith('#apps/')) return path.slice(1);
  return path.startsWith('#') ? `libs/${path.slice(1)}` : undefined;
};
