import { systemClock } from '#platform/clock.js';
import { systemIds } from '#platform/ids.js';
import type { Member } from './grpc/gossip.js';
import { services } from './grpc/services.js';
import { listen } from './grpc/transport.js';
import { httpRoutes } from './http/routes.js';
import { openLog } from './log/open.js';

/** A running node. */
export interface EventStoreNode {
  readonly port: number;
  /** What `@eventstore/db-client` connects to: `esdb://127.0.0.1:2113?tls=false`. */
  readonly connectionString: string;
  /** Answers what was submitted, ends subscriptions as unavailable and lets go of PostgreSQL. */
  stop(): Promise<void>;
}

/**
 * Starts the node on the PostgreSQL at databaseUrl; port 0 asks the system for one.
 * @throws CannotStart if another node writes there; the system's error if the port is in use
 */
export async function startEventStoreNode(options: {
  readonly databaseUrl: string;
  readonly port: number;
  readonly host?: string;
}): Promise<EventStoreNode> {
  const host = options.host ?? '127.0.0.1';
  const newId = (): Buffer => Buffer.from(systemIds.next().replaceAll('-', ''), 'hex');
  const now = (): number => Date.parse(systemClock.now());
  const log = await openLog(options.databaseUrl, { now, newId });
  let port = options.port;
  const member: Member = { instanceId: newId(), host, port: () => port, now, timeStamp: systemClock.now };
  const { writer, reader, feed } = log;
  const parts = { reader, feed, newSubscriptionId: systemIds.next };
  const listening = await listen(
    { host, port },
    services(writer, parts, member),
    httpRoutes(member, feed.committed),
  ).catch(async (error: unknown) => {
    await log.close();
    throw error;
  });
  port = listening.port;
  return {
    port,
    connectionString: `esdb://${host}:${String(port)}?tls=false`,
    stop: async () => {
      await writer.stop();
      await listening.stop();
      await log.close();
    },
  };
}
