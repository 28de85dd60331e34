import { given } from '#testing/decisions.js';
import { idOf, recorded } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { isCorrectedWith } from './corrected.js';
import type { PracticeEvent, PracticeEventType } from './events.js';
import { refolded } from './evolve.js';

const event = (n: number, type: PracticeEventType, migrationId: string, trackingRef: string) =>
  recorded(
    { type, payload: { effectiveDate: '2009-01-26', migrationId, trackingRef } } as unknown as PracticeEvent,
    { id: idOf(200, n), stream: 'practice-A00001', revision: n },
    {},
  );
const [first, second] = [idOf(7), idOf(8)];
const placed = event(0, 'MigrationOrderPlaced', first, 'TRACK-1');
const amended = event(1, 'MigrationOrderAmended', first, 'TRACK-1');
const cancelled = event(2, 'MigrationOrderCancelled', first, 'TRACK-1');

describe('S18, I13: the reference by which an order is known', () => {
  it('S18: is corrected with the order in what changes it, of that migration and reference alone', () => {
    const others = [
      event(3, 'MigrationOrderAmended', second, 'TRACK-1'),
      event(4, 'MigrationOrderAmended', first, 'TRACK-2'),
      event(5, 'MigrationOrderPlaced', first, 'TRACK-1'),
      event(6, 'MigrationOrderPlaced', second, 'TRACK-1'),
    ];
    const withIt = [placed, amended, cancelled, ...others].map((one) =>
      isCorrectedWith(placed, 'trackingRef', one),
    );
    expect(withIt).toEqual([true, true, true, false, false, false, false]);
    expect(isCorrectedWith(placed, 'services', amended)).toBe(false);
  });
  it('I13: is corrected of a change to the order without the others', () => {
    expect(isCorrectedWith(amended, 'trackingRef', amended)).toBe(true);
    expect(isCorrectedWith(amended, 'trackingRef', cancelled)).toBe(false);
    expect(isCorrectedWith(amended, 'trackingRef', placed)).toBe(false);
  });
});

describe('I13: a correction of a fact that is not in the file', () => {
  it('I13: is of no event', () => {
    expect(isCorrectedWith(undefined, 'trackingRef', amended)).toBe(false);
    const { state } = given(...workedUntil('ordered'));
    const correction = { targetEventId: idOf(99), field: 'effectiveDate', now: '2009-01-27' };
    expect(refolded(state, correction).migrations).toEqual(state.migrations);
  });
});
