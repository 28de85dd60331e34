/** A user name and a password, as a request carries them. */
export interface Credentials {
  readonly name: string;
  readonly password: string;
}

const BASIC = /^Basic +(.*)$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Reads the authorization header of a request (RFC 7617). The password may hold colons.
 * @returns undefined if it names nobody: there is none, it is of another scheme, or has no colon;
 *   'malformed' if what should be base64 is not
 */
export function basicCredentials(authorization: string | undefined): Credentials | undefined | 'malformed' {
  const encoded = BASIC.exec(authorization ?? '')?.[1]?.trim();
  if (encoded === undefined) return undefined;
  if (encoded === '' || !BASE64.test(encoded)) return 'malformed';
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { name: text.slice(0, colon), password: text.slice(colon + 1) };
}
