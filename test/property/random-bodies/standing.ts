import { openMigration } from '#domain/practice/state.js';
import { pick, some, PRODUCTS, instanceOf, type RandomBodies } from './draw.js';

export const standingBodies = {
  'register-practice': (n) => ({ name: pick(n, 0, ['Fictional Surgery', 'Another']), commissioner: '5ZZ' }),
  'change-commissioner': (n) => ({
    ...pick(n, 0, [{}, { from: '5ZZ' }]),
    to: pick(n, 1, ['99Z', '5ZZ', '5YY']),
  }),
  'register-instance': (n, state) => {
    const productId = pick(n, 1, [openMigration(state)?.selected?.productId ?? PRODUCTS[0], ...PRODUCTS]);
    const migrationId = some(n, 2, openMigration(state)?.migrationId);
    return {
      instanceId: pick(n, 0, ['V1', 'E1', 'X1', 'Y1']),
      productId,
      level: pick(n, 3, [3, 2, 1]),
      contract: pick(n, 4, ['GPSOC', 'GPSOC', 'LSP']),
      hosting: 'LOCAL_SERVER',
      chooseAndBook: pick(n, 5, [true, true, false]),
      etp: pick(n, 6, [true, true, false]),
      ...(migrationId !== undefined && { migrationId }),
    };
  },
  'join-call-off': (n) => ({ instanceId: pick(n, 0, ['V1', 'E1', 'X1', 'Y1']) }),
  'record-pct-practice-agreement': () => ({}),
  'retain-system': (n) => ({ instanceId: instanceOf(n, 0) }),
} satisfies Partial<RandomBodies>;
