import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { measure, print, type Measured } from '../timing.js';

const OF_ALL = 50_000;
const SHORT = 10;

/** Events a second of `$all` that this client reads from its start, and how many there were. */
const readAll = async (eventStoreUrl: string): Promise<number> => {
  const client = EventStoreDBClient.connectionString(eventStoreUrl);
  let events = 0;
  const start = performance.now();
  for await (const _event of client.readAll({ maxCount: OF_ALL })) events++;
  const perSecond = (events / (performance.now() - start)) * 1000;
  await client.dispose();
  return perSecond;
};

/** The middle of three, each of the node and of the double in turn. */
const inTurn = async (one: string, other: string): Promise<readonly [number, number]> => {
  const rates: [number, number][] = [];
  for (let round = 0; round < 3; round++) rates.push([await readAll(one), await readAll(other)]);
  const middle = (of: 0 | 1) => rates.map((pair) => pair[of]).sort((a, b) => a - b)[1] ?? NaN;
  return [middle(0), middle(1)];
};

/**
 * Prints `$all` read against what the same client reads from a server that has the same answers in memory, and short
 * streams read one after another and 16 at a time.
 */
export const benchReads = async (
  eventStoreUrl: string,
  seconds: number,
  yardstick: Measured,
): Promise<void> => {
  const double = fork(fileURLToPath(new URL('double-process.js', import.meta.url)), [
    eventStoreUrl,
    String(OF_ALL),
  ]);
  const [doubleUrl] = (await once(double, 'message')) as [string];
  const [ofNode, ofDouble] = await inTurn(eventStoreUrl, doubleUrl);
  double.kill();
  const ratios = `${(ofNode / yardstick.perSecond).toFixed(2)} × yardstick, ${(ofNode / ofDouble).toFixed(2)} × double`;
  console.log(`$all read: ${Math.round(ofNode)} events/s (the double: ${Math.round(ofDouble)})  ${ratios}`);

  const client = EventStoreDBClient.connectionString(eventStoreUrl);
  const streams = Array.from({ length: 200 }, () => `bench-short-${randomUUID()}`);
  const events = () => Array.from({ length: SHORT }, (_, n) => jsonEvent({ type: 'Measured', data: { n } }));
  for (const stream of streams)
    await client.appendToStream(stream, events(), { expectedRevision: 'no_stream' });
  const read = async (n: number) => {
    for await (const _event of client.readStream(streams[n % streams.length]!)) continue;
  };
  for (const inFlight of [1, 16])
    print(
      `streams of ${SHORT} events read, ${inFlight} in flight`,
      await measure(inFlight, seconds, read),
      yardstick,
    );
  await client.dispose();
};
