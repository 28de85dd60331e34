import { ANY } from '../log/decide.js';
import { dataOf, revisionOf, streamOf, type Proposed } from '../log/entry.js';
import { firstVisible, metastreamOf } from '../log/metadata.js';
import { originalOf, type Message } from './message.js';
import type { Parts } from './parts.js';
import { parsePosition, revisionText, type Position } from './position.js';

/** PostgreSQL does not answer, or the node is stopping. */
export class StoreUnavailable extends Error {}

const NOTHING = Buffer.alloc(0);

/**
 * Appends an event of the server's own to a stream; one that cannot take it, since it was tombstoned, is left alone.
 * @throws StoreUnavailable
 */
export async function appendOwn(
  { writer, newId }: Pick<Parts, 'writer' | 'newId'>,
  stream: string,
  event: Omit<Proposed, 'id' | 'metadata'> & { readonly metadata?: Buffer },
): Promise<void> {
  const events = [{ metadata: NOTHING, ...event, id: newId() }];
  const outcome = await writer.submit({ kind: 'append', stream, expected: ANY, events });
  if (outcome.kind === 'unavailable') throw new StoreUnavailable();
}

/** Deletes a stream, softly, if it is there. @throws StoreUnavailable */
export async function deleteOwn({ writer }: Pick<Parts, 'writer'>, stream: string): Promise<void> {
  const outcome = await writer.submit({ kind: 'delete', stream, expected: ANY, events: [] });
  if (outcome.kind === 'unavailable') throw new StoreUnavailable();
}

/** The data of a stream's last event, if it can be read. Rejects if PostgreSQL does not answer. */
export async function lastData(
  { reader }: Pick<Parts, 'reader'>,
  stream: string,
): Promise<string | undefined> {
  const state = await reader.state(stream);
  if (state.tombstoned || state.softDeleted || state.last < 0) return undefined;
  for await (const [entry] of reader.backwards(state, state.last, 1)) {
    return entry === undefined ? undefined : dataOf(entry).toString('utf8');
  }
  return undefined;
}

/** Where a group's last checkpoint is. Rejects if PostgreSQL does not answer. */
export async function readCheckpoint(parts: Parts, stream: string): Promise<Position | undefined> {
  const data = await lastData(parts, stream);
  if (data === undefined) return undefined;
  const position = parsePosition(data.replaceAll('"', ''));
  return position === 'end' || Number.isNaN(position) ? undefined : position;
}

/** @param position in the protocol's words @throws StoreUnavailable */
export const writeCheckpoint = (parts: Parts, stream: string, position: string): Promise<void> =>
  appendOwn(parts, stream, {
    type: 'SubscriptionCheckpoint',
    json: true,
    data: Buffer.from(JSON.stringify(position)),
  });

/** Parks a message: a link to its event, with the reason. @throws StoreUnavailable */
export function park(parts: Parts, stream: string, message: Message, reason: string): Promise<void> {
  const { event } = message.resolved;
  const original = originalOf(message.resolved);
  const link =
    event === undefined ? dataOf(original) : `${revisionText(revisionOf(event))}@${streamOf(event)}`;
  const revision = revisionOf(original);
  const metadata = {
    added: parts.timeStamp().replace('Z', '+00:00'),
    reason,
    ...(revision === 0 ? {} : { subscriptionEventNumber: revision }),
  };
  return appendOwn(parts, stream, {
    type: '$>',
    json: false,
    data: Buffer.from(link),
    metadata: Buffer.from(JSON.stringify(metadata)),
  });
}

const ADMINS_ALONE = { $r: '$admins', $w: '$admins', $d: '$admins', $mr: '$admins', $mw: '$admins' };

/** Hides the parked events before a revision. @throws StoreUnavailable */
export const truncateParked = (parts: Parts, stream: string, before: Position): Promise<void> =>
  appendOwn(parts, metastreamOf(stream), {
    type: '$metadata',
    json: true,
    data: Buffer.from(JSON.stringify({ $tb: before, $acl: ADMINS_ALONE })),
  });

/** The revisions of the parked events: the first and the one after the last. Rejects if PostgreSQL does not answer. */
export async function parkedRange(
  { reader }: Parts,
  stream: string,
): Promise<{ first: number; end: number }> {
  const { last, metadata, tombstoned, softDeleted } = await reader.state(stream);
  if (tombstoned || softDeleted) return { first: 0, end: 0 };
  return { first: Math.min(firstVisible(metadata, last), last + 1), end: last + 1 };
}
