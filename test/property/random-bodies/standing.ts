import { addDays } from '#domain/calendar/dates.js';
import { openMigration } from '#domain/practice/state.js';
import { pick, some, PRODUCTS, instanceOf, near, type RandomBodies } from './draw.js';

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
  'confirm-installed': (n) => ({
    instanceId: pick(n, 0, ['V1', 'E1', 'X1', 'Y1']),
    function: pick(n, 1, ['CHOOSE_AND_BOOK', 'ETP', 'SUMMARY_CARE_RECORD']),
  }),
  'upgrade-system': (n) => {
    const level = some(n, 2, pick(n, 3, [3, 2, 1, 4]));
    return {
      instanceId: instanceOf(n, 0),
      version: pick(n, 1, ['5.2', '6.0']),
      ...(level !== undefined && { level }),
    };
  },
  'opt-out': (n) => ({ instanceId: pick(n, 0, ['V1', 'E1', 'X1', 'Y1']) }),
  'leave-call-off': (n) => ({ instanceId: instanceOf(n, 0) }),
  'record-pct-practice-agreement': () => ({}),
  'end-pct-practice-agreement': () => ({}),
  'record-contractor-type': (n) => ({ contractorType: pick(n, 0, ['GMS', 'PMS', 'APMS', 'PCTMS']) }),
  'grant-funding-exception': (n, _state, on) => ({
    instanceId: instanceOf(n, 0),
    from: near(n, 1, on),
    until: addDays(near(n, 1, on), pick(n, 2, [30, 60, -1])),
  }),
  'close-practice': () => ({}),
  'merge-practice': (n) => ({ into: pick(n, 0, ['A00002', 'A00003', 'A00001']) }),
  'split-practice': (n) => ({
    into: pick<string[]>(n, 0, [['A00002', 'A00003'], ['A00001', 'A00002'], ['A00001']]),
  }),
  'take-over-practice': (n) => ({
    predecessor: pick(n, 0, ['A00002', 'A00003', 'A00001']),
    kind: pick(n, 1, ['MERGER', 'SPLIT']),
    ...pick<{ instances?: { instanceId: string; predecessorInstanceId: string }[] }>(n, 2, [
      {},
      { instances: [{ instanceId: instanceOf(n, 3), predecessorInstanceId: 'P1' }] },
    ]),
  }),
  'retain-system': (n) => ({ instanceId: instanceOf(n, 0) }),
} satisfies Partial<RandomBodies>;
