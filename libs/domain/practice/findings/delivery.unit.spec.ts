import { command, confirmed, given, type Given } from '#testing/decisions.js';
import { idOf, moss, national, patel, reed, reference } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { findings } from './index.js';
import type { FindingCode } from './finding.js';

const told = ({ state }: Given, on: string, code: FindingCode) =>
  findings(state, reference, on).filter((one) => one.code === code);
const extracted = given(...workedUntil('extracted'));
const abandon = (effectiveDate: string) =>
  confirmed(command('abandon-migration', { effectiveDate, cause: 'The supplier withdrew' }, reed), patel);
const report = (effectiveDate: string) => command('report-go-live', { effectiveDate }, moss);

describe('S23: a problem with obtaining data', () => {
  const problemId = idOf(25);
  const tracked = extracted.and(
    command('raise-data-access-problem', { effectiveDate: '2009-03-10', problem: 'Illegible' }, reed),
    command('escalate-data-access-problem', { effectiveDate: '2009-03-16', problemId }, patel),
    command(
      'resolve-data-access-problem',
      { effectiveDate: '2009-03-23', problemId, resolution: 'Sent again' },
      national,
    ),
  );
  const one = (on: string) => told(tracked, on, 'DATA_ACCESS_PROBLEM');

  it('S23, F4: is told from its day to its resolution, and with whom it is', () => {
    expect(one('2009-03-09')).toEqual([]);
    expect(one('2009-03-15')).toEqual([
      {
        code: 'DATA_ACCESS_PROBLEM',
        rule: 'S23',
        message:
          'The problem with obtaining data that A00001 raised on 2009-03-10 is open for 5 days, not put to the national team.',
        events: [idOf(25)],
        instanceId: 'E1',
      },
    ]);
    expect(one('2009-03-16')).toMatchObject([
      {
        message:
          'The problem with obtaining data that A00001 raised on 2009-03-10 is open for 6 days, with the national team since 2009-03-16.',
        events: [idOf(25), idOf(26)],
      },
    ]);
    expect(one('2009-03-22')).toHaveLength(1);
    expect(one('2009-03-23')).toEqual([]);
  });
});

describe('A18: a go-live that a supplier reported', () => {
  it('A18: is told from that day on, the latest of them, until it is declared of that day', () => {
    const reported = extracted.and(report('2009-03-10'), report('2009-03-12'));
    expect(told(reported, '2009-03-09', 'GO_LIVE_REPORTED')).toEqual([]);
    expect(told(reported, '2009-03-11', 'GO_LIVE_REPORTED')).toMatchObject([{ events: [idOf(25)] }]);
    expect(told(reported, '2009-03-12', 'GO_LIVE_REPORTED')).toEqual([
      {
        code: 'GO_LIVE_REPORTED',
        rule: 'A18',
        message: 'INPS reported Business Go Live of 2009-03-12: the practice or the PCT is to declare it.',
        events: [idOf(26)],
      },
    ]);
    const declared = (effectiveDate: string) =>
      reported.and(command('declare-go-live', { effectiveDate, targetInstanceId: 'V1' }));
    expect(told(declared('2009-03-12'), '2009-03-12', 'GO_LIVE_REPORTED')).toEqual([]);
    expect(told(declared('2009-03-13'), '2009-03-13', 'GO_LIVE_REPORTED')).toMatchObject([
      {
        message: 'INPS reported Business Go Live of 2009-03-12, and the go-live on record is of 2009-03-13.',
        events: [idOf(26), idOf(27)],
      },
    ]);
  });

  it('A18, F5: not from the day on which the migration was abandoned', () => {
    const over = extracted.and(report('2009-03-10'), abandon('2009-03-12'));
    expect(told(over, '2009-03-11', 'GO_LIVE_REPORTED')).toHaveLength(1);
    expect(told(over, '2009-03-12', 'GO_LIVE_REPORTED')).toEqual([]);
  });
});

describe('S21: a backup tape without a reason', () => {
  const tape = extracted.and(
    command('record-extract', {
      effectiveDate: '2009-03-10',
      kind: 'BACKUP_TAPE',
      purpose: 'FINAL',
      at: '2009-03-10T18:30',
      mediaRef: 'TAPE-1',
      includesAuditTrail: false,
      encrypted: true,
    }),
  );

  it('S21: is told from its day until go-live, or until the migration is over', () => {
    const live = tape.and(
      command('declare-go-live', { effectiveDate: '2009-03-12', targetInstanceId: 'V1' }),
    );
    for (const one of [live, tape.and(abandon('2009-03-12'))]) {
      expect(told(one, '2009-03-09', 'TAPE_WITHOUT_REASON')).toEqual([]);
      expect(told(one, '2009-03-10', 'TAPE_WITHOUT_REASON')).toMatchObject([{ events: [idOf(25)] }]);
      expect(told(one, '2009-03-11', 'TAPE_WITHOUT_REASON')).toHaveLength(1);
      expect(told(one, '2009-03-12', 'TAPE_WITHOUT_REASON')).toEqual([]);
    }
  });
});

describe('R1: a go-live that rests on rejected extracts', () => {
  it('R1: is told until the migration is rolled back, from that day on no more', () => {
    const live = extracted.and(
      command('reject-extract', { effectiveDate: '2009-03-10', extractId: idOf(24), grounds: ['Illegible'] }),
      command('declare-go-live', { effectiveDate: '2009-03-11', targetInstanceId: 'V1' }),
    );
    const back = live.and(
      confirmed(command('roll-back', { effectiveDate: '2009-04-30', cause: 'Data missing' }, reed), patel),
    );
    expect(told(back, '2009-03-10', 'EXTRACT_REJECTED')).toEqual([]);
    expect(told(back, '2009-04-29', 'EXTRACT_REJECTED')).toMatchObject([
      { events: [idOf(26), idOf(24), idOf(25)] },
    ]);
    expect(told(back, '2009-04-30', 'EXTRACT_REJECTED')).toEqual([]);
  });
});

describe('A27, S17, A17: what a migration waits for, and what its go-live lacked', () => {
  const requested = given(...workedUntil('requested'));
  const undecided = (of: Given, on: string) => told(of, on, 'BUSINESS_CASE_UNDECIDED').length;
  const overdue = (of: Given, on: string) => told(of, on, 'BUSINESS_CASE_OVERDUE');
  const required = (effectiveDate: string, dueBy?: string) =>
    command('decide-business-case-need', {
      effectiveDate,
      required: true,
      ...(dueBy !== undefined && { dueBy }),
    });

  it('A27: silence is told from the request on, to the last day of the migration or the practice', () => {
    const abandoned = requested.and(abandon('2008-12-01'));
    const closed = requested.and(command('close-practice', { effectiveDate: '2008-11-30' }, national));
    for (const one of [abandoned, closed]) {
      expect(undecided(one, '2008-11-09')).toBe(0);
      expect(undecided(one, '2008-11-10')).toBe(1);
      expect(undecided(one, '2008-11-30')).toBe(1);
      expect(undecided(one, '2008-12-01')).toBe(0);
    }
  });

  it('A27: a case is overdue by the day of the latest demand that had been made', () => {
    const twice = requested.and(required('2008-11-14', '2008-11-20'), required('2008-12-01', '2008-12-10'));
    expect(overdue(twice, '2008-11-20')).toEqual([]);
    expect(overdue(twice, '2008-11-21')).toEqual([
      {
        code: 'BUSINESS_CASE_OVERDUE',
        rule: 'A27',
        message: 'The business case was due by 2008-11-20, 1 day ago.',
        events: [idOf(8)],
      },
    ]);
    expect(overdue(twice, '2008-11-30')).toHaveLength(1);
    expect(overdue(twice, '2008-12-01')).toEqual([]);
    expect(overdue(twice, '2008-12-11')).toMatchObject([{ events: [idOf(9)] }]);
    expect(overdue(requested.and(required('2008-11-14')), '2010-01-01')).toEqual([]);
  });

  it('S17, A17: no planned date and no order are told of a go-live that stands alone', () => {
    const bare = given(...workedUntil('selected')).and(
      ...workedUntil('extracted').slice(-3),
      command('declare-go-live', { effectiveDate: '2009-03-11', targetInstanceId: 'V1' }),
    );
    const both = (of: Given, on: string) => [...told(of, on, 'NO_PLANNED_DATE'), ...told(of, on, 'NO_ORDER')];
    const [goLive] = bare.state.migrations.map((one) => one.goLive);
    expect(both(bare, '2009-03-10')).toEqual([]);
    expect(both(bare, '2009-03-11')).toEqual([
      {
        code: 'NO_PLANNED_DATE',
        rule: 'S17',
        message: 'The go-live of 2009-03-11 had no planned date of PCT, practice and supplier.',
        events: goLive?.events,
      },
      {
        code: 'NO_ORDER',
        rule: 'A17',
        message:
          'No order is on the Tracking Database since the go-live of 2009-03-11: V1 has no central funding.',
        events: goLive?.events,
        instanceId: 'V1',
      },
    ]);
    const back = bare.and(
      confirmed(command('roll-back', { effectiveDate: '2009-04-30', cause: 'Data missing' }, reed), patel),
    );
    expect(both(back, '2009-05-01')).toEqual([]);
  });
});
