import { command, confirmed, given, inReference, type Given } from '#testing/decisions.js';
import { hart, patel, reference, withParameters } from '#testing/fixture.js';
import { returnToE1, secondMigration, workedUntil } from '#testing/worked-data-set.js';

const live = given(...workedUntil('live'));
const plain = live.and(
  command('give-notice', { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' }),
);
const order = {
  effectiveDate: '2009-03-24',
  instanceId: 'E1',
  option: 'SINGLE_USER',
  payer: 'COMMISSIONER',
} as const;
const because = (text: string) => ({ kind: 'refused', refusal: { because: text } });

describe('A22: the last day that an option may be given', () => {
  const kept = plain.and(command('order-retention', order));
  const end = (of: Given, effectiveDate: string, until: string) =>
    of.when('end-retention', { effectiveDate, instanceId: 'E1', until });

  it('A22: its first at the earliest, once that has come', () => {
    end(kept, '2009-06-21', '2009-06-21').thenEvents([{ type: 'RetentionEnded' }]);
    expect(end(kept, '2009-06-21', '2009-06-20').decided.decision).toMatchObject(
      because(
        'The option SINGLE_USER holds from 2009-06-21 to no day on record: it cannot end on 2009-06-20.',
      ),
    );
    end(kept, '2009-06-20', '2009-06-20').thenEvents([{ type: 'RetentionEnded' }]);
  });

  it('A22: the last of its order at the latest, also while the service has no end', () => {
    const brief = live.and(command('order-retention', { ...order, until: '2010-06-30' }));
    expect(end(brief, '2009-06-21', '2010-07-01').decided.decision).toMatchObject(
      because(
        'The option SINGLE_USER holds from the end of the service to 2010-06-30: it cannot end on 2010-07-01.',
      ),
    );
    end(brief, '2009-06-21', '2010-06-29').thenEvents([{ type: 'RetentionEnded' }]);
    end(brief, '2009-06-21', '2010-06-30').thenNothing();
  });
});

describe('R10, A23: the days that an order asks for', () => {
  it('R10: end no earlier than they begin, also while the service has no end', () => {
    live.when('order-retention', { ...order, until: '2009-03-23' }).thenRefused('DATE_ORDER');
    live
      .when('order-retention', { ...order, until: '2009-03-24' })
      .thenEvents([{ type: 'RetentionOrdered' }]);
  });

  it('A23, S29: full retention on the last day of the service is barred by the notice, after it by the end', () => {
    const full = (effectiveDate: string) => ({ ...order, option: 'FULL', effectiveDate }) as const;
    expect(plain.when('order-retention', full('2009-06-20')).decided.decision).toMatchObject({
      refusal: { code: 'FULL_WHILE_NOTICE_RUNS', because: expect.stringContaining('2009-06-20') },
    });
    plain.when('order-retention', full('2009-06-21')).thenRefused('INSTANCE_NOT_IN_LIFE');
  });

  it('A23, A5, A20: a contingent notice of a system that was returned to bars it without a day of its own', () => {
    const noticed = inReference(
      withParameters(reference, { 'notice.earliest': 'CONTINGENT' }),
      ...workedUntil('live'),
      ...returnToE1('2009-07-01'),
      command('declare-go-live', { effectiveDate: '2009-07-02', targetInstanceId: 'E1' }),
      ...secondMigration('2009-08-03', undefined, 'E1').slice(0, 2),
      command('give-notice', { effectiveDate: '2009-08-04', instanceId: 'E1', method: 'Letter' }),
    );
    const late = { ...order, option: 'FULL', effectiveDate: '2009-06-01', reason: 'Found late' } as const;
    expect(
      noticed.when('order-retention', late, patel, '2009-08-05T12:00:00.000Z').decided.decision,
    ).toMatchObject(
      because('Notice for E1 runs until a day that go-live sets; full retention means that none runs.'),
    );
  });

  it('A23, F8: a notice that was withdrawn bars it up to that day', () => {
    const withdrawn = plain.and(
      confirmed(command('withdraw-notice', { effectiveDate: '2009-06-01', instanceId: 'E1' }), hart),
    );
    const late = { ...order, option: 'FULL', effectiveDate: '2009-05-31', reason: 'Found late' } as const;
    expect(
      withdrawn.when('order-retention', late, undefined, '2009-06-02T12:00:00.000Z').decided.decision,
    ).toMatchObject({
      refusal: { code: 'FULL_WHILE_NOTICE_RUNS', because: expect.stringContaining('2009-06-01') },
    });
    withdrawn
      .when('order-retention', { ...late, effectiveDate: '2009-06-01' })
      .thenEvents([{ type: 'RetentionOrdered', payload: { option: 'FULL' } }]);
  });
});
