import { addDays } from '../../../calendar/dates.js';
import { isStanding } from '../../order-span.js';
import { openMigration, type PracticeState } from '../../state.js';
import { NO_EVENT, oneStep, WORDS, type Probes } from '../probe.js';

export const deliveryProbes = {
  'propose-date': ({ on }) => oneStep({ date: on }, { date: addDays(on, 1) }),
  replan: ({ on }) => oneStep(...[on, addDays(on, 1)].map((date) => ({ date, cause: 'PRACTICE' as const }))),
  'agree-date': ({ state }) =>
    oneStep({ proposalEventId: openMigration(state)?.dateProposal?.proposalEventId ?? NO_EVENT }),
  'place-order': () =>
    oneStep(
      ...[WORDS, `${WORDS} ${WORDS}`].map((trackingRef) => ({ trackingRef, services: [{ service: WORDS }] })),
    ),
  'amend-order': ({ state }) =>
    oneStep(
      ...ordersIn(state).flatMap((trackingRef) =>
        [WORDS, `${WORDS} ${WORDS}`].map((service) => ({ trackingRef, services: [{ service }] })),
      ),
    ),
  'cancel-order': ({ state }) => oneStep(...ordersIn(state).map((trackingRef) => ({ trackingRef }))),
  'record-extract': ({ on }) =>
    oneStep({
      kind: 'DOCUMENTED_DATA_EXTRACT',
      purpose: 'FINAL',
      at: `${on}T12:00`,
      mediaRef: WORDS,
      includesAuditTrail: false,
      encrypted: true,
    }),
  'reject-extract': ({ state }) => {
    const extracts = state.migrations.flatMap((migration) => migration.extracts);
    const ids = extracts.filter(({ rejected }) => rejected === null).map(({ eventId }) => eventId);
    return oneStep(...[...ids, NO_EVENT].map((extractId) => ({ extractId, grounds: [WORDS] })));
  },
} satisfies Partial<Probes>;

/** The references of the orders that stand, and one that there is not. */
const ordersIn = ({ migrations }: PracticeState): readonly string[] => [
  ...migrations.flatMap(({ orders }) => orders.filter(isStanding).map(({ trackingRef }) => trackingRef)),
  WORDS,
];
