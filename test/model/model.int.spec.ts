import { randomInt } from 'node:crypto';
import { EventStoreDBClient } from '@eventstore/db-client';
import fc from 'fast-check';
import { useEventStore } from '#testing/event-store.js';
import { CLIENTS, operations } from './operations.js';
import { runSequence } from './run.js';

/** How many sequences: 50 in every run of the tests, 1,000 in `npm run test:long`. */
const SEQUENCES = Number(process.env['MODEL_SEQUENCES'] ?? 50);
const SEED = Number(process.env['MODEL_SEED'] ?? randomInt(2 ** 31));

describe('the event store against a model of it', () => {
  const eventStore = useEventStore();
  let clients: readonly EventStoreDBClient[] = [];

  beforeAll(() => {
    clients = Array.from({ length: CLIENTS }, () =>
      EventStoreDBClient.connectionString(eventStore.connectionString),
    );
  });
  afterAll(() => Promise.all(clients.map((client) => client.dispose())));

  it(`answers ${SEQUENCES} random sequences of operations by several clients as the model does`, async () => {
    process.stderr.write(`MODEL_SEED=${SEED}\n`);
    let runs = 0;
    let carriedOut = 0;
    const property = fc.asyncProperty(operations, async (sequence) => {
      runs += 1;
      carriedOut += sequence.length;
      await runSequence(clients, `${eventStore.streamPrefix}model-${runs}`, sequence);
    });
    await fc.assert(property, { numRuns: SEQUENCES, seed: SEED });
    process.stderr.write(`${runs} sequences of ${carriedOut} operations\n`);
  });
});
