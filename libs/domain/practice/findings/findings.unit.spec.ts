import { command, confirmed, given, inReference } from '#testing/decisions.js';
import { cole, idOf, patel, publishedAtFirstStart, reference, withSupplier } from '#testing/fixture.js';
import { workedMigrationId, workedUntil } from '#testing/worked-data-set.js';
import { emptyReference, type Reference } from '../../reference.js';
import type { Instance, PracticeState } from '../state.js';
import { findings } from './index.js';

const live = given(...workedUntil('live'));
const noticed = given(...workedUntil('noticeGiven'));
const ended = given(...workedUntil('serviceEnded'));
const notice = { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' };

const codes = (state: PracticeState, on: string, facts: Reference = reference) =>
  findings(state, facts, on).map(({ code }) => code);
const found = (state: PracticeState, on: string, code: string, facts: Reference = reference) =>
  findings(state, facts, on).filter((one) => one.code === code);

describe('R11: findings are derived for a day', () => {
  it('R11: W has none before it migrates but the missing price of a retention after it', () => {
    expect(codes(ended.state, '2008-06-01')).toEqual([]);
    expect(codes(ended.state, '2009-05-01')).toEqual([]);
    expect(found(ended.state, '2009-09-01', 'NO_PRICE')).toMatchObject([
      { rule: 'R6', instanceId: 'E1', message: expect.stringContaining('SINGLE_USER') },
    ]);
  });

  it('S4: a practice on an unlisted product, or below Level 2, should approach its PCT', () => {
    const unlisted = found(ended.state, '2008-06-01', 'APPROACH_PCT', emptyReference);
    expect(unlisted).toMatchObject([{ rule: 'S4', instanceId: 'E1', events: [idOf(3)] }]);
    const e1 = { ...(ended.state.instances.E1 as Instance), level: 1 };
    const low = { ...ended.state, instances: { ...ended.state.instances, E1: e1 } };
    expect(codes(low, '2008-06-01')).toContain('APPROACH_PCT');
    const lsp = { ...ended.state, instances: { E1: { ...e1, contract: 'LSP' as const } } };
    expect(codes(lsp, '2008-06-01')).not.toContain('APPROACH_PCT');
  });

  it('R4: a practice without a commissioner on the day', () => {
    expect(codes({ ...ended.state, commissioners: [] }, '2009-05-01')).toContain('NO_COMMISSIONER');
    expect(codes({ ...ended.state, commissioners: [], closedOn: '2009-04-30' }, '2009-05-01')).not.toContain(
      'NO_COMMISSIONER',
    );
  });

  it('R6: no PCT-Practice Agreement by the day', () => {
    expect(codes({ ...ended.state, agreements: [] }, '2009-05-01')).toContain('NO_PCT_PRACTICE_AGREEMENT');
  });

  it('R6: no price on file for a row', () => {
    expect(found(ended.state, '2008-06-01', 'NO_PRICE', emptyReference)).toMatchObject([
      {
        instanceId: 'E1',
        message:
          'No price is on file on 2008-06-01 for SOFTWARE_LICENCE, LEVEL_1_COMPLIANCE, LEVEL_2_COMPLIANCE, LEVEL_3_COMPLIANCE, SYSTEM_SUPPORT of E1.',
      },
    ]);
  });
});

describe('Findings of a migration', () => {
  it('A27: silence about the business case is undecided, with the days it has lasted', () => {
    const asked = given(...workedUntil('requested'));
    expect(found(asked.state, '2008-11-24', 'BUSINESS_CASE_UNDECIDED')).toMatchObject([
      { rule: 'A27', message: expect.stringContaining('14 days'), events: [idOf(7)] },
    ]);
    expect(codes(given(...workedUntil('needDecided')).state, '2008-11-24')).not.toContain(
      'BUSINESS_CASE_UNDECIDED',
    );
  });

  it('A27: a required business case is overdue after the day it was due by, until it is submitted', () => {
    const required = given(
      ...workedUntil('requested'),
      command('decide-business-case-need', {
        effectiveDate: '2008-11-14',
        required: true,
        dueBy: '2008-12-01',
      }),
    );
    expect(codes(required.state, '2008-12-01')).not.toContain('BUSINESS_CASE_OVERDUE');
    expect(found(required.state, '2008-12-04', 'BUSINESS_CASE_OVERDUE')).toMatchObject([
      { message: 'The business case was due by 2008-12-01, 3 days ago.', events: [idOf(8)] },
    ]);
    const submitted = required.and(...workedUntil('submitted').slice(-1));
    expect(codes(submitted.state, '2008-12-06')).not.toContain('BUSINESS_CASE_OVERDUE');
  });

  it('A17: a go-live without an order leaves its target without central funding', () => {
    const [migration] = live.state.migrations;
    if (!migration) throw new Error('no migration');
    const without = { ...live.state, migrations: [{ ...migration, orders: [], plannedDate: null }] };
    expect(codes(without, '2009-03-12')).toEqual(['NO_PLANNED_DATE', 'NO_ORDER', 'NO_NOTICE_GIVEN']);
    expect(found(without, '2009-03-12', 'NO_ORDER')).toMatchObject([{ rule: 'A17', instanceId: 'V1' }]);
  });
});

describe('Findings of a wind-down', () => {
  const correctedTo = (given_: typeof live, effectiveDate: string) =>
    given_.and(
      confirmed(
        command(
          'correct-go-live',
          { effectiveDate, reason: 'Cutover log' },
          patel,
          '2009-04-02T09:50:00.000Z',
        ),
        cole,
      ),
    );

  it('A10: no notice: the days accrued and the earliest possible end', () => {
    const { state } = correctedTo(live, '2009-03-12');
    expect(found(state, '2009-12-31', 'NO_NOTICE_GIVEN')).toMatchObject([
      {
        rule: 'A10',
        message:
          'No notice has been given for E1: 202 days of local cost so far; given on 2009-12-31 it would end on 2010-03-31 at the earliest, with 292 days.',
        instanceId: 'E1',
      },
    ]);
    expect(codes(state, '2009-03-11')).toEqual([]);
    expect(codes(noticed.state, '2009-03-19')).toContain('NO_NOTICE_GIVEN');
    expect(codes(noticed.state, '2009-03-20')).not.toContain('NO_NOTICE_GIVEN');
  });

  it('A9, A10: the days that a national exception covers are not local', () => {
    const { state } = correctedTo(live, '2009-03-12').and(
      command('grant-funding-exception', {
        effectiveDate: '2009-06-01',
        instanceId: 'E1',
        from: '2009-06-20',
        until: '2009-07-10',
      }),
    );
    expect(found(state, '2009-12-31', 'NO_NOTICE_GIVEN')).toMatchObject([
      {
        message:
          'No notice has been given for E1: 181 days of local cost so far; given on 2009-12-31 it would end on 2010-03-31 at the earliest, with 271 days.',
      },
    ]);
  });

  it('A10, S29: full retention is a choice to give no notice', () => {
    const full = live.and(
      command('order-retention', {
        effectiveDate: '2009-03-20',
        instanceId: 'E1',
        option: 'FULL',
        payer: 'COMMISSIONER',
      }),
    );
    expect(codes(full.state, '2009-12-31')).not.toContain('NO_NOTICE_GIVEN');
  });

  it('A19: after a correction to 25 March the notice of 20 March is early, and short by 5 days', () => {
    const { state } = correctedTo(noticed, '2009-03-25');
    expect(found(state, '2009-04-02', 'NOTICE_SHORT')).toMatchObject([
      {
        rule: 'A19',
        message: 'The notice for E1 ends on 2009-06-20, 5 days before its minimum of 2009-06-25.',
        events: [idOf(25), idOf(28), idOf(26)],
      },
    ]);
    expect(codes(state, '2009-04-02')).toContain('NOTICE_EARLY');
    expect(codes(correctedTo(noticed, '2009-03-12').state, '2009-04-02')).toEqual([]);
  });

  it('A19: an extension to the minimum leaves it early but no longer short', () => {
    const longer = correctedTo(noticed, '2009-03-25').and(
      command('extend-notice', {
        effectiveDate: '2009-05-29',
        instanceId: 'E1',
        newEndsOn: '2009-06-25',
        problemCategory: 'Short notice',
      }),
    );
    expect(codes(longer.state, '2009-05-28')).toContain('NOTICE_SHORT');
    expect(codes(longer.state, '2009-05-29')).toEqual(['NOTICE_EARLY']);
  });

  it('R8: the notice’s end has passed and no end of service is on record', () => {
    expect(codes(noticed.state, '2009-06-20')).not.toContain('SERVICE_END_NOT_RECORDED');
    expect(found(noticed.state, '2009-06-21', 'SERVICE_END_NOT_RECORDED')).toMatchObject([
      { rule: 'R8', instanceId: 'E1', events: [idOf(26)] },
    ]);
    expect(codes(ended.state, '2009-08-01')).not.toContain('SERVICE_END_NOT_RECORDED');
  });
});

describe('Findings of access to the audit trail', () => {
  const plain = live.and(command('give-notice', notice));
  const order = {
    effectiveDate: '2009-03-20',
    instanceId: 'E1',
    option: 'SINGLE_USER',
    payer: 'COMMISSIONER',
  } as const;

  it('A25, S36: no option chosen, from the day of notice and for good', () => {
    expect(codes(plain.state, '2009-03-19')).not.toContain('NO_RETENTION_CHOSEN');
    expect(found(plain.state, '2009-03-20', 'NO_RETENTION_CHOSEN')).toMatchObject([
      { rule: 'A25', message: expect.stringContaining('ends on 2009-06-20') },
    ]);
    expect(found(plain.state, '2019-01-01', 'NO_RETENTION_CHOSEN')).toMatchObject([
      { message: expect.stringContaining('ended on 2009-06-20') },
    ]);
    expect(codes(noticed.state, '2009-03-20')).not.toContain('NO_RETENTION_CHOSEN');
  });

  it('A22: a gap after the service’s end', () => {
    const late = plain.and(command('order-retention', { ...order, from: '2009-06-25' }));
    expect(codes(late.state, '2009-06-20')).not.toContain('AUDIT_ACCESS_GAP');
    expect(found(late.state, '2010-01-01', 'AUDIT_ACCESS_GAP')).toMatchObject([
      {
        rule: 'A22',
        message: 'No option gives access to the audit trail of E1 from 2009-06-21 to 2009-06-24.',
      },
    ]);
  });

  it('S28: prices that break the rank of the three options', () => {
    const terms = (singleUser: number) =>
      withSupplier(publishedAtFirstStart, 'EMIS', {
        name: 'publish-retention-terms',
        body: {
          effectiveDate: '2009-01-01',
          terms: [
            { option: 'FULL', availability: { kind: 'PERPETUAL_ANNUAL' }, yearlyPence: 400_000 },
            { option: 'SINGLE_USER', availability: { kind: 'PERPETUAL_ANNUAL' }, yearlyPence: singleUser },
            { option: 'DATR', availability: { kind: 'PERPETUAL_ANNUAL' }, yearlyPence: 10_000 },
          ],
        },
      });
    expect(codes(noticed.state, '2009-05-01', terms(400_001))).toContain('RETENTION_RANK_BROKEN');
    expect(codes(noticed.state, '2009-05-01', terms(9_999))).toContain('RETENTION_RANK_BROKEN');
    expect(codes(noticed.state, '2009-05-01', terms(50_000))).not.toContain('RETENTION_RANK_BROKEN');
  });
});

describe('A14: an LSP’s target', () => {
  it('A14: needs no order', () => {
    const steps = [
      ...workedUntil('agreed'),
      confirmed(
        command('select-system', { effectiveDate: '2009-01-16', productId: 'TPP.SYSTMONE', kind: 'LSP' }),
        patel,
      ),
      command('register-instance', {
        effectiveDate: '2009-03-09',
        instanceId: 'T1',
        productId: 'TPP.SYSTMONE',
        level: 2,
        contract: 'LSP',
        hosting: 'HOSTED_TO_CFH_STANDARDS',
        chooseAndBook: true,
        etp: true,
        migrationId: workedMigrationId,
      }),
      ...workedUntil('extracted').slice(-1),
      command('declare-go-live', { effectiveDate: '2009-03-11', targetInstanceId: 'T1' }),
    ];
    const { state } = inReference(reference, ...steps);
    expect(codes(state, '2009-03-12')).toEqual(['NO_PLANNED_DATE', 'NO_NOTICE_GIVEN']);
  });
});
