import type { Acl, Right } from '../log/acl.js';
import { parseAcl } from '../log/acl.js';
import { isMetastream, originalOf } from '../log/metadata.js';
import { isAdmin, type Caller } from './user.js';

/** What a request does to a stream; a tombstone is a delete. */
export type Action = 'read' | 'write' | 'delete';

/** The name under which the rights to read everything are kept. */
export const ALL = '$all';

/** The defaults of a node, as its stream `$settings` has them. */
export interface Settings {
  readonly userStreams: Acl | undefined;
  readonly systemStreams: Acl | undefined;
}

/** Reads what the last event of `$settings` says; what is malformed says nothing. */
export const parseSettings = (content: Readonly<Record<string, unknown>>): Settings => ({
  userStreams: parseAcl(content['$userStreamAcl']),
  systemStreams: parseAcl(content['$systemStreamAcl']),
});

/** The right that a request needs, and the stream of which it needs it. */
export interface Needed {
  readonly right: Right;
  readonly stream: string;
}

/**
 * What a request needs: to a metastream, the right to the metadata of its stream.
 * @returns undefined for what nobody may, admins neither: to write or delete `$all`, to delete a metastream
 */
export function neededFor(action: Action, stream: string): Needed | undefined {
  if ((stream === ALL || stream === '') && action !== 'read') return undefined;
  if (!isMetastream(stream)) return { right: action, stream: stream === '' ? ALL : stream };
  if (action === 'delete') return undefined;
  return { right: action === 'read' ? 'metaRead' : 'metaWrite', stream: originalOf(stream) };
}

const isSystemStream = (stream: string): boolean => stream.startsWith('$');

/**
 * Whether somebody has a right: by the stream's own `$acl`, for what that leaves out by `$settings`, and without
 * either everybody who is known for ordinary streams, admins for those whose name begins with `$`.
 */
export function hasRight(
  caller: Caller,
  { right, stream }: Needed,
  acl: Acl | undefined,
  settings: Settings | undefined,
): boolean {
  if (caller === undefined) return false;
  if (isAdmin(caller)) return true;
  const system = isSystemStream(stream);
  const defaults = system ? settings?.systemStreams : settings?.userStreams;
  const roles = acl?.[right] ?? defaults?.[right] ?? [system ? '$admins' : '$all'];
  return roles.some((role) => role === '$all' || role === caller.name || caller.groups.includes(role));
}
