import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import {
  type EventStoreNode,
  type NodeOptions,
  startEventStoreNode,
} from '#embedded/eventstore-node/index.js';
import { ensureAnswers } from '#embedded/postgres/index.js';
import { CannotStart } from '#platform/cannot-start.js';
import { dataLayout, takeDataFolder } from '#platform/data-folder.js';
import { type ShutdownStep, stopInOrder } from '#platform/shutdown.js';
import { readCertificate } from './certificate.js';
import type { StoreOptions } from './options.js';
import { startOwnPostgres } from './own-postgres.js';

/** An event store that runs by itself. */
export interface RunningStore {
  /** What clients connect to, without the certificate of the authority that a secure one needs. */
  readonly connectionString: string;
  /** Settles with a sentence if PostgreSQL ends and does not come back. */
  readonly failed: Promise<string>;
  /** Stops the node, then its PostgreSQL, and gives the data folder up. */
  stop(): Promise<void>;
}

const STOP_LIMIT_MS = 30_000;

/**
 * Starts the node, and below its data folder a PostgreSQL of its own unless one outside is given.
 * @throws CannotStart with one sentence; whatever was started by then is stopped again
 */
export async function startStore(options: StoreOptions): Promise<RunningStore> {
  const { certificate, adminPassword, opsPassword } = options;
  const tls = certificate && (await readCertificate(certificate));
  const started: ShutdownStep[] = [];
  const stop = async () => void (await stopInOrder(started.splice(0).reverse(), STOP_LIMIT_MS));
  try {
    const { databaseUrl, failed } = await database(options, started);
    const node = await startNode(options, databaseUrl, tls && { tls, adminPassword, opsPassword });
    started.push({ name: 'The event store', stop: node.stop });
    return { connectionString: node.connectionString, failed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The PostgreSQL outside, or one below the data folder, which is then ours alone. */
async function database(
  { databaseUrl, data }: StoreOptions,
  started: ShutdownStep[],
): Promise<{ databaseUrl: string; failed: Promise<string> }> {
  if (databaseUrl !== undefined) {
    await ensureAnswers(databaseUrl);
    return { databaseUrl, failed: new Promise(() => undefined) };
  }
  try {
    started.push({ name: 'The data folder', stop: await takeDataFolder(data, 'real') });
    const postgres = await startOwnPostgres(dataLayout(data).postgres);
    started.push({ name: 'PostgreSQL', stop: postgres.stop });
    return { databaseUrl: postgres.url, failed: postgres.failed };
  } catch (error) {
    throw error instanceof CannotStart ? new CannotStart(inItsOwnWords(error.message)) : error;
  }
}

/** The product names its variable for the data folder; this command has an option instead. */
const inItsOwnWords = (sentence: string): string => sentence.replace('set DATA_DIR to', 'give --data');

async function startNode(
  { host, port, advertised, maxAppendSize }: StoreOptions,
  databaseUrl: string,
  security: NodeOptions['security'],
): Promise<EventStoreNode> {
  const found = {
    host: advertised.host ?? reachable(host),
    ...(advertised.port && { port: advertised.port }),
  };
  return startEventStoreNode({
    databaseUrl,
    host,
    port,
    advertised: found,
    maxAppendBytes: maxAppendSize,
    ...(security && { security }),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.syscall !== 'listen') throw error;
    if (error.code === 'EADDRNOTAVAIL')
      throw new CannotStart(
        `${host} is no address of this machine: give --node-ip another one, or 0.0.0.0 for all.`,
      );
    throw new CannotStart(
      `Port ${port} of ${host} cannot be listened on (${error.code}): give --port another one, or 0 for a free one.`,
    );
  });
}

/** Clients cannot connect to "every address": what they are told is the first that is not this machine alone. */
function reachable(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host;
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  const other = addresses.find(({ internal, address }) => !internal && !isIPv6(address));
  return other?.address ?? '127.0.0.1';
}
