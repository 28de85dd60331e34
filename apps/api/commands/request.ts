import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import { problem } from '../problems/problem.js';
import { validated } from '../problems/validated.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const REVISION = /^"(\d{1,15})"$/;

/** What the headers of a command say: its key, and the revision that the caller last saw. */
export interface CommandHeaders {
  readonly commandId: string;
  readonly ifMatch?: number;
}

/**
 * Reads `Idempotency-Key` and `If-Match` (I16).
 * @throws ProblemError IDEMPOTENCY_KEY_REQUIRED without a UUID, INVALID_REQUEST for a wrong `If-Match`
 */
export const commandHeaders = (headers: IncomingHttpHeaders): CommandHeaders => {
  const { 'idempotency-key': key, 'if-match': seen } = headers;
  if (typeof key !== 'string' || !UUID.test(key)) throw problem('IDEMPOTENCY_KEY_REQUIRED');
  const commandId = key.toLowerCase();
  if (seen === undefined) return { commandId };
  const revision = REVISION.exec(seen)?.[1];
  const wrong = { path: 'If-Match', message: 'must be a revision in quotes, as `ETag` gives it' };
  if (revision === undefined) throw problem('INVALID_REQUEST', { errors: [wrong] });
  return { commandId, ifMatch: Number(revision) };
};

/** A command by its name, with its valid body. */
export interface NamedCommand<Commands> {
  readonly name: keyof Commands & string;
  readonly body: never;
}

/**
 * The command of that name with its valid body.
 * @param commands what each command takes, by name
 * @throws ProblemError COMMAND_UNKNOWN, or INVALID_REQUEST with every wrong field
 */
export const namedCommand = <Commands extends Readonly<Record<string, z.ZodType>>>(
  commands: Commands,
  name: string,
  body: unknown,
): NamedCommand<Commands> => {
  const schema = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!schema) throw problem('COMMAND_UNKNOWN', { commands: Object.keys(commands) });
  return { name, body: validated(schema, body) as never };
};
