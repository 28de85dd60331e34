import { CannotStart } from '#platform/cannot-start.js';
import type { Accounts } from './accounts.js';
import { hashPassword } from './password.js';
import { ADMIN, OPERATOR } from './user.js';

/** Adds `admin` and `ops` with these passwords, each unless it is there. @throws CannotStart if it cannot */
export async function addFirstUsers(
  accounts: Accounts,
  passwords: { readonly adminPassword: string; readonly opsPassword: string },
): Promise<void> {
  const first = [
    { ...ADMIN, fullName: 'Event Store Administrator', password: passwords.adminPassword },
    { ...OPERATOR, fullName: 'Event Store Operations', password: passwords.opsPassword },
  ];
  const add = async ({ name, group, fullName, password }: (typeof first)[number]): Promise<void> => {
    if ((await accounts.find(name)) !== undefined) return;
    const hashed = await hashPassword(password);
    const made = await accounts.create({
      loginName: name,
      fullName,
      ...hashed,
      disabled: false,
      groups: [group],
    });
    if (made !== 'done') throw new CannotStart(`The user ${name} could not be added: start the node again.`);
  };
  await Promise.all(first.map(add));
}
