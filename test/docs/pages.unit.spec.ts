import { existsSync, readFileSync } from 'node:fs';
import { pages } from './pages.js';

const onFile = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

describe('a generated page says what the code says now', () => {
  it.each(Object.keys(pages))('%s', (path) => {
    const stale = onFile(path) === pages[path]!() ? [] : [`${path} is stale: run npm run docs`];
    expect(stale).toEqual([]);
  });
});
