import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { issueToken } from '#platform/auth.js';
import { dataLayout } from '#platform/data-folder.js';
import { systemIds } from '#platform/ids.js';
import { findRunning } from '#platform/running-product.js';
import { signingKey } from '#platform/signing-key.js';
import { usePostgres } from '#testing/postgres.js';

/** `npm start` as compiled by `npm run build`, in a process group of its own as a terminal would start it. */
class Started {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  printed = '';
  complained = '';

  constructor(environment: Record<string, string>) {
    this.process = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/standalone/main.js'], {
      env: { ...process.env, DATABASE_URL: '', EVENTSTORE_URL: '', PORT: '0', ...environment },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = once(this.process, 'exit').then(([code]) => code as number | null);
    this.process.stdout!.on('data', (text: Buffer) => (this.printed += text.toString()));
    this.process.stderr!.on('data', (text: Buffer) => (this.complained += text.toString()));
  }

  /** Waits for the welcome, or throws what was printed instead. */
  async ready(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.process.stdout!.on('data', () => {
        if (this.printed.includes('Ctrl-C stops it')) resolve();
      });
      void this.ended.then((code) =>
        reject(new Error(`ended with ${code}: ${this.printed}${this.complained}`)),
      );
    });
    return this;
  }

  /** Sends a signal to the whole group, as a terminal does. */
  signalGroup(signal: NodeJS.Signals): void {
    process.kill(-this.process.pid!, signal);
  }
}

describe('npm start', () => {
  let folder: string;
  let started: Started[] = [];
  const start = (environment: Record<string, string> = {}) => {
    const next = new Started({ DATA_DIR: folder, ...environment });
    started.push(next);
    return next;
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gpsoc-start-'));
  });
  afterEach(async () => {
    for (const {
      process: { pid, exitCode, signalCode },
      ended,
    } of started) {
      if (exitCode === null && signalCode === null) process.kill(pid!, 'SIGINT');
      await ended;
    }
    started = [];
    await rm(folder, { recursive: true, force: true });
  });

  it('answers /readyz, says where things are, and stops cleanly however often it is asked', async () => {
    const product = await start().ready();
    const running = await findRunning(folder);
    expect(running?.pid).toBe(product.process.pid);
    expect((await fetch(`${running!.apiUrl}/readyz`)).status).toBe(200);
    expect(product.printed).toContain(`${running!.apiUrl}/docs`);
    expect(product.printed).toContain(folder);
    expect(product.printed).toContain(`DATA_DIR='${folder}' npx gpsoc token`);
    product.signalGroup('SIGINT');
    product.process.kill('SIGINT');
    expect(await product.ended).toBe(0);
    expect(product.complained).toBe('');
    expect(await findRunning(folder)).toBeUndefined();
  });

  it('stops without complaint when asked to before it is ready', async () => {
    const early = start();
    await until(() => exists(join(dataLayout(folder).postgres, 'cluster.unfinished')));
    early.signalGroup('SIGINT');
    expect(await early.ended).toBe(0);
    expect({ printed: early.printed, complained: early.complained }).toEqual({
      printed: 'Stopping …\n',
      complained: '',
    });
    expect(await exists(dataLayout(folder).lock)).toBe(false);
  });

  it('finds what it acknowledged after kill -9 of the whole group, of itself alone, and a clean stop', async () => {
    const key = systemIds.next();
    const first = await start().ready();
    const acknowledged = await establishCommissioner(folder, key);
    first.signalGroup('SIGKILL');
    await first.ended;
    const second = await start().ready();
    expect(await establishCommissioner(folder, key)).toEqual(acknowledged);
    second.process.kill('SIGKILL');
    await second.ended;
    const third = await start().ready();
    expect(await establishCommissioner(folder, key)).toEqual(acknowledged);
    third.signalGroup('SIGINT');
    expect(await third.ended).toBe(0);
    const fourth = await start().ready();
    expect(await establishCommissioner(folder, key)).toEqual(acknowledged);
    fourth.process.kill('SIGTERM');
    expect(await fourth.ended).toBe(0);
  }, 180_000);

  describe('on a PostgreSQL of DATABASE_URL', () => {
    const database = usePostgres();

    it('starts none of its own, starts again after kill -9, and refuses one that another event store writes to', async () => {
      const first = await start({ DATABASE_URL: database.url }).ready();
      expect((await findRunning(folder))?.databaseUrl).toBe(database.url);
      await expect(access(dataLayout(folder).postgres)).rejects.toThrow('ENOENT');
      first.process.kill('SIGKILL');
      await first.ended;
      const second = await start({ DATABASE_URL: database.url }).ready();
      const other = start({ DATABASE_URL: database.url, DATA_DIR: join(folder, 'other') });
      expect(await other.ended).toBe(1);
      expect(other.complained).toBe(
        'Another event store node is writing to this database: stop it, or give this one a database of its own.\n',
      );
      second.signalGroup('SIGINT');
      expect(await second.ended).toBe(0);
    });
  });

  it('ends with 1 and says so when a part of it ends by itself', async () => {
    const product = await start().ready();
    const pidFile = join(dataLayout(folder).postgres, 'cluster', 'postmaster.pid');
    process.kill(Number.parseInt(await readFile(pidFile, 'utf8')), 'SIGKILL');
    expect(await product.ended).toBe(1);
    expect(product.complained).toContain('PostgreSQL ended unexpectedly');
  });

  describe('gives one clear sentence and ends with 1', () => {
    const sentence = async (environment: Record<string, string> = {}) => {
      const refused = start(environment);
      expect(await refused.ended).toBe(1);
      expect(refused.complained.trim().split('\n')).toHaveLength(1);
      return refused.complained;
    };

    it('for a port in use', async () => {
      const occupier = createServer().listen(0, '127.0.0.1');
      await once(occupier, 'listening');
      const { port } = occupier.address() as AddressInfo;
      expect(await sentence({ PORT: String(port) })).toContain(
        `Port ${port} of 127.0.0.1 is in use: set PORT`,
      );
      occupier.close();
    });

    it('for a data folder of another version', async () => {
      await writeFile(dataLayout(folder).version, '99\n');
      expect(await sentence()).toContain('is of version 99 and this product reads version 1');
    });

    it('for a data folder that a living product uses', async () => {
      const living = await start().ready();
      expect(await sentence()).toContain(
        `is in use by the product that runs as process ${living.process.pid}`,
      );
    });

    it('R17: for a data folder that the demo made', async () => {
      await writeFile(dataLayout(folder).version, '1\n');
      await writeFile(dataLayout(folder).scripted, '');
      expect(await sentence()).toContain('was made by the demo');
    });

    it('for a configuration with several wrong values, naming each', async () => {
      const said = await sentence({ PORT: 'http', DATABASE_URL: 'mysql://db', LOG_LEVEL: 'loud' });
      expect(said).toMatch(/DATABASE_URL .*; PORT .*; LOG_LEVEL /);
    });

    it('for a PostgreSQL of DATABASE_URL that does not answer', async () => {
      expect(await sentence({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })).toMatch(
        /does not answer .*ECONNREFUSED.*: check DATABASE_URL/,
      );
    });
  });
});

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(20);
}

/** Sends a command with this key: what was recorded the first time is the answer each time (I16). */
async function establishCommissioner(folder: string, key: string): Promise<unknown> {
  const { apiUrl } = (await findRunning(folder))!;
  const holder = { sub: 'n-example', name: 'N Example', role: 'NAT', org: 'NHSCFH' } as const;
  const token = await issueToken(await signingKey(folder), holder, 600);
  const answer = await fetch(`${apiUrl}/api/v1/commissioners/5ZZ/establish-commissioner`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify({ effectiveDate: '2006-10-01', kind: 'PCT' }),
  });
  expect(answer.status).toBe(201);
  return answer.json();
}
