import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import type { PersistentSubscriptions } from '../persistent/subscriptions.js';
import type { Method } from './call.js';
import { onStore, present, sourceFrom } from './persistent-changes.js';
import { groupFailed, groupMissing } from './persistent-status.js';
import { CallFailed, HANDLER_THREW } from './status.js';
import { unary } from './unary.js';

const NOTHING = Buffer.alloc(0);

/** Sends parked events again: all that there are, or those before a revision of theirs. */
export const replayParked = (groups: PersistentSubscriptions): Method =>
  unary(async (bytes) => {
    const options = present(persistent.ReplayParkedReq.deserializeBinary(bytes).getOptions());
    const stream = sourceFrom(options);
    const group = options.getGroupName();
    if (!options.hasStopAt() && !options.hasNoLimit()) throw new CallFailed(HANDLER_THREW);
    const stopAt = options.hasStopAt() ? Number(options.getStopAt()) : undefined;
    if (stopAt !== undefined && stopAt < 0) {
      throw groupFailed(stream, group, 'Cannot stop replaying parked message at a negative version.');
    }
    const found = await onStore(groups.find(stream, group));
    if (found === undefined) throw groupMissing(stream, group);
    await onStore(found.replay(stopAt));
    return NOTHING;
  });

/** Starts all groups again; their consumers are dropped. */
export const restartGroups = (groups: PersistentSubscriptions): Method =>
  unary(async () => {
    await onStore(groups.restart());
    return NOTHING;
  });
