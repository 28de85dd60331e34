import { transformSync, type Options } from '@swc/core';
import { readFileSync } from 'node:fs';

const options = JSON.parse(readFileSync('.swcrc', 'utf8')) as Options;

/** A module of the repository as a CommonJS script, compiled as it is for every other purpose. */
export const toScript = (path: string, source: string): string =>
  transformSync(source, {
    ...options,
    filename: path,
    swcrc: false,
    sourceMaps: false,
    module: { type: 'commonjs' },
  }).code;
