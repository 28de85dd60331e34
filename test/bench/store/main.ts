import { startEngine } from '#apps/standalone/engine.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchAppends } from '../appends.js';
import { print } from '../timing.js';
import { yardstick } from '../yardstick.js';
import { benchBareAppends } from './bare-appends.js';
import { benchDelay } from './delay.js';
import { benchLargeAppends } from './large-appends.js';
import { benchReads } from './reads.js';
import { residentMegabytes } from './resident-memory.js';

const SECONDS = 5;

// The node and its PostgreSQL as in the product, in processes of their own; no API and no projector beside them.
const folder = await mkdtemp(join(tmpdir(), 'gpsoc-bench-'));
const engine = await startEngine({
  dataDir: join(folder, 'var'),
  databaseUrl: undefined,
  eventStoreUrl: undefined,
});
try {
  console.log(`${cpus().length} cores, Node ${process.version}, ${SECONDS} s for each figure\n`);
  const durable = await yardstick(engine.databaseUrl, SECONDS);
  print('yardstick: durable single-row inserts, one client', durable);
  await benchBareAppends(engine.eventStoreUrl, SECONDS, durable);
  await benchAppends(engine.eventStoreUrl, SECONDS, durable);
  await benchLargeAppends(engine.eventStoreUrl, SECONDS, durable);
  await benchReads(engine.eventStoreUrl, SECONDS, durable);
  await benchDelay(engine.eventStoreUrl, SECONDS);
  console.log(`resident memory of the node: ${residentMegabytes('standalone/store-process.js')} MB`);
  print('yardstick again, at the end', await yardstick(engine.databaseUrl, SECONDS));
} finally {
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
