import { reference } from '#testing/fixture.js';
import { practiceAfter, told, type Told } from '../funding/funding.fixture.js';
import * as W from '../funding/worked-example.fixture.js';
import { practiceAnswer } from './answer.js';

const [first, second] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000009'];
const answer = (on: string, ...events: readonly Told[]) =>
  practiceAnswer(practiceAfter(W.registered, W.e1, W.e1Joined(), ...events), reference, on, true)!;

const notice = (noticeId: string, instanceId: string, effectiveDate: string, endsOn: string) =>
  told('NoticeGiven', {
    effectiveDate,
    noticeId,
    instanceId,
    supplier: 'EMIS',
    method: 'letter',
    minMonths: 3,
    endsOn,
  });
const withdrawn = (noticeId: string, instanceId: string, effectiveDate: string) =>
  told('NoticeWithdrawn', { effectiveDate, noticeId, instanceId });
const live = [W.requested, W.v1, W.v1Joined(), W.wentLive('2009-03-12')];
const again = [
  told('MigrationRequested', {
    effectiveDate: '2009-04-01',
    migrationId: second,
    ods: 'A00001',
    sourceInstanceId: 'V1',
    reasons: ['slow'],
    yearsSinceLastGoLive: 0,
  }),
  told('SystemInstanceRegistered', {
    effectiveDate: '2009-05-01',
    instanceId: 'E2',
    productId: 'EMIS.EMIS-PCS',
    supplier: 'EMIS',
    level: 2,
    contract: 'GPSOC',
    hosting: 'LOCAL_SERVER',
    chooseAndBook: true,
    etp: true,
    migrationId: second,
  }),
  told('GoLiveDeclared', {
    effectiveDate: '2009-05-01',
    migrationId: second,
    sourceInstanceId: 'V1',
    targetInstanceId: 'E2',
    plannedDate: null,
  }),
];

describe('R4 R10 O2: the practice itself on a day', () => {
  it('R10: names its registration, and has no state before it', () => {
    expect(answer('2006-09-30').state).toBeNull();
    expect(answer('2006-10-01').state).not.toBeNull();
    expect(answer('2006-10-01').registered).toStrictEqual({
      on: '2006-10-01',
      rule: 'R10',
      events: ['PracticeRegistered'],
    });
  });
  it('R4: has no commissioner before the first', () => {
    expect(answer('2006-09-30').commissioner).toBeNull();
    expect(answer('2006-10-01').commissioner).toStrictEqual({
      code: '5ZZ',
      from: '2006-10-01',
      rule: 'R4',
      events: ['PracticeRegistered'],
    });
  });
  it('O2: is closed from the day after its last, by the event that closed it', () => {
    const closed = told('PracticeClosed', { effectiveDate: '2010-03-31' });
    expect(answer('2010-03-31', closed).closed).toBeNull();
    expect(answer('2010-04-01', closed).closed).toStrictEqual({
      on: '2010-03-31',
      rule: 'O2',
      events: ['PracticeClosed'],
    });
    expect(answer('2010-04-01').closed).toBeNull();
  });
});

describe('A31 F6 S33: around a go-live', () => {
  it('A31 F6: both systems held the record on its day, and on that of the return', () => {
    const fact = { source: 'E1', target: 'V1', at: null };
    expect(answer('2009-03-11', ...live).cutover).toBeNull();
    expect(answer('2009-03-12', ...live).cutover).toStrictEqual({
      ...fact,
      held: 'Both, cutover time not recorded',
      rule: 'A31',
      events: ['GoLiveDeclared'],
    });
    expect(answer('2009-04-30', ...live).cutover).toBeNull();
    expect(answer('2009-04-30', ...live, W.rolledBack('2009-04-30')).cutover).toStrictEqual({
      ...fact,
      held: 'Both: the practice returned from V1 to E1',
      rule: 'F6',
      events: ['MigrationRolledBack'],
    });
  });
  it('S33: there is no bedding-in where the source was on no Call-Off', () => {
    const uncovered = practiceAfter(W.registered, W.e1, ...live);
    expect(practiceAnswer(uncovered, reference, '2009-03-12', true)?.beddingIn).toBeNull();
    expect(answer('2009-03-12', ...live).beddingIn).toMatchObject({ lastFundedDay: '2009-06-12' });
  });
});

describe('A21 A5: the notice that matters most', () => {
  const shown = (on: string, ...events: readonly Told[]) => answer(on, ...events).notice?.noticeId ?? null;
  const one = notice(first, 'E1', '2009-03-20', '2009-06-20');

  it('S34: is the latest to the source of the latest go-live', () => {
    const later = notice(second, 'E1', '2009-04-10', '2009-07-10');
    expect(shown('2009-03-19', ...live, one)).toBeNull();
    expect(shown('2009-03-20', ...live, one)).toBe(first);
    expect(shown('2009-04-10', ...live, one, withdrawn(first, 'E1', '2009-04-01'), later)).toBe(second);
    expect(
      shown('2009-05-01', ...live, one, ...again, notice(second, 'V1', '2009-05-01', '2009-08-01')),
    ).toBe(second);
  });
  it('A21: is one that still runs to an earlier source, to its last day of service', () => {
    expect(shown('2009-06-20', ...live, one, ...again)).toBe(first);
    expect(shown('2009-06-21', ...live, one, ...again)).toBeNull();
  });
  it('A21 R8: is a short one to an earlier source too, to its last day', () => {
    const short = notice(first, 'E1', '2009-03-20', '2009-05-20');
    expect(answer('2009-05-20', ...live, short, ...again).notice).toMatchObject({ status: 'SHORT' });
    expect(shown('2009-05-21', ...live, short, ...again)).toBeNull();
  });
  it('A21: of an earlier source’s it is none that was withdrawn', () => {
    const events = [...live, one, withdrawn(first, 'E1', '2009-04-01'), ...again];
    expect(shown('2009-05-10', ...events)).toBeNull();
  });
  it('A5: else it is the latest to a system that nobody left, also one that was withdrawn', () => {
    const gone = [one, withdrawn(first, 'E1', '2009-04-01')];
    expect(shown('2009-04-02', ...gone)).toBe(first);
    const later = notice(second, 'E1', '2009-04-10', '2009-07-10');
    expect(shown('2009-04-21', ...gone, later, withdrawn(second, 'E1', '2009-04-20'))).toBe(second);
  });
});
