import { z } from 'zod';
import { common } from '../fields.js';

/** What the one command of a Call-Off's stream takes; `effectiveDate` is its start (R10). */
export const callOffCommands = { 'sign-call-off': z.strictObject(common) };

/** A Call-Off's command by its name, with its validated body. */
export interface CallOffCommand {
  readonly name: 'sign-call-off';
  readonly body: z.infer<(typeof callOffCommands)['sign-call-off']>;
}
