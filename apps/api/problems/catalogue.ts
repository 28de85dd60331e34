/** A problem of HTTP itself, before or beside the domain's refusals: its status, what is wrong and what to do. */
export interface ProblemEntry {
  readonly status: number;
  /** The rule of the domain that it rests on, where there is one. */
  readonly rule?: string;
  readonly detail: string;
  readonly remedy: string;
}

const KEY =
  'Send `Idempotency-Key` with a new UUID for each new command, and the same one when you try again.';

/** The catalogue of problems. A code is public and keeps its meaning. */
export const problems = {
  MALFORMED_REQUEST: {
    status: 400,
    detail: 'The request cannot be read.',
    remedy: 'Correct the request line, the headers or the escapes in the path.',
  },
  MALFORMED_JSON: {
    status: 400,
    detail: 'The body is not JSON that this service takes.',
    remedy:
      'Send one JSON object in UTF-8, with each name once, without `-0` and the names `__proto__` and `constructor`.',
  },
  INVALID_REQUEST: {
    status: 400,
    detail: 'The request has fields that are missing, wrong or unknown.',
    remedy: 'Correct every field named in `errors`.',
  },
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 400,
    rule: 'I16',
    detail: 'A command needs an `Idempotency-Key` that is a UUID.',
    remedy: KEY,
  },
  TOKEN_MISSING: {
    status: 401,
    detail: 'The request carries no bearer token.',
    remedy: 'Send `Authorization: Bearer <token>`; `gpsoc token` makes one for development.',
  },
  TOKEN_INVALID: {
    status: 401,
    detail: 'The token is not one that this service accepts.',
    remedy: 'Send a token issued for this service, unchanged; `gpsoc token` makes one for development.',
  },
  TOKEN_EXPIRED: {
    status: 401,
    rule: 'R17',
    detail: 'The token is past its time.',
    remedy: 'Ask for a new token.',
  },
  ROUTE_UNKNOWN: {
    status: 404,
    detail: 'There is nothing at this address.',
    remedy: 'See the addresses at /docs.',
  },
  COMMAND_UNKNOWN: {
    status: 404,
    detail: 'There is no such command here.',
    remedy: 'Use one of `commands`; each is described at /docs.',
  },
  EVENT_UNKNOWN: {
    status: 404,
    detail: 'The file of this practice has no such entry that you may read.',
    remedy: 'Take the revision from the practice’s audit history.',
  },
  COMMISSIONER_NOT_YOURS: {
    status: 403,
    rule: 'I2',
    detail:
      'The funding of a commissioner’s practices is read by that commissioner, the national team and auditors.',
    remedy: 'Ask for your own organisation’s, or ask one of those.',
  },
  CONFLICT: {
    status: 409,
    rule: 'I16',
    detail: 'Others changed the file several times while this was being decided.',
    remedy: 'Send the same request again with the same key.',
  },
  PRECONDITION_FAILED: {
    status: 412,
    rule: 'I16',
    detail: 'The file is not at the revision in `If-Match`.',
    remedy:
      'Read it again, decide again, and send the `revision` given here; without one there is no file yet.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    detail: 'The body is larger than 64 KiB.',
    remedy: 'Shorten the texts; documents are sent as title and hash alone.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    detail: 'Only JSON is taken.',
    remedy: 'Send `Content-Type: application/json`.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    rule: 'I16',
    detail: 'This `Idempotency-Key` belongs to another request, or to another person’s.',
    remedy: KEY,
  },
  INTERNAL: {
    status: 500,
    detail: 'Something went wrong here that is not your doing.',
    remedy: 'Send the same request again with the same key; if it stays, tell the operator the time.',
  },
  STORE_UNAVAILABLE: {
    status: 503,
    detail: 'The event store does not answer. The command may or may not be on record.',
    remedy: 'Send the same request again with the same key: it is recorded once.',
  },
  READ_MODEL_UNAVAILABLE: {
    status: 503,
    detail: 'The database of the answers is not available.',
    remedy: 'Ask again shortly.',
  },
  READ_MODEL_BEHIND: {
    status: 503,
    detail: 'The answers have not reached the position in `Register-Read-After` within the time allowed.',
    remedy: 'Ask again, or allow more with `Prefer: wait=<seconds>`, at most 30.',
  },
} satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof problems;
