import { z } from 'zod';
import { civilDate, instanceId, sha256, text } from '../../fields.js';
import { dataHolder, locationClass } from '../events/fields.js';
import { body } from './fields.js';

/** What the commands take that are about who holds the data of a system, and about its destruction. */
export const custodyCommands = {
  'record-data-holder': body({
    instanceId,
    holder: dataHolder,
    locationClass,
    format: text(100),
    mediaRef: text(100).optional(),
    reviewBy: civilDate.optional(),
  }),
  'record-data-destroyed': body({
    instanceId,
    certificate: z.strictObject({ title: text(200), sha256 }),
  }),
};
