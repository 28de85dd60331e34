import { addDays } from '../../../calendar/dates.js';
import { openMigration } from '../../state.js';
import { NO_EVENT, oneStep, WORDS, type Probes } from '../probe.js';

export const deliveryProbes = {
  'propose-date': ({ on }) => oneStep({ date: addDays(on, 28) }, { date: addDays(on, 29) }),
  replan: ({ on }) =>
    oneStep(...[28, 29].map((days) => ({ date: addDays(on, days), cause: 'PRACTICE' as const }))),
  'agree-date': ({ state }) =>
    oneStep({ proposalEventId: openMigration(state)?.dateProposal?.proposalEventId ?? NO_EVENT }),
  'place-order': () => oneStep({ trackingRef: WORDS, services: [{ service: WORDS }] }),
  'record-extract': ({ on }) =>
    oneStep({
      kind: 'DOCUMENTED_DATA_EXTRACT',
      purpose: 'FINAL',
      at: `${on}T12:00`,
      mediaRef: WORDS,
      includesAuditTrail: false,
      encrypted: true,
    }),
} satisfies Partial<Probes>;
