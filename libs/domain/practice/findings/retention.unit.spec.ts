import { command, confirmed, given, inReference, type Given } from '#testing/decisions.js';
import { dataDestroyed } from '#testing/destruction.js';
import { cole, idOf, patel, reed, reference, withSupplier } from '#testing/fixture.js';
import { secondMigration, workedUntil } from '#testing/worked-data-set.js';
import type { Reference } from '../../reference.js';
import type { SupplierBodyOf } from '../../supplier/commands.js';
import { findings } from './index.js';
import type { FindingCode } from './finding.js';

const told = ({ state }: Given, on: string, code: FindingCode, facts: Reference = reference) =>
  findings(state, facts, on).filter((one) => one.code === code);
const live = given(...workedUntil('live'));
const notice = command('give-notice', { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' });
const plain = live.and(notice);
const order = {
  effectiveDate: '2009-03-24',
  instanceId: 'E1',
  option: 'SINGLE_USER',
  payer: 'COMMISSIONER',
} as const;
const next = { ...order, effectiveDate: '2010-07-01', option: 'DATR', from: '2010-07-05' } as const;
const rollBack = confirmed(
  command('roll-back', { effectiveDate: '2009-04-30', cause: 'Repeat prescriptions fail' }, reed),
  patel,
);
type Term = SupplierBodyOf<'publish-retention-terms'>['terms'][number];
const always = { kind: 'PERPETUAL_ANNUAL' } as const;
const withTerms = (effectiveDate: string, terms: Term[], before = reference) =>
  withSupplier(before, 'EMIS', { name: 'publish-retention-terms', body: { effectiveDate, terms } });

describe('A25: which option is chosen, and by when', () => {
  const one = (of: Given, on: string) => told(of, on, 'NO_RETENTION_CHOSEN');

  it('A25: the service ends on its last day, and has ended from the day after', () => {
    expect(one(plain, '2009-06-20')).toEqual([
      {
        code: 'NO_RETENTION_CHOSEN',
        rule: 'A25',
        message: 'The service of E1 ends on 2009-06-20, and nobody has chosen how its audit trail is kept.',
        events: [idOf(26)],
        instanceId: 'E1',
        dueBy: '2009-06-20',
        severity: 'CRITICAL',
      },
    ]);
    expect(one(plain, '2009-06-21')[0]?.message).toContain('The service of E1 ended on 2009-06-20');
    expect(one(live, '2009-06-20')).toEqual([]);
  });

  it('A25: the first choice counts, from its day on, and rests beside the notice', () => {
    const late = plain.and(
      command('order-retention', { ...order, effectiveDate: '2009-07-01', until: '2010-06-30' }),
      command('order-retention', next),
    );
    expect(one(late, '2009-06-30')).toMatchObject([{ severity: 'CRITICAL' }]);
    expect(one(late, '2009-07-01')).toMatchObject([
      { events: [idOf(26), idOf(27)], message: expect.stringContaining('until 2009-07-01 nobody') },
    ]);
    expect(one(late, '2011-01-01')).toMatchObject([
      { message: expect.stringContaining('until 2009-07-01 nobody') },
    ]);
    expect(one(plain.and(command('order-retention', order)), '2009-03-24')).toEqual([]);
    expect(one(plain.and(command('order-retention', order)), '2009-03-23')).toHaveLength(1);
    const passed = plain.and(
      command('order-retention', { ...order, until: '2009-06-30' }),
      command('extend-notice', {
        ...{ effectiveDate: '2009-05-29', instanceId: 'E1', newEndsOn: '2009-07-31' },
        problemCategory: 'Repeat prescribing',
      }),
    );
    expect(one(passed, '2009-07-01')).toEqual([]);
  });

  it('A25, F6: another system’s option is no choice for the target of a rollback, told from that day on', () => {
    const back = plain.and(command('order-retention', order), rollBack);
    expect(one(back, '2009-04-29')).toEqual([]);
    expect(one(back, '2009-04-30')).toMatchObject([{ instanceId: 'V1', severity: 'CRITICAL' }]);
    const kept = back.and(
      command('order-retention', { ...order, effectiveDate: '2009-05-11', instanceId: 'V1' }),
    );
    expect(one(kept, '2009-05-10')).toHaveLength(1);
    expect(one(kept, '2009-05-11')).toEqual([]);
  });
});

describe('X6: an option for what was destroyed', () => {
  it('X6: is to be ended, from that day to its own last', () => {
    const kept = plain.and(command('order-retention', { ...order, until: '2010-06-30' }));
    const destroyed = kept.and(dataDestroyed('2009-08-03', '2009-08-03T12:00:00.000Z'));
    const one = (on: string) => told(destroyed, on, 'RETENTION_TO_REVIEW');
    expect(one('2009-08-02')).toEqual([]);
    expect(one('2009-08-03')).toEqual([
      {
        code: 'RETENTION_TO_REVIEW',
        rule: 'X6',
        message:
          'The data and audit trail of E1 were destroyed on 2009-08-03, and the option SINGLE_USER is ordered until 2010-06-30: end it.',
        events: [idOf(27), destroyed.state.destroyed['E1']?.eventId],
        instanceId: 'E1',
      },
    ]);
    expect(one('2010-06-30')).toHaveLength(1);
    expect(one('2010-07-01')).toEqual([]);
  });
});

describe('A22: days without access', () => {
  it('A22: each gap from its first day on, with the options of that system alone', () => {
    const brief = plain.and(
      command('order-retention', { ...order, from: '2009-06-25', until: '2010-06-30' }),
      command('order-retention', { ...next, until: '2011-06-30' }),
      ...secondMigration('2011-09-01'),
      command('declare-go-live', { effectiveDate: '2011-09-05', targetInstanceId: 'E2' }),
      command('order-retention', {
        ...order,
        effectiveDate: '2011-09-06',
        instanceId: 'V1',
        from: '2011-12-20',
      }),
    );
    const gap = (message: string) => ({
      code: 'AUDIT_ACCESS_GAP',
      rule: 'A22',
      message: `No option gives access to the audit trail of E1 from ${message}.`,
      events: [idOf(27), idOf(28)],
      instanceId: 'E1',
    });
    expect(told(brief, '2009-06-20', 'AUDIT_ACCESS_GAP')).toEqual([]);
    expect(told(brief, '2009-06-21', 'AUDIT_ACCESS_GAP')).toEqual([gap('2009-06-21 to 2009-06-24')]);
    expect(told(brief, '2011-07-01', 'AUDIT_ACCESS_GAP')).toEqual([
      gap('2009-06-21 to 2009-06-24'),
      gap('2010-07-01 to 2010-07-04'),
      gap('2011-07-01 on'),
    ]);
  });
});

describe('A26: an option that outlasts what its supplier keeps available', () => {
  const months = withTerms('2008-04-01', [
    { option: 'DATR', availability: { kind: 'MONTHS', months: 3 }, yearlyPence: 10_000 },
  ]);
  const one = (of: Given, on: string) => told(of, on, 'RETENTION_TO_REVIEW', months);
  const ordered = { ...order, option: 'DATR', until: '2009-09-20' } as const;
  const end = command('end-source-service', { effectiveDate: '2009-05-01', instanceId: 'E1' });
  const ofW = inReference(months, ...workedUntil('live'), notice);
  const cut = ofW.and(command('order-retention', ordered), end);

  it('A26, R8: from the end of the service to the option’s own', () => {
    expect(one(cut, '2009-05-01')).toEqual([
      {
        code: 'RETENTION_TO_REVIEW',
        rule: 'A26',
        message:
          'EMIS keeps the option DATR of E1 available until 2009-08-01 only, and it is ordered until 2009-09-20.',
        events: [idOf(27), idOf(28)],
        instanceId: 'E1',
        dueBy: '2009-08-01',
      },
    ]);
    expect(one(cut, '2009-09-20')).toHaveLength(1);
    expect(one(cut, '2009-09-21')).toEqual([]);
  });

  it('A26: also where the end of a notice, or the day of a rollback, is corrected after the order', () => {
    const correction = { effectiveDate: '2009-05-05', reason: 'Minutes checked' };
    const noticed = inReference(months, ...workedUntil('live')).and(
      command('give-notice', {
        ...{ effectiveDate: '2009-03-24', instanceId: 'E1', method: 'Letter', endsOn: '2009-07-31' },
      }),
      command('order-retention', { ...ordered, until: '2009-10-31' }),
      confirmed(
        command(
          'correct-record',
          {
            ...correction,
            ...{ targetEventId: idOf(26), field: 'endsOn', was: '2009-07-31', now: '2009-06-24' },
          },
          patel,
        ),
        cole,
      ),
    );
    expect(one(noticed, '2009-03-23')).toEqual([]);
    expect(one(noticed, '2009-03-24')).toMatchObject([{ dueBy: '2009-09-24', events: [idOf(27), idOf(26)] }]);
    const inps = withSupplier(reference, 'INPS', {
      name: 'publish-retention-terms',
      body: {
        effectiveDate: '2008-04-01',
        terms: [{ option: 'DATR', availability: { kind: 'MONTHS', months: 3 }, yearlyPence: 10_000 }],
      },
    });
    const ofV1 = { ...ordered, instanceId: 'V1', effectiveDate: '2009-05-01', until: '2009-07-30' };
    const corrected = inReference(inps, ...workedUntil('live'), rollBack).and(
      command('order-retention', ofV1),
      confirmed(
        command(
          'correct-record',
          {
            ...correction,
            ...{ targetEventId: idOf(27), field: 'effectiveDate', was: '2009-04-30', now: '2009-04-20' },
          },
          reed,
        ),
        { ...reed, sub: 'd.grey', name: 'D Grey' },
      ),
    );
    expect(told(corrected, '2009-05-05', 'RETENTION_TO_REVIEW', inps)).toMatchObject([
      { instanceId: 'V1', dueBy: '2009-07-20' },
    ]);
  });

  it('A26: not one that ends in time, on the last day at the latest', () => {
    const ending = (until: string) =>
      cut.and(command('end-retention', { effectiveDate: '2009-06-01', instanceId: 'E1', until }));
    expect(one(ending('2009-08-02'), '2009-06-01')).toHaveLength(1);
    expect(one(ending('2009-08-01'), '2009-06-01')).toEqual([]);
  });

  it('A26: without an end in the order, it lasts longer than any months', () => {
    const open = {
      ...cut.state,
      retentions: cut.state.retentions.map((kept) => ({ ...kept, lastDay: null })),
    };
    expect(told({ ...cut, state: open }, '2009-06-01', 'RETENTION_TO_REVIEW', months)).toMatchObject([
      {
        message:
          'EMIS keeps the option DATR of E1 available until 2009-08-01 only, and it is ordered without end.',
      },
    ]);
  });
});

describe('R6: an option without a price', () => {
  const one = (of: Given, on: string, facts?: Reference) =>
    told(of, on, 'NO_PRICE', facts).filter(({ message }) => message.includes('option'));
  const kept = plain.and(
    command('order-retention', { ...order, until: '2010-06-20' }),
    command('order-retention', next),
  );

  it('R6: is told from the option’s first day to its last', () => {
    expect(one(kept, '2009-06-20')).toEqual([]);
    expect(one(kept, '2009-06-21')).toEqual([
      {
        code: 'NO_PRICE',
        rule: 'R6',
        message: 'No price is on file on 2009-06-21 for the option SINGLE_USER of E1.',
        events: [idOf(27)],
        instanceId: 'E1',
      },
    ]);
    expect(one(kept, '2010-06-20')).toHaveLength(1);
    expect(one(kept, '2010-06-21')).toEqual([]);
    expect(one(kept, '2010-07-04')).toEqual([]);
    expect(one(kept, '2010-07-05')).toMatchObject([{ events: [idOf(28)] }]);
  });

  it('R6: a price once or a year is one; terms that name neither are none, nor is full retention asked for one', () => {
    const term = { option: 'SINGLE_USER', availability: always } as const;
    const facts = (more: Pick<Term, 'yearlyPence' | 'oneOffPence'>) =>
      withTerms('2009-06-01', [{ ...term, ...more }]);
    expect(one(kept, '2009-07-01', facts({ yearlyPence: 50_000 }))).toEqual([]);
    expect(one(kept, '2009-07-01', facts({ yearlyPence: null, oneOffPence: 90_000 }))).toEqual([]);
    expect(one(kept, '2009-07-01', facts({ yearlyPence: null }))).toHaveLength(1);
    const full = live.and(command('order-retention', { ...order, option: 'FULL' }));
    expect(one(full, '2009-07-01')).toEqual([]);
    expect(
      one(full, '2009-07-01', withTerms('2009-06-01', [{ ...term, option: 'FULL', yearlyPence: null }])),
    ).toEqual([]);
  });
});

describe('S28: prices out of rank', () => {
  const [full, single, datr] = (['FULL', 'SINGLE_USER', 'DATR'] as const).map(
    (option) => (yearlyPence: number | null) => ({ option, availability: always, yearlyPence }),
  ) as [(pence: number | null) => Term, (pence: number | null) => Term, (pence: number | null) => Term];
  const one = (...terms: Term[]) =>
    told(plain, '2009-05-01', 'RETENTION_RANK_BROKEN', withTerms('2009-05-01', terms));

  it('S28: the first that costs more than one that gives more is named, with the list in force', () => {
    expect(one(full(30_000), single(40_000), datr(50_000))).toEqual([
      {
        code: 'RETENTION_RANK_BROKEN',
        rule: 'S28',
        message: 'EMIS charges more for SINGLE_USER on 2009-05-01 than for an option that gives more.',
        events: [expect.any(String)],
        instanceId: 'E1',
      },
    ]);
    expect(one(full(30_000), single(null), datr(30_001))).toMatchObject([
      { message: expect.stringContaining('more for DATR') },
    ]);
    expect(one(full(30_000), datr(30_001))).toHaveLength(1);
  });

  it('S28: equal prices are in rank, and one without a price has none', () => {
    expect(one(full(30_000), single(30_000), datr(30_000))).toEqual([]);
    expect(one(full(30_000), single(null), datr(30_000))).toEqual([]);
    expect(one(full(null), single(30_000), datr(10_000))).toEqual([]);
  });

  it('S28: rests on the latest list by the day', () => {
    const first = withTerms('2009-01-01', [full(30_000), single(40_000)]);
    const second = withTerms('2009-05-01', [full(30_000), single(50_000)], first);
    const listIn = (on: string, facts: Reference) =>
      told(plain, on, 'RETENTION_RANK_BROKEN', facts)[0]?.events;
    expect(listIn('2009-05-01', second)).toHaveLength(1);
    expect(listIn('2009-05-01', second)).not.toEqual(listIn('2009-05-01', first));
    expect(listIn('2009-04-30', second)).toEqual(listIn('2009-04-30', first));
  });

  it('S28: of a system that was left, from its go-live on', () => {
    const facts = withTerms('2009-01-01', [full(30_000), single(40_000)]);
    expect(told(live, '2009-03-10', 'RETENTION_RANK_BROKEN', facts)).toEqual([]);
    expect(told(live, '2009-03-11', 'RETENTION_RANK_BROKEN', facts)).toHaveLength(1);
  });
});
