import { parseObject } from '../log/metadata.js';
import type { Reader } from '../log/reader.js';
import { ACCESS_DENIED, CallFailed, NOT_AVAILABLE } from '../grpc/status.js';
import type { Accounts } from './accounts.js';
import { basicCredentials } from './credentials.js';
import { createLatest } from './latest.js';
import { NO_PASSWORD, type PasswordCheck } from './password.js';
import { hasRight, neededFor, parseSettings, type Action, type Needed } from './rights.js';
import { isAdmin, SYSTEM, type Caller } from './user.js';

/** Who makes a request; or that nobody has the credentials, or that they cannot be read. */
export type Authenticated = Caller | 'wrong' | 'malformed';

/** Who asks, and what they may do to streams. Both reject with NOT_AVAILABLE if PostgreSQL does not answer. */
export interface Access {
  /** Tells who makes a request from its authorization header. Answers at once where nothing must be looked up. */
  authenticate(authorization: string | undefined): Authenticated | Promise<Authenticated>;
  /** Whether somebody may do this to a stream, `$all` included. Answers at once where nothing must be looked up. */
  may(caller: Caller, action: Action, stream: string): boolean | Promise<boolean>;
}

/** The access of an insecure node: credentials are not looked at, and all is allowed. */
export const OPEN: Access = { authenticate: () => SYSTEM, may: () => true };

const SETTINGS = '$settings';

/** The access of a secure node: users with passwords, `$acl`s and the defaults of `$settings`. */
export function createAccess(reader: Reader, accounts: Accounts, check: PasswordCheck): Access {
  const settings = createLatest(reader, 1, (entry) => parseSettings(parseObject(entry)));
  const lookUp = async (caller: Caller, needed: Needed): Promise<boolean> => {
    const { metadata } = await reader.state(needed.stream);
    return hasRight(caller, needed, metadata.acl, await settings(SETTINGS));
  };
  return {
    authenticate: async (authorization) => {
      const credentials = basicCredentials(authorization);
      if (credentials === undefined || credentials === 'malformed') return credentials;
      const found = await available(accounts.find(credentials.name));
      const matches = await check(credentials.password, found?.account ?? NO_PASSWORD);
      if (!matches || found === undefined || found.account.disabled) return 'wrong';
      return { name: found.account.loginName, groups: found.account.groups };
    },
    may: (caller, action, stream) => {
      const needed = neededFor(action, stream);
      if (needed === undefined || caller === undefined) return false;
      return isAdmin(caller) || available(lookUp(caller, needed));
    },
  };
}

/** What a look-up fails with is that PostgreSQL does not answer. */
const available = <Found>(lookUp: Promise<Found>): Promise<Found> =>
  lookUp.catch(() => {
    throw new CallFailed(NOT_AVAILABLE);
  });

/**
 * @returns what to wait for, if anything must be looked up
 * @throws CallFailed with ACCESS_DENIED if the caller may not do this to the stream
 */
export function ensureAllowed(
  access: Access,
  caller: Caller,
  action: Action,
  stream: string,
): Promise<void> | undefined {
  const ensure = (allowed: boolean): void => {
    if (!allowed) throw new CallFailed(ACCESS_DENIED);
  };
  const answer = access.may(caller, action, stream);
  if (answer instanceof Promise) return answer.then(ensure);
  ensure(answer);
  return undefined;
}
