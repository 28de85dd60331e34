import type {
  HistoryEntry,
  PracticeFunding,
  PracticeParties,
  PracticeQueryAnswer,
} from '#read-models/index.js';
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
        orders: [{ productId: 'INPS.VISION-3' }],
      },
    });
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
