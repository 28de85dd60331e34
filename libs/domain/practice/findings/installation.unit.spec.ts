import { command, given, inReference, type Given } from '#testing/decisions.js';
import { dataDestroyed } from '#testing/destruction.js';
import { hart, idOf, national, patel, reference, withSupplier } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { emptyReference, type Reference } from '../../reference.js';
import type { SupplierCommand } from '../../supplier/commands.js';
import { findings } from './index.js';
import type { FindingCode } from './finding.js';

const told = ({ state }: Given, on: string, code: FindingCode, facts: Reference = reference) =>
  findings(state, facts, on).filter((one) => one.code === code);
const withEmis = (...commands: readonly SupplierCommand[]) =>
  commands.reduce((facts, one) => withSupplier(facts, 'EMIS', one), reference);
const lv = { productId: 'EMIS.EMIS-LV' };
const installed = given(...workedUntil('installed'));
const live = given(...workedUntil('live'));
const lowered = (level: 1 | null) =>
  withEmis({ name: 'withdraw-level', body: { ...lv, effectiveDate: '2008-11-01', level } });

describe('R4: a practice without a commissioner', () => {
  it('R4: is told from its first day on the register to its last', () => {
    const registered = given(
      command('register-practice', { effectiveDate: '2008-04-01', name: 'Fictional Surgery' }, national),
      command('close-practice', { effectiveDate: '2008-06-30' }, national),
    );
    expect(told(registered, '2008-03-31', 'NO_COMMISSIONER')).toEqual([]);
    expect(told(registered, '2008-04-01', 'NO_COMMISSIONER')).toEqual([
      {
        code: 'NO_COMMISSIONER',
        rule: 'R4',
        message:
          'No commissioner of the practice is on file for 2008-04-01: what falls on it has no payer organisation.',
        events: [idOf(1)],
      },
    ]);
    expect(told(registered, '2008-06-30', 'NO_COMMISSIONER')).toHaveLength(1);
    expect(told(registered, '2008-07-01', 'NO_COMMISSIONER')).toEqual([]);
    expect(findings({ ...registered.state, practice: null }, reference, '2008-05-01')).toEqual([]);
  });
});

describe('S4, R6: what an installed system lacks', () => {
  it('S4: a Level 2 system needs nothing; at Level 1, or off the list, why is told', () => {
    const atLevel = (level: number) =>
      given(
        ...workedUntil('registered'),
        command('record-pct-practice-agreement', { effectiveDate: '2008-04-01' }, patel),
        command('register-instance', {
          effectiveDate: '2008-04-01',
          instanceId: 'E1',
          productId: 'EMIS.EMIS-LV',
          level,
          contract: 'GPSOC',
          hosting: 'LOCAL_SERVER',
          chooseAndBook: true,
          etp: true,
        }),
      );
    expect(told(atLevel(2), '2008-06-01', 'APPROACH_PCT')).toEqual([]);
    expect(told(atLevel(1), '2008-06-01', 'APPROACH_PCT')).toMatchObject([
      { message: expect.stringContaining('E1 is installed at Level 1 on 2008-06-01: the practice should') },
    ]);
    expect(told(installed, '2008-06-01', 'APPROACH_PCT', emptyReference)).toMatchObject([
      {
        message: expect.stringContaining('EMIS.EMIS-LV is not on the register of systems on 2008-06-01: the'),
      },
    ]);
  });

  it('S4: is told of the system that the practice works with, and not of one that it has left', () => {
    const facts = withEmis({
      name: 'withdraw-level',
      body: { ...lv, effectiveDate: '2009-03-02', level: 1 },
    });
    expect(told(live, '2009-03-10', 'APPROACH_PCT', facts)).toMatchObject([{ instanceId: 'E1' }]);
    expect(told(live, '2009-03-11', 'APPROACH_PCT', facts)).toEqual([]);
  });

  it('S4, S10: a contact answers it from its own day on, and from the day off the list', () => {
    const contact = (effectiveDate: string) =>
      installed.and(
        command('record-contact', {
          effectiveDate,
          participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
          optionsConsidered: ['Await Level 2', 'Migrate'],
        }),
      );
    const told_ = (day: string, on: string, facts: Reference) =>
      told(contact(day), on, 'APPROACH_PCT', facts).length;
    expect(told_('2008-11-10', '2008-11-09', lowered(1))).toBe(1);
    expect(told_('2008-11-10', '2008-11-10', lowered(1))).toBe(0);
    expect(told_('2008-10-31', '2008-11-10', lowered(1))).toBe(1);
    expect(told_('2008-04-01', '2008-06-01', emptyReference)).toBe(0);
    expect(told_('2008-03-31', '2008-06-01', emptyReference)).toBe(1);
    const withdrawn = withEmis({
      name: 'announce-withdrawal',
      body: { ...lv, effectiveDate: '2008-05-01', lastDay: '2008-09-30' },
    });
    expect(told_('2008-05-10', '2008-09-30', withdrawn)).toBe(0);
    expect(told_('2008-09-30', '2008-10-01', withdrawn)).toBe(1);
    expect(told_('2008-10-01', '2008-10-01', withdrawn)).toBe(0);
    const both = withSupplier(lowered(1), 'EMIS', {
      name: 'announce-withdrawal',
      body: { ...lv, effectiveDate: '2008-11-03', lastDay: '2008-12-31' },
    });
    expect(told_('2008-11-10', '2008-12-31', both)).toBe(0);
    expect(told_('2008-11-10', '2009-01-01', both)).toBe(1);
  });

  it('R6: rows without a price, Summary Care Record compliance once that is installed', () => {
    const missing = told(installed, '2008-06-01', 'NO_PRICE', emptyReference);
    expect(missing).toMatchObject([{ code: 'NO_PRICE', rule: 'R6', events: [idOf(3)], instanceId: 'E1' }]);
    expect(missing[0]?.message).not.toContain('SUMMARY_CARE_RECORD_COMPLIANCE');
    const functional = installed.and(
      command('confirm-installed', {
        effectiveDate: '2008-05-01',
        instanceId: 'E1',
        function: 'SUMMARY_CARE_RECORD',
      }),
    );
    expect(told(functional, '2008-04-30', 'NO_PRICE', emptyReference)[0]?.message).not.toContain('SUMMARY');
    expect(told(functional, '2008-05-01', 'NO_PRICE', emptyReference)[0]?.message).toContain(
      'LEVEL_3_COMPLIANCE, SUMMARY_CARE_RECORD_COMPLIANCE, SYSTEM_SUPPORT of E1',
    );
  });
});

describe('A29, F12: what suppliers and the national team did to a system', () => {
  it('A29: compliance at risk rests on the instance, its Call-Off and the change of level', () => {
    expect(told(installed, '2008-11-01', 'COMPLIANCE_AT_RISK', lowered(1))).toMatchObject([
      { events: [idOf(3), idOf(4), expect.any(String)] },
    ]);
  });

  it('A29, F12: a suspension and a withdrawal rest on the instance and what was decided, from that day on', () => {
    const facts = withEmis(
      { name: 'suspend-central-funding', body: { ...lv, effectiveDate: '2009-01-01' } },
      {
        name: 'announce-withdrawal',
        body: { ...lv, effectiveDate: '2009-01-01', lastDay: '2010-06-30' },
      },
    );
    for (const code of ['FUNDING_SUSPENDED', 'WITHDRAWAL_ANNOUNCED'] as const) {
      expect(told(installed, '2008-12-31', code, facts)).toEqual([]);
      expect(told(installed, '2009-01-01', code, facts)).toMatchObject([
        { code, events: [idOf(3), expect.any(String)], instanceId: 'E1' },
      ]);
    }
  });

  it('F12: a promised option is told from its order to its last day', () => {
    const facts = withEmis({
      name: 'announce-withdrawal',
      body: { ...lv, effectiveDate: '2009-03-12', lastDay: '2011-03-31' },
    });
    const order = { instanceId: 'E1', payer: 'COMMISSIONER' } as const;
    const ordered = live.and(
      command('give-notice', { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' }),
      command('order-retention', {
        ...order,
        effectiveDate: '2009-04-20',
        option: 'SINGLE_USER',
        until: '2010-06-20',
      }),
      command('order-retention', {
        ...order,
        effectiveDate: '2010-07-01',
        option: 'DATR',
        from: '2010-07-01',
      }),
    );
    const one = (on: string) => told(ordered, on, 'RETENTION_TO_REVIEW', facts);
    expect(one('2009-04-19')).toEqual([]);
    expect(one('2009-04-20')).toEqual([
      {
        code: 'RETENTION_TO_REVIEW',
        rule: 'F12',
        message:
          'EMIS.EMIS-LV is withdrawn after 2011-03-31: whether EMIS can keep to the option SINGLE_USER of E1 is to be reviewed.',
        events: [idOf(3), idOf(27), expect.any(String)],
        instanceId: 'E1',
      },
    ]);
    expect(one('2010-06-20')).toMatchObject([{ message: expect.stringContaining('SINGLE_USER') }]);
    expect(one('2010-06-21')).toEqual([]);
    expect(one('2010-06-30')).toEqual([]);
    expect(one('2010-07-01')).toMatchObject([{ message: expect.stringContaining('option DATR') }]);
  });
});

describe('F13: a supplier ceases', () => {
  const ceased = withEmis({ name: 'cease-supplier', body: { effectiveDate: '2012-03-31' } });
  const one = (of: Given, on: string) => told(of, on, 'DATA_HOLDER_CEASED', ceased);
  const kept = inReference(reference, ...workedUntil('retentionChanged'));

  it('F13: is told where nobody succeeds it, or nobody else holds the data', () => {
    expect(one(kept, '2012-03-31')).toEqual([
      {
        code: 'DATA_HOLDER_CEASED',
        rule: 'F13',
        message:
          'EMIS ceased on 2012-03-31 and nobody is on record as its successor: who holds the data of E1 is to be recorded.',
        events: [idOf(3), expect.any(String)],
        instanceId: 'E1',
      },
    ]);
    const nobody = kept.and(
      command('end-retention', { effectiveDate: '2012-01-16', instanceId: 'E1', until: '2012-01-31' }),
    );
    expect(one(nobody, '2012-03-31')).toMatchObject([{ message: expect.stringContaining('EMIS ceased on') }]);
  });

  it('F13: not where another holds them, or the practice, or they were destroyed', () => {
    const holder = { kind: 'SUPPLIER', org: 'INPS' } as const;
    const moved = kept.and(
      command(
        'record-data-holder',
        { effectiveDate: '2012-03-01', instanceId: 'E1', holder, locationClass: 'ARCHIVE', format: 'Tape' },
        hart,
      ),
    );
    expect(one(moved, '2012-03-31')).toEqual([]);
    expect(one(given(...workedUntil('serviceEnded')), '2012-03-31')).toEqual([]);
    expect(one(kept.and(dataDestroyed('2012-03-31')), '2012-03-31')).toEqual([]);
  });
});
