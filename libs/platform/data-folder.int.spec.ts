import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataLayout, takeDataFolder } from './data-folder.js';
import { announce, findRunning, withdraw } from './running-product.js';
import { publicHalf, signingKey } from './signing-key.js';

describe('the data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gpsoc-data-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made, given a version, and taken again after it was given up', async () => {
    const data = join(folder, 'new', 'var');
    await (
      await takeDataFolder(data, 'real')
    )();
    expect(await readFile(dataLayout(data).version, 'utf8')).toBe('1\n');
    await (
      await takeDataFolder(data, 'real')
    )();
  });

  it('is refused while a living process holds it', async () => {
    const release = await takeDataFolder(folder, 'real');
    await expect(takeDataFolder(folder, 'real')).rejects.toThrow(
      `The data folder ${folder} is in use by the product that runs as process ${process.pid}`,
    );
    await release();
  });

  it('goes to one of many that ask at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => takeDataFolder(folder, 'real')));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it.each([
    ['a process that has gone', '4194304 1'],
    ['a process whose number is a stranger’s now', '1 0'],
    ['nobody, in a file cut short', ''],
  ])('is taken over from %s', async (_, holder) => {
    await writeFile(dataLayout(folder).lock, holder);
    await (
      await takeDataFolder(folder, 'real')
    )();
  });

  it('is refused if it is of another version or holds files of others', async () => {
    await writeFile(join(folder, 'letter.txt'), 'mine');
    await expect(takeDataFolder(folder, 'real')).rejects.toThrow(
      'holds files that are not ours (letter.txt)',
    );
    await rm(join(folder, 'letter.txt'));
    await writeFile(dataLayout(folder).version, '99\n');
    await expect(takeDataFolder(folder, 'real')).rejects.toThrow(
      'is of version 99 and this product reads version 1',
    );
  });

  it('is refused in one sentence where it cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(takeDataFolder(join(folder, 'file', 'var'), 'real')).rejects.toThrow(
      'cannot be written (ENOTDIR',
    );
  });

  it('R17: one of the scripted clock is refused to the product, and a real one to the scripted clock', async () => {
    const [scripted, real] = [join(folder, 'scripted'), join(folder, 'real')];
    await (
      await takeDataFolder(scripted, 'scripted')
    )();
    await (
      await takeDataFolder(real, 'real')
    )();
    await expect(takeDataFolder(scripted, 'real')).rejects.toThrow('was made by the demo');
    await expect(takeDataFolder(real, 'scripted')).rejects.toThrow('the scripted clock is refused (R17)');
    await (
      await takeDataFolder(scripted, 'scripted')
    )();
  });

  it('keeps one signing key that only its owner can read, also if two ask for it first', async () => {
    const [one, other] = await Promise.all([signingKey(folder), signingKey(folder)]);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA' });
    expect(Object.keys(publicHalf(one))).not.toContain('d');
    expect((await stat(dataLayout(folder).signingKey)).mode & 0o777).toBe(0o600);
    await mkdir(dataLayout(folder).demo);
    await (
      await takeDataFolder(folder, 'real')
    )();
  });

  it('says where the product is that runs on it, until that one has gone', async () => {
    const product = {
      apiUrl: 'http://127.0.0.1:3000',
      databaseUrl: 'd',
      eventStoreUrl: 'e',
      streamPrefix: '',
    };
    expect(await findRunning(folder)).toBeUndefined();
    await announce(folder, { ...product, pid: process.pid });
    expect(await findRunning(folder)).toEqual({ ...product, pid: process.pid });
    await announce(folder, { ...product, pid: 4_194_304 });
    expect(await findRunning(folder)).toBeUndefined();
    await withdraw(folder);
    expect(await findRunning(folder)).toBeUndefined();
  });
});
