import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { useEventStore } from './event-store.js';

describe('useEventStore', () => {
  const store = useEventStore();

  it('gives the caller an event store whose streams of its prefix are its own, to write to and read from', async () => {
    const client = EventStoreDBClient.connectionString(store.connectionString);
    const stream = `${store.streamPrefix}practice-A00001`;
    await client.appendToStream(stream, jsonEvent({ type: 'Noted', data: { text: 'once' } }), {
      expectedRevision: 'no_stream',
    });
    const read: unknown[] = [];
    for await (const { event } of client.readStream(stream)) read.push(event?.data);
    expect(read).toEqual([{ text: 'once' }]);
    await client.dispose();
  });
});
