/** Somebody whom the node knows. */
export interface User {
  readonly name: string;
  readonly groups: readonly string[];
}

/** Who makes a request; undefined if nobody says so. */
export type Caller = User | undefined;

/** Everybody, when the node is insecure: nobody is asked who they are, and all is allowed. */
export const SYSTEM: User = { name: 'system', groups: ['$admins'] };

/** The users that a new secure node has, and the groups that decide what they may do. */
export const ADMIN = { name: 'admin', group: '$admins' } as const;
export const OPERATOR = { name: 'ops', group: '$ops' } as const;

const isIn = (user: User, { name, group }: { readonly name: string; readonly group: string }): boolean =>
  user.name === name || user.groups.includes(group);

/** Whether the caller may do everything: no `$acl` shuts an admin out. */
export const isAdmin = (caller: Caller): boolean => caller !== undefined && isIn(caller, ADMIN);

/** Whether the caller may look after the node: make groups, restart what it runs. */
export const isOperator = (caller: Caller): boolean =>
  caller !== undefined && (isIn(caller, ADMIN) || isIn(caller, OPERATOR));
