import { command, confirmed, given, type Given } from '#testing/decisions.js';
import { cole, hart, idOf, patel, reed, reference } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { findings } from './index.js';
import type { FindingCode } from './finding.js';

const told = ({ state }: Given, on: string, code: FindingCode) =>
  findings(state, reference, on).filter((one) => one.code === code);
const live = given(...workedUntil('live'));
const notice = { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' };
const plain = live.and(command('give-notice', notice));
const rollBack = (effectiveDate: string) =>
  confirmed(command('roll-back', { effectiveDate, cause: 'Repeat prescriptions fail' }, reed), patel);
const correctedTo = (effectiveDate: string) =>
  confirmed(
    command('correct-go-live', { effectiveDate, reason: 'Cutover log' }, patel, '2009-04-02T09:50:00.000Z'),
    cole,
  );

describe('A10: a source that was left, and no notice of it', () => {
  it('A10: is told from go-live on, at no cost yet', () => {
    expect(told(live, '2009-03-10', 'NO_NOTICE_GIVEN')).toEqual([]);
    expect(told(live, '2009-03-11', 'NO_NOTICE_GIVEN')).toEqual([
      {
        code: 'NO_NOTICE_GIVEN',
        rule: 'A10',
        message:
          'No notice has been given for E1: 0 days of local cost so far; given on 2009-03-11 it would end on 2009-06-11 at the earliest, with 0 days.',
        events: [idOf(25)],
        instanceId: 'E1',
      },
    ]);
    expect(told(live, '2009-06-12', 'NO_NOTICE_GIVEN')).toMatchObject([
      { message: expect.stringContaining('1 day of local cost so far') },
    ]);
  });

  it('A10, R8: to the last day of its service', () => {
    const ended = live.and(
      command('end-source-service', { effectiveDate: '2009-07-31', instanceId: 'E1', reason: 'Agreed' }),
    );
    expect(told(ended, '2009-07-31', 'NO_NOTICE_GIVEN')).toHaveLength(1);
    expect(told(ended, '2009-08-01', 'NO_NOTICE_GIVEN')).toEqual([]);
  });

  it('A10, F8: again from the withdrawal of the notice', () => {
    const withdrawn = plain.and(
      confirmed(command('withdraw-notice', { effectiveDate: '2009-06-01', instanceId: 'E1' }), hart),
    );
    expect(told(withdrawn, '2009-05-31', 'NO_NOTICE_GIVEN')).toEqual([]);
    expect(told(withdrawn, '2009-06-01', 'NO_NOTICE_GIVEN')).toHaveLength(1);
    expect(told(withdrawn, '2009-07-01', 'SERVICE_END_NOT_RECORDED')).toEqual([]);
    expect(told(withdrawn.and(correctedTo('2009-03-25')), '2009-06-01', 'NOTICE_EARLY')).toEqual([]);
  });

  it('A10, A12: not of a source that no Call-Off covers: it has no bedding-in', () => {
    const until = workedUntil('replanned');
    const uncovered = given(
      ...until,
      command('leave-call-off', { effectiveDate: '2009-02-26', instanceId: 'E1' }, patel),
      ...workedUntil('live').slice(until.length),
    );
    expect(told(uncovered, '2009-03-12', 'NO_NOTICE_GIVEN')).toEqual([]);
  });

  it('A10, A20: not of a go-live that was rolled back, from that day on', () => {
    const back = live.and(rollBack('2009-04-30'));
    expect(told(back, '2009-04-29', 'NO_NOTICE_GIVEN')).toHaveLength(1);
    expect(told(back, '2009-05-01', 'NO_NOTICE_GIVEN')).toEqual([]);
  });
});

describe('A19: a notice that go-live’s correction leaves unfit', () => {
  const moved = (day: string) => plain.and(correctedTo(day));

  it('A19: is early where go-live came after it, not on its own day', () => {
    expect(told(moved('2009-03-20'), '2009-04-02', 'NOTICE_EARLY')).toEqual([]);
    expect(told(moved('2009-03-21'), '2009-04-02', 'NOTICE_EARLY')).toMatchObject([
      {
        rule: 'A19',
        message: 'The notice for E1 was given on 2009-03-20, before Business Go Live of 2009-03-21.',
        instanceId: 'E1',
      },
    ]);
    expect(told(moved('2009-03-21'), '2009-04-02', 'NOTICE_SHORT')).toMatchObject([
      { message: 'The notice for E1 ends on 2009-06-20, 1 day before its minimum of 2009-06-21.' },
    ]);
    expect(told(moved('2009-03-20'), '2009-04-02', 'NOTICE_SHORT')).toEqual([]);
    const withoutPolicy = { ...reference, policy: { ...reference.policy, sets: [] } };
    expect(
      findings(moved('2009-03-21').state, withoutPolicy, '2009-04-02').map(({ code }) => code),
    ).not.toContain('NOTICE_EARLY');
  });
});

describe('R8: an end of service that is not on record', () => {
  it('R8: is told from the day after the notice’s end, until it is', () => {
    expect(told(plain, '2009-06-20', 'SERVICE_END_NOT_RECORDED')).toEqual([]);
    expect(told(plain, '2009-06-21', 'SERVICE_END_NOT_RECORDED')).toEqual([
      {
        code: 'SERVICE_END_NOT_RECORDED',
        rule: 'R8',
        message: 'The notice for E1 ended on 2009-06-20, and no end of its service is on record.',
        events: [idOf(26)],
        instanceId: 'E1',
      },
    ]);
    const ended = plain.and(command('end-source-service', { effectiveDate: '2009-06-20', instanceId: 'E1' }));
    expect(told(ended, '2009-06-21', 'SERVICE_END_NOT_RECORDED')).toEqual([]);
    expect(told(live, '2019-01-01', 'SERVICE_END_NOT_RECORDED')).toEqual([]);
  });
});

describe('A6: a day of notice that the supplier disputes', () => {
  const dispute = (effectiveDate: string, claimedOn?: string) =>
    command(
      'dispute-notice',
      {
        effectiveDate,
        instanceId: 'E1',
        grounds: 'No letter came',
        ...(claimedOn !== undefined && { claimedOn }),
      },
      hart,
    );
  const disputed = plain.and(dispute('2009-03-27'), dispute('2009-04-03', '2009-03-30'));
  const one = (of: Given, on: string) => told(of, on, 'NOTICE_DATE_DISPUTED');

  it('A6: is told by the latest dispute of the day, with the day that it claims', () => {
    expect(one(disputed, '2009-03-26')).toEqual([]);
    expect(one(disputed, '2009-03-27')).toEqual([
      {
        code: 'NOTICE_DATE_DISPUTED',
        rule: 'A6',
        message: 'EMIS disputes that notice for E1 was given on 2009-03-20: No letter came',
        events: [idOf(26), idOf(27)],
        instanceId: 'E1',
      },
    ]);
    expect(one(disputed, '2009-04-02')).toMatchObject([{ events: [idOf(26), idOf(27)] }]);
    expect(one(disputed, '2009-04-03')).toMatchObject([
      {
        message:
          'EMIS disputes that notice for E1 was given on 2009-03-20, and says 2009-03-30: No letter came',
        events: [idOf(26), idOf(28)],
      },
    ]);
  });

  it('A6: until the supplier acknowledges the notice, on the day of its dispute at the earliest', () => {
    const acknowledged = (effectiveDate: string) =>
      command('acknowledge-notice', { effectiveDate, instanceId: 'E1', receivedOn: '2009-03-24' }, hart);
    const after = disputed.and(acknowledged('2009-04-06'));
    expect(one(after, '2009-04-05')).toHaveLength(1);
    expect(one(after, '2009-04-06')).toEqual([]);
    expect(one(disputed.and(acknowledged('2009-04-03')), '2009-04-03')).toEqual([]);
    const before = plain.and(acknowledged('2009-03-25'), dispute('2009-03-27'));
    expect(one(before, '2009-03-27')).toHaveLength(1);
  });

  it('A6, F8: until it is withdrawn', () => {
    const withdrawn = disputed.and(
      confirmed(command('withdraw-notice', { effectiveDate: '2009-06-01', instanceId: 'E1' }), hart),
    );
    expect(one(withdrawn, '2009-05-31')).toHaveLength(1);
    expect(one(withdrawn, '2009-06-01')).toEqual([]);
  });
});
