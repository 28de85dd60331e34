import { createHmac, randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { createBounded } from '../log/bounded.js';

/** A password as it is stored: `salt` is base64, `hash` is `scrypt:N:r:p:` and base64. */
export interface HashedPassword {
  readonly salt: string;
  readonly hash: string;
}

/**
 * What a password costs to check, as scrypt's author proposes for logins: some 0.05 s of one core and 16 MiB. It is
 * stored with each hash, so that another cost can be chosen for those to come.
 */
const COST = { N: 16_384, r: 8, p: 1 };
const HASH_BYTES = 32;
const SALT_BYTES = 16;

const derive = (password: string, salt: Buffer, { N = 0, r = 0, p = 0 }: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r };
    scrypt(password, salt, HASH_BYTES, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });

/** Hashes a password with a salt of its own. */
export async function hashPassword(password: string): Promise<HashedPassword> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COST);
  return {
    salt: salt.toString('base64'),
    hash: `scrypt:${COST.N}:${COST.r}:${COST.p}:${key.toString('base64')}`,
  };
}

async function matches(password: string, { salt, hash }: HashedPassword): Promise<boolean> {
  const [method, N, r, p, key = ''] = hash.split(':');
  const expected = Buffer.from(key, 'base64');
  if (method !== 'scrypt' || expected.length !== HASH_BYTES) return false;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), cost), expected);
}

/** Stored for nobody: no password matches it, and to find that out takes as long as for anybody. */
export const NO_PASSWORD: HashedPassword = {
  salt: '',
  hash: `scrypt:${COST.N}:${COST.r}:${COST.p}:${Buffer.alloc(HASH_BYTES).toString('base64')}`,
};

/** Tells whether a password is the stored one. */
export type PasswordCheck = (password: string, stored: HashedPassword) => Promise<boolean>;

const REMEMBERED = 1000;

/**
 * Checks passwords and remembers the last answers, so that a client that sends its password with each call pays for
 * one check. What is remembered is a digest with a key that only this process has.
 */
export function createPasswordCheck(): PasswordCheck {
  const processKey = randomBytes(32);
  const answers = createBounded<Promise<boolean>>(REMEMBERED);
  return (password, stored) => {
    const asked = `${stored.salt}\n${stored.hash}\n${password}`;
    const digest = createHmac('sha256', processKey).update(asked).digest('base64');
    const known = answers.get(digest);
    if (known !== undefined) return known;
    const answer = matches(password, stored).catch(() => false);
    answers.set(digest, answer);
    return answer;
  };
}
