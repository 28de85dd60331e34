import { openMigration } from '#domain/practice/state.js';
import { idOf } from '#testing/fixture.js';
import { pick, some, near, type RandomBodies } from './draw.js';

export const deliveryBodies = {
  'propose-date': (n, _state, on) => ({ date: near(n, 0, on) }),
  replan: (n, _state, on) => ({ date: near(n, 0, on), cause: pick(n, 1, ['SUPPLIER', 'DATA']) }),
  'agree-date': (_n, state) => ({
    proposalEventId: openMigration(state)?.dateProposal?.proposalEventId ?? idOf(15),
  }),
  'place-order': (n) => ({ trackingRef: pick(n, 0, ['TRACK-1', 'TRACK-2']), services: [{ service: 'All' }] }),
  'record-extract': (n, _state, on) => ({
    kind: pick(n, 0, ['BACKUP_TAPE', 'DOCUMENTED_DATA_EXTRACT']),
    purpose: pick(n, 1, ['TRIAL', 'FINAL']),
    at: `${on}T${pick(n, 2, ['07:00', '18:30'])}`,
    mediaRef: 'MEDIA-1',
    includesAuditTrail: false,
    encrypted: true,
  }),
  'declare-go-live': (n, state) => {
    const extract = openMigration(state)?.extracts.at(-1)?.eventId;
    const cutoverTime = some(n, 1, '08:00');
    return {
      targetInstanceId: pick(n, 0, ['V1', 'V1', 'X1', 'E1']),
      ...pick<{ override?: 'BEDDING_IN_OPEN' }>(n, 4, [{}, {}, { override: 'BEDDING_IN_OPEN' }]),
      ...(cutoverTime !== undefined && { cutoverTime }),
      ...(extract !== undefined && pick(n, 2, [{}, { finalExtractId: extract }])),
    };
  },
  'correct-go-live': (n) => {
    const cutoverTime = some(n, 0, pick(n, 1, ['07:45', '08:00']));
    return { reason: 'First entries', ...(cutoverTime !== undefined && { cutoverTime }) };
  },
  'sign-off-migration': (n) => ({ exceptions: pick(n, 0, [[], ['Two records by hand']]) }),
} satisfies Partial<RandomBodies>;
