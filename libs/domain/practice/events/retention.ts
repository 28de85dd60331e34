import { z } from 'zod';
import { civilDate, instanceId, localPayer, RETENTION_OPTIONS } from '../../fields.js';
import { supplierEventFields } from '../../supplier/events.js';
import { firstPayload, payload } from './fields.js';

const retentionFields = {
  instanceId,
  option: z.enum(RETENTION_OPTIONS),
  from: civilDate.optional(),
  until: civilDate.optional(),
  payer: localPayer,
  priceSnapshot: supplierEventFields.retentionPrice.nullable(),
};

/** Events of how the old audit trail is kept, and the end of the source’s service. */
export const retentionEvents = {
  RetentionOrdered: firstPayload(retentionFields),
  RetentionOptionChanged: firstPayload({
    ...retentionFields,
    from: civilDate,
    was: z.enum(RETENTION_OPTIONS),
  }),
  /** `until` is the option's last day, inclusive. */
  RetentionEnded: payload({ instanceId, option: z.enum(RETENTION_OPTIONS), until: civilDate }),
  /** `effectiveDate` is the last day of the service. */
  SourceServiceEnded: firstPayload({ instanceId }),
};
