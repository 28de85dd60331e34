import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { measure, print, type Measured } from '../timing.js';

const EVENTS = 1000;

/** Prints events a second in appends of a thousand, one append after the other. */
export const benchLargeAppends = async (
  eventStoreUrl: string,
  seconds: number,
  yardstick: Measured,
): Promise<void> => {
  const client = EventStoreDBClient.connectionString(eventStoreUrl);
  const events = () =>
    Array.from({ length: EVENTS }, () =>
      jsonEvent({ id: randomUUID(), type: 'Measured', data: { text: 'x'.repeat(250) }, metadata: { n: 1 } }),
    );
  const appends = await measure(1, seconds, () =>
    client.appendToStream(`bench-large-${randomUUID()}`, events(), { expectedRevision: 'no_stream' }),
  );
  const perSecond = appends.perSecond * EVENTS;
  print(`events in appends of ${EVENTS}, one append after the other`, { ...appends, perSecond }, yardstick);
  await client.dispose();
};
