import { SignJWT, importJWK } from 'jose';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueToken, type TokenHolder, tokenVerifier, type VerifyToken } from './auth.js';
import { type SigningKey, signingKey } from './signing-key.js';

const holder: TokenHolder = { sub: 'a.reed', name: 'A Reed, practice manager', role: 'PR', org: 'A00001' };
const refused = (code: string) => ({ kind: 'refused', code, expiresAt: 0 });

describe('a bearer token', () => {
  const folders: string[] = [];
  let key: SigningKey;
  let verify: VerifyToken;

  const newKey = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gpsoc-auth-'));
    folders.push(folder);
    return signingKey(folder);
  };

  beforeAll(async () => {
    key = await newKey();
    verify = await tokenVerifier(key);
  });
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

  /** A token of our key that differs from a good one in one point. */
  const forged = async (change: (token: SignJWT) => SignJWT, claims: object = holder, header = {}) => {
    const token = new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...header })
      .setSubject('a.reed')
      .setIssuer('gpsoc-change-register')
      .setAudience('gpsoc-change-register')
      .setExpirationTime('5 minutes');
    return change(token).sign(await importJWK(key, 'EdDSA'));
  };

  it('names the person, the role and the organisation, the first time and again', async () => {
    const token = await issueToken(key, holder, 60);
    expect(await verify(token)).toMatchObject({ kind: 'holder', holder });
    expect(await verify(token)).toMatchObject({ kind: 'holder', holder });
  });

  it('R17: expires by the real clock', async () => {
    expect(await verify(await issueToken(key, holder, -1))).toEqual(refused('TOKEN_EXPIRED'));
  });

  it('is not accepted from another key', async () => {
    expect(await verify(await issueToken(await newKey(), holder, 60))).toEqual(refused('TOKEN_INVALID'));
  });

  it('is not accepted without a signature, cut short or as another text', async () => {
    const [header = '', payload = ''] = (await issueToken(key, holder, 60)).split('.');
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    for (const token of [`${none}.${payload}.`, `${header}.${payload}`, `${header}.${payload}.`, 'x', ''])
      expect(await verify(token)).toEqual(refused('TOKEN_INVALID'));
  });

  it('is not accepted for another audience, from another issuer, of another type or without an end', async () => {
    const tokens = [
      await forged((token) => token.setAudience('another-service')),
      await forged((token) => token.setIssuer('another-issuer')),
      await forged((token) => token, holder, { typ: 'JWT' }),
      await new SignJWT({ ...holder })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
        .setSubject('a.reed')
        .setIssuer('gpsoc-change-register')
        .setAudience('gpsoc-change-register')
        .sign(await importJWK(key, 'EdDSA')),
    ];
    for (const token of tokens) expect(await verify(token)).toEqual(refused('TOKEN_INVALID'));
  });

  it('R16: never carries the role PM, nor one that is unknown or missing', async () => {
    for (const role of ['PM', 'ADMIN', undefined])
      expect(await verify(await forged((token) => token, { ...holder, role }))).toEqual(
        refused('TOKEN_INVALID'),
      );
  });

  it('is not accepted where the record could not name its holder', async () => {
    for (const name of ['A\u0000Reed', 'A\nReed', 'A \ud800', '', ' \u00a0'])
      for (const claim of [{ name }, { sub: name }])
        expect(await verify(await issueToken(key, { ...holder, ...claim }, 60))).toEqual(
          refused('TOKEN_INVALID'),
        );
  });

  it('is remembered a thousand times at most, and a forgotten one is verified again', async () => {
    const first = await issueToken(key, holder, 60);
    for (let n = 0; n < 1001; n++) await verify(await issueToken(key, { ...holder, sub: `person ${n}` }, 60));
    expect(await verify(first)).toMatchObject({ kind: 'holder', holder });
  });
});
