import { storedEntry } from '#testing/stored-entry.js';
import { isShownInAll } from './shown.js';

it.each([
  ['practice-1', true],
  ['$persistentsubscription-practice-1::group-checkpoint', true],
  ['$persistentsubscription-$all::group', true],
  ['$persistentsubscription-$all::group-checkpoint', false],
  ['$persistentsubscription-$all::group\nname-parked', false],
])('the events of %j are shown in $all: %p', (stream, isShown) => {
  expect(isShownInAll(storedEntry(stream, 0))).toBe(isShown);
});
