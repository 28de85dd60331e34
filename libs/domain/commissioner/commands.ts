import { z } from 'zod';
import { civilDate, commissionerCode, common, odsCode, text } from '../fields.js';
import { commissionerKind } from './events.js';

const body = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...common, ...shape });

/**
 * What each command of a commissioner's stream takes. `effectiveDate` is the day of establishment, or the legal date
 * of the succession (R4); a succession stands in the predecessor's stream, `to` names the successor.
 */
export const commissionerCommands = {
  'establish-commissioner': body({ name: text(200).optional(), kind: commissionerKind }),
  'record-succession': body({
    to: commissionerCode,
    practices: z.array(odsCode).min(1).max(2000).optional(),
    operationalDate: civilDate.optional(),
  }),
};

export type CommissionerCommandName = keyof typeof commissionerCommands;

/** A commissioner's command by its name, with its validated body. */
export type CommissionerCommand = {
  [Name in CommissionerCommandName]: {
    readonly name: Name;
    readonly body: z.infer<(typeof commissionerCommands)[Name]>;
  };
}[CommissionerCommandName];
