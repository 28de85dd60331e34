import {
  type handleServerStreamingCall,
  credentials,
  makeGenericClientConstructor,
  Server,
  ServerCredentials,
  type ServiceDefinition,
} from '@grpc/grpc-js';
import { once } from 'node:events';
import { readRequest } from '#event-store/copy/raw-reading.js';

const asItIs = (bytes: Buffer): Buffer => bytes;

/** Reading, with messages as the bytes that they are on the wire. */
const reading = {
  read: {
    path: '/event_store.client.streams.Streams/Read',
    requestStream: false,
    responseStream: true,
    requestSerialize: asItIs,
    requestDeserialize: asItIs,
    responseSerialize: asItIs,
    responseDeserialize: asItIs,
  },
} satisfies ServiceDefinition;

/** The request for the first events of `$all`. */
export const readAllRequest = (events: number): Buffer =>
  Buffer.from(readRequest({ from: 'start', most: events }).serializeBinary());

/** What a server answers to a read of the first events of `$all`, message by message. */
export const answersOfReadAll = async (eventStoreUrl: string, events: number): Promise<readonly Buffer[]> => {
  const Reading = makeGenericClientConstructor(reading, 'Streams');
  const client = new Reading(new URL(eventStoreUrl).host, credentials.createInsecure());
  const call = client['read']!(readAllRequest(events));
  const answers: Buffer[] = [];
  call.on('data', (answer: Buffer) => answers.push(answer));
  await once(call, 'end');
  client.close();
  return answers;
};

/** Starts a server of a usual gRPC library that gives these answers to any read, as fast as they are taken. */
export const startDouble = async (answers: readonly Buffer[]) => {
  const read: handleServerStreamingCall<Buffer, Buffer> = async (call) => {
    for (const answer of answers) if (!call.write(answer)) await once(call, 'drain');
    call.end();
  };
  const server = new Server();
  server.addService(reading, { read });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  return { connectionString: `esdb://127.0.0.1:${port}?tls=false` };
};
