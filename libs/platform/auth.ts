import { errors, importJWK, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { publicHalf, type SigningKey } from './signing-key.js';

/** What tokens of the register say of who made them and whom they are for. */
const NAME = 'gpsoc-change-register';
const TYPE = 'at+jwt';
const MOST_REMEMBERED = 1000;

/** The roles that a token can carry; the importer's (PM) is none of them (R16). */
const TOKEN_ROLES = ['PR', 'PCT', 'SUP', 'NAT', 'AUD'] as const;

/** Somebody whom the record can name: whole characters without controls, and not space alone. */
const person = z
  .string()
  .max(200)
  .regex(/^(?=.*\S)[^\p{Cc}\p{Cs}]+$/u);

const claims = z.object({
  sub: person,
  name: person,
  role: z.enum(TOKEN_ROLES),
  org: z.string().regex(/^[A-Za-z0-9]{1,20}$/),
  exp: z.number(),
});

/** Who holds a token: the person, the role and the organisation. */
export type TokenHolder = Omit<z.infer<typeof claims>, 'exp'>;

/** What a token came to: its holder, or why it is not accepted. */
export type Verified =
  | { readonly kind: 'holder'; readonly holder: TokenHolder }
  | { readonly kind: 'refused'; readonly code: 'TOKEN_INVALID' | 'TOKEN_EXPIRED' };

/** Tells whether a token is one of ours, by the real clock (R17). */
export type VerifyToken = (token: string) => Promise<Verified>;

/**
 * Makes a token for a person.
 * @param key the signing key
 * @param lifetimeSeconds for how long it is good, by the real clock (R17); negative makes one past its time
 */
export async function issueToken(
  key: SigningKey,
  { sub, name, role, org }: TokenHolder,
  lifetimeSeconds: number,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ name, role, org })
    .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, kid: key.kid })
    .setSubject(sub)
    .setIssuer(NAME)
    .setAudience(NAME)
    .setIssuedAt(now)
    .setExpirationTime(now + lifetimeSeconds)
    .sign(await importJWK(key, 'EdDSA'));
}

/**
 * Verifies tokens of this key: signature, algorithm, type, issuer, audience, expiry and claims. A token that was
 * accepted is remembered, letter for letter, until it expires; of more than a thousand the oldest is forgotten.
 */
export async function tokenVerifier(key: SigningKey): Promise<VerifyToken> {
  const publicKey = await importJWK(publicHalf(key), 'EdDSA');
  const accepted = new Map<string, { holder: TokenHolder; expiresAt: number }>();
  return async (token) => {
    const known = accepted.get(token);
    if (known && known.expiresAt > Date.now()) return { kind: 'holder', holder: known.holder };
    accepted.delete(token);
    const verified = await verify(publicKey, token);
    if (verified.kind === 'refused') return verified;
    if (accepted.size >= MOST_REMEMBERED) accepted.delete(accepted.keys().next().value ?? '');
    accepted.set(token, verified);
    return verified;
  };
}

type PublicKey = Awaited<ReturnType<typeof importJWK>>;

async function verify(publicKey: PublicKey, token: string): Promise<Verified & { expiresAt: number }> {
  const refused = (code: 'TOKEN_INVALID' | 'TOKEN_EXPIRED') =>
    ({ kind: 'refused', code, expiresAt: 0 }) as const;
  try {
    const { payload } = await jwtVerify(token, publicKey, {
      algorithms: ['EdDSA'],
      issuer: NAME,
      audience: NAME,
      typ: TYPE,
      requiredClaims: ['sub', 'exp'],
    });
    const checked = claims.safeParse(payload);
    if (!checked.success) return refused('TOKEN_INVALID');
    const { exp, ...holder } = checked.data;
    return { kind: 'holder', holder, expiresAt: exp * 1000 };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return refused('TOKEN_EXPIRED');
    if (error instanceof errors.JOSEError) return refused('TOKEN_INVALID');
    throw error;
  }
}
