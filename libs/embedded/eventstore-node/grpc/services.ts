import { append } from './append.js';
import { batchAppend, type BatchParts } from './batch-append.js';
import type { Method } from './call.js';
import { deleteStream, tombstoneStream } from './delete.js';
import { gossip, type Member } from './gossip.js';
import { stats } from './monitoring.js';
import type { PersistentSubscriptions } from '../persistent/subscriptions.js';
import { persistentServices } from './persistent-services.js';
import type { ReadParts } from './deliver.js';
import { forPermitted } from './permissions.js';
import { read } from './read.js';
import { SERVICE_NAMES, supportedMethods } from './server-features.js';
import type { Services } from './transport.js';

/** What the methods work with; `users` are the methods of the users service, where there is one. */
export interface ServiceParts extends ReadParts, BatchParts {
  readonly member: Member;
  readonly groups: PersistentSubscriptions;
  readonly users: Readonly<Record<string, Method>>;
}

/** Every method that the node serves. The other methods of these services answer UNIMPLEMENTED. */
export function services(parts: ServiceParts): Services {
  const { writer, access, member } = parts;
  const served: Readonly<Record<string, Readonly<Record<string, Method>>>> = {
    'event_store.client.streams.streams': {
      read: read(parts, access),
      append: append(writer, access, parts.maxAppendBytes),
      batchappend: batchAppend(parts),
      delete: deleteStream(writer, access),
      tombstone: tombstoneStream(writer, access),
    },
    'event_store.client.users.users': parts.users,
    ...persistentServices(parts.groups, access),
    'event_store.client.gossip.gossip': { read: gossip(member) },
    'event_store.client.monitoring.monitoring': { stats: stats(parts.feed.committed) },
    'event_store.client.server_features.serverfeatures': { getsupportedmethods: supportedMethods },
  };
  const permitted = (service: string, methods: Readonly<Record<string, Method>>) =>
    Object.entries(methods).map(([name, method]) => [name, forPermitted(service, name, method)] as const);
  return new Map(SERVICE_NAMES.map((name) => [name, new Map(permitted(name, served[name] ?? {}))]));
}
