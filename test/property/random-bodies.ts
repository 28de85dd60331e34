import { addDays, type CivilDate } from '#domain/calendar/dates.js';
import type { BodyOf, PracticeCommandName } from '#domain/practice/commands.js';
import { openMigration, type PracticeState } from '#domain/practice/state.js';
import { RETENTION_OPTIONS } from '#domain/fields.js';
import { idOf } from '#testing/fixture.js';

/** Random numbers from 0 on, of which a body takes what it needs. */
export type Numbers = readonly number[];

type Body<Name extends PracticeCommandName> = (
  numbers: Numbers,
  state: PracticeState,
  on: CivilDate,
) => Omit<BodyOf<Name>, 'effectiveDate' | 'reason' | 'evidence'>;

/** One of these, by the nth random number. */
export const pick = <Value>(numbers: Numbers, n: number, values: readonly [Value, ...Value[]]): Value =>
  values[(numbers[n] ?? 0) % values.length] ?? values[0];

const some = <Value>(numbers: Numbers, n: number, value: Value): Value | undefined =>
  pick(numbers, n, [value, undefined]);

const PRODUCTS = [
  'EMIS.EMIS-LV',
  'INPS.VISION-3',
  'INPS.VISION-3',
  'Microtest.EVOLUTION',
  'TPP.ONE',
] as const;
const instanceOf = (numbers: Numbers, n: number) => pick(numbers, n, ['E1', 'E1', 'V1', 'X1']);
const winnerOf = (numbers: Numbers, state: PracticeState) =>
  pick(numbers, 0, [openMigration(state)?.selection?.winner ?? PRODUCTS[1], ...PRODUCTS]);

/** A day somewhat before or mostly after that day. */
const near = (numbers: Numbers, n: number, on: CivilDate) => addDays(on, ((numbers[n] ?? 0) % 200) - 20);

const retention = (numbers: Numbers, on: CivilDate) => {
  const [from, until] = [some(numbers, 2, near(numbers, 3, on)), some(numbers, 4, near(numbers, 5, on))];
  return {
    option: pick(numbers, 1, RETENTION_OPTIONS),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    payer: pick(numbers, 6, ['COMMISSIONER', 'PRACTICE'] as const),
  };
};

/** A body of each command that has some chance in this state; `on` is its effective date. */
export const randomBodies: { readonly [Name in PracticeCommandName]: Body<Name> } = {
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
  'record-contact': (n) => ({
    participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
    optionsConsidered: [pick(n, 0, ['Retain', 'Migrate'])],
  }),
  'request-migration': (n) => ({ sourceInstanceId: instanceOf(n, 0), reasons: ['Better prescribing'] }),
  'decide-business-case-need': (n) => ({ required: pick(n, 0, [true, false]) }),
  'submit-business-case': (n) => ({
    version: pick(n, 0, ['1.0', '1.1']),
    estimate: {
      lines: [{ service: 'Training', amountPence: 10_000, charge: 'ONE_OFF', payer: 'COMMISSIONER' }],
    },
  }),
  'return-business-case': (n) => ({ points: [pick(n, 0, ['Add training', 'Add hardware'])] }),
  'agree-change': () => ({ conditions: [], decidedBy: 'J Patel' }),
  'refuse-change': (n) => ({ grounds: [pick(n, 0, ['Too dear', 'Too soon'])] }),
  'complete-selection': (n) => {
    const winner = pick(n, 0, PRODUCTS);
    return { winner, candidates: [winner, 'EMIS.EMIS-PCS'] };
  },
  'select-system': (n, state) => ({
    productId: winnerOf(n, state),
    kind: pick(n, 1, ['FRAMEWORK', 'FRAMEWORK', 'SAME_SUPPLIER', 'LSP']),
  }),
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
      ...(cutoverTime !== undefined && { cutoverTime }),
      ...(extract !== undefined && pick(n, 2, [{}, { finalExtractId: extract }])),
    };
  },
  'correct-go-live': (n) => {
    const cutoverTime = some(n, 0, pick(n, 1, ['07:45', '08:00']));
    return { reason: 'First entries', ...(cutoverTime !== undefined && { cutoverTime }) };
  },
  'sign-off-migration': (n) => ({ exceptions: pick(n, 0, [[], ['Two records by hand']]) }),
  'give-notice': (n, _state, on) => ({
    instanceId: instanceOf(n, 0),
    method: 'Letter',
    ...pick<{ endsOn?: string }>(n, 7, [{}, { endsOn: addDays(on, 120) }, { endsOn: addDays(on, 60) }]),
    ...pick<{ retention?: ReturnType<typeof retention> }>(n, 8, [{}, { retention: retention(n, on) }]),
  }),
  'extend-notice': (n, _state, on) => ({
    instanceId: instanceOf(n, 0),
    newEndsOn: addDays(near(n, 1, on), 60),
    problemCategory: 'Repeat prescribing',
  }),
  'order-retention': (n, _state, on) => ({ instanceId: instanceOf(n, 0), ...retention(n, on) }),
  'change-retention': (n, _state, on) => ({
    instanceId: instanceOf(n, 0),
    ...retention(n, on),
    from: near(n, 3, on),
  }),
  'end-source-service': (n) => ({ instanceId: instanceOf(n, 0) }),
};
