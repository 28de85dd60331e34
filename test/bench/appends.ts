import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { UNARY } from '#testing/unary.js';
import { measure, print, type Measured } from './timing.js';

/** Prints appends a second straight to the node: unary (credentials on the call) and through the batch API. */
export const benchAppends = async (
  eventStoreUrl: string,
  seconds: number,
  yardstick: Measured,
): Promise<void> => {
  const client = EventStoreDBClient.connectionString(eventStoreUrl);
  const append = (path: object) => () =>
    client.appendToStream(
      `bench-${randomUUID()}`,
      jsonEvent({ id: randomUUID(), type: 'Measured', data: { text: 'x'.repeat(250) }, metadata: { n: 1 } }),
      { expectedRevision: 'no_stream', ...path },
    );
  for (const [name, path] of [['unary', UNARY] as const, ['batch API', {}] as const])
    for (const inFlight of [1, 64, 256])
      print(
        `appends, ${name}, ${inFlight} in flight`,
        await measure(inFlight, seconds, append(path)),
        yardstick,
      );
  await client.dispose();
};
