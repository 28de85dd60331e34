import { z } from 'zod';
import { commissionerCode, common, supplierId } from '../fields.js';

/** The events of `calloff-<commissioner>-<supplier>`: one agreement per pair (A2). */
export const callOffEvents = {
  CallOffSigned: z.strictObject({ ...common, commissioner: commissionerCode, supplier: supplierId }),
};

export type CallOffEvent = {
  readonly type: 'CallOffSigned';
  readonly payload: z.infer<typeof callOffEvents.CallOffSigned>;
};
