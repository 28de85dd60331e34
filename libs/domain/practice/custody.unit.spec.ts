import { command, given, inReference } from '#testing/decisions.js';
import { dataDestroyed } from '#testing/destruction.js';
import { idOf, patel, reference, withParameters, withSupplier } from '#testing/fixture.js';
import { returnToE1, workedUntil } from '#testing/worked-data-set.js';
import { custodyOn, custodySpans } from './custody.js';
import { mediaReview } from './media-review.js';

const all = given(...workedUntil('rehomed'));
const plain = given(...workedUntil('live')).and(
  command('give-notice', { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' }),
);
const order = {
  effectiveDate: '2009-03-20',
  instanceId: 'E1',
  option: 'SINGLE_USER',
  payer: 'COMMISSIONER',
} as const;
const holding = {
  effectiveDate: '2009-03-16',
  instanceId: 'E1',
  holder: { kind: 'PCT', org: '5ZZ' },
  locationClass: 'NHS_SITE',
  format: 'The old server',
} as const;
const spans = ({ state }: typeof all) =>
  custodySpans(state, 'E1').map(({ from, until, basis }) => [from, until, basis]);

describe('custodySpans: who holds an old system’s data and audit trail, from day to day', () => {
  it('X6, R20: each span rests on what says so: the instance, the option, the record', () => {
    expect(custodySpans(all.state, 'E1').map(({ events }) => events)).toEqual([
      [idOf(3)],
      [idOf(26, 1)],
      [idOf(33)],
    ]);
    expect(custodySpans(all.state, 'X9')).toEqual([]);
    expect(custodyOn(all.state, 'E1', '2008-03-31')).toBeUndefined();
    expect(custodyOn(all.state, 'E1', '2008-04-01')?.basis).toBe('SERVICE');
    expect(custodyOn(all.state, 'E1', '2009-07-31')?.basis).toBe('SERVICE');
    expect(custodyOn(all.state, 'E1', '2009-08-01')?.basis).toBe('RETENTION');
  });

  it('X6, A22: nobody holds them in the days that no option covers', () => {
    const brief = plain.and(
      command('order-retention', { ...order, from: '2009-06-25', until: '2009-12-31' }),
      command('order-retention', {
        ...order,
        effectiveDate: '2010-01-04',
        option: 'DATR',
        from: '2010-01-05',
        until: '2010-06-30',
      }),
    );
    expect(spans(brief)).toEqual([
      ['2008-04-01', '2009-06-20', 'SERVICE'],
      ['2009-06-21', '2009-06-24', 'GAP'],
      ['2009-06-25', '2009-12-31', 'RETENTION'],
      ['2010-01-01', '2010-01-04', 'GAP'],
      ['2010-01-05', '2010-06-30', 'RETENTION'],
      ['2010-07-01', null, 'GAP'],
    ]);
    expect(custodySpans(brief.state, 'E1').map(({ holder }) => holder)).toEqual([
      { kind: 'SUPPLIER', org: 'EMIS' },
      null,
      { kind: 'PRACTICE', org: 'A00001' },
      null,
      { kind: 'SUPPLIER', org: 'EMIS' },
      null,
    ]);
  });

  it('X6, A24: an option that begins before the service’s end holds from the day after it', () =>
    expect(spans(plain.and(command('order-retention', { ...order, from: '2009-06-20' })))).toEqual([
      ['2008-04-01', '2009-06-20', 'SERVICE'],
      ['2009-06-21', null, 'RETENTION'],
    ]));

  it('X6, A22: an option of a single day holds on that day, an open one from its first', () => {
    const single = plain.and(
      command('order-retention', { ...order, from: '2009-06-25', until: '2009-06-25' }),
      command('order-retention', { ...order, effectiveDate: '2009-07-01', from: '2009-07-05' }),
    );
    expect(spans(single)).toEqual([
      ['2008-04-01', '2009-06-20', 'SERVICE'],
      ['2009-06-21', '2009-06-24', 'GAP'],
      ['2009-06-25', '2009-06-25', 'RETENTION'],
      ['2009-06-26', '2009-07-04', 'GAP'],
      ['2009-07-05', null, 'RETENTION'],
    ]);
  });

  it('X6: a copy on record before the service’s end stays so after it, beside no option', () => {
    const copied = plain.and(
      command('order-retention', order),
      command('record-data-holder', holding, patel),
    );
    expect(spans(copied)).toEqual([
      ['2008-04-01', '2009-06-20', 'SERVICE'],
      ['2009-03-16', null, 'RECORDED'],
    ]);
    expect(custodyOn(copied.state, 'E1', '2009-06-20')?.basis).toBe('SERVICE');
    expect(custodyOn(copied.state, 'E1', '2009-06-21')).toMatchObject({
      basis: 'RECORDED',
      events: [idOf(28)],
    });
  });

  it('X6, A20: where a service is taken up again, it comes before the copy that is held from that day', () => {
    const back = given(...workedUntil('live')).and(
      command('end-source-service', { effectiveDate: '2009-05-31', instanceId: 'E1', reason: 'Agreed' }),
      command('record-data-holder', { ...holding, effectiveDate: '2009-07-02' }, patel),
      ...returnToE1('2009-07-01'),
      command('declare-go-live', { effectiveDate: '2009-07-02', targetInstanceId: 'E1' }),
    );
    expect(spans(back)).toEqual([
      ['2008-04-01', '2009-05-31', 'SERVICE'],
      ['2009-06-01', '2009-07-01', 'GAP'],
      ['2009-07-02', null, 'SERVICE'],
      ['2009-07-02', null, 'RECORDED'],
    ]);
  });

  it('X6, I14: what was destroyed is held by nobody from that day on', () => {
    const destroyed = all.and(dataDestroyed('2012-08-01', '2012-08-02T12:00:00.000Z'));
    expect(custodyOn(destroyed.state, 'E1', '2012-07-31')?.basis).toBe('RETENTION');
    expect(custodyOn(destroyed.state, 'E1', '2012-08-01')).toEqual({
      from: '2012-08-01',
      until: null,
      basis: 'DESTROYED',
      holder: null,
      recorded: null,
      events: [destroyed.state.destroyed['E1']?.eventId],
    });
    expect(mediaReview(destroyed.state, reference, 'E1', '2012-08-01')).toBeNull();
  });
});

describe('mediaReview: by when the media of an old system are to be looked at', () => {
  const readable = withSupplier(reference, 'EMIS', {
    name: 'publish-retention-terms',
    body: {
      effectiveDate: '2008-04-01',
      terms: [
        { option: 'SINGLE_USER', availability: { kind: 'WHILE_MEDIA_READABLE' }, yearlyPence: 50_000 },
        { option: 'DATR', availability: { kind: 'WHILE_MEDIA_READABLE' }, yearlyPence: 10_000 },
      ],
    },
  });
  const notice = command('give-notice', { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' });
  const kept = inReference(readable, ...workedUntil('live'), notice).and(
    command('order-retention', { ...order, until: '2010-06-20' }),
    command('order-retention', {
      ...order,
      effectiveDate: '2010-07-01',
      option: 'DATR',
      from: '2010-07-05',
    }),
  );
  const review = ({ state }: typeof all, on: string) => mediaReview(state, readable, 'E1', on);

  it('A26: of the option of the day, from its first day to its last', () => {
    expect(review(kept, '2009-06-20')).toBeNull();
    expect(review(kept, '2009-06-21')).toEqual({
      dueBy: '2010-06-21',
      policyVersion: 'gpsoc-1',
      events: [idOf(27)],
    });
    expect(review(kept, '2010-06-20')?.dueBy).toBe('2010-06-21');
    expect(review(kept, '2010-06-21')).toBeNull();
    expect(review(kept, '2010-07-04')).toBeNull();
    expect(review(kept, '2010-07-05')).toMatchObject({ dueBy: '2011-07-05', events: [idOf(28)] });
  });

  it('A26, X6: not while the service runs beside the option, nor once the media are destroyed', () => {
    const early = inReference(readable, ...workedUntil('live'), notice).and(
      command('order-retention', { ...order, from: '2009-06-01' }),
    );
    expect(review(early, '2009-06-20')).toBeNull();
    expect(review(early, '2009-06-21')?.dueBy).toBe('2010-06-01');
    const destroyed = early.and(dataDestroyed('2009-08-03', '2009-08-03T12:00:00.000Z'));
    expect(review(destroyed, '2009-08-02')?.dueBy).toBe('2010-06-01');
    expect(review(destroyed, '2009-08-03')).toBeNull();
  });

  it('A26: an option of another kind asks for none, nor does a running service', () => {
    expect(mediaReview(all.state, reference, 'E1', '2012-01-01')).toBeNull();
    expect(review(kept, '2009-03-20')).toBeNull();
    expect(
      mediaReview(kept.state, { ...readable, policy: { ...readable.policy, sets: [] } }, 'E1', '2009-07-01'),
    ).toBeNull();
  });

  it('A26, X6: a record of the holder in the option’s days begins the months anew; an earlier one does not', () => {
    const seen = (effectiveDate: string) =>
      kept.and(command('record-data-holder', { ...holding, effectiveDate }, patel));
    expect(review(seen('2010-08-02'), '2010-08-02')).toMatchObject({
      dueBy: '2011-08-02',
      events: [idOf(28), idOf(29)],
    });
    const copied = inReference(readable, ...workedUntil('live'), notice).and(
      command('record-data-holder', holding, patel),
      command('order-retention', order),
    );
    expect(review(copied, '2009-06-21')).toMatchObject({
      dueBy: '2010-06-21',
      events: [idOf(28), idOf(27)],
    });
  });

  it('A26, X6: the day that the holder on record names goes before the months', () => {
    const told = kept.and(
      command(
        'record-data-holder',
        { ...holding, effectiveDate: '2010-08-02', reviewBy: '2012-01-31' },
        patel,
      ),
    );
    expect(review(told, '2010-08-02')).toEqual({
      dueBy: '2012-01-31',
      policyVersion: null,
      events: [idOf(29)],
    });
  });

  it('B3: by the months of the policy in force when the option was ordered', () =>
    expect(
      mediaReview(
        kept.state,
        withParameters(readable, { 'retention.mediaReviewMonths': 6 }),
        'E1',
        '2009-06-21',
      )?.dueBy,
    ).toBe('2009-12-21'));
});
