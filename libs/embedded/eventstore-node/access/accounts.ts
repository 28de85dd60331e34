import { ANY } from '../log/decide.js';
import { dataOf, typeOf } from '../log/entry.js';
import { metastreamOf } from '../log/metadata.js';
import type { Reader } from '../log/reader.js';
import type { WriteRequest } from '../log/write-request.js';
import type { Writer } from '../log/writer.js';
import { accountStream, parseAccount, type Account, type DatedAccount } from './account.js';
import { createLatest } from './latest.js';

/** What became of a change. */
export type Change = 'done' | 'not found' | 'conflict' | 'denied' | 'unavailable';

/** The users of the node, kept in its own streams as the real server keeps them. */
export interface Accounts {
  /** Rejects if PostgreSQL does not answer, as `all` does. */
  find(loginName: string): Promise<DatedAccount | undefined>;
  /** All users in the order of their login names. */
  all(): Promise<DatedAccount[]>;
  /** Adds a user who is not there. */
  create(account: Account): Promise<Change>;
  /** Replaces an account by what `next` makes of it; 'denied' leaves it as it is. */
  change(loginName: string, next: (account: Account) => Promise<Account | 'denied'>): Promise<Change>;
  /** Removes a user; the name can be given again. */
  remove(loginName: string): Promise<Change>;
}

/** The stream of the login names of all users that there ever were. */
const USERS = '$users';
const USER_TYPE = '$User';
const KEPT = 1000;
const NOTHING = Buffer.alloc(0);

/** Everybody's own stream is for admins, whatever `$settings` says. */
const ADMINS_ONLY = { $r: '$admins', $w: '$admins', $d: '$admins', $mr: '$admins', $mw: '$admins' };

type NewEvent = readonly [type: string, data: string];
const accountEvent = (type: string, account: Account): NewEvent => [type, JSON.stringify(account)];

/** @param newId gives the 16 bytes of a new UUID */
export function createAccounts(reader: Reader, writer: Writer, newId: () => Buffer): Accounts {
  const latest = createLatest(reader, KEPT, parseAccount);
  const find = (loginName: string): Promise<DatedAccount | undefined> => latest(accountStream(loginName));

  const submit = async (request: WriteRequest): Promise<Change> => {
    const { kind } = await writer.submit(request);
    if (kind === 'written') return 'done';
    return kind === 'unavailable' ? 'unavailable' : 'conflict';
  };
  const append = (stream: string, expected: number, [type, data]: NewEvent): Promise<Change> => {
    const event = { id: newId(), type, json: type !== USER_TYPE, data: Buffer.from(data), metadata: NOTHING };
    return submit({ kind: 'append', stream, expected, events: [event] });
  };
  /** A stream's last revision, whether it can be read or not. */
  const lastOf = async (stream: string): Promise<number> => (await reader.state(stream)).last;

  return {
    find,
    all: async () => {
      const names = new Set<string>();
      for await (const page of reader.forwards(await reader.state(USERS), 0, Infinity))
        for (const entry of page) if (typeOf(entry) === USER_TYPE) names.add(dataOf(entry).toString('utf8'));
      const found = await Promise.all([...names].sort().map(find));
      return found.filter((account) => account !== undefined);
    },
    create: async (account) => {
      const stream = accountStream(account.loginName);
      if ((await find(account.loginName)) !== undefined) return 'conflict';
      const last = await lastOf(stream);
      // The events of a user of the same name who was removed stay hidden.
      const metadata = JSON.stringify({ ...(last < 0 ? {} : { $tb: last + 1 }), $acl: ADMINS_ONLY });
      return inTurn([
        () => append(metastreamOf(stream), ANY, ['$metadata', metadata]),
        () => append(USERS, ANY, [USER_TYPE, account.loginName]),
        () => append(stream, last, accountEvent('$UserCreated', account)),
      ]);
    },
    change: async (loginName, next) => {
      const stream = accountStream(loginName);
      const last = await lastOf(stream);
      const found = await find(loginName);
      if (found === undefined) return 'not found';
      const changed = await next(found.account);
      if (changed === 'denied') return 'denied';
      return append(stream, last, accountEvent('$UserUpdated', changed));
    },
    remove: async (loginName) => {
      const stream = accountStream(loginName);
      const last = await lastOf(stream);
      if ((await find(loginName)) === undefined) return 'not found';
      return submit({ kind: 'delete', stream, expected: last, events: [] });
    },
  };
}

/** One step after the other, until one is not done. */
async function inTurn(steps: readonly (() => Promise<Change>)[]): Promise<Change> {
  for (const step of steps) {
    const change = await step();
    if (change !== 'done') return change;
  }
  return 'done';
}
