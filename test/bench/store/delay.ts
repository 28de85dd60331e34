import { EventStoreDBClient, jsonEvent, START } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { UNARY } from '#testing/unary.js';
import { quantile } from '../timing.js';

const PER_SECOND = 500;

/** Prints how long after its acknowledgement an event comes to a live subscriber, at 500 appends a second. */
export const benchDelay = async (eventStoreUrl: string, seconds: number): Promise<void> => {
  const [writer, reader] = [0, 1].map(() => EventStoreDBClient.connectionString(eventStoreUrl)) as [
    EventStoreDBClient,
    EventStoreDBClient,
  ];
  const stream = `bench-delay-${randomUUID()}`;
  const [acknowledged, delivered] = [new Map<string, number>(), new Map<string, number>()];
  const subscription = reader.subscribeToStream(stream, { fromRevision: START });
  subscription.on('data', ({ event }) => event && delivered.set(event.id, performance.now()));
  const append = async () => {
    const id = randomUUID();
    await writer.appendToStream(
      stream,
      jsonEvent({ id, type: 'Measured', data: { text: 'x'.repeat(250) } }),
      {
        expectedRevision: 'any',
        ...UNARY,
      },
    );
    acknowledged.set(id, performance.now());
  };
  const start = performance.now();
  const pending: Promise<void>[] = [];
  for (let n = 0; n < PER_SECOND * seconds; n++) {
    const early = start + (n * 1000) / PER_SECOND - performance.now();
    if (early > 1) await pause(early);
    pending.push(append());
  }
  await Promise.all(pending);
  while (delivered.size < acknowledged.size) await pause(10);
  const delays = [...acknowledged]
    .map(([id, at]) => Math.max(0, (delivered.get(id) ?? Infinity) - at))
    .sort((a, b) => a - b);
  const [p50, p99] = [quantile(delays, 0.5), quantile(delays, 0.99)];
  console.log(
    `acknowledged to delivered, ${PER_SECOND} appends/s: p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms`,
  );
  await subscription.unsubscribe();
  await Promise.all([writer.dispose(), reader.dispose()]);
};
