/** The gRPC status codes that the server uses. */
export const Code = {
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  PERMISSION_DENIED: 7,
  ALREADY_EXISTS: 6,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  UNAUTHENTICATED: 16,
} as const;

/** How a call ends: code, message and trailing metadata. */
export interface Status {
  readonly code: number;
  readonly details: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Ends the call in which it is thrown with its status. */
export class CallFailed extends Error {
  readonly status: Status;

  constructor(status: Status) {
    super(status.details);
    this.status = status;
  }
}

/** What the real server says whenever a request makes no sense to it. */
export const HANDLER_THREW: Status = { code: Code.UNKNOWN, details: 'Exception was thrown by handler.' };

/** PostgreSQL does not answer, or the node is stopping: the client may try again. */
export const NOT_AVAILABLE: Status = { code: Code.UNAVAILABLE, details: 'Server Is Not Ready' };

/** The caller is known, or known to be nobody, and may not do this. */
export const ACCESS_DENIED: Status = {
  code: Code.PERMISSION_DENIED,
  details: 'Access Denied',
  metadata: { exception: 'access-denied' },
};

/** The credentials are nobody's. */
export const UNAUTHENTICATED: Status = { code: Code.UNAUTHENTICATED, details: 'Unauthenticated' };

export const invalidArgument = (details: string, metadata?: Status['metadata']): CallFailed =>
  new CallFailed({ code: Code.INVALID_ARGUMENT, details, ...(metadata === undefined ? {} : { metadata }) });

/** A oneof of the request that must be set and is not, in the words of the real server. */
export const notSet = (oneof: string): CallFailed =>
  invalidArgument(`'None' is not a valid EventStore.Client.${oneof}`);

export const streamDeleted = (stream: string): Status => ({
  code: Code.FAILED_PRECONDITION,
  details: `Event stream '${stream}' is deleted.`,
  metadata: { exception: 'stream-deleted', 'stream-name': stream },
});

export const tooLarge = (limit: number): Status => ({
  code: Code.INVALID_ARGUMENT,
  details: `Maximum Append Size of ${String(limit)} Exceeded.`,
  metadata: { exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(limit) },
});

/** A delete with the wrong revision. Both are revisions or the server's numbers for any, no stream, stream exists. */
export const wrongVersion = (stream: string, expected: number, actual: number): Status => ({
  code: Code.FAILED_PRECONDITION,
  details:
    `Delete failed due to WrongExpectedVersion. Stream: ${stream}, ` +
    `Expected version: ${String(expected)}, Actual version: ${String(actual)}`,
  metadata: {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': String(expected),
    'actual-version': String(actual),
  },
});

export const userNotFound = (loginName: string): Status => ({
  code: Code.NOT_FOUND,
  details: `User '${loginName}' is not found.`,
  metadata: { exception: 'user-not-found', 'login-name': loginName },
});

export const userConflict = (loginName: string): Status => ({
  code: Code.FAILED_PRECONDITION,
  details: 'Conflict.',
  metadata: { exception: 'user-conflict', 'login-name': loginName },
});
