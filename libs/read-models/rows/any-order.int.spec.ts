import fc from 'fast-check';
import { fundingTimeline } from '#domain/funding/index.js';
import type { PracticeEvent } from '#domain/practice/events.js';
import { evolvePractice } from '#domain/practice/evolve.js';
import { initialPractice } from '#domain/practice/state.js';
import { policyOn } from '#domain/policy/state.js';
import type { Recorded } from '#domain/recorded.js';
import { emptyReference } from '#domain/reference.js';
import { idOf, recorded } from '#testing/fixture.js';
import { useProjections } from '#testing/projecting.js';
import { positioned, referenceEvents, workedRegister } from '#testing/register-events.js';
import { fundingProjection } from '../funding/projection.js';
import { practiceFunding } from '../funding/query.js';
import { practicesProjection } from '../practices/projection.js';
import { evolveReference } from '../reference.js';

const published = referenceEvents.find(({ type }) => type === 'PriceListPublished');
const policy = referenceEvents.find(({ type }) => type === 'PolicySetPublished');
const revisionAfter = (event: Recorded | undefined) =>
  referenceEvents.filter(({ stream }) => stream === event?.stream).length;
/** A reference event said again with another content, recorded late and in force from 1 Apr 2009. */
const backdated = (
  event: Recorded | undefined,
  number: number,
  recordedAt: string,
  content: object,
): Recorded =>
  recorded(
    { type: event!.type, payload: { ...event!.payload, effectiveDate: '2009-04-01', ...content } },
    { id: idOf(60_000_000 + number), stream: event!.stream, revision: revisionAfter(event) },
    { recordedAt },
  );

const practice = workedRegister('rehomed').filter(({ stream }) => stream === 'practice-A00001');
const reference = [
  ...referenceEvents,
  backdated(published, 1, '2009-06-01T10:00:00.000Z', {
    rows: [{ row: 'SOFTWARE_LICENCE', yearlyPence: 365_00 }],
  }),
  backdated(policy, 2, '2010-01-01T10:00:00.000Z', { version: 'gpsoc-2' }),
];
const instants = [...practice, ...reference].map(({ metadata }) => metadata.recordedAt);

/** Any order that keeps each of the two groups' own, and any sizes of batches. */
const delivery = fc.record({
  practiceNext: fc.array(fc.boolean(), { minLength: 10, maxLength: 100 }),
  sizes: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
});
const merged = (choices: readonly boolean[]): readonly Recorded[] => {
  const [one, other] = [[...practice], [...reference]] as [Recorded[], Recorded[]];
  const order: Recorded[] = [];
  for (let turn = 0; one.length + other.length > 0; turn++) {
    const from = (choices[turn % choices.length] && one.length > 0) || other.length === 0 ? one : other;
    order.push(from.shift() as Recorded);
  }
  return positioned(order);
};

const timelineKnownAt = (knownAt: string) => {
  const known = (event: Recorded) => event.metadata.recordedAt <= knownAt;
  const state = (practice as Recorded<PracticeEvent>[]).filter(known).reduce(evolvePractice, initialPractice);
  return fundingTimeline(state, reference.filter(known).reduce(evolveReference, emptyReference));
};
const byRow = <Item extends { row: string; from: string }>(
  items: readonly Item[],
  instance: (item: Item) => string,
) =>
  [...items].sort((one, other) =>
    `${instance(one)} ${one.row} ${one.from}` < `${instance(other)} ${other.row} ${other.from}` ? -1 : 1,
  );

describe('bitemporal rows, whatever the order of arrival', () => {
  const database = useProjections([fundingProjection, practicesProjection]);
  const rows = async () =>
    [...(await database.rowsOf(fundingProjection)), ...(await database.rowsOf(practicesProjection))].filter(
      (row) => !/^(practice|reference)_event/.test(row),
    );

  it('rebuild equals live and twice equals once, for any order of streams and any size of batch', async () => {
    await database.project(fundingProjection, positioned([...reference, ...practice]));
    await database.project(practicesProjection, positioned([...reference, ...practice]));
    const usual = await rows();
    await fc.assert(
      fc.asyncProperty(delivery, async ({ practiceNext, sizes }) => {
        const order = merged(practiceNext);
        for (const projection of [fundingProjection, practicesProjection]) {
          await database.project(projection, order, ...sizes);
          await database.apply(projection, order.slice(-sizes[0]! * 3));
        }
        expect(await rows()).toEqual(usual);
      }),
      { numRuns: 8 },
    );
  });

  it('R14: at every instant funding answers as the events on record by then do, reference facts too', async () => {
    expect(policyOn(reference.reduce(evolveReference, emptyReference).policy, '2009-04-01')?.version).toBe(
      'gpsoc-2',
    );
    await database.project(fundingProjection, merged([true, false]), 5);
    for (const knownAt of instants) {
      const answer = await practiceFunding(database.sql, { ods: 'A00001', knownAt });
      const expected = byRow(timelineKnownAt(knownAt), ({ instanceId }) => instanceId).map(
        ({ instanceId, ...interval }) => ({ instance: instanceId, ...interval }),
      );
      expect(byRow(answer!.intervals, ({ instance }) => instance)).toMatchObject(expected);
      expect(answer?.intervals).toHaveLength(expected.length);
    }
  });
});
