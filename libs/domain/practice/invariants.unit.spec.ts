import { practiceAfter, told, type Told } from '../funding/funding.fixture.js';
import * as W from '../funding/worked-example.fixture.js';
import { brokenInvariants } from './invariants.js';

const [migrationId, other] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000009'];
const [noticeId, second] = ['00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000008'];

const broken = (...events: readonly Told[]) => brokenInvariants(practiceAfter(W.registered, W.e1, ...events));

const requested = (effectiveDate: string, id = migrationId) =>
  told('MigrationRequested', {
    effectiveDate,
    migrationId: id,
    ods: 'A00001',
    sourceInstanceId: 'E1',
    reasons: ['better recall'],
    yearsSinceLastGoLive: null,
  });
const abandoned = (effectiveDate: string) =>
  told('MigrationAbandoned', { effectiveDate, migrationId, stage: 'AGREED', cause: 'cost' });
const extracted = (at: string) =>
  told('DataExtractTaken', {
    effectiveDate: at.slice(0, 10),
    migrationId,
    kind: 'BACKUP_TAPE',
    purpose: 'FINAL',
    at,
    mediaRef: 'M-1',
    includesAuditTrail: false,
    encrypted: true,
  });
/** Live on 12 March 2009; the ids of events are their types. */
const live = (more: { readonly cutoverTime?: string; readonly finalExtractId?: string } = {}) =>
  told('GoLiveDeclared', {
    effectiveDate: '2009-03-12',
    migrationId,
    sourceInstanceId: 'E1',
    targetInstanceId: 'V1',
    plannedDate: null,
    ...more,
  });

describe('I1: one migration is open at a time', () => {
  it('I1: two are not, whether they are open now or were on one day', () => {
    expect(broken(requested('2008-11-10'))).toEqual([]);
    expect(broken(requested('2008-11-10'), requested('2008-11-10', other))).toEqual(['I1']);
    expect(broken(requested('2008-11-10'), requested('2008-12-01', other))).toEqual(['I1']);
  });
  it('I1: the next may be asked for on the day on which the first ended, and not before', () => {
    const ended = [requested('2008-11-10'), abandoned('2008-12-01')];
    expect(broken(...ended, requested('2008-12-01', other))).toEqual([]);
    expect(broken(...ended, requested('2008-11-30', other))).toEqual(['I1']);
    const sameDay = [requested('2008-11-10'), abandoned('2008-11-10')];
    expect(broken(...sameDay, requested('2008-11-10', other))).toEqual([]);
  });
});

describe('I3 S19 I6: the steps of a migration', () => {
  const agreed = (effectiveDate: string) =>
    told('ChangeAgreed', { effectiveDate, migrationId, conditions: [], decidedBy: 'J Patel' });
  const inMigration = [requested('2008-11-10')];

  it('I3: no system is selected before the day on which the PCT agreed', () => {
    expect(broken(...inMigration, agreed('2009-01-16'), W.selected('FRAMEWORK'))).toEqual([]);
    expect(broken(...inMigration, agreed('2009-01-17'), W.selected('FRAMEWORK'))).toEqual(['I3']);
    expect(broken(...inMigration, W.selected('FRAMEWORK'))).toEqual([]);
  });
  it('S19: no go-live without an extract by its day', () => {
    expect(broken(...inMigration, live())).toEqual(['S19']);
    expect(broken(...inMigration, extracted('2009-03-13T00:00'), live())).toEqual(['S19']);
    expect(broken(...inMigration, extracted('2009-03-12T23:59'), live())).toEqual([]);
    expect(
      broken(...inMigration, extracted('2009-03-12T08:00'), extracted('2009-03-13T08:00'), live()),
    ).toEqual([]);
  });
  it.each([
    ['2009-03-12T08:00', '08:00', 'DataExtractTaken-2', []],
    ['2009-03-12T08:01', '08:00', 'DataExtractTaken-2', ['I6']],
    ['2009-03-12T23:59', undefined, 'DataExtractTaken-2', []],
    ['2009-03-13T00:00', undefined, 'DataExtractTaken-2', ['I6']],
    ['2009-03-13T00:00', undefined, 'DataExtractTaken', []],
    ['2009-03-13T00:00', undefined, undefined, []],
  ])('I6: the second extract at %s, cutover at %s, the final one %s: %j', (at, cutoverTime, final, ids) => {
    const how = {
      ...(cutoverTime === undefined ? {} : { cutoverTime }),
      ...(final === undefined ? {} : { finalExtractId: final }),
    };
    expect(broken(...inMigration, extracted('2009-03-01T08:00'), extracted(at), live(how))).toEqual(ids);
  });
});

describe('F5 A20: the ways out of a migration', () => {
  it('F5: none is given up before it was asked for', () => {
    expect(broken(requested('2008-11-10'), abandoned('2008-11-10'))).toEqual([]);
    expect(broken(requested('2008-11-10'), abandoned('2008-11-09'))).toEqual(['F5']);
  });
  it('F5: no order is cancelled before it was placed', () => {
    const cancelled = (effectiveDate: string) =>
      told('MigrationOrderCancelled', { effectiveDate, migrationId, trackingRef: 'T-0001' });
    const order = [requested('2008-11-10'), W.ordered('2009-01-26')];
    expect(broken(...order)).toEqual([]);
    expect(broken(...order, cancelled('2009-01-26'))).toEqual([]);
    expect(broken(...order, cancelled('2009-01-25'))).toEqual(['F5']);
  });
  it('A20: no return to the source before the go-live', () => {
    const wasLive = [requested('2008-11-10'), extracted('2009-03-11T18:30'), live()];
    expect(broken(...wasLive, W.rolledBack('2009-03-12'))).toEqual([]);
    expect(broken(...wasLive, W.rolledBack('2009-03-11'))).toEqual(['A20']);
  });
});

describe('X1 S7: agreements and Call-Offs', () => {
  const signed = told('PctPracticeAgreementSigned', { effectiveDate: '2008-04-02', pct: '5ZZ' });
  const ended = (effectiveDate: string) => told('PctPracticeAgreementEnded', { effectiveDate, pct: '5ZZ' });
  const left = (effectiveDate: string) =>
    told('PracticeLeftCallOff', { effectiveDate, pct: '5ZZ', supplier: 'EMIS', instanceId: 'E1' });

  it('X1: an agreement may end on the day on which it began', () => {
    expect(broken(signed)).toEqual([]);
    expect(broken(signed, ended('2008-04-02'))).toEqual([]);
  });
  it('S7: a Call-Off may be joined again on the day after its last, and not on that day', () => {
    expect(broken(W.e1Joined(), left('2008-04-01'))).toEqual([]);
    expect(broken(W.e1Joined(), left('2008-12-31'), W.e1Joined('2009-01-01'))).toEqual([]);
    expect(broken(W.e1Joined(), left('2008-12-31'), W.e1Joined('2008-12-31'))).toEqual(['S7']);
  });
});

describe('I8 I9: notices', () => {
  const notice = (effectiveDate: string, endsOn: string | undefined, id = noticeId) =>
    told('NoticeGiven', {
      effectiveDate,
      noticeId: id,
      instanceId: 'E1',
      supplier: 'EMIS',
      method: 'letter',
      minMonths: 3,
      ...(endsOn === undefined ? {} : { endsOn }),
    });
  const contingent = told('NoticeGiven', {
    effectiveDate: '2009-01-20',
    noticeId,
    instanceId: 'E1',
    supplier: 'EMIS',
    method: 'letter',
    minMonths: 3,
    contingentOn: { migrationId, endConvention: 'CORRESPONDING_DATE', basis: 'GIVEN' },
  });
  const withdrawn = (effectiveDate: string) =>
    told('NoticeWithdrawn', { effectiveDate, noticeId, instanceId: 'E1' });
  const extended = (effectiveDate: string, newEndsOn: string) =>
    told('NoticeExtended', {
      effectiveDate,
      noticeId,
      instanceId: 'E1',
      newEndsOn,
      problemCategory: 'prescribing',
    });
  const given = notice('2009-03-20', '2009-06-20');

  it('I8 R9: ends on its own day at the earliest; only a contingent one may have no end', () => {
    expect(broken(notice('2009-03-20', '2009-03-20'))).toEqual([]);
    expect(broken(notice('2009-03-20', '2009-03-19'))).toEqual(['I8']);
    expect(broken(notice('2009-03-20', undefined))).toEqual(['I8']);
    expect(broken(requested('2008-11-10'), contingent)).toEqual([]);
  });
  it('I9: two do not run on one day', () => {
    expect(broken(given, notice('2009-06-21', '2009-09-21', second))).toEqual([]);
    expect(broken(given, notice('2009-06-20', '2009-09-21', second))).toEqual(['I9']);
    expect(broken(notice('2009-06-21', '2009-09-21', second), given)).toEqual([]);
    expect(broken(given, notice('2009-04-01', '2009-04-01', second))).toEqual(['I9']);
    expect(broken(notice('2009-06-20', '2009-09-21', second), given)).toEqual(['I9']);
    expect(broken(requested('2008-11-10'), contingent, notice('2012-06-20', '2012-09-21', second))).toEqual([
      'I9',
    ]);
  });
  it('I9: three do not run on one day either, whichever two of them would', () => {
    const [early, late] = [
      notice('2008-05-01', '2008-08-01', other),
      notice('2009-06-01', '2009-09-01', second),
    ];
    expect(broken(early, given, late)).toEqual(['I9']);
    expect(broken(given, early, late)).toEqual(['I9']);
  });
  it('I9 F8: a withdrawn one runs to the day before its withdrawal', () => {
    expect(broken(given, withdrawn('2009-04-02'), notice('2009-04-02', '2009-07-02', second))).toEqual([]);
    expect(broken(given, withdrawn('2009-04-02'), notice('2009-04-01', '2009-07-02', second))).toEqual([
      'I9',
    ]);
    expect(broken(given, withdrawn('2009-03-20'), notice('2009-03-20', '2009-07-02', second))).toEqual([]);
  });
  it('I9 A5 F8: nor does a contingent one without an end run any more once it is withdrawn', () => {
    const before = [requested('2008-11-10'), contingent, withdrawn('2009-02-01')];
    expect(broken(...before, notice('2009-02-01', '2009-05-10', second))).toEqual([]);
    expect(broken(...before, notice('2009-01-31', '2009-05-10', second))).toEqual(['I9']);
  });
  it('I9 A5: a contingent one that lapsed stands in no other’s way', () => {
    const lapsed = [requested('2008-11-10'), contingent, abandoned('2009-02-01')];
    expect(broken(...lapsed, notice('2009-02-10', '2009-05-10', second))).toEqual([]);
  });
  it.each([
    ['2009-03-20', '2009-06-21', []],
    ['2009-06-20', '2009-06-21', []],
    ['2009-06-21', '2009-06-22', ['I9']],
    ['2009-03-19', '2009-06-21', ['I9']],
    ['2009-05-29', '2009-06-20', ['I9']],
    ['2009-05-29', '2009-06-19', ['I9']],
  ])('I9 A9: an extension said on %s, to %s: %j', (on, newEndsOn, ids) => {
    expect(broken(given, extended(on, newEndsOn))).toEqual(ids);
  });
  it.each([
    ['2009-07-20', '2009-07-31', []],
    ['2009-06-21', '2009-07-21', []],
    ['2009-06-21', '2009-07-20', ['I9']],
    ['2009-07-21', '2009-07-31', ['I9']],
  ])('I9 A9: a second extension said on %s, to %s, is measured by the first: %j', (on, newEndsOn, ids) => {
    expect(broken(given, extended('2009-05-29', '2009-07-20'), extended(on, newEndsOn))).toEqual(ids);
  });
  it('I9 A9: of a contingent notice the first extension has no end before it', () => {
    expect(broken(requested('2008-11-10'), contingent, extended('2009-05-29', '2009-07-31'))).toEqual([]);
  });

  describe('I10 I11: retention', () => {
    const option = (name: 'FULL' | 'SINGLE_USER' | 'DATR', from: string, effectiveDate = from) =>
      told('RetentionOrdered', {
        effectiveDate,
        instanceId: 'E1',
        option: name,
        from,
        payer: 'COMMISSIONER',
        priceSnapshot: null,
      });
    const endsOn = (name: 'FULL' | 'SINGLE_USER', until: string) =>
      told('RetentionEnded', { effectiveDate: until, instanceId: 'E1', option: name, until });

    it('I10: full retention and a notice do not meet, any other option may', () => {
      const full = [option('FULL', '2008-06-01'), endsOn('FULL', '2009-03-19')];
      expect(broken(...full, given)).toEqual([]);
      expect(broken(option('FULL', '2008-06-01'), endsOn('FULL', '2009-03-20'), given)).toEqual(['I10']);
      expect(broken(option('SINGLE_USER', '2008-06-01'), given)).toEqual([]);
      expect(broken(notice('2008-05-01', '2008-05-31', second), given, option('FULL', '2009-06-20'))).toEqual(
        ['I10'],
      );
    });
    it('I11: two options do not hold on one day', () => {
      const first = [option('SINGLE_USER', '2009-06-21'), endsOn('SINGLE_USER', '2009-12-31')];
      expect(broken(...first, option('DATR', '2010-01-01'))).toEqual([]);
      expect(broken(...first, option('DATR', '2009-12-31'))).toEqual(['I11']);
      expect(broken(option('SINGLE_USER', '2009-06-21'), option('DATR', '2011-10-01'))).toEqual(['I11']);
    });
  });
});
