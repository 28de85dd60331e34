import { command, confirmed, given, inReference, type Given } from '#testing/decisions.js';
import { cole, idOf, national, patel, reference, withSupplier } from '#testing/fixture.js';
import { secondMigration, workedUntil } from '#testing/worked-data-set.js';
import { emptyReference, type Reference } from '../../reference.js';
import type { SupplierCommand } from '../../supplier/commands.js';
import { practiceAnswer } from '../answer.js';
import type { PracticeState } from '../state.js';
import { findings } from './index.js';

const found = (state: PracticeState, on: string, code: string, facts: Reference) =>
  findings(state, facts, on).filter((one) => one.code === code);
const instance = (state: PracticeState, on: string, id: string, facts: Reference) =>
  practiceAnswer(state, facts, on, true)?.instances.find(({ instanceId }) => instanceId === id);
const withEmis = (...commands: readonly SupplierCommand[]) =>
  commands.reduce((facts, one) => withSupplier(facts, 'EMIS', one), reference);
const withInps = (...commands: readonly SupplierCommand[]) =>
  commands.reduce((facts, one) => withSupplier(facts, 'INPS', one), reference);
const lv = { productId: 'EMIS.EMIS-LV' };
const installed = given(...workedUntil('installed'));
const contact = (effectiveDate: string) =>
  command('record-contact', {
    effectiveDate,
    participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
    optionsConsidered: ['Await Level 2', 'Migrate'],
  });

describe('S4 S5: a practice on a system that is not on the list', () => {
  const bare = withEmis({
    name: 'withdraw-level',
    body: { ...lv, effectiveDate: '2008-06-01', level: 1 },
  });
  const planned = withSupplier(bare, 'EMIS', {
    name: 'plan-level-2',
    body: { ...lv, effectiveDate: '2008-07-01', plannedFor: '2009-10-01' },
  });
  it('S5: the finding names the options: the supplier’s planned version, or a migration', () => {
    expect(found(installed.state, '2008-06-30', 'APPROACH_PCT', planned)).toMatchObject([
      { rule: 'S4', message: expect.stringContaining('of which EMIS has no plan on record, or to begin') },
    ]);
    expect(found(installed.state, '2008-07-01', 'APPROACH_PCT', planned)).toMatchObject([
      { message: expect.stringContaining('the Level 2 version that EMIS plans for 2009-10-01, or to begin') },
    ]);
  });
  it('S4 S10: a contact since the system fell off the list answers it', () => {
    const before = installed.and(contact('2008-05-31'));
    expect(found(before.state, '2008-06-30', 'APPROACH_PCT', bare)).toHaveLength(1);
    const since = installed.and(contact('2008-06-01'));
    expect(found(since.state, '2008-05-31', 'APPROACH_PCT', bare)).toEqual([]);
    expect(found(since.state, '2008-06-30', 'APPROACH_PCT', bare)).toEqual([]);
  });
  it('S4: so it is with a product that nobody lists', () => {
    expect(found(installed.state, '2008-06-30', 'APPROACH_PCT', emptyReference)).toHaveLength(1);
    const { state } = installed.and(contact('2008-06-10'));
    expect(found(state, '2008-06-30', 'APPROACH_PCT', emptyReference)).toEqual([]);
  });
});

describe('A29 F14: compliance is lost after sign-up', () => {
  const lowered = withEmis({
    name: 'withdraw-level',
    body: { ...lv, effectiveDate: '2008-11-01', level: 1 },
  });
  const LOWERED = lowered.suppliers['EMIS']?.levels.findLast(
    ({ productId }) => productId === lv.productId,
  )?.eventId;
  it('A29 F14: is a finding and a flag of the instance, from the day on which the level is lost', () => {
    expect(found(installed.state, '2008-10-31', 'COMPLIANCE_AT_RISK', lowered)).toEqual([]);
    expect(found(installed.state, '2008-11-01', 'COMPLIANCE_AT_RISK', lowered)).toMatchObject([
      { rule: 'A29', instanceId: 'E1', message: expect.stringContaining('at Level 1 on 2008-11-01') },
    ]);
    expect(instance(installed.state, '2008-11-01', 'E1', lowered)?.flags).toEqual(['COMPLIANCE_AT_RISK']);
  });
  it('A29 A15: says which is too low, the product or the system as it is installed', () => {
    const downgrade = { effectiveDate: '2008-11-01', instanceId: 'E1', version: '5.0', level: 1 };
    const { state } = installed.and(command('upgrade-system', downgrade));
    expect(found(state, '2008-11-01', 'COMPLIANCE_AT_RISK', reference)).toMatchObject([
      {
        message:
          'E1 is installed at Level 1 on 2008-11-01, while a Call-Off covers E1: its sign-up is to be reviewed.',
        events: [idOf(3), idOf(4), idOf(5)],
      },
    ]);
    expect(found(state, '2008-11-01', 'COMPLIANCE_AT_RISK', lowered)).toMatchObject([
      { message: expect.stringContaining('EMIS.EMIS-LV is at Level 1'), events: [idOf(3), idOf(4), LOWERED] },
    ]);
    expect(found(state, '2008-11-01', 'APPROACH_PCT', reference)).toMatchObject([
      { message: expect.stringContaining('E1 is installed at Level 1 on 2008-11-01: the practice should') },
    ]);
    expect(found(installed.state, '2008-11-01', 'COMPLIANCE_AT_RISK', lowered)).toMatchObject([
      {
        message:
          'EMIS.EMIS-LV is at Level 1 on 2008-11-01, while a Call-Off covers E1: its sign-up is to be reviewed.',
      },
    ]);
  });
  it('A29: rests once on its registration, where a correction of that shows the level to be lower', () => {
    const correction = {
      effectiveDate: '2008-11-01',
      targetEventId: idOf(3),
      field: 'level',
      was: 3,
      now: 1,
      reason: 'As the supplier says',
    };
    const { state } = installed.and(confirmed(command('correct-record', correction, patel), cole));
    expect(found(state, '2008-11-01', 'COMPLIANCE_AT_RISK', reference)).toMatchObject([
      { message: expect.stringContaining('E1 is installed at Level 1'), events: [idOf(3), idOf(4)] },
    ]);
  });
  it('A29 F14: and of the migration whose source or target it is', () => {
    const { state } = given(...workedUntil('requested'));
    expect(practiceAnswer(state, lowered, '2008-11-10', true)?.migration?.flags).toEqual([
      'COMPLIANCE_AT_RISK',
    ]);
    const target = withInps({
      name: 'withdraw-level',
      body: { productId: 'INPS.VISION-3', effectiveDate: '2009-03-12', level: null },
    });
    const live = given(...workedUntil('live')).state;
    expect(practiceAnswer(live, target, '2009-03-12', true)?.migration?.flags).toEqual([
      'COMPLIANCE_AT_RISK',
    ]);
  });
  it('A29: not of a system that no Call-Off covers', () => {
    const { state } = given(...workedUntil('installed').slice(0, 3));
    expect(found(state, '2008-11-01', 'COMPLIANCE_AT_RISK', lowered)).toEqual([]);
  });
  it('A29: a national suspension is told, with its day', () => {
    const facts = withEmis({
      name: 'suspend-central-funding',
      body: { ...lv, effectiveDate: '2009-01-01' },
    });
    expect(found(installed.state, '2009-01-01', 'FUNDING_SUSPENDED', facts)).toMatchObject([
      { rule: 'A29', message: expect.stringContaining('since 2009-01-01') },
    ]);
    expect(instance(installed.state, '2009-01-01', 'E1', facts)?.flags).toEqual([
      'CENTRAL_FUNDING_SUSPENDED',
    ]);
  });
});

describe('F12: a supplier withdraws a system', () => {
  const announced = withInps({
    name: 'announce-withdrawal',
    body: { productId: 'INPS.VISION-3', effectiveDate: '2009-07-01', lastDay: '2010-06-30' },
  });
  const live = given(...workedUntil('live'));
  it('F12: the practices that have it are told of the last day', () => {
    expect(found(live.state, '2009-06-30', 'WITHDRAWAL_ANNOUNCED', announced)).toEqual([]);
    expect(found(live.state, '2009-07-01', 'WITHDRAWAL_ANNOUNCED', announced)).toMatchObject([
      { rule: 'F12', instanceId: 'V1', message: expect.stringContaining('2010-06-30 as its last day') },
    ]);
  });
  it('F12 A21 X2: waives the three-year rule, and the migration is flagged as forced', () => {
    const request = {
      effectiveDate: '2009-07-02',
      sourceInstanceId: 'V1',
      reasons: ['Withdrawn'],
    };
    live.when('request-migration', request).thenRefused('REASON_REQUIRED');
    const early = inReference(announced, ...workedUntil('live'));
    const { decision, history } = early.when('request-migration', request).decided;
    expect(decision).toMatchObject({
      kind: 'accepted',
      events: [{ payload: expect.not.objectContaining({ flags: expect.anything() }) }],
    });
    expect(practiceAnswer(history.state, announced, '2009-07-02', true)?.migration?.flags).toEqual([
      'FORCED_MIGRATION',
    ]);
    early
      .when('request-migration', { ...request, effectiveDate: '2009-06-30' })
      .thenRefused('REASON_REQUIRED');
  });
  it('F12 S28: what was promised of the withdrawn product’s audit trail is to be reviewed', () => {
    const facts = withEmis({
      name: 'announce-withdrawal',
      body: { ...lv, effectiveDate: '2010-02-01', lastDay: '2011-03-31' },
    });
    const { state } = given(...workedUntil('serviceEnded'));
    expect(found(state, '2010-01-31', 'RETENTION_TO_REVIEW', facts)).toEqual([]);
    expect(found(state, '2010-02-01', 'RETENTION_TO_REVIEW', facts)).toMatchObject([
      { rule: 'F12', instanceId: 'E1', message: expect.stringContaining('option SINGLE_USER of E1') },
    ]);
    expect(found(state, '2010-02-01', 'WITHDRAWAL_ANNOUNCED', facts)).toEqual([]);
  });
});

describe('F12: of two options that were ordered', () => {
  it('F12: the one that is not over yet is to be reviewed', () => {
    const facts = withEmis({
      name: 'announce-withdrawal',
      body: { ...lv, effectiveDate: '2010-02-01', lastDay: '2011-03-31' },
    });
    const { state } = given(...workedUntil('retentionChanged'));
    const told = (on: string) =>
      found(state, on, 'RETENTION_TO_REVIEW', facts).map(({ message }) => message.split(': ')[1]);
    expect(told('2011-09-30')).toEqual([
      'whether EMIS can keep to the option SINGLE_USER of E1 is to be reviewed.',
    ]);
    expect(told('2011-10-01')).toEqual(['whether EMIS can keep to the option DATR of E1 is to be reviewed.']);
  });
});

describe('F13: a supplier ceases', () => {
  it('F13: says nothing of a system that is not installed yet', () => {
    const facts = withEmis({ name: 'cease-supplier', body: { effectiveDate: '2009-05-31' } });
    const { state } = given(...workedUntil('live')).and(...secondMigration('2009-06-15'));
    const told = (on: string) =>
      found(state, on, 'DATA_HOLDER_CEASED', facts).map(({ instanceId }) => instanceId);
    expect(told('2009-06-14')).toEqual(['E1']);
    expect(told('2009-06-15')).toEqual(['E1', 'E2']);
  });

  it('F13: who holds its data is to be recorded, of ended systems too', () => {
    const facts = withEmis({
      name: 'cease-supplier',
      body: { effectiveDate: '2012-03-31', successor: 'INPS' },
    });
    const { state } = given(...workedUntil('retentionChanged'));
    expect(found(state, '2012-03-30', 'DATA_HOLDER_CEASED', facts)).toEqual([]);
    expect(found(state, '2012-03-31', 'DATA_HOLDER_CEASED', facts)).toMatchObject([
      { rule: 'F13', instanceId: 'E1', message: expect.stringContaining('INPS succeeds it') },
    ]);
    expect(instance(state, '2012-03-31', 'E1', facts)?.flags).toEqual(['SUPPLIER_CEASED']);
  });
});

describe('X3: a system that nobody covers, nor opted out', () => {
  const bare = given(...workedUntil('installed').slice(0, -1));
  const one = ({ state }: Given, on: string) => found(state, on, 'NOT_ON_CALL_OFF', reference);

  it('X3: is told from its first day to the day before its Call-Off, or the practice’s last', () => {
    expect(one(bare, '2008-03-31')).toEqual([]);
    expect(one(bare, '2008-04-01')).toEqual([
      {
        code: 'NOT_ON_CALL_OFF',
        rule: 'X3',
        message:
          'The Call-Off of 5ZZ with EMIS covers practices by default: E1 is neither joined to it nor opted out on 2008-04-01.',
        events: [idOf(3)],
        instanceId: 'E1',
      },
    ]);
    const joined = bare.and(
      command('join-call-off', { effectiveDate: '2008-05-01', instanceId: 'E1' }, patel),
    );
    expect(one(joined, '2008-04-30')).toHaveLength(1);
    expect(one(joined, '2008-05-01')).toEqual([]);
    const closed = bare.and(command('close-practice', { effectiveDate: '2008-06-30' }, national));
    expect(one(closed, '2008-06-30')).toHaveLength(1);
    expect(one(closed, '2008-07-01')).toEqual([]);
  });

  it('X3: not of a source from its go-live on', () => {
    const until = workedUntil('replanned');
    const left = given(
      ...until,
      command('leave-call-off', { effectiveDate: '2009-02-26', instanceId: 'E1' }, patel),
      ...workedUntil('live').slice(until.length),
    );
    expect(one(left, '2009-03-10').map(({ instanceId }) => instanceId)).toEqual(['E1']);
    expect(one(left, '2009-03-11')).toEqual([]);
  });
});
