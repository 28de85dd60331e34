import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { selfSigned } from '#testing/certificate.js';
import { usePostgres } from '#testing/postgres.js';

/** `npm run store` as compiled by `npm run build`. */
class Started {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  printed = '';

  constructor(args: readonly string[], environment: Record<string, string> = {}) {
    this.process = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/store/main.js', ...args], {
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = once(this.process, 'exit').then(([code]) => code as number | null);
  }

  /** The address that it says it is ready at. Throws what was printed if it ends instead. */
  ready(): Promise<string> {
    return new Promise((resolve, reject) => {
      const take = (text: Buffer): void => {
        this.printed += text.toString();
        const [, address] = /is ready: (\S+)[^]*Ctrl-C/.exec(this.printed) ?? [];
        if (address !== undefined) resolve(address);
      };
      this.process.stdout!.on('data', take);
      this.process.stderr!.on('data', take);
      void this.ended.then((code) => reject(new Error(`ended with ${code}: ${this.printed}`)));
    });
  }

  /** Waits until it has printed a text. Throws what was printed if it ends instead. */
  async says(text: string): Promise<void> {
    const ended = this.ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${this.printed}`)));
    while (!this.printed.includes(text)) await Promise.race([once(this.process.stderr!, 'data'), ended]);
    ended.catch(() => undefined);
  }
}

const RETRY_MS = 20;

/** Retries, as a client does, while the node says that it is not available. */
async function untilTaken<T>(append: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await append();
    } catch (error) {
      expect(error).toMatchObject({ code: 14 });
      await new Promise((again) => setTimeout(again, RETRY_MS));
    }
  }
}

const started: Started[] = [];
const start = (...parameters: ConstructorParameters<typeof Started>): Started => {
  const store = new Started(...parameters);
  started.push(store);
  return store;
};

const append = async (address: string): Promise<bigint> => {
  const client = EventStoreDBClient.connectionString(address);
  const { nextExpectedRevision } = await client.appendToStream('a', jsonEvent({ type: 'a', data: {} }));
  await client.dispose();
  return nextExpectedRevision;
};

describe('npm run store', () => {
  const database = usePostgres();
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gpsoc-store-'));
  });
  afterEach(async () => {
    for (const { process: running, ended } of started.splice(0)) {
      running.kill('SIGTERM');
      await ended;
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('runs the node alone, refuses a second one on its data, stops on a signal and finds everything again', async () => {
    const options = ['--port', '0', '--data', join(folder, 'store'), '--insecure', '--mem-db'];
    const first = start(options);
    expect(await append(await first.ready())).toBe(0n);
    expect(first.printed).toContain('These options mean nothing here: --mem-db.');

    const second = start(options);
    await expect(second.ready()).rejects.toThrow(
      /ended with 1: .*The data folder .* is in use by the product that runs as process \d+: stop that one, or give --data another folder\.\n$/s,
    );

    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const next = start(options);
    expect(await append(await next.ready())).toBe(1n);
    next.process.kill('SIGINT');
    expect(await next.ended).toBe(0);
  });

  it('brings its PostgreSQL back when that was killed, and goes on', async () => {
    const data = join(folder, 'killed');
    const store = start(['--port', '0', '--data', data, '--insecure']);
    const address = await store.ready();
    expect(await append(address)).toBe(0n);
    const pidFile = join(data, 'postgres', 'cluster', 'postmaster.pid');
    process.kill(Number.parseInt(await readFile(pidFile, 'utf8')), 'SIGKILL');
    await store.says('is started again');
    expect(await untilTaken(() => append(address))).toBeGreaterThanOrEqual(1n);
    store.process.kill('SIGTERM');
    expect(await store.ended).toBe(0);
  });

  it('is secure with a certificate, on a PostgreSQL outside', async () => {
    const { certificate, key } = selfSigned();
    await writeFile(join(folder, 'node.crt'), certificate);
    await writeFile(join(folder, 'node.key'), key);
    const address = await start(['--port=0', '--trusted-roots', join(folder, 'node.crt')], {
      DATABASE_URL: database.url,
      EVENTSTORE_CERTIFICATE_FILE: join(folder, 'node.crt'),
      EVENTSTORE_CERTIFICATE_PRIVATE_KEY_FILE: join(folder, 'node.key'),
      EVENTSTORE_DEFAULT_ADMIN_PASSWORD: 'from the environment',
    }).ready();
    const user = `admin:${encodeURIComponent('from the environment')}`;
    const trusted = `?tlsCAFile=${join(folder, 'node.crt')}`;
    expect(await append(`${address.replace('//', `//${user}@`)}${trusted}`)).toBe(0n);
    await expect(append(`${address}${trusted}`)).rejects.toMatchObject({ type: 'access-denied' });
  });

  it('refuses wrong options and a port that is in use, each in one sentence', async () => {
    await expect(start([]).ready()).rejects.toThrow(
      /ended with 1: The event store cannot start: it is secure unless .*\n$/,
    );
    const environment = { DATABASE_URL: database.url };
    const address = await start(['--port', '0', '--insecure'], environment).ready();
    const { port } = new URL(address.replace('esdb', 'http'));
    const more = start(['--insecure', '--port', port, '--data', join(folder, 'more')]);
    await expect(more.ready()).rejects.toThrow(
      `Port ${port} of 127.0.0.1 cannot be listened on (EADDRINUSE): give --port another one, or 0 for a free one.`,
    );
    const away = ['--insecure', '--port', '0', '--node-ip', '203.0.113.7', '--data', join(folder, 'more')];
    await expect(start(away).ready()).rejects.toThrow(
      '203.0.113.7 is no address of this machine: give --node-ip another one, or 0.0.0.0 for all.',
    );
  });
});
