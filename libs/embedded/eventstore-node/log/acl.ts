const KEYS = { $r: 'read', $w: 'write', $d: 'delete', $mr: 'metaRead', $mw: 'metaWrite' } as const;

/** What somebody may be allowed to do to a stream or to its metadata. */
export type Right = (typeof KEYS)[keyof typeof KEYS];

/** For each right the users and groups that have it; a right that is missing is left to the default. */
export type Acl = Readonly<Partial<Record<Right, readonly string[]>>>;

/**
 * Reads an `$acl`: each of `$r`, `$w`, `$d`, `$mr`, `$mw` one name or a list of names. One that is anything else says
 * nothing at all, as with the real server.
 */
export function parseAcl(value: unknown): Acl | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const content: Readonly<Record<string, unknown>> = { ...value };
  const acl: Partial<Record<Right, readonly string[]>> = {};
  for (const [key, right] of Object.entries(KEYS)) {
    if (!(key in content)) continue;
    const names = Array.isArray(content[key]) ? content[key] : [content[key]];
    if (!names.every((name) => typeof name === 'string')) return undefined;
    acl[right] = names;
  }
  return acl;
}
