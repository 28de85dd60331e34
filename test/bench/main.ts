import { startProduct } from '#apps/standalone/product.js';
import { readTerminalConfig } from '#platform/config.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchAppends } from './appends.js';
import { benchCommands } from './commands.js';
import { benchImporting } from './importing.js';
import { benchProjecting } from './projecting.js';
import { print } from './timing.js';
import { yardstick } from './yardstick.js';

const SECONDS = 5;

const folder = await mkdtemp(join(tmpdir(), 'gpsoc-bench-'));
const product = await startProduct({
  ...readTerminalConfig({}),
  dataDir: join(folder, 'var'),
  port: 0,
});
try {
  console.log(`${cpus().length} cores, Node ${process.version}, ${SECONDS} s for each figure\n`);
  const durable = await yardstick(product.databaseUrl, SECONDS);
  print('yardstick: durable single-row inserts, one client', durable);
  await benchCommands(product, SECONDS, durable);
  await benchImporting(product.eventStoreUrl);
  await benchProjecting(product.databaseUrl, product.eventStoreUrl);
  // Last, since its events are none of the register's and would be passed over by all the others.
  await benchAppends(product.eventStoreUrl, SECONDS, durable);
  print('yardstick again, at the end', await yardstick(product.databaseUrl, SECONDS));
} finally {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
