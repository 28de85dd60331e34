import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { eventRegistry } from '#contracts/registry.js';
import { openStore } from '#event-store/index.js';
import { dataLayout } from '#platform/data-folder.js';
import { findRunning } from '#platform/running-product.js';
import { startProduct } from '../product.js';
import { gpsoc } from './gpsoc.js';

const MEMBERSHIP = '"A00001","5ZZ","W","20010401","","0"\n';
const PRACTICE =
  '"A00001","FICTIONAL SURGERY","Y54","Q72","","","","","","","19740401","","A","B","","","","","","","","0","","","","4",""\n';

describe('gpsoc finds the register of its data folder', () => {
  let folder: string;
  let files: string;
  const run = (...words: readonly string[]) => gpsoc(words, { DATA_DIR: folder });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gpsoc-engine-'));
    files = await mkdtemp(join(tmpdir(), 'gpsoc-files-'));
    await writeFile(join(files, 'practices.csv'), PRACTICE);
    await writeFile(join(files, 'memberships.csv'), MEMBERSHIP);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await rm(files, { recursive: true, force: true });
  });

  it('no product runs: it starts the engine for as long as it needs it, stops it again, and finds its own work next time', async () => {
    const first = await run('import', 'ods-practices', join(files, 'practices.csv'));
    expect(first).toMatchObject({ code: 0, complained: '' });
    expect(first.said).toContain('1 kept (1 added 1 events, 0 on record already)');
    await expect(readFile(join(dataLayout(folder).postgres, 'cluster', 'postmaster.pid'))).rejects.toThrow(
      'ENOENT',
    );
    const again = await run('import', 'ods-practices', join(files, 'practices.csv'));
    expect(again.said).toContain('1 kept (0 added 0 events, 1 on record already)');
  }, 120_000);

  it('a product runs: it writes to that one, which answers with it, by a token that gpsoc made', async () => {
    const product = await startProduct(folder);
    try {
      const { code, said } = await run('import', 'ods-memberships', join(files, 'memberships.csv'));
      expect({ code, said }).toMatchObject({
        code: 0,
        said: expect.stringContaining('1 added 1 events') as string,
      });
      const store = openStore({ connectionString: product.eventStoreUrl, registry: eventRegistry });
      const head = await store.headPosition();
      await store.close();
      const token = await run('token', '--role', 'AUD', '--org', 'AUDIT', '--name', 'Q Audit');
      const answer = await fetch(`${product.apiUrl}/api/v1/practices`, {
        headers: {
          authorization: `Bearer ${token.said.trim()}`,
          'register-read-after': head.toString(),
          prefer: 'wait=30',
        },
      });
      expect(await answer.json()).toMatchObject({
        practices: [{ ods: 'A00001', name: 'FICTIONAL SURGERY', commissioner: '5ZZ' }],
      });
    } finally {
      await product.end('SIGINT');
    }
    expect(await findRunning(folder)).toBeUndefined();
  }, 120_000);

  it('O6: asked to stop in the middle, it stops the engine too, and the next run goes on from there', async () => {
    const lines = Array.from({ length: 300 }, (_, n) =>
      PRACTICE.replace('A00001', `B${String(n).padStart(5, '0')}`),
    );
    await writeFile(join(files, 'many.csv'), lines.join(''));
    const cluster = join(dataLayout(folder).postgres, 'cluster');
    const words = ['import', 'ods-practices', join(files, 'many.csv')];
    const stopped = await gpsoc(words, { DATA_DIR: folder }, async (pid) => {
      while (!(await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).includes('ready'))
        await setTimeout(20);
      process.kill(pid, 'SIGINT');
    });
    expect(stopped).toMatchObject({
      code: 1,
      said: '',
      complained: expect.stringMatching(
        /^Stopped after \d+ of 300 rows: the next run goes on from there\.\n$/,
      ) as string,
    });
    await expect(readFile(join(cluster, 'postmaster.pid'))).rejects.toThrow('ENOENT');
    await expect(readFile(dataLayout(folder).lock)).rejects.toThrow('ENOENT');
    expect((await run(...words)).said).toContain('300 rows: 300 kept');
  }, 120_000);

  it('says in one sentence that a role cannot be given, and that an option is missing', async () => {
    expect(await run('token', '--role', 'PM', '--org', 'X', '--name', 'Q')).toEqual({
      code: 1,
      said: '',
      complained: 'PM is not a role that a token can carry: use one of PR, PCT, SUP, NAT, AUD.\n',
    });
    const { code, complained } = await run('token', '--role', 'AUD', '--org', 'AUDIT');
    expect(code).toBe(1);
    expect(complained).toBe("error: required option '--name <name>' not specified\n");
  });
});
