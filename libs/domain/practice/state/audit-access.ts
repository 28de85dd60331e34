import type { Entry } from './entry.js';

/** A request for an audit trail, with what came of it (S31). */
export interface AccessRequest extends Entry<'AuditAccessRequested'> {
  readonly fulfilled: Entry<'AuditAccessFulfilled'> | null;
  readonly failures: readonly Entry<'AuditAccessFailed'>[];
}
