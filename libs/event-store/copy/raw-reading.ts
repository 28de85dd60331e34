import { convertToCommandError, type EventStoreDBClient, type Position } from '@eventstore/db-client';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { RawClient } from './raw-client.js';
import type { StoredEvent } from './stored-event.js';

const { Options } = streams.ReadReq;
type ReadOptions = InstanceType<typeof Options>;

/** What to read: `$all` or a stream, which way, from where, at most how many events. */
export interface Asked {
  readonly stream?: string;
  readonly backwards?: true;
  readonly from: Position | bigint | 'start' | 'end';
  readonly most: number;
}

/**
 * One read: the events, links as links, or 'no-stream' for a stream that is not there or can not be seen. Throws the
 * client's errors.
 */
export const readRaw = async (
  client: EventStoreDBClient,
  asked: Asked,
  deadlineMs: number,
): Promise<StoredEvent[] | 'no-stream'> => {
  const call = await RawClient.read(client, readRequest(asked), deadlineMs);
  const events: StoredEvent[] = [];
  let found = true;
  call.on('data', (message: streams.ReadResp) => {
    const event = message.getEvent()?.getEvent();
    if (event) events.push(storedEvent(event));
    if (message.hasStreamNotFound()) found = false;
  });
  await new Promise<void>((resolve, reject) => {
    call.on('end', resolve);
    call.on('error', (error) => reject(convertToCommandError(error)));
  });
  return found ? events : 'no-stream';
};

/** The request for a read, with ids as text. */
export const readRequest = ({ stream, backwards, from, most }: Asked): streams.ReadReq => {
  const options = new Options();
  if (stream === undefined) options.setAll(fromPosition(from as Position | 'start' | 'end'));
  else options.setStream(fromRevision(stream, from as bigint | 'start' | 'end'));
  options.setReadDirection(backwards ? Options.ReadDirection.BACKWARDS : Options.ReadDirection.FORWARDS);
  options.setResolveLinks(false);
  options.setCount(String(most));
  options.setNoFilter(new shared.Empty());
  options.setUuidOption(uuidsAsText());
  const request = new streams.ReadReq();
  request.setOptions(options);
  return request;
};

const uuidsAsText = (): InstanceType<typeof Options.UUIDOption> => {
  const option = new Options.UUIDOption();
  option.setString(new shared.Empty());
  return option;
};

const fromPosition = (from: Position | 'start' | 'end'): ReturnType<ReadOptions['getAll']> => {
  const all = new Options.AllOptions();
  if (from === 'start') all.setStart(new shared.Empty());
  else if (from === 'end') all.setEnd(new shared.Empty());
  else {
    const position = new Options.Position();
    position.setCommitPosition(String(from.commit));
    position.setPreparePosition(String(from.prepare));
    all.setPosition(position);
  }
  return all;
};

const fromRevision = (
  stream: string,
  from: bigint | 'start' | 'end',
): ReturnType<ReadOptions['getStream']> => {
  const one = new Options.StreamOptions();
  one.setStreamIdentifier(identifierOf(stream));
  if (from === 'start') one.setStart(new shared.Empty());
  else if (from === 'end') one.setEnd(new shared.Empty());
  else one.setRevision(String(from));
  return one;
};

/** A stream's name as the protocol has it. */
export const identifierOf = (stream: string): shared.StreamIdentifier => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(new Uint8Array(Buffer.from(stream)));
  return identifier;
};

const storedEvent = (event: InstanceType<typeof streams.ReadResp.ReadEvent.RecordedEvent>): StoredEvent => ({
  stream: Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
  revision: BigInt(event.getStreamRevision()),
  position: { commit: BigInt(event.getCommitPosition()), prepare: BigInt(event.getPreparePosition()) },
  id: event.getId()?.getString() ?? '',
  created: event.getMetadataMap().get('created') ?? '',
  type: event.getMetadataMap().get('type') ?? '',
  contentType: event.getMetadataMap().get('content-type') ?? '',
  data: event.getData_asU8(),
  metadata: event.getCustomMetadata_asU8(),
});
