import { type EmbeddedPostgres, startEmbeddedPostgres } from '#embedded/postgres/index.js';
import { sentenceOf } from '#platform/service.js';

/** A PostgreSQL of the store's own that comes back, at the same address, whenever it ends without being asked to. */
export interface OwnPostgres {
  /** How to connect to it; the same after every start. */
  readonly url: string;
  /** Settles with a sentence if it ended and could not be started again. */
  readonly failed: Promise<string>;
  /** Stops it for good. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a folder and starts it again when it was killed: the node recovers from that by itself, but
 * nobody else would bring its PostgreSQL back.
 * @throws CannotStart if the first start fails
 */
export async function startOwnPostgres(dataFolder: string): Promise<OwnPostgres> {
  let running: EmbeddedPostgres = await startEmbeddedPostgres({ dataFolder });
  let stopping = false;
  const { url } = running;
  const port = Number(new URL(url).port);
  const keepRunning = async (): Promise<void> => {
    for (;;) {
      await running.gone;
      if (stopping) return;
      console.error('PostgreSQL ended unexpectedly and is started again.');
      running = await startEmbeddedPostgres({ dataFolder, port });
      if (stopping) await running.stop();
    }
  };
  const kept = keepRunning();
  return {
    url,
    failed: new Promise((fail) => {
      kept.catch((error: unknown) => fail(`PostgreSQL ended and did not start again (${sentenceOf(error)})`));
    }),
    stop: async () => {
      stopping = true;
      await running.stop();
      await kept.catch(() => undefined);
    },
  };
}
