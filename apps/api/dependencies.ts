import type { Register } from '#commands/register.js';
import type { VerifyToken } from '#platform/auth.js';
import type { Clock } from '#platform/clock.js';
import type { Logger } from '#platform/logging.js';
import type { Sql } from '#projections/sql.js';

/** What the API is built on. */
export interface ApiDependencies {
  /** Where commands are recorded. */
  readonly register: Register;
  /** The database of the read models. */
  readonly sql: Sql;
  readonly verifyToken: VerifyToken;
  /** The clock of questions that name no instant. */
  readonly clock: Clock;
  readonly log: Logger;
}

export const REGISTER = 'register';
export const SQL = 'sql';
export const VERIFY_TOKEN = 'verify-token';
export const CLOCK = 'clock';
