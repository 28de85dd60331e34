import { z } from 'zod';
import { civilDate, common, localPayer, RETENTION_OPTIONS } from '../../fields.js';

/** The shape of a command's body: what every one takes, and these fields. */
export const body = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...common, ...shape });

/** A retention option as it is ordered, alone or with a notice (S36). */
export const retention = {
  option: z.enum(RETENTION_OPTIONS),
  from: civilDate.optional(),
  until: civilDate.optional(),
  payer: localPayer,
};
