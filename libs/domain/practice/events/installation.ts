import { z } from 'zod';
import { commissionerCode, eventId, instanceId, odsCode, productId, supplierId, text } from '../../fields.js';
import { payload } from './fields.js';

/** Events of what is installed, covered and retained. */
export const installationEvents = {
  SystemInstanceRegistered: payload({
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
  PracticeJoinedCallOff: payload({ pct: commissionerCode, supplier: supplierId, instanceId }),
  PctPracticeAgreementSigned: payload({ pct: commissionerCode }),
  SystemRetained: payload({
    ods: odsCode,
    instanceId,
    fundingBasis: z.enum(['CENTRAL', 'LOCAL_ONLY']),
    upgradePath: text(500).optional(),
  }),
};
