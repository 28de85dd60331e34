import {
  partiesIn,
  type HistoryEntry,
  type PracticeFunding,
  type PracticeParties,
  type PracticeQueryAnswer,
} from '#read-models/index.js';
import { command, confirmed, given } from '#testing/decisions.js';
import { idOf, moss, patel, reed } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import {
  isSeen,
  mayReadCommissioner,
  seenOfFunding,
  seenOfPractice,
  sightOf,
  type SupplierSight,
} from './access.js';
import type { Holder } from './auth/asker.js';

const parties: PracticeParties = {
  commissioners: [
    { code: '5ZZ', from: '2006-10-01' },
    { code: '99Z', from: '2013-04-01' },
    { code: '88X', from: '2013-05-02' },
  ],
  successors: ['A00009'],
  instances: { E1: 'EMIS', V1: 'INPS' },
  targets: { 'migration-1': 'INPS' },
  orders: {},
  held: { E1: 'Archivist' },
};
const person = (role: Holder['role'], org: string): Holder => ({ sub: 'x', name: 'X', role, org });
const sight = (role: Holder['role'], org: string) =>
  sightOf(person(role, org), 'A00001', parties, '2013-05-01');
const inps = sight('SUP', 'INPS') as SupplierSight;

describe('I2: how much of a practice’s file somebody may read', () => {
  it.each([
    ['PR', 'A00001', 'all'],
    ['PR', 'A00002', 'none'],
    // It was merged into A00009, whose duty the rest is (F10).
    ['PR', 'A00009', 'all'],
    ['PCT', '5ZZ', 'all'],
    ['PCT', '99Z', 'all'],
    ['PCT', '5YY', 'none'],
    // The practice is to be its own tomorrow.
    ['PCT', '88X', 'none'],
    ['NAT', 'NATIONAL', 'all'],
    ['AUD', 'AUDIT', 'all'],
    ['SUP', 'EMIS', 'own'],
    ['SUP', 'INPS', 'own'],
    ['SUP', 'TPP', 'none'],
    // An organisation's code under another role opens nothing.
    ['PCT', 'A00001', 'none'],
    ['PR', '5ZZ', 'none'],
    ['PCT', 'EMIS', 'none'],
    ['SUP', '5ZZ', 'none'],
  ] as const)('%s of %s: %s', (role, org, expected) => {
    expect(sight(role, org).kind).toBe(expected);
  });

  it('refuses the others with the rule and the day', () => {
    expect(sight('PCT', '5YY')).toMatchObject({
      refusal: {
        code: 'NOT_YOUR_PRACTICE',
        rule: 'I2',
        because: 'Practice A00001 is not 5YY’s on 2013-05-01.',
      },
    });
  });

  it('gives a supplier its instances, and the migrations that selected its system', () => {
    expect([[...inps.instances], [...inps.migrations]]).toEqual([['V1'], ['migration-1']]);
  });
});

describe('what a supplier sees', () => {
  const entry = (type: string, payload: object, org = '5ZZ', role = 'PCT') =>
    ({ type, payload, by: { name: 'X', role, org } }) as HistoryEntry;

  it.each([
    ['its instance', entry('SystemInstanceRegistered', { instanceId: 'V1' }), true],
    ['another’s instance', entry('NoticeGiven', { instanceId: 'E1' }), false],
    ['its migration', entry('GoLiveDeclared', { migrationId: 'migration-1' }), true],
    ['another migration', entry('GoLiveDeclared', { migrationId: 'migration-2' }), false],
    [
      'the selection, with its competitors',
      entry('SelectionCompleted', { migrationId: 'migration-1' }),
      false,
    ],
    [
      'S15: that its system was selected',
      entry('SystemSelected', { migrationId: 'migration-1', productId: 'INPS.VISION-3' }),
      true,
    ],
    [
      'S15: that a competitor’s had been',
      entry('SystemSelected', { migrationId: 'migration-1', productId: 'Microtest.EVOLUTION' }),
      false,
    ],
    ['a score', entry('CandidateScored', { migrationId: 'migration-1' }), false],
    ['a failed selection', entry('SelectionFailed', { migrationId: 'migration-1' }), false],
    ['a dispute', entry('DisputeRaised', { migrationId: 'migration-1' }), false],
    ['the agreement', entry('ChangeAgreed', { migrationId: 'migration-1', conditions: [] }), true],
    [
      'how the cost is shared',
      entry('ChangeAgreed', { migrationId: 'migration-1', localPayerSplit: { practicePercent: 40 } }),
      false,
    ],
    ['the costs', entry('BusinessCaseSubmitted', { migrationId: 'migration-1' }), false],
    ['a proposal', entry('CommandProposed', { command: 'select-system' }), false],
    [
      'R2: a proposal that waits for its consent',
      entry('CommandProposed', { command: 'withdraw-notice', confirmerOrg: 'INPS' }),
      true,
    ],
    [
      'R2: one that waits for another supplier’s',
      entry('CommandProposed', { command: 'withdraw-notice', confirmerOrg: 'EMIS' }),
      false,
    ],
    ['R2: its own word on one', entry('ProposalDeclined', {}, 'INPS', 'SUP'), true],
    [
      'what it recorded itself',
      entry('DataExtractTaken', { migrationId: 'migration-2' }, 'INPS', 'SUP'),
      true,
    ],
    [
      'F6: the return to its system',
      entry('MigrationRolledBack', { migrationId: 'migration-2', sourceInstanceId: 'V1' }),
      true,
    ],
    [
      'F6: the return to another’s system',
      entry('MigrationRolledBack', { migrationId: 'migration-2', sourceInstanceId: 'E1' }),
      false,
    ],
    ['what concerns nobody’s system', entry('OptionsDiscussed', {}), false],
  ])('%s', (_what, of, expected) => {
    expect(isSeen(inps, of)).toBe(expected);
  });

  it('X7, A8, S16: of its migration no dispute, no share of the cost, no scores and no order from another', () => {
    const migration = {
      migrationId: 'migration-1',
      decision: 'DISPUTED',
      delivery: 'NO_SUITABLE_SYSTEM',
      flags: ['ORDER_MISSING', 'DISPUTE'],
      businessCase: { version: '1.0' },
      agreed: { on: '2008-12-19', practicePercent: 40 },
      dispute: { disputeId: 'dispute-1' },
      selection: { candidates: ['INPS.VISION-3'] },
      selected: { productId: 'Microtest.EVOLUTION' },
      orders: [{ productId: 'Microtest.EVOLUTION' }, { productId: 'INPS.VISION-3' }],
    };
    const lists = { instances: [], notices: [], retention: [], proposals: [], findings: [] };
    const ofCustody = { custody: [], auditTrails: [], accessRequests: [] };
    const answer = { nothingOnRecord: false, migration, ...lists, ...ofCustody };
    const seen = seenOfPractice(inps, answer as unknown as PracticeQueryAnswer);
    expect(seen).toMatchObject({
      migration: {
        decision: 'REFUSED',
        delivery: 'SELECTING',
        flags: ['ORDER_MISSING'],
        businessCase: null,
        agreed: { on: '2008-12-19', practicePercent: null },
        dispute: null,
        selection: null,
        selected: null,
        orders: [{ productId: 'INPS.VISION-3' }],
      },
    });
    const selected = { productId: 'INPS.VISION-3' };
    const own = { ...answer, migration: { ...migration, selected } } as unknown as PracticeQueryAnswer;
    expect(seenOfPractice(inps, own)).toMatchObject({ migration: { selected } });
  });

  it('A33: of the funding its own intervals, summed anew', () => {
    const interval = (instance: string, payer: string, pence: number | null) => ({
      instance,
      payer,
      payerOrg: null,
      pence,
    });
    const answer = {
      intervals: [
        interval('E1', 'CENTRAL', 100),
        interval('V1', 'CENTRAL', 20),
        interval('V1', 'CENTRAL', 3),
        interval('V1', 'COMMISSIONER', null),
      ],
      totals: { byPayer: [], byInstance: [{ instance: 'E1' }, { instance: 'V1' }] },
    } as unknown as PracticeFunding;
    expect(seenOfFunding(inps, answer).totals).toEqual({
      byPayer: [
        { payer: 'CENTRAL', payerOrg: null, pence: 23, rowsWithoutPrice: 0 },
        { payer: 'COMMISSIONER', payerOrg: null, pence: 0, rowsWithoutPrice: 1 },
      ],
      byInstance: [{ instance: 'V1' }],
    });
  });
});

describe('X6: what a supplier sees that holds the data of another’s system', () => {
  const archivist = sight('SUP', 'Archivist') as SupplierSight;
  const entry = (type: string) =>
    ({
      type,
      payload: { instanceId: 'E1' },
      by: { name: 'X', role: 'PCT', org: '5ZZ' },
    }) as unknown as HistoryEntry;

  it('S31: who held them and who asks for them, and no more', () => {
    expect([...archivist.held]).toEqual(['E1']);
    expect(isSeen(archivist, entry('SourceDataHeldBy'))).toBe(true);
    expect(isSeen(archivist, entry('AuditAccessRequested'))).toBe(true);
    expect(isSeen(archivist, entry('NoticeGiven'))).toBe(false);
    const answer = {
      nothingOnRecord: false,
      ...{ instances: [{ instanceId: 'E1' }], notices: [], retention: [], proposals: [], findings: [] },
      custody: [{ instanceId: 'E1' }, { instanceId: 'V1' }],
      auditTrails: [{ instanceId: 'E1' }, { instanceId: 'V1' }],
      accessRequests: [{ instanceId: 'E1' }, { instanceId: 'V1' }],
    };
    expect(seenOfPractice(archivist, answer as unknown as PracticeQueryAnswer)).toMatchObject({
      instances: [],
      custody: [{ instanceId: 'E1' }],
      auditTrails: [{ instanceId: 'E1' }],
      accessRequests: [{ instanceId: 'E1' }],
    });
  });
});

describe('a commissioner’s funding', () => {
  it.each([
    ['PCT', '5ZZ', true],
    ['PCT', '99Z', false],
    ['PR', '5ZZ', false],
    ['SUP', '5ZZ', false],
    ['NAT', 'NATIONAL', true],
    ['AUD', 'AUDIT', true],
  ] as const)('%s of %s: %s', (role, org, expected) => {
    expect(mayReadCommissioner(person(role, org), '5ZZ')).toBe(expected);
  });
});

describe('S18, F5: what a supplier sees of the orders of a migration that went on to another’s system', () => {
  const services = [{ service: 'Deployment', chargePence: 120_000 }];
  const day = (effectiveDate: string) => ({ effectiveDate });
  const replaced = given(
    ...workedUntil('ordered'),
    command('amend-order', { ...day('2009-01-28'), trackingRef: 'TRACK-0001', services }),
    confirmed(
      command(
        'complete-selection',
        { ...day('2009-02-02'), winner: 'Microtest.EVOLUTION', candidates: ['Microtest.EVOLUTION'] },
        patel,
      ),
      reed,
    ),
    confirmed(
      command('select-system', {
        ...day('2009-02-03'),
        productId: 'Microtest.EVOLUTION',
        kind: 'FRAMEWORK',
      }),
      patel,
    ),
    command('cancel-order', { ...day('2009-02-04'), trackingRef: 'TRACK-0001', chargePence: 50_000 }),
    command('propose-date', { ...day('2009-02-04'), date: '2009-04-06' }, patel),
    command('agree-date', { ...day('2009-02-04'), proposalEventId: idOf(25) }, reed),
    command('agree-date', { ...day('2009-02-04'), proposalEventId: idOf(25) }, { ...moss, org: 'Microtest' }),
    command('place-order', { ...day('2009-02-05'), trackingRef: 'TRACK-0001', services }),
  );
  const file = replaced.history.events;
  const seenBy = (org: string) => {
    const own = sightOf(person('SUP', org), 'A00001', partiesIn(file), '2009-03-02') as SupplierSight;
    return file
      .filter(({ type }) => type.startsWith('MigrationOrder'))
      .filter(({ id, type, payload, metadata }) =>
        isSeen(own, { eventId: id, type, payload, by: metadata.actor } as unknown as HistoryEntry),
      )
      .map(({ type, payload }) => `${type} ${'effectiveDate' in payload ? payload.effectiveDate : ''}`);
  };

  it('the next one its own alone, and no charge of a competitor', () =>
    expect(seenBy('Microtest')).toEqual(['MigrationOrderPlaced 2009-02-05']));

  it('the former one its own still, with the charge of its cancellation', () =>
    expect(seenBy('INPS')).toEqual([
      'MigrationOrderPlaced 2009-01-26',
      'MigrationOrderAmended 2009-01-28',
      'MigrationOrderCancelled 2009-02-04',
    ]));
});
