import streams from '@eventstore/db-client/generated/streams_pb.js';
import { ensureAllowed, type Access } from '../access/access.js';
import type { Caller } from '../access/user.js';
import type { Writer } from '../log/writer.js';
import { bytesField, numberField } from '../wire.js';
import { unary } from './unary.js';
import { expectedRevision, streamName } from './requests.js';
import { CallFailed, HANDLER_THREW, notSet, NOT_AVAILABLE, streamDeleted, wrongVersion } from './status.js';
import type { Method } from './call.js';

type Options =
  InstanceType<typeof streams.DeleteReq.Options> | InstanceType<typeof streams.TombstoneReq.Options>;

/** Soft delete: the stream's events are hidden, and it can be written again. */
export const deleteStream = (writer: Writer, access: Access): Method =>
  unary((bytes, caller) =>
    remove(writer, access, caller, 'delete', streams.DeleteReq.deserializeBinary(bytes).getOptions()),
  );

/** Tombstone: the stream's name can never be used again. */
export const tombstoneStream = (writer: Writer, access: Access): Method =>
  unary((bytes, caller) =>
    remove(writer, access, caller, 'tombstone', streams.TombstoneReq.deserializeBinary(bytes).getOptions()),
  );

async function remove(
  writer: Writer,
  access: Access,
  caller: Caller,
  kind: 'delete' | 'tombstone',
  options: Options | undefined,
): Promise<Buffer> {
  if (options === undefined) throw new CallFailed(HANDLER_THREW);
  const stream = streamName(options.getStreamIdentifier());
  const expected = expectedRevision(options, options.hasRevision() ? options.getRevision() : undefined);
  if (expected === undefined) {
    const request = kind === 'delete' ? 'DeleteReq' : 'TombstoneReq';
    throw notSet(`Streams.${request}+Types+Options+ExpectedStreamRevisionOneofCase`);
  }
  await ensureAllowed(access, caller, 'delete', stream);
  const outcome = await writer.submit({ kind, stream, expected, events: [] });
  if (outcome.kind === 'unavailable') throw new CallFailed(NOT_AVAILABLE);
  if (outcome.kind === 'deleted') throw new CallFailed(streamDeleted(stream));
  if (outcome.kind === 'conflict') throw new CallFailed(wrongVersion(stream, expected, outcome.current));
  const position = outcome.position ?? 0;
  return bytesField(1, numberField(1, position), numberField(2, position));
}
