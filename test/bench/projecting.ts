import { eventRegistry } from '#contracts/registry.js';
import { openStore } from '#event-store/index.js';
import { rebuild } from '#projections/index.js';
import { projections } from '#read-models/index.js';

const rate = (events: number, milliseconds: number) => Math.round((events / milliseconds) * 1000);

/** Prints events a second built into each and all read models against events a second read by the same client. */
export const benchProjecting = async (databaseUrl: string, eventStoreUrl: string): Promise<void> => {
  const store = openStore({ connectionString: eventStoreUrl, registry: eventRegistry });
  let events = 0;
  let start = performance.now();
  for await (const _event of store.readAll('start')) events++;
  const read = rate(events, performance.now() - start);
  console.log(`events read, validated and decoded (${events} of them): ${read}/s`);
  const begin = performance.now();
  for (const projection of projections) {
    start = performance.now();
    await rebuild(databaseUrl, store, projection);
    console.log(`events projected into ${projection.name}: ${rate(events, performance.now() - start)}/s`);
  }
  const all = rate(events, performance.now() - begin);
  console.log(
    `events projected into all read models, one after another: ${all}/s  ${(all / read).toFixed(2)} × read`,
  );
  await store.close();
};
