import streams from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { randomUUID } from 'node:crypto';
import { frame } from '#embedded/eventstore-node/wire.js';
import { identifierOf } from '#event-store/copy/raw-reading.js';
import { measure, print, type Measured } from '../timing.js';
import { connectBare, type BareClient } from './bare-client.js';

const METHOD = '/event_store.client.streams.Streams/Append';
const SUCCESS = 0x0a;
const PLACEHOLDER = '01234567-89ab-cdef-0123-456789abcdef';
const LARGE = 1000;

/** The messages of one unary append to a new stream, with a placeholder for each UUID in them. */
const template = (events: number): Buffer => {
  const options = new streams.AppendReq.Options();
  options.setStreamIdentifier(identifierOf(`bench-${PLACEHOLDER}`));
  options.setNoStream(new shared.Empty());
  const first = new streams.AppendReq();
  first.setOptions(options);
  const id = new shared.UUID();
  id.setString(PLACEHOLDER);
  const message = new streams.AppendReq.ProposedMessage();
  message.setId(id);
  message.getMetadataMap().set('type', 'Measured').set('content-type', 'application/json');
  message.setCustomMetadata(Buffer.from(JSON.stringify({ n: 1 })));
  message.setData(Buffer.from(JSON.stringify({ text: 'x'.repeat(250) })));
  const event = new streams.AppendReq();
  event.setProposedMessage(message);
  const eventFrame = frame(event.serializeBinary());
  return Buffer.concat([frame(first.serializeBinary()), ...Array.from({ length: events }, () => eventFrame)]);
};

const offsetsIn = (bytes: Buffer): readonly number[] => {
  const offsets: number[] = [];
  for (let at = bytes.indexOf(PLACEHOLDER); at >= 0; at = bytes.indexOf(PLACEHOLDER, at + 1))
    offsets.push(at);
  return offsets;
};

/** Appends so many events to a new stream each time. */
export const appendsOf = (client: BareClient, events: number): (() => Promise<void>) => {
  const blank = template(events);
  const offsets = offsetsIn(blank);
  return async () => {
    const request = Buffer.from(blank);
    for (const at of offsets) request.write(randomUUID(), at, 'latin1');
    const answer = await client.call(METHOD, request);
    if (answer[0] !== SUCCESS) throw new Error('an append of the benchmark was refused');
  };
};

/** Prints appends a second by a client that costs next to nothing, so that the figures are the node's own. */
export const benchBareAppends = async (
  eventStoreUrl: string,
  seconds: number,
  yardstick: Measured,
): Promise<void> => {
  const { hostname, port } = new URL(eventStoreUrl);
  const client = await connectBare(hostname, Number(port));
  // A node that has just started is slow until its code is compiled.
  await measure(64, seconds, appendsOf(client, 1));
  for (const inFlight of [1, 64, 256])
    print(
      `appends, unary, bare client, ${inFlight} in flight`,
      await measure(inFlight, seconds, appendsOf(client, 1)),
      yardstick,
    );
  const large = await measure(1, seconds, appendsOf(client, LARGE));
  print(
    `events in unary appends of ${LARGE}, bare client`,
    { ...large, perSecond: large.perSecond * LARGE },
    yardstick,
  );
  client.close();
};
