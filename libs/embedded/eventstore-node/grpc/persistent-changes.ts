import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import type * as Persistent from '@eventstore/db-client/generated/persistent_pb.js';
import { ALL, SYSTEM_USER, type Definition } from '../persistent/definition.js';
import type { Change, PersistentSubscriptions } from '../persistent/subscriptions.js';
import type { Method } from './call.js';
import { filterFrom, revisionFrom, settingsFrom, startInAll, startInStream } from './persistent-settings.js';
import { groupExists, groupFailed, groupMissing, namedLikeAll } from './persistent-status.js';
import { streamName } from './requests.js';
import { CallFailed, HANDLER_THREW, notSet, NOT_AVAILABLE } from './status.js';
import { unary } from './unary.js';

const NOTHING = Buffer.alloc(0);

/** Makes a group on a stream or on `$all`. */
export const createGroup = (groups: PersistentSubscriptions): Method =>
  unary(async (bytes) => {
    const options = present(persistent.CreateReq.deserializeBinary(bytes).getOptions());
    const definition = definitionFrom(options);
    const change = await onStore(groups.create(definition, SYSTEM_USER));
    return answer(definition.stream, definition.group, change);
  });

/** Gives a group other settings; its filter stays. */
export const updateGroup = (groups: PersistentSubscriptions): Method =>
  unary(async (bytes) => {
    const options = present(persistent.UpdateReq.deserializeBinary(bytes).getOptions());
    const { stream, group, settings } = targetFrom(options, 'Update');
    return answer(stream, group, await onStore(groups.update(stream, group, settings, SYSTEM_USER)));
  });

/** Deletes a group with its checkpoint and what it parked. */
export const deleteGroup = (groups: PersistentSubscriptions): Method =>
  unary(async (bytes) => {
    const options = present(persistent.DeleteReq.deserializeBinary(bytes).getOptions());
    const stream = sourceFrom(options);
    if (stream === ALL && !options.hasAll()) throw namedLikeAll('Delete');
    const group = options.getGroupName();
    return answer(stream, group, await onStore(groups.remove(stream, group, SYSTEM_USER)));
  });

/** What must be there; the real server does not look, and trips. */
export function present<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new CallFailed(HANDLER_THREW);
  return part;
}

/** A request that names a stream or `$all`. */
interface Naming {
  hasAll(): boolean;
  hasStreamIdentifier(): boolean;
  getStreamIdentifier(): Parameters<typeof streamName>[0];
}

/** The stream that a request names, or `$all`; one that names neither is refused. */
export function sourceFrom(options: Naming): string {
  if (options.hasAll()) return ALL;
  if (!options.hasStreamIdentifier()) throw new CallFailed(HANDLER_THREW);
  return streamName(options.getStreamIdentifier());
}

/** Work on the store; what is no refusal comes from PostgreSQL. */
export const onStore = <Result>(work: Promise<Result>): Promise<Result> =>
  work.catch((error: unknown) => {
    throw error instanceof CallFailed ? error : new CallFailed(NOT_AVAILABLE);
  });

function answer(stream: string, group: string, change: Change): Buffer {
  if (change.kind === 'done') return NOTHING;
  if (change.kind === 'exists') throw groupExists(stream, group);
  if (change.kind === 'missing') throw groupMissing(stream, group);
  throw groupFailed(stream, group, change.reason);
}

function definitionFrom(options: Persistent.CreateReq.Options): Definition {
  const filter = options.getAll()?.getFilter();
  const target = targetFrom(options, 'Create');
  return filter === undefined ? target : { ...target, filter: filterFrom(filter) };
}

type Options = Persistent.CreateReq.Options | Persistent.UpdateReq.Options;

/** Requests of older clients name the stream and the revision elsewhere. */
function targetFrom(options: Options, request: 'Create' | 'Update'): Definition {
  const requested = present(options.getSettings());
  const group = options.getGroupName();
  const all = options.getAll();
  if (all !== undefined)
    return { stream: ALL, group, settings: settingsFrom(requested, allStart(all, request)) };
  const inStream = options.getStream();
  const stream = streamName((inStream ?? options).getStreamIdentifier());
  const start =
    inStream === undefined ? revisionFrom(requested.getRevision()) : startInStream(inStream, `${request}Req`);
  if (stream === ALL) throw namedLikeAll(request);
  return { stream, group, settings: settingsFrom(requested, start) };
}

function allStart(options: Parameters<typeof startInAll>[0], request: 'Create' | 'Update'): string {
  const start = startInAll(options);
  if (start !== undefined) return start;
  if (request === 'Update') throw new CallFailed(HANDLER_THREW);
  throw notSet('PersistentSubscriptions.CreateReq+Types+AllOptions+AllOptionOneofCase');
}
