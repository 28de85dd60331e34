import { EventStoreDBClient } from '@eventstore/db-client';
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';

type Call<Name extends 'read' | 'batchAppend'> = ReturnType<InstanceType<typeof grpc.StreamsClient>[Name]>;

/**
 * The client's own calls without what it makes of their messages: it parses JSON and writes it anew, by which a large
 * number, the order of fields and white space are lost, and it has one book of batch appends for all its instances.
 */
export class RawClient extends EventStoreDBClient {
  /** Starts a read on the client's connection; it fails at its deadline. */
  static read(
    client: EventStoreDBClient,
    request: streams.ReadReq,
    deadlineMs: number,
  ): Promise<Call<'read'>> {
    const raw = client as RawClient;
    const call = (service: InstanceType<typeof grpc.StreamsClient>) =>
      service.read(request, ...raw.callArguments({ deadline: deadlineMs }));
    return raw.GRPCStreamCreator(grpc.StreamsClient, 'read', call)();
  }

  /** Starts a call for many appends on the client's connection. */
  static batchAppend(client: EventStoreDBClient): Promise<Call<'batchAppend'>> {
    const raw = client as RawClient;
    const call = (service: InstanceType<typeof grpc.StreamsClient>) =>
      service.batchAppend(...raw.callArguments({}, { deadline: Infinity }));
    return raw.GRPCStreamCreator(grpc.StreamsClient, 'batchAppend', call)();
  }
}
