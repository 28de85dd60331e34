import { storedEntry } from '#testing/stored-entry.js';
import { filterTest, isOwnOfAllGroups, type FilterText } from './filter.js';

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

it('tells what groups on $all write themselves from what others do', () => {
  const isOwn = (stream: string) => isOwnOfAllGroups(storedEntry(stream, 0));
  expect(isOwn('$persistentsubscription-$all::group-checkpoint')).toBe(true);
  expect(isOwn('$persistentsubscription-$all::group\nname-parked')).toBe(true);
  expect(isOwn('$persistentsubscription-practice-1::group-checkpoint')).toBe(false);
  expect(isOwn('$persistentsubscription-$all::group')).toBe(false);
});
