import { z } from 'zod';
import { eventId, instanceId, productId, text } from '../../fields.js';
import { nationalFunction } from '../events/fields.js';
import { body } from './fields.js';

/** What the commands take that are about what is installed, covered and retained. */
export const installationCommands = {
  'register-instance': body({
    instanceId,
    productId,
    level: z.int().min(0).max(6),
    contract: z.enum(['GPSOC', 'LSP']),
    hosting: z.enum(['LOCAL_SERVER', 'HOSTED_NOT_TO_CFH_STANDARDS', 'HOSTED_TO_CFH_STANDARDS']),
    chooseAndBook: z.boolean(),
    etp: z.boolean(),
    migrationId: eventId.optional(),
  }),
  'confirm-installed': body({ instanceId, function: nationalFunction }),
  'upgrade-system': body({
    instanceId,
    version: text(100),
    level: z
      .int()
      .min(0)
      .max(6)
      .optional()
      .meta({ description: 'The installed level from that day on, where the version changes it' }),
  }),
  'retain-system': body({ instanceId, upgradePath: text(500).optional() }),
};
