import { command, confirmed, given, inReference } from '#testing/decisions.js';
import {
  hart,
  idOf,
  otherPct,
  patel,
  reed,
  reference,
  withParameters,
  withSupplier,
} from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { fundingTimeline } from '../funding/index.js';
import { practiceAnswer } from './answer.js';
import { accessGaps, auditAccessOn } from './audit-access.js';
import { findings } from './findings/index.js';
import { retentionSpans } from './retention-span.js';

const all = given(...workedUntil('rehomed'));
const noticed = given(...workedUntil('noticeGiven'));
const plain = given(...workedUntil('live')).and(
  command('give-notice', { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' }),
);
const order = { effectiveDate: '2009-03-24', instanceId: 'E1', option: 'DATR', payer: 'PRACTICE' } as const;
const end = { effectiveDate: '2012-09-03', instanceId: 'E1', until: '2012-09-30' };
const found = ({ state }: typeof all, on: string, code: string, facts = reference) =>
  findings(state, facts, on).filter((one) => one.code === code);

describe('R2: what a practice asks for of its old system, its PCT confirms', () => {
  const asked = plain.and(command('order-retention', order, reed));

  it('R2, S31: a retention order of the practice waits for the PCT', () => {
    plain.when('order-retention', order, reed).thenProposed('PCT');
    expect(asked.state.retentions).toEqual([]);
    asked
      .whenConfirmed(patel, '2009-03-25T12:00:00.000Z')
      .thenEvents([{ type: 'RetentionOrdered', payload: { option: 'DATR', payer: 'PRACTICE' } }]);
    asked.whenConfirmed(otherPct, '2009-03-25T12:00:00.000Z').thenRefused('NOT_YOUR_PRACTICE');
    asked.whenConfirmed(hart, '2009-03-25T12:00:00.000Z').thenRefused('PROPOSAL_NOT_YOURS');
  });

  it('R2: of the PCT it is recorded at once', () => {
    plain.when('order-retention', order, patel).thenEvents([{ type: 'RetentionOrdered' }]);
  });

  it('R2: decided again when it is confirmed: another order of the PCT leaves it open', () => {
    const both = asked.and(command('order-retention', { ...order, payer: 'COMMISSIONER' }, patel));
    both.whenConfirmed(patel, '2009-03-25T12:00:00.000Z').thenRefused('RETENTION_STANDS');
  });

  it('R2: so of a change and of an end', () => {
    const change = {
      ...order,
      effectiveDate: '2012-09-03',
      from: '2012-10-01',
      option: 'SINGLE_USER',
    } as const;
    all.when('change-retention', change, reed).thenProposed('PCT');
    all.when('end-retention', end, reed).thenProposed('PCT');
    all.when('end-retention', end, hart).thenRefused('ROLE_NOT_ALLOWED');
  });
});

describe('end-retention', () => {
  const ended = all.and(command('end-retention', end));

  it('A22: the option holds to its last day; what comes after it is a gap, and its charge stops', () => {
    all
      .when('end-retention', end)
      .thenEvents([{ type: 'RetentionEnded', payload: { option: 'DATR', until: '2012-09-30' } }]);
    expect(retentionSpans(ended.state, 'E1').at(-1)).toMatchObject({
      from: '2011-10-01',
      until: '2012-09-30',
    });
    expect(accessGaps(ended.state, 'E1')).toEqual([{ from: '2012-10-01', until: null }]);
    expect(auditAccessOn(ended.state, 'E1', '2012-09-30')).toBe('DATR');
    expect(auditAccessOn(ended.state, 'E1', '2012-10-01')).toBe('ENDED');
    const row = fundingTimeline(ended.state, reference).filter(({ row: name }) => name === 'RETENTION_DATR');
    expect(row.at(-1)?.to).toBe('2012-10-01');
    expect(practiceAnswer(ended.state, reference, '2012-09-30', true)?.retention.at(-1)).toMatchObject({
      until: '2012-09-30',
      events: [idOf(33), idOf(35)],
    });
  });

  it('A22, I11: another option may be ordered for the days after it, not before', () => {
    const again = { ...order, effectiveDate: '2012-09-10', from: '2012-10-01' };
    ended.when('order-retention', again).thenEvents([{ type: 'RetentionOrdered' }]);
    ended.when('order-retention', { ...again, from: '2012-09-30' }).thenRefused('RETENTION_STANDS');
  });

  it('A22: an earlier last day replaces it; a later one is a new order', () => {
    ended.when('end-retention', { ...end, until: '2012-09-15' }).thenEvents([{ type: 'RetentionEnded' }]);
    ended.when('end-retention', { ...end, effectiveDate: '2012-09-04' }).thenNothing();
    ended.when('end-retention', { ...end, until: '2012-10-31' }).thenRefused('DATE_ORDER');
    all.when('end-retention', { ...end, until: '2011-09-30' }).thenRefused('DATE_ORDER');
    all.when('end-retention', { ...end, instanceId: 'X9' }).thenRefused('INSTANCE_UNKNOWN');
    all.when('end-retention', { ...end, instanceId: 'V1' }).thenRefused('NO_RETENTION_STANDS');
    ended.when('end-retention', { ...end, effectiveDate: '2012-10-01' }).thenRefused('NO_RETENTION_STANDS');
  });

  it('R13, A25: ended before it begins it never holds, is no choice, and may be ordered again', () => {
    const stopped = plain.and(
      command('order-retention', order),
      command('end-retention', { effectiveDate: '2009-03-24', instanceId: 'E1', until: '2009-03-24' }),
    );
    expect(retentionSpans(stopped.state, 'E1')).toEqual([]);
    expect(found(stopped, '2009-06-01', 'NO_RETENTION_CHOSEN')).toHaveLength(1);
    stopped
      .when('order-retention', { ...order, effectiveDate: '2009-03-25' })
      .thenEvents([{ type: 'RetentionOrdered' }]);
    stopped.and(command('order-retention', { ...order, effectiveDate: '2009-03-25' }));
  });
});

describe('A25: the service ends and nobody has chosen an option', () => {
  it('A25: critical before the end, with its day, and for good after it', () => {
    expect(found(plain, '2009-06-01', 'NO_RETENTION_CHOSEN')).toMatchObject([
      { rule: 'A25', severity: 'CRITICAL', dueBy: '2009-06-20' },
    ]);
    expect(found(plain, '2019-06-01', 'NO_RETENTION_CHOSEN')).toMatchObject([{ severity: 'CRITICAL' }]);
  });

  it('A25, X6: a choice after the end does not make good that there was none', () => {
    const late = plain.and(
      command('order-retention', { ...order, effectiveDate: '2009-07-01', from: '2009-07-01' }),
    );
    expect(found(late, '2010-01-01', 'NO_RETENTION_CHOSEN')).toMatchObject([
      {
        message:
          'The service of E1 ended on 2009-06-20, and until 2009-07-01 nobody had chosen how its audit trail is kept.',
        dueBy: '2009-06-20',
      },
    ]);
    expect(found(late, '2010-01-01', 'NO_RETENTION_CHOSEN')[0]).not.toHaveProperty('severity');
    const intime = plain.and(command('order-retention', { ...order, effectiveDate: '2009-06-20' }));
    expect(found(intime, '2010-01-01', 'NO_RETENTION_CHOSEN')).toEqual([]);
  });

  it('A25, R10: what was chosen stands until its end was said', () => {
    const stopped = plain.and(
      command('order-retention', order),
      command('end-retention', { effectiveDate: '2009-05-01', instanceId: 'E1', until: '2009-05-01' }),
    );
    expect(found(stopped, '2009-04-30', 'NO_RETENTION_CHOSEN')).toEqual([]);
    expect(found(stopped, '2009-05-01', 'NO_RETENTION_CHOSEN')).toHaveLength(1);
  });

  it('F8: not while the notice is withdrawn', () => {
    const withdrawn = plain.and(
      confirmed(command('withdraw-notice', { effectiveDate: '2009-06-01', instanceId: 'E1' }), hart),
    );
    expect(found(withdrawn, '2009-06-02', 'NO_RETENTION_CHOSEN')).toEqual([]);
  });
});

describe('A26: how long a supplier keeps an option available', () => {
  const terms = withSupplier(reference, 'EMIS', {
    name: 'publish-retention-terms',
    body: {
      effectiveDate: '2008-04-01',
      terms: [{ option: 'DATR', availability: { kind: 'WHILE_MEDIA_READABLE' }, yearlyPence: 10_000 }],
    },
  });
  const steps = [
    ...workedUntil('live'),
    command('give-notice', { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' }),
    command('order-retention', order),
  ];

  it('A26: while the media can be read they are to be looked at every so many months', () => {
    const kept = inReference(terms, ...steps);
    expect(found(kept, '2010-06-20', 'MEDIA_REVIEW_DUE', terms)).toEqual([]);
    expect(found(kept, '2010-06-21', 'MEDIA_REVIEW_DUE', terms)).toMatchObject([
      { rule: 'A26', instanceId: 'E1', dueBy: '2010-06-21' },
    ]);
    expect(practiceAnswer(kept.state, terms, '2009-07-01', true)?.retention).toMatchObject([
      { reviewBy: '2010-06-21', policyVersion: 'gpsoc-1' },
    ]);
  });

  it('A26: by the policy in force on the day of the order', () => {
    const sixMonths = withParameters(terms, { 'retention.mediaReviewMonths': 6 });
    expect(found(inReference(sixMonths, ...steps), '2009-12-21', 'MEDIA_REVIEW_DUE', sixMonths)).toHaveLength(
      1,
    );
  });

  it('A26, X6: a record of the holder is a review, and may say when the next is due', () => {
    const kept = inReference(terms, ...steps);
    const seen = (reviewBy?: string) =>
      kept.and(
        command(
          'record-data-holder',
          {
            effectiveDate: '2010-05-03',
            instanceId: 'E1',
            holder: { kind: 'SUPPLIER', org: 'EMIS' },
            locationClass: 'SUPPLIER_SITE',
            format: 'Tape',
            ...(reviewBy !== undefined && { reviewBy }),
          },
          hart,
        ),
      );
    expect(found(seen(), '2011-05-02', 'MEDIA_REVIEW_DUE', terms)).toEqual([]);
    expect(found(seen(), '2011-05-03', 'MEDIA_REVIEW_DUE', terms)).toHaveLength(1);
    expect(found(seen('2012-01-31'), '2012-01-30', 'MEDIA_REVIEW_DUE', terms)).toEqual([]);
    expect(found(seen('2012-01-31'), '2012-01-31', 'MEDIA_REVIEW_DUE', terms)).toHaveLength(1);
    expect(practiceAnswer(seen('2012-01-31').state, terms, '2010-05-03', true)?.retention).toMatchObject([
      { reviewBy: '2012-01-31', policyVersion: null },
    ]);
  });

  it('A26, R8: an end of the service that cuts the months short leaves an option to review', () => {
    const months = withSupplier(reference, 'EMIS', {
      name: 'publish-retention-terms',
      body: {
        effectiveDate: '2008-04-01',
        terms: [{ option: 'DATR', availability: { kind: 'MONTHS', months: 3 }, yearlyPence: 10_000 }],
      },
    });
    const kept = inReference(
      months,
      ...steps.slice(0, -1),
      command('order-retention', { ...order, until: '2009-09-20' }),
    );
    const cut = kept.and(command('end-source-service', { effectiveDate: '2009-05-01', instanceId: 'E1' }));
    expect(found(kept, '2009-05-01', 'RETENTION_TO_REVIEW', months)).toEqual([]);
    expect(found(cut, '2009-04-30', 'RETENTION_TO_REVIEW', months)).toEqual([]);
    expect(found(cut, '2009-05-01', 'RETENTION_TO_REVIEW', months)).toMatchObject([
      {
        rule: 'A26',
        message:
          'EMIS keeps the option DATR of E1 available until 2009-08-01 only, and it is ordered until 2009-09-20.',
        instanceId: 'E1',
        dueBy: '2009-08-01',
      },
    ]);
    const ended = cut.and(
      command('end-retention', { effectiveDate: '2009-06-01', instanceId: 'E1', until: '2009-08-01' }),
    );
    expect(found(ended, '2009-06-01', 'RETENTION_TO_REVIEW', months)).toEqual([]);
  });

  it('A26: an option that lasts without end asks for no review', () => {
    expect(found(all, '2020-01-01', 'MEDIA_REVIEW_DUE')).toEqual([]);
    expect(practiceAnswer(noticed.state, reference, '2009-07-01', true)?.retention).toMatchObject([
      { reviewBy: null, policyVersion: null },
    ]);
  });
});
