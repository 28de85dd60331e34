import { command, given } from '#testing/decisions.js';
import { patel, reference } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { fundingTimeline } from '../funding/index.js';
import { retentionSpans } from './retention-span.js';

const live = given(...workedUntil('live'));
const order = {
  effectiveDate: '2009-03-13',
  instanceId: 'E1',
  option: 'SINGLE_USER',
  payer: 'COMMISSIONER',
} as const;
const end = (effectiveDate: string) => command('end-source-service', { effectiveDate, instanceId: 'E1' });
/** Full retention for a week, and no notice since. */
const briefly = live.and(command('order-retention', { ...order, option: 'FULL', until: '2009-03-19' }));

const spans = ({ state }: typeof live) =>
  retentionSpans(state, 'E1').map(({ retention, from, until }) => [retention.option, from, until]);

describe('I11, A22: an option after one that has ended', () => {
  const next = { ...order, effectiveDate: '2009-03-25' };

  it('A22: is ordered even while the service has no end to start after', () => {
    const ordered = briefly.and(command('order-retention', next));
    expect(spans(ordered)).toEqual([['FULL', '2009-03-13', '2009-03-19']]);
    expect(spans(ordered.and(end('2009-07-31'))).at(-1)).toEqual(['SINGLE_USER', '2009-08-01', null]);
  });

  it('A22: on the last day of the option that stands it is a change', () => {
    briefly.when('order-retention', { ...next, effectiveDate: '2009-03-19' }).thenRefused('RETENTION_STANDS');
    briefly
      .when('change-retention', { ...next, effectiveDate: '2009-03-19', from: '2009-03-20' })
      .thenEvents([{ type: 'RetentionOptionChanged' }]);
  });

  it('I11: begins later than its last day, and a refusal says so', () => {
    const { decision } = briefly.when('order-retention', { ...next, from: '2009-03-19' }).decided;
    expect(decision).toMatchObject({
      refusal: {
        code: 'RETENTION_OVERLAPS',
        rule: 'I11',
        because: 'The option FULL lasted until 2009-03-19; the new one may not begin on or before that day.',
        remedy: 'Send a later `from`.',
      },
    });
    briefly
      .when('order-retention', { ...next, from: '2009-03-20' })
      .thenEvents([{ type: 'RetentionOrdered' }]);
  });

  it('S29, A24: follows full retention that ended with the service', () => {
    const full = live.and(command('order-retention', { ...order, option: 'FULL' }), end('2009-07-31'));
    const after = full.and(command('order-retention', { ...order, effectiveDate: '2009-08-05' }));
    expect(spans(after)).toEqual([
      ['FULL', '2009-03-13', '2009-07-31'],
      ['SINGLE_USER', '2009-08-01', null],
    ]);
  });

  it('S29: full retention ends with the service, though it was ordered for longer', () => {
    const full = live.and(command('order-retention', { ...order, option: 'FULL', until: '2009-12-31' }));
    expect(spans(full)).toEqual([['FULL', '2009-03-13', '2009-12-31']]);
    expect(spans(full.and(end('2009-07-31')))).toEqual([['FULL', '2009-03-13', '2009-07-31']]);
  });

  it('I11, I13: its last day is not corrected away under the option that follows it', () => {
    const both = live.and(
      command('order-retention', { ...order, from: '2009-04-01', until: '2009-06-30' }),
      command('order-retention', { ...order, effectiveDate: '2009-07-05', option: 'DATR' }),
      end('2009-07-31'),
    );
    const { decision } = both.when(
      'correct-record',
      {
        effectiveDate: '2009-08-03',
        targetEventId: both.state.retentions[0]!.eventId,
        field: 'until',
        was: '2009-06-30',
        now: null,
        reason: 'It was ordered without end',
      },
      patel,
    ).decided;
    expect(decision).toMatchObject({ refusal: { code: 'CORRECTION_BREAKS_RULE', rule: 'I11' } });
  });

  it('I11, A24: one that moves with the end of the service never moves into it, in no answer', () => {
    const notice = { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter', endsOn: '2009-07-31' };
    const first = {
      option: 'SINGLE_USER',
      from: '2009-04-01',
      until: '2009-06-30',
      payer: 'COMMISSIONER',
    } as const;
    const both = live.and(
      command('give-notice', { ...notice, retention: first }),
      command('order-retention', { ...order, effectiveDate: '2009-04-25', option: 'DATR' }),
    );
    expect(spans(both).at(-1)).toEqual(['DATR', '2009-08-01', null]);
    const early = both.and(end('2009-05-15'));
    expect(spans(early)).toEqual([
      ['SINGLE_USER', '2009-04-01', '2009-06-30'],
      ['DATR', '2009-07-01', null],
    ]);
    const charged = fundingTimeline(early.state, reference).filter(({ reason }) => reason === 'RETENTION');
    expect(charged.map(({ from, to }) => [from, to])).toEqual([
      ['2009-04-01', '2009-07-01'],
      ['2009-07-01', null],
    ]);
    early
      .when('change-retention', { ...order, effectiveDate: '2009-07-01', from: '2009-07-01' })
      .thenRefused('RETENTION_OVERLAPS');
  });

  it('A22: a change replaces the option that stands, none that ended before it', () => {
    const changed = briefly.and(
      command('order-retention', { ...next, from: '2009-06-21' }),
      command('change-retention', {
        ...next,
        effectiveDate: '2009-09-01',
        option: 'DATR',
        from: '2009-10-01',
      }),
    );
    expect(changed.state.retentions.map(({ option, replacedBy }) => [option, replacedBy !== null])).toEqual([
      ['FULL', false],
      ['SINGLE_USER', true],
      ['DATR', false],
    ]);
  });
});

describe('S37, R10: an option is ordered for a source that was left by then', () => {
  it('S37, R10: on the day of go-live or later, whenever it is recorded', () => {
    const early = { ...order, effectiveDate: '2009-03-10', reason: 'Letter of that day' };
    const at = '2009-03-14T09:00:00.000Z';
    live.when('order-retention', early, undefined, at).thenRefused('GO_LIVE_MISSING');
    live
      .and(command('give-notice', { effectiveDate: '2009-03-13', instanceId: 'E1', method: 'Letter' }))
      .when('order-retention', early, undefined, at)
      .thenRefused('GO_LIVE_MISSING');
    live
      .when('order-retention', { ...early, effectiveDate: '2009-03-11' }, undefined, at)
      .thenEvents([{ type: 'RetentionOrdered' }]);
  });
});
