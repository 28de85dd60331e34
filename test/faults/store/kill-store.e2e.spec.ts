import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { createAudit, type Acknowledged, type Stored } from './audit.js';
import { follow, storedFrom, type Follower } from './follower.js';
import { killsFrom } from './kill-plan.js';
import { startStoreProcess, type StoreProcess } from './store-process.js';
import { startWriters } from './writers.js';

/** How often the store is killed: a few times in every run of the tests, 200 times in `npm run test:faults`. */
const KILLS = Number(process.env['STORE_KILLS'] ?? 5);
const SEED = Number(process.env['STORE_SEED'] ?? randomInt(2 ** 31));
const WRITERS = 64;
const RECOVERY_LIMIT_MS = 10_000;

const print = (line: string) => process.stderr.write(`${line}\n`);

/** All events of clients that the store holds, in the order of `$all`. */
async function stored(address: string): Promise<Stored[]> {
  const client = EventStoreDBClient.connectionString(address);
  const events: Stored[] = [];
  for await (const { event } of client.readAll()) events.push(...storedFrom(event));
  await client.dispose();
  return events;
}

const lastPosition = (acknowledged: readonly Acknowledged[]): bigint =>
  acknowledged.reduce((last, { position }) => (position > last ? position : last), -1n);

describe(`kill -9 of the event store, of its PostgreSQL and of both under ${WRITERS} writers`, () => {
  let folder: string;
  let store: StoreProcess | undefined;
  let follower: Follower | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gpsoc-kill-store-'));
  });
  afterEach(async () => {
    await follower?.stop();
    await store?.stop();
    [store, follower] = [undefined, undefined];
    await rm(folder, { recursive: true, force: true });
  });

  it(`${KILLS} kills: nothing acknowledged is lost, doubled or out of order, and each time it works again within 10 s`, async () => {
    print(`STORE_SEED=${SEED}`);
    store = await startStoreProcess(join(folder, 'store'));
    const writers = startWriters(store.address, WRITERS);
    follower = follow(store.address);
    const audit = createAudit(writers.asked);
    let [held, taken] = [0, 0];
    const compare = async (): Promise<void> => {
      const acknowledged = writers.acknowledged.slice(held);
      await follower!.reached(lastPosition(acknowledged));
      for (const event of follower!.seen.slice(taken)) audit.take(event);
      for (const one of acknowledged) audit.hold(one);
      held += acknowledged.length;
      taken = follower!.seen.length;
      expect([...audit.faults, ...writers.faults]).toEqual([]);
    };

    const times: number[] = [];
    for (const [index, { target, afterMs }] of killsFrom(SEED, KILLS).entries()) {
      await delay(afterMs);
      await store.kill(target);
      const [tookMs] = await Promise.all([writers.recovered(), store.started()]);
      print(`kill ${index + 1} of ${target}: first append acknowledged ${Math.round(tookMs)} ms later`);
      times.push(Math.round(tookMs));
      await compare();
    }
    await writers.finish();
    await compare();

    const events = await stored(store.address);
    const whole = createAudit(writers.asked);
    for (const event of events) whole.take(event);
    for (const one of writers.acknowledged) whole.hold(one);
    expect([...whole.faults, ...writers.faults]).toEqual([]);
    expect(new Set(events.map(({ id }) => id))).toEqual(writers.asked);
    expect(follower.seen).toEqual(events);
    expect(Math.max(...times)).toBeLessThan(RECOVERY_LIMIT_MS);
    const [median, longest] = [times.sort((a, b) => a - b)[KILLS >> 1], Math.max(...times)];
    print(
      `${KILLS} kills, ${writers.acknowledged.length} appends of ${events.length} events acknowledged, ` +
        `0 lost, 0 doubled, 0 out of order; works again after ${median} ms (median), ${longest} ms (longest); ` +
        `subscribed ${follower.subscribed} times`,
    );
  });

  it('a planted fault is caught: a node that acknowledges before the commit', async () => {
    const early = new URL('./acknowledges-early.ts', import.meta.url);
    store = await startStoreProcess(join(folder, 'store'), early);
    const writers = startWriters(store.address, WRITERS);
    await writers.recovered();
    // The node, too, since it remembers what its tables have lost.
    await store.kill('both');
    const acknowledged = [...writers.acknowledged];
    await Promise.all([writers.recovered(), store.started()]);
    await writers.finish();
    const audit = createAudit(writers.asked);
    for (const event of await stored(store.address)) audit.take(event);
    for (const one of acknowledged) audit.hold(one);
    expect(audit.faults).toContainEqual(expect.stringMatching(/was acknowledged and is lost$/));
  });
});
