import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CannotStart } from '#platform/cannot-start.js';
import { freePort } from '#platform/ports.js';
import { serverAccount } from './account.js';
import { installedBinaries, runnableBinaries } from './binaries.js';
import { SUPERUSER, ensureCluster, layout } from './cluster.js';
import { type Started, startServer } from './server.js';
import { stopServer, takeOver } from './take-over.js';

export { createDatabase, ensureAnswers } from './database.js';

const ATTEMPTS = 5;

/** A running PostgreSQL of the product's own. */
export interface EmbeddedPostgres {
  /** How to connect to it as its superuser; holds the password. */
  url: string;
  /** The number of the server's process. */
  pid: number;
  /** Settles when the server has gone, whether asked to or not. */
  gone: Promise<void>;
  /** Cuts its connections, has it write everything down and waits until it has gone. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL 18 on a folder, making the cluster the first time. A server of ours that a killed
 * product left behind is stopped first. Under root it runs as a user of its own.
 * @param options.dataFolder where its files lie or are to lie
 * @param options.port the port on 127.0.0.1; without it, a free one
 * @throws CannotStart, with a sentence that says what to do
 */
export async function startEmbeddedPostgres(options: {
  dataFolder: string;
  port?: number;
}): Promise<EmbeddedPostgres> {
  const dataFolder = resolve(options.dataFolder);
  const { cluster, passwordFile, owner } = layout(dataFolder);
  await mkdir(dataFolder, { recursive: true });
  await takeOver(dataFolder);
  const account = await serverAccount(cluster);
  const programs = await runnableBinaries(await installedBinaries(), account);
  await ensureCluster(programs, dataFolder, account);
  await writeFile(owner, String(process.pid));
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const started = await startServer(programs, dataFolder, port, account);
    if (started.kind === 'ready') return running(started, port, await readFile(passwordFile, 'utf8'));
    if (started.kind === 'failed')
      throw new CannotStart(
        `PostgreSQL did not start on ${dataFolder} (${started.log}): see postgres.log there.`,
      );
    if (options.port !== undefined || attempt === ATTEMPTS)
      throw new CannotStart(`Port ${port} is in use: PostgreSQL needs another one.`);
  }
}

function running({ server }: Started & { kind: 'ready' }, port: number, password: string): EmbeddedPostgres {
  const pid = server.pid!;
  const stopOnExit = () => server.kill('SIGINT');
  const gone = new Promise<void>((done) => server.once('exit', () => done()));
  process.once('exit', stopOnExit);
  server.unref();
  return {
    url: `postgres://${SUPERUSER}:${password.trim()}@127.0.0.1:${port}/postgres`,
    pid,
    gone,
    stop: async () => {
      process.off('exit', stopOnExit);
      if (server.exitCode === null && server.signalCode === null) await Promise.all([gone, stopServer(pid)]);
    },
  };
}
