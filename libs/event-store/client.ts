import { EventStoreDBClient } from '@eventstore/db-client';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** The store's client, and the credentials that go with every call. */
export interface Connected {
  readonly client: EventStoreDBClient;
  readonly credentials: Credentials;
}

/**
 * The credentials for a connection. There always are some: an append without any takes the client's batch path,
 * which never settles when the server goes silent and where one failure rejects the appends of others. An insecure
 * server ignores them.
 */
const credentialsFor = (connectionString: string, given: Credentials | undefined): Credentials => {
  if (given) return given;
  const [, username, password] = /^[^:]+:\/\/([^:@/]+):([^@/]*)@/.exec(connectionString) ?? [];
  return username === undefined || password === undefined
    ? { username: 'register', password: 'none' }
    : { username, password };
};

/**
 * Opens a client of its own. Writing, reading and each subscription have one each, since the client drops its whole
 * channel when any call on it is cancelled. Nothing is connected until the first call.
 */
export const connect = (connectionString: string, credentials?: Credentials): Connected => ({
  client: EventStoreDBClient.connectionString(connectionString),
  credentials: credentialsFor(connectionString, credentials),
});
