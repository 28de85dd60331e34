import { generateKeyPairSync } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dataLayout } from './data-folder.js';
import { randomSecret } from './ids.js';

/** An Ed25519 key as a JSON Web Key (RFC 8037): `d` is the private half, `x` the public one. */
export interface SigningKey {
  kty: 'OKP';
  crv: 'Ed25519';
  alg: 'EdDSA';
  kid: string;
  x: string;
  d: string;
}

/**
 * The key that signs development tokens: the one in the data folder, made at first start. Only its owner
 * can read the file. Two processes that ask at once get the same key.
 * @param folder the data folder
 */
export async function signingKey(folder: string): Promise<SigningKey> {
  const { signingKey: file } = dataLayout(folder);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return JSON.parse(known) as SigningKey;
  const draft = `${file}.${randomSecret()}`;
  await mkdir(folder, { recursive: true });
  await writeFile(draft, JSON.stringify(newKey()), { mode: 0o600 });
  await link(draft, file).catch(() => undefined);
  await rm(draft);
  return JSON.parse(await readFile(file, 'utf8')) as SigningKey;
}

/** The public half, with which a token is verified. */
export const publicHalf = ({ kty, crv, alg, kid, x }: SigningKey): Omit<SigningKey, 'd'> => ({
  kty,
  crv,
  alg,
  kid,
  x,
});

function newKey(): SigningKey {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', kid: randomSecret().slice(0, 8), x, d };
}
