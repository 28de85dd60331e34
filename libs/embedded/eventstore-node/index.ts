import type { TlsOptions } from 'node:tls';
import { systemClock } from '#platform/clock.js';
import { systemIds } from '#platform/ids.js';
import { createAccess, OPEN, type Access } from './access/access.js';
import { createAccounts } from './access/accounts.js';
import { addFirstUsers } from './access/first-users.js';
import { createPasswordCheck } from './access/password.js';
import type { Method } from './grpc/call.js';
import type { Member } from './grpc/gossip.js';
import { services } from './grpc/services.js';
import { listen } from './grpc/transport.js';
import { userMethods } from './grpc/users.js';
import { httpRoutes } from './http/routes.js';
import { openLog, type Log } from './log/open.js';
import { startPersistentSubscriptions } from './persistent/subscriptions.js';

export { SERVER_VERSION } from './grpc/server-features.js';

/** A running node. */
export interface EventStoreNode {
  readonly port: number;
  /**
   * What `@eventstore/db-client` connects to, where clients are to look for the node: `esdb://127.0.0.1:2113?tls=false`;
   * if it is secure, they also need the certificate of its authority and a user.
   */
  readonly connectionString: string;
  /** Answers what was submitted, ends subscriptions as unavailable and lets go of PostgreSQL. */
  stop(): Promise<void>;
}

/** What makes a node secure: it then serves only over TLS, and only whom it knows. */
export interface Security {
  readonly tls: Pick<TlsOptions, 'cert' | 'key' | 'passphrase'>;
  /** The passwords that `admin` and `ops` get when they are not there yet; they keep the ones they have. */
  readonly adminPassword: string;
  readonly opsPassword: string;
}

/** How to start a node. */
export interface NodeOptions {
  readonly databaseUrl: string;
  /** 0 asks the system for one. */
  readonly port: number;
  /** The address to listen on: 127.0.0.1. */
  readonly host?: string;
  /** Without it the node is insecure: no TLS, no users, everything allowed. */
  readonly security?: Security;
  /** The address and the port at which clients are to look for it, if others than those it listens on. */
  readonly advertised?: { readonly host?: string; readonly port?: number };
  /** The largest append, in bytes of data over all its events: 1 MiB. */
  readonly maxAppendBytes?: number;
}

const MAX_APPEND_BYTES = 1024 * 1024;

const newId = (): Buffer => Buffer.from(systemIds.next().replaceAll('-', ''), 'hex');
const { now } = Date;

/**
 * Starts the node on the PostgreSQL at databaseUrl.
 * @throws CannotStart if another node writes there; the system's error if the port is in use
 */
export async function startEventStoreNode(options: NodeOptions): Promise<EventStoreNode> {
  const log = await openLog(options.databaseUrl, { now, newId });
  return serve(log, options).catch(async (error: unknown) => {
    await log.close();
    throw error;
  });
}

async function serve(log: Log, options: NodeOptions): Promise<EventStoreNode> {
  const { host = '127.0.0.1', security, advertised = {}, maxAppendBytes = MAX_APPEND_BYTES } = options;
  const { writer, feed } = log;
  let { port } = options;
  const member: Member = {
    instanceId: newId(),
    host: advertised.host ?? host,
    port: () => advertised.port ?? port,
    now,
    timeStamp: systemClock.now,
  };
  const { access, users } = security === undefined ? INSECURE : await secure(log, security);
  const groups = await startPersistentSubscriptions({ ...log, newId, now, timeStamp: systemClock.now });
  const newSubscriptionId = systemIds.next;
  const parts = { ...log, access, users, groups, member, now, maxAppendBytes, newSubscriptionId };
  const listening = await listen(
    { host, port, ...(security === undefined ? {} : { tls: security.tls }) },
    {
      services: services(parts),
      routes: httpRoutes(member, feed.committed, access, security !== undefined),
      authenticate: access.authenticate,
    },
  ).catch((error: unknown) => {
    groups.stop();
    throw error;
  });
  port = listening.port;
  return {
    port,
    connectionString: connectionString(member, security === undefined),
    stop: async () => {
      groups.stop();
      await writer.stop();
      await listening.stop();
      await log.close();
    },
  };
}

const connectionString = ({ host, port }: Member, insecure: boolean): string =>
  `esdb://${host.includes(':') ? `[${host}]` : host}:${String(port())}${insecure ? '?tls=false' : ''}`;

/** What guards a node. */
interface Guard {
  readonly access: Access;
  readonly users: Readonly<Record<string, Method>>;
}

const INSECURE: Guard = { access: OPEN, users: {} };

async function secure({ reader, writer }: Log, passwords: Security): Promise<Guard> {
  const accounts = createAccounts(reader, writer, newId);
  await addFirstUsers(accounts, passwords);
  const check = createPasswordCheck();
  return { access: createAccess(reader, accounts, check), users: userMethods(accounts, check) };
}
