import { storedEntry } from '#testing/stored-entry.js';
import { filterTest, type FilterText } from './filter.js';

const entry = storedEntry('practice-1', 0, { type: 'SystemRetained' });

it.each<[FilterText | undefined, boolean]>([
  [undefined, true],
  [{ context: 'streamid', type: 'prefix', data: 'supplier-,practice-' }, true],
  [{ context: 'streamid', type: 'prefix', data: 'supplier-' }, false],
  [{ context: 'streamid', type: 'prefix', data: '' }, false],
  [{ context: 'eventtype', type: 'regex', data: '^(?i)systemr' }, true],
  [{ context: 'eventtype', type: 'regex', data: '^practice' }, false],
])('the filter %j lets an event pass: %p', (filter, passes) => {
  expect(filterTest(filter)(entry)).toBe(passes);
});
