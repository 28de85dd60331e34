import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { type EventStoreNode, startEventStoreNode } from '#embedded/eventstore-node/index.js';
import { selfSigned } from './certificate.js';
import { usePostgres } from './postgres.js';

/** A secure event store of a spec's own, with the users admin and ops, whose password is `changeit`. */
export interface SecureEventStore {
  readonly port: number;
  /** The certificate of the authority that clients must trust, as PEM. */
  readonly ca: string;
  /** How a client of this user, `name:password`, or of nobody connects. */
  connectionString(user?: string, scheme?: 'esdb' | 'esdb+discover'): string;
  /** A client of this user, `name:password`, or of nobody; disposed of after the spec. */
  client(user?: string, scheme?: 'esdb' | 'esdb+discover'): EventStoreDBClient;
  /** Stops the node and starts it again on the same data. */
  restart(): Promise<void>;
}

/** Starts a secure node, before the tests of the spec or `describe` in which it is called, and stops it afterwards. */
export function useSecureEventStore(): SecureEventStore {
  const database = usePostgres();
  const { certificate, key } = selfSigned();
  const clients: EventStoreDBClient[] = [];
  let folder: string;
  let node: EventStoreNode;
  const start = async (): Promise<void> => {
    node = await startEventStoreNode({
      databaseUrl: database.url,
      port: 0,
      security: {
        tls: { cert: certificate, key },
        adminPassword: 'changeit',
        opsPassword: 'changeit',
      },
    });
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'secure-event-store-'));
    await writeFile(join(folder, 'ca.crt'), certificate);
    await start();
  });
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await node.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const connectionString: SecureEventStore['connectionString'] = (user, scheme = 'esdb') => {
    const address = `${user === undefined ? '' : `${user}@`}127.0.0.1:${node.port}`;
    return `${scheme}://${address}?tlsCAFile=${join(folder, 'ca.crt')}`;
  };
  return {
    connectionString,
    get port() {
      return node.port;
    },
    ca: certificate,
    client: (user, scheme) => {
      const client = EventStoreDBClient.connectionString(connectionString(user, scheme));
      clients.push(client);
      return client;
    },
    restart: async () => {
      await node.stop();
      await start();
    },
  };
}
