import type { Access } from '../access/access.js';
import type { PersistentSubscriptions } from '../persistent/subscriptions.js';
import type { Method } from './call.js';
import { createGroup, deleteGroup, updateGroup } from './persistent-changes.js';
import { groupInfo, listGroups } from './persistent-info.js';
import { replayParked, restartGroups } from './persistent-operations.js';
import { consumeGroup } from './persistent-read.js';

/** Every method that has to do with persistent subscriptions, by service. */
export const persistentServices = (
  groups: PersistentSubscriptions,
  access: Access,
): Readonly<Record<string, Readonly<Record<string, Method>>>> => ({
  'event_store.client.persistent_subscriptions.persistentsubscriptions': {
    create: createGroup(groups),
    update: updateGroup(groups),
    delete: deleteGroup(groups),
    read: consumeGroup(groups, access),
    getinfo: groupInfo(groups),
    replayparked: replayParked(groups),
    list: listGroups(groups),
    restartsubsystem: restartGroups(groups),
  },
  'event_store.client.operations.operations': { restartpersistentsubscriptions: restartGroups(groups) },
});
