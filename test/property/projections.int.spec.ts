import { fundingTimeline } from '#domain/funding/index.js';
import type { PracticeEvent } from '#domain/practice/events.js';
import { evolvePractice } from '#domain/practice/evolve.js';
import { initialPractice } from '#domain/practice/state.js';
import type { Recorded } from '#domain/recorded.js';
import { emptyReference } from '#domain/reference.js';
import type { Store } from '#event-store/index.js';
import {
  diff,
  install,
  openSql,
  rebuild,
  runProjections,
  schemaOf,
  waitFor,
  type Sql,
} from '#projections/index.js';
import { practiceFunding, projections } from '#read-models/index.js';
import { evolveReference } from '#read-models/reference.js';
import { usePostgres } from '#testing/postgres.js';
import { positioned, referenceEvents } from '#testing/register-events.js';
import fc from 'fast-check';
import { once } from 'node:events';
import { afterDraw, beginnings, draws } from './random-practice.js';

type Batch = readonly Recorded[];
const practiceEvents = fc
  .tuple(beginnings, fc.array(draws, { minLength: 5, maxLength: 20 }))
  .map(([beginning, drawn]) => drawn.reduce(afterDraw, beginning).events as Batch);

/** The events of another practice, with ids of its own. */
const ofAnother = (events: Batch): Batch =>
  events.map((event) => {
    const { position: _position, ...rest } = event;
    const renamed = JSON.stringify(rest)
      .replaceAll('A00001', 'A00002')
      .replaceAll('-4000-8000-', '-4000-9000-');
    return { ...(JSON.parse(renamed) as typeof rest), position: 0n };
  });

/** One order of `$all`, each stream in its own. */
const merged = (streams: readonly Batch[], choices: readonly number[]): Batch => {
  const left = streams.map((events) => [...events]);
  const order: Recorded[] = [];
  for (let turn = 0; left.some(({ length }) => length > 0); turn++) {
    const waiting = left.filter(({ length }) => length > 0);
    order.push(waiting[(choices[turn % choices.length] ?? 0) % waiting.length]!.shift()!);
  }
  return positioned(order);
};

/** A store's whole content, and the batches in which it is delivered: of any size, some again, some from far back. */
interface Delivery {
  readonly all: Batch;
  readonly batches: readonly Batch[];
}
const deliveries: fc.Arbitrary<Delivery> = fc
  .record({
    one: practiceEvents,
    other: practiceEvents.map(ofAnother),
    choices: fc.array(fc.nat(5), { minLength: 10, maxLength: 50 }),
    sizes: fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 5 }),
    again: fc.array(fc.nat(3), { minLength: 1, maxLength: 5 }),
  })
  .map(({ one, other, choices, sizes, again }) => {
    const all = merged([referenceEvents, one, other], choices);
    const batches: Batch[] = [];
    for (let done = 0, turn = 0; done < all.length; turn++) {
      const next = done + sizes[turn % sizes.length]!;
      const back = again[turn % again.length] === 0 ? sizes[0]! * 2 : 0;
      batches.push(all.slice(Math.max(0, done - back), next));
      done = next;
    }
    return { all, batches };
  });

/** A store that delivers these batches and, read from the start, has each event once. */
const storeOf = ({ all, batches }: Delivery): Store => {
  const subscribeAll = async function* ({ signal }: { signal: AbortSignal }): AsyncGenerator<Batch> {
    yield* batches;
    // The last batch may be seen to be handled, and the run be ended, before this asks for more.
    if (!signal.aborted) await once(signal, 'abort');
  };
  const readAll = async function* (): AsyncGenerator<Recorded> {
    yield* all;
  };
  return { subscribeAll, readAll } as unknown as Store;
};

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('every read model, on any histories of two practices, in batches of any size, some delivered again', () => {
  const database = usePostgres();
  let sql: Sql;
  beforeAll(() => {
    sql = openSql(database.url, 2);
  });
  afterAll(() => sql.end());

  /** Runs all projections to the end of the delivery, and leaves their tables. */
  const live = async (delivery: Delivery): Promise<void> => {
    await sql`drop schema if exists projections, ${sql(projections.map(schemaOf))} cascade`;
    for (const projection of projections) await install(sql, projection);
    const stop = new AbortController();
    const options = { databaseUrl: database.url, store: storeOf(delivery), log: silent, signal: stop.signal };
    const running = runProjections(options, projections);
    const last = delivery.all.at(-1)!.position;
    const waited = await waitFor(
      sql,
      projections.map(({ name }) => name),
      last,
      30_000,
    );
    stop.abort();
    await running;
    expect(waited).toEqual({ reached: true });
  };
  it('live = rebuild, twice = once, and funding answers as the events do, at any instant', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, fc.nat(), async (delivery, moment) => {
        await live(delivery);
        for (const projection of projections) {
          const rebuilt = await rebuild(database.url, storeOf(delivery), projection);
          const { tables, positions } = await diff(sql, schemaOf(projection), rebuilt);
          expect(tables).toEqual([]);
          expect(positions[0]).toBe(positions[1]);
        }
        const { all } = delivery;
        const instants = [all[moment % all.length]!, ...all].map(({ metadata }) => metadata.recordedAt);
        for (const knownAt of [instants[0]!, instants.toSorted().at(-1)!]) await fundingIs(all, knownAt);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  }, 180_000);

  const fundingIs = async (all: Batch, knownAt: string): Promise<void> => {
    const known = all.filter(({ metadata }) => metadata.recordedAt <= knownAt);
    const reference = known.filter(({ stream }) => !stream.startsWith('practice-'));
    for (const ods of ['A00001', 'A00002']) {
      const own = known.filter(({ stream }) => stream === `practice-${ods}`) as Recorded<PracticeEvent>[];
      const state = own.reduce(evolvePractice, initialPractice);
      const timeline = fundingTimeline(state, reference.reduce(evolveReference, emptyReference));
      const answer = await practiceFunding(sql, { ods, knownAt });
      const key = (one: { row: string; from: string; payer: string; to: string | null }, instance: string) =>
        [instance, one.row, one.from, one.to, one.payer].join(' ');
      expect(answer?.intervals.map((one) => key(one, one.instance)).sort() ?? []).toEqual(
        timeline.map((one) => key(one, one.instanceId)).sort(),
      );
    }
  };
});
