import { command, given, inReference } from '#testing/decisions.js';
import { hart, reed, reference, withSupplier } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { auditAccessOn, accessGaps } from './audit-access.js';
import { practiceCommands } from './commands.js';
import { findings } from './findings/index.js';
import { retentionSpans } from './retention-span.js';

const live = given(...workedUntil('live'));
const noticed = given(...workedUntil('noticeGiven'));
const ended = given(...workedUntil('serviceEnded'));
const order = {
  effectiveDate: '2009-03-20',
  instanceId: 'E1',
  option: 'SINGLE_USER',
  payer: 'COMMISSIONER',
} as const;
const notice = { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' };
/** W's notice without its retention order. */
const plain = live.and(command('give-notice', notice));
const change = {
  effectiveDate: '2011-09-30',
  instanceId: 'E1',
  option: 'DATR',
  from: '2011-10-01',
  payer: 'COMMISSIONER',
} as const;

/** EMIS with terms for the options: three months of DATR only. */
const withTerms = withSupplier(reference, 'EMIS', {
  name: 'publish-retention-terms',
  body: {
    effectiveDate: '2008-04-01',
    terms: [
      { option: 'SINGLE_USER', availability: { kind: 'PERPETUAL_ANNUAL' }, yearlyPence: 50_000 },
      {
        option: 'DATR',
        availability: { kind: 'MONTHS', months: 3 },
        yearlyPence: null,
        freeAccessesPerYear: 2,
      },
    ],
  },
});
const priced = inReference(withTerms, ...workedUntil('live'), command('give-notice', notice));

const spans = ({ state }: typeof live) =>
  retentionSpans(state, 'E1').map(({ retention, from, until }) => [retention.option, from, until]);

describe('order-retention', () => {
  it('S28: takes exactly three options', () => {
    const schema = practiceCommands['order-retention'];
    expect(schema.safeParse(order).success).toBe(true);
    expect(schema.safeParse({ ...order, option: 'FULL' }).success).toBe(true);
    expect(schema.safeParse({ ...order, option: 'DATR' }).success).toBe(true);
    expect(schema.safeParse({ ...order, option: 'TAPE' }).success).toBe(false);
  });

  it('S30, S31: SINGLE_USER and DATR are orders of the PCT for the source of a go-live', () => {
    plain.when('order-retention', order).thenEvents([
      {
        type: 'RetentionOrdered',
        payload: { option: 'SINGLE_USER', payer: 'COMMISSIONER', priceSnapshot: null },
      },
    ]);
    plain
      .when('order-retention', { ...order, option: 'DATR' })
      .thenEvents([{ type: 'RetentionOrdered', payload: { option: 'DATR' } }]);
    plain.when('order-retention', order, reed).thenProposed('PCT');
    plain.when('order-retention', order, hart).thenRefused('ROLE_NOT_ALLOWED');
    plain.when('order-retention', { ...order, instanceId: 'V1' }).thenRefused('GO_LIVE_MISSING');
    plain.when('order-retention', { ...order, instanceId: 'X9' }).thenRefused('INSTANCE_UNKNOWN');
  });

  it('S37: the refusal of one before the go-live says on which day there was none yet', () => {
    const { decision } = live.when('order-retention', { ...order, effectiveDate: '2009-03-10' }).decided;
    expect(decision).toMatchObject({
      refusal: { code: 'GO_LIVE_MISSING', because: expect.stringContaining('on or before 2009-03-10') },
    });
  });

  it('S32: keeps the supplier’s price in force on the day of the order', () => {
    priced.when('order-retention', order).thenEvents([
      {
        type: 'RetentionOrdered',
        payload: {
          priceSnapshot: {
            option: 'SINGLE_USER',
            availability: { kind: 'PERPETUAL_ANNUAL' },
            yearlyPence: 50_000,
          },
        },
      },
    ]);
  });

  it('A24, R9: left without a start it begins the day after the notice’s end, and moves with it', () => {
    expect(spans(noticed)).toEqual([['SINGLE_USER', '2009-06-21', null]]);
    expect(spans(given(...workedUntil('extended')))).toEqual([['SINGLE_USER', '2009-08-01', null]]);
  });

  it('A22, A24: one whose end the extended notice passes gives no access, and the gap is told', () => {
    const short = plain.and(command('order-retention', { ...order, until: '2009-07-15' }));
    const extended = short.and(
      command('extend-notice', {
        effectiveDate: '2009-05-29',
        instanceId: 'E1',
        newEndsOn: '2009-07-31',
        problemCategory: 'Repeat prescribing',
      }),
    );
    expect(spans(extended)).toEqual([]);
    expect(auditAccessOn(extended.state, 'E1', '2009-08-01')).toBe('ENDED');
    expect(findings(extended.state, reference, '2009-08-01').map(({ code }) => code)).toContain(
      'AUDIT_ACCESS_GAP',
    );
  });

  it('R9: a stated start does not move', () => {
    const stated = plain.and(command('order-retention', { ...order, from: '2009-06-21' }));
    const extended = stated.and(
      command('extend-notice', {
        effectiveDate: '2009-05-29',
        instanceId: 'E1',
        newEndsOn: '2009-07-31',
        problemCategory: 'Repeat prescribing',
      }),
    );
    expect(spans(extended)).toEqual([['SINGLE_USER', '2009-06-21', null]]);
  });

  it('A22: one option stands at a time', () => {
    noticed
      .when('order-retention', { ...order, option: 'DATR', effectiveDate: '2009-03-24' })
      .thenRefused('RETENTION_STANDS');
  });

  it('I11: after an option that ends, the next begins later than its last day', () => {
    const brief = plain.and(command('order-retention', { ...order, until: '2010-06-20' }));
    const next = { ...order, option: 'DATR', effectiveDate: '2010-06-01' } as const;
    brief.when('order-retention', { ...next, from: '2010-06-20' }).thenRefused('RETENTION_STANDS');
    brief.when('order-retention', { ...next, from: '2010-06-21' }).thenEvents([{ type: 'RetentionOrdered' }]);
  });

  it('S29, A23: full retention is refused while a notice runs, and once the service has ended', () => {
    plain.when('order-retention', { ...order, option: 'FULL' }).thenRefused('FULL_WHILE_NOTICE_RUNS');
    const over = { ...order, option: 'FULL', effectiveDate: '2009-06-21' } as const;
    plain.when('order-retention', over).thenRefused('INSTANCE_NOT_IN_LIFE');
  });

  it('S29: full retention needs no notice, and begins with its order', () => {
    const full = live.and(command('order-retention', { ...order, option: 'FULL' }));
    expect(spans(full)).toEqual([['FULL', '2009-03-20', null]]);
    expect(auditAccessOn(full.state, 'E1', '2009-03-20')).toBe('FULL');
  });

  it('A26: not past what the supplier has available, counted from the end of the service', () => {
    const datr = { ...order, option: 'DATR' } as const;
    priced.when('order-retention', datr).thenRefused('RETENTION_UNAVAILABLE');
    priced.when('order-retention', { ...datr, until: '2009-09-21' }).thenRefused('RETENTION_UNAVAILABLE');
    priced
      .when('order-retention', { ...datr, until: '2009-09-20' })
      .thenEvents([{ type: 'RetentionOrdered', payload: { until: '2009-09-20' } }]);
  });

  it('A26: while the service has no end, counted from the day before the option would begin', () => {
    const datr = { ...order, option: 'DATR' } as const;
    const running = inReference(withTerms, ...workedUntil('live'));
    running.when('order-retention', { ...datr, until: '2009-06-20' }).thenRefused('RETENTION_UNAVAILABLE');
    running
      .when('order-retention', { ...datr, until: '2009-06-19' })
      .thenEvents([{ type: 'RetentionOrdered', payload: { until: '2009-06-19' } }]);
    const later = { ...datr, from: '2009-05-01' };
    running.when('order-retention', { ...later, until: '2009-07-31' }).thenRefused('RETENTION_UNAVAILABLE');
    running
      .when('order-retention', { ...later, until: '2009-07-30' })
      .thenEvents([{ type: 'RetentionOrdered' }]);
  });

  it('R10: its days are in order', () => {
    plain.when('order-retention', { ...order, until: '2009-06-20' }).thenRefused('DATE_ORDER');
    plain.when('order-retention', { ...order, from: '2009-03-10' }).thenRefused('DATE_ORDER');
    plain
      .when('order-retention', { ...order, from: '2009-06-20' })
      .thenEvents([{ type: 'RetentionOrdered', payload: { flags: ['RETENTION_BEFORE_SERVICE_END'] } }]);
  });
});

describe('change-retention', () => {
  it('A22: replaces the standing option from a day, and says which', () => {
    ended
      .when('change-retention', change)
      .thenEvents([{ type: 'RetentionOptionChanged', payload: { option: 'DATR', was: 'SINGLE_USER' } }]);
    expect(spans(ended.and(command('change-retention', change)))).toEqual([
      ['SINGLE_USER', '2009-08-01', '2011-09-30'],
      ['DATR', '2011-10-01', null],
    ]);
  });

  it('A22: an option with a last day of its own ends on it, or before where the next begins then', () => {
    const dated = plain.and(command('order-retention', { ...order, until: '2010-06-30' }));
    const from = (day: string) =>
      command('change-retention', { ...change, effectiveDate: '2010-01-04', from: day });
    expect(spans(dated.and(from('2010-09-01')))).toEqual([
      ['SINGLE_USER', '2009-06-21', '2010-06-30'],
      ['DATR', '2010-09-01', null],
    ]);
    expect(spans(dated.and(from('2010-03-01')))).toEqual([
      ['SINGLE_USER', '2009-06-21', '2010-02-28'],
      ['DATR', '2010-03-01', null],
    ]);
  });

  it('S37: needs a standing option', () => {
    plain.when('change-retention', change).thenRefused('NO_RETENTION_STANDS');
    plain.when('change-retention', { ...change, instanceId: 'X9' }).thenRefused('INSTANCE_UNKNOWN');
    plain
      .and(command('order-retention', { ...order, until: '2010-06-20' }))
      .when('change-retention', change)
      .thenRefused('NO_RETENTION_STANDS');
  });

  it('R10, A22: on a day before the standing option was ordered there was none to change', () => {
    const ordered = plain.and(command('order-retention', { ...order, effectiveDate: '2009-04-20' }));
    const early = { ...change, effectiveDate: '2009-04-01', from: '2009-09-01' };
    ordered.when('change-retention', early).thenRefused('NO_RETENTION_STANDS');
    ordered
      .when('change-retention', { ...early, effectiveDate: '2009-04-20' })
      .thenEvents([{ type: 'RetentionOptionChanged' }]);
  });

  it('I11: begins after the standing option’s first day', () => {
    ended.when('change-retention', { ...change, from: '2009-08-01' }).thenRefused('RETENTION_OVERLAPS');
    ended
      .when('change-retention', { ...change, from: '2009-08-02' })
      .thenEvents([{ type: 'RetentionOptionChanged' }]);
  });

  it('R13: to the option that stands, on its terms, adds nothing', () => {
    ended.when('change-retention', { ...change, option: 'SINGLE_USER' }).thenNothing();
    ended
      .when('change-retention', { ...change, option: 'SINGLE_USER', payer: 'PRACTICE' })
      .thenEvents([{ type: 'RetentionOptionChanged' }]);
  });

  it('A23, A26: what an order may not, a change may not', () => {
    const full = { ...change, option: 'FULL', effectiveDate: '2009-05-01', from: '2009-06-25' } as const;
    noticed.when('change-retention', full).thenRefused('INSTANCE_NOT_IN_LIFE');
    const early = plain.and(command('order-retention', { ...order, from: '2009-04-01' }));
    early.when('change-retention', { ...full, from: '2009-05-02' }).thenRefused('FULL_WHILE_NOTICE_RUNS');
    const inPriced = priced.and(command('order-retention', order));
    inPriced.when('change-retention', change).thenRefused('RETENTION_UNAVAILABLE');
  });
});

describe('A22: how access to the old audit trail stands on a day', () => {
  const changed = ended.and(command('change-retention', { ...change, from: '2011-10-05' }));

  it.each([
    ['2009-03-19', 'NOT_CHOSEN'],
    ['2009-03-20', 'SINGLE_USER'],
    ['2009-08-01', 'SINGLE_USER'],
    ['2011-10-05', 'DATR'],
    ['2020-01-01', 'DATR'],
  ])('A22, X6: on %s it is %s', (on, access) => {
    expect(auditAccessOn(changed.state, 'E1', on)).toBe(access);
  });

  it('A22: an option that begins the day after the service’s end leaves no gap', () => {
    expect(accessGaps(ended.state, 'E1')).toEqual([]);
    expect(accessGaps(ended.and(command('change-retention', change)).state, 'E1')).toEqual([]);
  });

  it('A22: a gap between two options, and the days after the last', () => {
    const brief = plain
      .and(command('order-retention', { ...order, from: '2009-06-25', until: '2009-12-31' }))
      .and(
        command('order-retention', {
          ...order,
          effectiveDate: '2010-01-04',
          from: '2010-01-05',
          until: '2010-06-30',
        }),
      );
    expect(accessGaps(brief.state, 'E1')).toEqual([
      { from: '2009-06-21', until: '2009-06-24' },
      { from: '2010-01-01', until: '2010-01-04' },
      { from: '2010-07-01', until: null },
    ]);
    expect(auditAccessOn(brief.state, 'E1', '2010-01-02')).toBe('GAP');
    expect(auditAccessOn(brief.state, 'E1', '2010-07-01')).toBe('ENDED');
  });
});
