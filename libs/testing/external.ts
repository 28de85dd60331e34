/** Servers that were there before the tests (`npm run test:external`), and the mark of this run. */
export interface ExternalServers {
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  /** A few letters and digits that no other run has. */
  readonly run: string;
}

/** The servers that this run is to use; undefined where every test process starts its own. */
export const externalServers = (): ExternalServers | undefined => {
  const { EXTERNAL_RUN: run, EVENTSTORE_URL: eventStoreUrl, DATABASE_URL: databaseUrl } = process.env;
  return run && eventStoreUrl && databaseUrl ? { eventStoreUrl, databaseUrl, run } : undefined;
};
