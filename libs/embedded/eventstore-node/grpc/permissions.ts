import { isAdmin, isOperator, type Caller } from '../access/user.js';
import type { Method } from './call.js';
import { ACCESS_DENIED, CallFailed } from './status.js';

type Permission = (caller: Caller) => boolean;

const isKnown: Permission = (caller) => caller !== undefined;

/**
 * Who may call which method, whatever the call says; the others are open to all who ask. What a call does to a stream
 * is a question of its own (`ensureAllowed`): such are all methods of the streams and the consuming of a group.
 */
const PERMISSIONS: Readonly<Record<string, Readonly<Record<string, Permission>>>> = {
  'event_store.client.persistent_subscriptions.persistentsubscriptions': {
    create: isOperator,
    update: isOperator,
    delete: isOperator,
    replayparked: isOperator,
    restartsubsystem: isOperator,
    getinfo: isKnown,
    list: isKnown,
    read: isKnown,
  },
  'event_store.client.users.users': {
    create: isAdmin,
    update: isAdmin,
    delete: isAdmin,
    disable: isAdmin,
    enable: isAdmin,
    resetpassword: isAdmin,
    changepassword: isKnown,
    details: isKnown,
  },
  'event_store.client.operations.operations': { restartpersistentsubscriptions: isOperator },
  'event_store.client.monitoring.monitoring': { stats: isKnown },
};

/** The method for those who may call it; for the others the call fails before it takes a message. */
export function forPermitted(service: string, name: string, method: Method): Method {
  const permits = PERMISSIONS[service]?.[name];
  if (permits === undefined) return method;
  return (call, caller) => {
    if (!permits(caller)) throw new CallFailed(ACCESS_DENIED);
    return method(call, caller);
  };
}
