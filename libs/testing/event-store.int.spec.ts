import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { useEventStore } from './event-store.js';

describe('useEventStore', () => {
  const store = useEventStore();

  it('gives the caller an empty event store that its client can write to and read from', async () => {
    const client = EventStoreDBClient.connectionString(store.connectionString);
    await client.appendToStream('practice-A00001', jsonEvent({ type: 'Noted', data: { text: 'once' } }), {
      expectedRevision: 'no_stream',
    });
    const read: unknown[] = [];
    for await (const { event } of client.readStream('practice-A00001')) read.push(event?.data);
    expect(read).toEqual([{ text: 'once' }]);
    await client.dispose();
  });
});
