import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import postgres from 'postgres';
import { canRun, installedBinaries, runnableBinaries } from './binaries.js';
import { startEmbeddedPostgres } from './index.js';
import { startServer } from './server.js';

async function ask<T>(url: string, question: string): Promise<T[]> {
  const sql = postgres(url, { max: 1 });
  try {
    return [...(await sql.unsafe(question))] as T[];
  } finally {
    await sql.end();
  }
}

describe('the embedded PostgreSQL', () => {
  let folder: string;
  beforeEach(async () => {
    // mkdtemp makes the folder with mode 700: under root this is the root home that others cannot enter.
    folder = await mkdtemp(join(tmpdir(), 'gpsoc-postgres-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('starts on an empty folder, asks for its password, and finds everything at a second start', async () => {
    const dataFolder = join(folder, 'deep', 'postgres');
    const first = await startEmbeddedPostgres({ dataFolder });
    await ask(first.url, 'create table kept as select 42 as answer');
    expect(
      await ask(
        first.url,
        "select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync",
      ),
    ).toEqual([{ encoding: 'UTF8', fsync: 'on' }]);
    const withoutPassword = new URL(first.url);
    withoutPassword.password = 'wrong';
    await expect(ask(withoutPassword.href, 'select 1')).rejects.toThrow('password authentication failed');
    expect((await stat(join(dataFolder, 'password'))).mode & 0o777).toBe(0o600);
    await first.stop();

    const second = await startEmbeddedPostgres({ dataFolder });
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('refuses a folder whose server belongs to a living product, and lets that one be', async () => {
    const dataFolder = join(folder, 'postgres');
    const living = await startEmbeddedPostgres({ dataFolder });
    await expect(startEmbeddedPostgres({ dataFolder })).rejects.toThrow(
      `The data folder ${dataFolder} is in use by process ${process.pid}`,
    );
    expect(await ask(living.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await living.stop();
  });

  it('stops and takes over a server whose parent is gone, with all that was committed', async () => {
    const dataFolder = join(folder, 'postgres');
    const orphan = await startEmbeddedPostgres({ dataFolder });
    await ask(orphan.url, 'create table kept as select 42 as answer');
    await writeFile(join(dataFolder, 'owner.pid'), String(await numberOfTheDead()));

    const heir = await startEmbeddedPostgres({ dataFolder });
    await orphan.gone;
    expect(await ask(heir.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await heir.stop();
  });

  it('finds what was committed after kill -9, even if the number now is a stranger’s', async () => {
    const dataFolder = join(folder, 'postgres');
    const killed = await startEmbeddedPostgres({ dataFolder });
    await ask(killed.url, 'create table kept as select 42 as answer');
    process.kill(killed.pid, 'SIGKILL');
    await killed.gone;
    const pidFile = join(dataFolder, 'cluster', 'postmaster.pid');
    const lines = (await readFile(pidFile, 'utf8')).split('\n');
    await writeFile(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'));

    const next = await startEmbeddedPostgres({ dataFolder });
    expect(await ask(next.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await next.stop();
  });

  it('finds what was committed after kill -9, even if nobody collects the dead server and some of its processes live', async () => {
    const dataFolder = join(folder, 'postgres');
    const cluster = join(dataFolder, 'cluster');
    const killed = await startEmbeddedPostgres({ dataFolder });
    await ask(killed.url, 'create table kept as select 42 as answer');
    const [part] = await childrenOf(killed.pid);
    process.kill(part!, 'SIGSTOP');
    process.kill(killed.pid, 'SIGKILL');
    await killed.gone;
    const uncollected = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [dead] = (await once(uncollected.stdout, 'data')) as [Buffer];
    const pidFile = join(cluster, 'postmaster.pid');
    const lines = (await readFile(pidFile, 'utf8')).split('\n');
    await writeFile(pidFile, [dead.toString().trim(), ...lines.slice(1)].join('\n'));

    const next = await startEmbeddedPostgres({ dataFolder });
    expect(await ask(next.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await next.stop();
    uncollected.kill();
  });

  it('says that the server did not start, however soon it ends', async () => {
    const cluster = join(folder, 'cluster');
    await mkdir(cluster);
    expect(await startServer(folder, folder, 1)).toEqual({
      kind: 'failed',
      log: expect.stringContaining('ENOENT') as string,
    });
  });

  it('makes its files anew where making them was interrupted', async () => {
    const dataFolder = join(folder, 'postgres');
    await mkdir(join(dataFolder, 'cluster.unfinished', 'base'), { recursive: true });
    const server = await startEmbeddedPostgres({ dataFolder });
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('says in one sentence that its programs do not run, as where npm ran no install script', async () => {
    const program = join('native', 'bin', 'initdb');
    await cp(join(dirname(await installedBinaries()), program), join(folder, program));
    await expect(runnableBinaries(join(folder, 'native'), undefined)).rejects.toThrow(
      'run "npm rebuild --ignore-scripts=false"',
    );
  });

  it('says in one sentence that a port is taken or a cluster is not its own', async () => {
    const dataFolder = join(folder, 'postgres');
    const first = await startEmbeddedPostgres({ dataFolder });
    const port = Number(new URL(first.url).port);
    await expect(startEmbeddedPostgres({ dataFolder: join(folder, 'other'), port })).rejects.toThrow(
      `Port ${port} is in use`,
    );
    await first.stop();
    await writeFile(join(dataFolder, 'cluster', 'PG_VERSION'), '17\n');
    await expect(startEmbeddedPostgres({ dataFolder })).rejects.toThrow('is not a PostgreSQL 18 cluster');
  });
});

const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

asRoot('the embedded PostgreSQL started by root', () => {
  let closed: string;
  let open: string;
  beforeEach(async () => {
    closed = await mkdtemp(join(tmpdir(), 'gpsoc-closed-'));
    open = await mkdtemp(join(tmpdir(), 'gpsoc-open-'));
    await chmod(open, 0o755);
  });
  afterEach(() => Promise.all([closed, open].map((folder) => rm(folder, { recursive: true, force: true }))));

  it('runs as a user of its own on files that no other user can read', async () => {
    const server = await startEmbeddedPostgres({ dataFolder: join(closed, 'postgres') });
    const { uid, mode } = await stat(join(closed, 'postgres', 'cluster'));
    expect({ uid, mode: mode & 0o777 }).toEqual({ uid: 60_943, mode: 0o700 });
    const status = await readFile(`/proc/${server.pid}/status`, 'utf8');
    expect(status).toMatch(/^Uid:\t60943\t60943\t60943\t60943$/m);
    expect(status).toMatch(/^Groups:\s*$/m);
    await server.stop();
  });

  it('leaves a cluster to the ordinary user who made it', async () => {
    const dataFolder = join(closed, 'postgres');
    await (await startEmbeddedPostgres({ dataFolder })).stop();
    execFileSync('chown', ['-R', '65534:65534', join(dataFolder, 'cluster')]);
    const server = await startEmbeddedPostgres({ dataFolder });
    expect(await readFile(`/proc/${server.pid}/status`, 'utf8')).toMatch(/^Uid:\t65534\t/m);
    await server.stop();
  });

  it('keeps a copy of programs that others cannot reach, made once, whatever the umask', async () => {
    const native = join(closed, 'native');
    await cp(dirname(await installedBinaries()), closed, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'go=', native]);
    const account = { uid: 60_943, gid: 60_943 };
    expect(canRun(native, account)).toBe(false);
    const before = process.umask(0o077);
    const copy = await runnableBinaries(native, account, join(open, 'made')).finally(() =>
      process.umask(before),
    );
    expect(copy.startsWith(join(open, 'made'))).toBe(true);
    const { ino } = await stat(join(copy, 'bin', 'postgres'));
    expect(await runnableBinaries(native, account, join(open, 'made'))).toBe(copy);
    expect((await stat(join(copy, 'bin', 'postgres'))).ino).toBe(ino);
  });

  it('says in one sentence what to set where no folder can be reached', async () => {
    const native = join(closed, 'native');
    await mkdir(join(native, 'bin'), { recursive: true });
    await writeFile(join(native, 'bin', 'initdb'), '#!/bin/sh\n', { mode: 0o755 });
    await writeFile(join(closed, 'package.json'), '{"version":"18.0.0"}');
    await expect(
      runnableBinaries(native, { uid: 60_943, gid: 60_943 }, join(closed, 'made')),
    ).rejects.toThrow('set DATABASE_URL to a PostgreSQL of your own');
  });
});

/** The numbers of the processes that a process started. */
async function childrenOf(pid: number): Promise<number[]> {
  const numbers = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return numbers.trim().split(' ').map(Number);
}

/** The number of a process that has ended and been collected. */
async function numberOfTheDead(): Promise<number> {
  const brief = spawn('true');
  await once(brief, 'exit');
  return brief.pid!;
}
