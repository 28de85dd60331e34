import { z } from 'zod';
import { civilDate, commissionerCode, common, odsCode, text } from '../fields.js';

const payload = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...common, ...shape });

/** What kind of body commissions: a PCT, a Care Trust, or what came after them. */
export const commissionerKind = z.enum(['PCT', 'CARE_TRUST', 'CCG', 'ICB', 'OTHER']);

/** The events of `commissioner-<code>`: establishment, and by whom it was succeeded. */
export const commissionerEvents = {
  CommissionerEstablished: payload({
    code: commissionerCode,
    name: text(200).optional(),
    kind: commissionerKind,
  }),
  /** Stands in the stream of `from`; without `practices` it covers all that `from` held. `legalDate` is the effective date. */
  PctSucceeded: payload({
    from: commissionerCode,
    to: commissionerCode,
    practices: z.array(odsCode).min(1).max(2000).optional(),
    legalDate: civilDate,
    operationalDate: civilDate.optional(),
  }),
};

export type CommissionerEvent = {
  [Type in keyof typeof commissionerEvents]: {
    readonly type: Type;
    readonly payload: z.infer<(typeof commissionerEvents)[Type]>;
  };
}[keyof typeof commissionerEvents];
