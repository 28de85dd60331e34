import { CallFailed, Code, type Status } from './status.js';

const named = (exception: string, stream: string, group: string): Record<string, string> => ({
  exception,
  'stream-name': stream,
  'group-name': group,
});

export const groupFailed = (stream: string, group: string, reason: string): CallFailed =>
  new CallFailed({
    code: Code.INTERNAL,
    details: `Subscription group ${group} on stream ${stream} failed: '${reason}'`,
    metadata: { ...named('persistent-subscription-failed', stream, group), reason },
  });

export const groupMissing = (stream: string, group: string): CallFailed =>
  new CallFailed({
    code: Code.NOT_FOUND,
    details: `Subscription group ${group} on stream ${stream} does not exist.`,
    metadata: named('persistent-subscription-does-not-exist', stream, group),
  });

export const groupExists = (stream: string, group: string): CallFailed =>
  new CallFailed({
    code: Code.ALREADY_EXISTS,
    details: `Subscription group ${group} on stream ${stream} exists.`,
    metadata: named('persistent-subscription-exists', stream, group),
  });

export const groupFull = (stream: string, group: string): CallFailed =>
  new CallFailed({
    code: Code.FAILED_PRECONDITION,
    details: `Maximum subscriptions reached for subscription group ${group} on stream ${stream}.`,
    metadata: named('maximum-subscribers-reached', stream, group),
  });

/** What the consumers of a group are told when it is changed, deleted or restarted. */
export const groupDropped = (stream: string, group: string): Status => ({
  code: Code.CANCELLED,
  details: `Subscription group ${group} on stream ${stream} was dropped.`,
  metadata: named('persistent-subscription-dropped', stream, group),
});

/** What the real server says of a group on a stream whose name is `$all`: such a group must be asked for as one on all. */
export const namedLikeAll = (operation: 'Create' | 'Update' | 'Delete'): CallFailed =>
  new CallFailed({
    code: Code.UNKNOWN,
    details:
      `Envelope callback expected either ${operation}PersistentSubscriptionToAllCompleted or NotHandled, ` +
      `received ${operation}PersistentSubscriptionToStreamCompleted instead`,
  });
