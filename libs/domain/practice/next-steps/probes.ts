import { callOffProbes } from './probes/call-off.js';
import { disputeProbes } from './probes/dispute.js';
import { exitProbes } from './probes/exits.js';
import { custodyProbes } from './probes/custody.js';
import { correctionProbes } from './probes/correction.js';
import { dataAccessProbes } from './probes/data-access.js';
import { decisionProbes } from './probes/decision.js';
import { deliveryProbes } from './probes/delivery.js';
import { goLiveProbes } from './probes/go-live.js';
import { installationProbes } from './probes/installation.js';
import { noticeProbes } from './probes/notice.js';
import { organisationProbes } from './probes/organisation.js';
import { retentionProbes } from './probes/retention.js';
import { selectionProbes } from './probes/selection.js';
import type { Probes } from './probe.js';

/** What to try of every command of a practice’s stream. */
export const probes: Probes = {
  ...organisationProbes,
  ...installationProbes,
  ...callOffProbes,
  ...decisionProbes,
  ...disputeProbes,
  ...selectionProbes,
  ...deliveryProbes,
  ...dataAccessProbes,
  ...goLiveProbes,
  ...exitProbes,
  ...noticeProbes,
  ...retentionProbes,
  ...custodyProbes,
  ...correctionProbes,
};
