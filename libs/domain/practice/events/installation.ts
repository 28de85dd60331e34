import { z } from 'zod';
import { commissionerCode, eventId, instanceId, odsCode, productId, supplierId, text } from '../../fields.js';
import { firstPayload, nationalFunction, payload } from './fields.js';

/** Events of what is installed, covered and retained. */
export const installationEvents = {
  SystemInstanceRegistered: firstPayload({
    instanceId,
    productId,
    supplier: supplierId,
    level: z.int().min(0).max(6),
    contract: z.enum(['GPSOC', 'LSP']),
    hosting: z.enum(['LOCAL_SERVER', 'HOSTED_NOT_TO_CFH_STANDARDS', 'HOSTED_TO_CFH_STANDARDS']),
    chooseAndBook: z.boolean(),
    etp: z.boolean(),
    migrationId: eventId.optional(),
  }),
  NationalFunctionInstalled: payload({ instanceId, function: nationalFunction }),
  /** The same product in a new version, at a new level where one is given: no migration (A15). */
  SystemUpgraded: payload({ instanceId, version: text(100), level: z.int().min(0).max(6).optional() }),
  PracticeJoinedCallOff: firstPayload({ pct: commissionerCode, supplier: supplierId, instanceId }),
  PctPracticeAgreementSigned: firstPayload({ pct: commissionerCode }),
  SystemRetained: firstPayload({
    ods: odsCode,
    instanceId,
    fundingBasis: z.enum(['CENTRAL', 'LOCAL_ONLY']),
    upgradePath: text(500).optional(),
  }),
};
