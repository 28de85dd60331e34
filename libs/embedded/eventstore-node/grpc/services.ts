import type { Writer } from '../log/writer.js';
import { append } from './append.js';
import { batchAppend } from './batch-append.js';
import type { Method } from './call.js';
import { deleteStream, tombstoneStream } from './delete.js';
import { gossip, type Member } from './gossip.js';
import { stats } from './monitoring.js';
import type { ReadParts } from './deliver.js';
import { read } from './read.js';
import { SERVICE_NAMES, supportedMethods } from './server-features.js';
import type { Services } from './transport.js';

/** Every method that the node serves. The other methods of these services answer UNIMPLEMENTED. */
export function services(writer: Writer, parts: ReadParts, member: Member): Services {
  const served: Readonly<Record<string, Readonly<Record<string, Method>>>> = {
    'event_store.client.streams.streams': {
      read: read(parts),
      append: append(writer),
      batchappend: batchAppend(writer, member.now),
      delete: deleteStream(writer),
      tombstone: tombstoneStream(writer),
    },
    'event_store.client.gossip.gossip': { read: gossip(member) },
    'event_store.client.monitoring.monitoring': { stats: stats(parts.feed.committed) },
    'event_store.client.server_features.serverfeatures': { getsupportedmethods: supportedMethods },
  };
  return new Map(SERVICE_NAMES.map((name) => [name, new Map(Object.entries(served[name] ?? {}))]));
}
