import { custodyFindings } from './custody.js';
import { disputeFindings } from './dispute.js';
import type { Find } from './finding.js';
import { deliveryFindings } from './delivery.js';
import { exitFindings } from './exits.js';
import { installationFindings } from './installation.js';
import { migrationFindings } from './migration.js';
import { observationFindings } from './observation.js';
import { retentionFindings } from './retention.js';
import { returnFindings } from './returns.js';
import { supplierFindings } from './supplier.js';
import { windDownFindings } from './wind-down.js';

export type { Finding, FindingCode } from './finding.js';

/**
 * Everything about a practice that somebody should look at on a day, derived and never stored (R11).
 * @rule R11
 */
export const findings: Find = (state, reference, on) =>
  [
    installationFindings,
    supplierFindings,
    migrationFindings,
    disputeFindings,
    deliveryFindings,
    returnFindings,
    exitFindings,
    windDownFindings,
    retentionFindings,
    custodyFindings,
    observationFindings,
  ].flatMap((find) => find(state, reference, on));
