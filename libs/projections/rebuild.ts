import type { Recorded } from '#domain/recorded.js';
import type { Store } from '#event-store/store.js';
import { handle } from './batch.js';
import { claim } from './checkpoint.js';
import { createSchema } from './install.js';
import { type Projection, rebuildSchemaOf } from './projection.js';
import { connectionFor } from './runner.js';
import { dropSchema } from './switch.js';
import { inTransaction } from './transaction.js';

const BATCH = 500;

async function* inBatches(events: AsyncIterable<Recorded>): AsyncGenerator<readonly Recorded[]> {
  let batch: Recorded[] = [];
  for await (const event of events) {
    if (batch.push(event) < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Builds an installed projection's tables once more, in `<name>_v<version>_rebuild`, from the start of `$all` to its
 * end as it is when that is reached; the live tables serve on. Returns the schema; `diff` compares it, `switchTo`
 * puts it in place. Throws what `apply` throws.
 */
export const rebuild = async (
  databaseUrl: string,
  store: Store,
  projection: Projection,
  onProgress: (handled: number) => void = () => undefined,
): Promise<string> => {
  const schema = rebuildSchemaOf(projection);
  const sql = connectionFor(databaseUrl, schema);
  try {
    await dropSchema(sql, schema);
    await inTransaction(sql, (tx) => createSchema(tx, projection, schema));
    let claimed = await claim(sql, schema);
    let handled = 0;
    for await (const batch of inBatches(store.readAll('start'))) {
      claimed = await handle(sql, projection, claimed, batch);
      onProgress((handled += batch.length));
    }
    return schema;
  } finally {
    await sql.end({ timeout: 1 });
  }
};
