import { z } from 'zod';
import { createdOf, dataOf, type Entry } from '../log/entry.js';

/** A user as the events of its stream have it, under the names that the real server uses. */
const ACCOUNT = z.object({
  loginName: z.string(),
  fullName: z.string(),
  salt: z.string(),
  hash: z.string(),
  disabled: z.boolean(),
  groups: z.array(z.string()),
});

export type Account = Readonly<z.infer<typeof ACCOUNT>>;

/** An account and when it was last changed, in milliseconds since 1970. */
export interface DatedAccount {
  readonly account: Account;
  readonly changed: number;
}

/** The stream that holds a user: `$UserCreated`, and `$UserUpdated` for each change, with all of the account. */
export const accountStream = (loginName: string): string => `$user-${loginName}`;

/** Reads an event of an account's stream; undefined if it does not hold an account. */
export function parseAccount(entry: Entry): DatedAccount | undefined {
  try {
    const account = ACCOUNT.parse(JSON.parse(dataOf(entry).toString('utf8')));
    return { account, changed: createdOf(entry) };
  } catch {
    return undefined;
  }
}
