import { createPrivateKey } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from '#testing/certificate.js';
import { readCertificate } from './certificate.js';

describe('the certificate of the event store', () => {
  const [own, other] = [selfSigned(), selfSigned('another')];
  let folder: string;
  const file = (name: string): string => join(folder, name);
  const read = (
    certFile: string,
    keyFile: string,
    more: { keyPassword?: string; trustedRoots?: string } = {},
  ) =>
    readCertificate({
      certFile: file(certFile),
      keyFile: file(keyFile),
      keyPassword: more.keyPassword,
      trustedRoots: more.trustedRoots && file(more.trustedRoots),
    });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'store-certificate-'));
    const encrypted = createPrivateKey(own.key).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'secret',
    });
    await writeFile(file('own.crt'), own.certificate);
    await writeFile(file('own.key'), own.key);
    await writeFile(file('encrypted.key'), encrypted);
    await writeFile(file('other.crt'), other.certificate);
    await writeFile(file('other.key'), other.key);
    await mkdir(file('roots'));
    await writeFile(file('roots/own.crt'), own.certificate);
    await writeFile(file('roots/other.crt'), other.certificate);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is read with its key, encrypted or not, and held against the trusted roots', async () => {
    expect(await read('own.crt', 'own.key')).toEqual({ cert: own.certificate, key: own.key });
    expect(await read('own.crt', 'encrypted.key', { keyPassword: 'secret' })).toMatchObject({
      passphrase: 'secret',
    });
    await read('own.crt', 'own.key', { trustedRoots: 'roots' });
    await read('own.crt', 'own.key', { trustedRoots: 'own.crt' });
  });

  it('is refused in a sentence that names the file', async () => {
    await expect(read('missing.crt', 'own.key')).rejects.toThrow(/missing\.crt cannot be read/);
    await expect(read('own.key', 'own.key')).rejects.toThrow(/own\.key holds no certificate/);
    await expect(read('own.crt', 'own.crt')).rejects.toThrow(/own\.crt holds no private key/);
    await expect(read('own.crt', 'encrypted.key')).rejects.toThrow(/encrypted\.key holds no private key/);
    await expect(read('own.crt', 'other.key')).rejects.toThrow(/other\.key is not that of the certificate/);
    await expect(read('own.crt', 'own.key', { trustedRoots: 'other.crt' })).rejects.toThrow(
      /own\.crt is not of an authority of .*other\.crt/,
    );
  });
});
