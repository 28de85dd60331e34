import { readFile, stat } from 'node:fs/promises';
import { CannotStart } from '#platform/cannot-start.js';

/** A user and group of the operating system, by number. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * The number of the user that PostgreSQL runs as when the product is started by root. It lies in a range
 * that no distribution hands out (60706 to 61183), so it needs no entry in any user list and shares
 * nothing with another service.
 */
const OWN: Account = { uid: 60_943, gid: 60_943 };

/** True if this process is root, whom PostgreSQL refuses to serve. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * The account that the server of this cluster must run as: undefined for "as we are".
 * Under root it is the owner of the cluster's folder, so that a cluster made by an ordinary user stays
 * that user's, or else the product's own.
 * @param cluster the cluster's folder; it need not exist yet
 */
export async function serverAccount(cluster: string): Promise<Account | undefined> {
  if (!isRoot()) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : OWN;
}

/**
 * The account that makes a new cluster under root: initdb, unlike the server, insists on a user with a
 * name, so it borrows `nobody` for the moment and the files then become the server's own.
 * @throws CannotStart if the machine knows no user but root
 */
export async function namedAccount(): Promise<Account> {
  const users = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
  const chosen = users.find(({ name }) => name === 'nobody') ?? users[0];
  if (chosen) return { uid: chosen.uid, gid: chosen.gid };
  throw new CannotStart(
    'PostgreSQL refuses to run as root and this machine has no other user: set DATABASE_URL to a PostgreSQL of your own.',
  );
}
