import { command, given, inReference } from '#testing/decisions.js';
import { reference, withSupplier } from '#testing/fixture.js';
import { line, linesOf, stepsOf } from '#testing/next-steps.js';
import { secondMigration, workedUntil } from '#testing/worked-data-set.js';

const live = given(...workedUntil('live'));

describe('I14: of two go-lives', () => {
  it('F7: the latest alone is retracted', () => {
    const twice = given(...workedUntil('retentionChanged')).and(
      ...secondMigration('2012-06-01'),
      command('declare-go-live', { effectiveDate: '2012-06-04', targetInstanceId: 'E2' }),
    );
    expect(linesOf(stepsOf(twice, '2012-06-05'), 'retract-go-live')).toEqual([
      'PCT 5ZZ retract-go-live - PROPOSE',
    ]);
  });
});

describe('S35: a notice', () => {
  const noticed = live.and(
    command('give-notice', {
      effectiveDate: '2009-03-20',
      instanceId: 'E1',
      method: 'Letter',
      endsOn: '2009-06-20',
    }),
  );
  it('R2: that its supplier is asked to let go is its supplier’s to confirm, and no other’s', () => {
    const asked = noticed.and(command('withdraw-notice', { effectiveDate: '2009-04-01', instanceId: 'E1' }));
    expect(linesOf(stepsOf(asked, '2009-04-02'), 'confirm')).toEqual([
      'SUP EMIS confirm withdraw-notice - ACCEPT',
    ]);
  });
  it('A22: is extended by a day at least, which a retention that begins later does not flag', () => {
    const order = {
      effectiveDate: '2009-04-01',
      instanceId: 'E1',
      option: 'DATR',
      payer: 'COMMISSIONER',
    } as const;
    const extending = (from: string) =>
      linesOf(
        stepsOf(noticed.and(command('order-retention', { ...order, from })), '2009-04-02'),
        'extend-notice',
      )[0];
    expect(extending('2009-06-22')).toBe('PCT 5ZZ extend-notice E1 - ACCEPT');
    expect(extending('2009-06-21')).toBe('PCT 5ZZ extend-notice E1 - ACCEPT RETENTION_BEFORE_SERVICE_END');
  });
});

describe('I8: a notice', () => {
  it('is received and disputed by the supplier whose system it is of, and of no notice is another’s told', () => {
    const noticed = stepsOf(given(...workedUntil('noticeGiven')), '2009-03-24');
    expect(linesOf(noticed, 'acknowledge-notice', 'dispute-notice')).toEqual([
      'SUP EMIS acknowledge-notice E1 - ACCEPT',
      'SUP INPS acknowledge-notice V1 - NO_NOTICE_RUNNING S35',
      'SUP EMIS dispute-notice E1 - ACCEPT',
      'SUP INPS dispute-notice V1 - NO_NOTICE_RUNNING S35',
    ]);
  });
});

describe('A22: a retention option', () => {
  const changed = given(...workedUntil('retentionChanged'));
  const ending = changed.and(
    command('end-retention', { effectiveDate: '2012-01-10', instanceId: 'E1', until: '2012-03-31' }),
  );
  it('that is to end can be followed by another from the next day', () => {
    const next = stepsOf(ending, '2012-01-11').find((step) =>
      line(step).includes('order-retention E1 DATR'),
    )!;
    expect(line(next)).toBe('PCT 5ZZ order-retention E1 DATR - ACCEPT needs RETENTION_STANDS');
    expect(next).toMatchObject({ can: { with: { from: '2012-04-01' } } });
  });
  it('that was ended on its first day is not to be ended once more', () => {
    const day = { effectiveDate: '2009-08-01' };
    const ended = given(...workedUntil('serviceEnded')).and(
      command('end-retention', { ...day, instanceId: 'E1', until: '2009-08-01' }),
    );
    expect(linesOf(stepsOf(ended, '2009-08-01'), 'end-retention')).toEqual([
      'PCT 5ZZ end-retention V1 - NO_RETENTION_STANDS A22',
      'PR A00001 end-retention V1 - NO_RETENTION_STANDS A22',
    ]);
  });
});

describe('S31: access that was asked for', () => {
  it('is given out within the free allowance without a flag, since nothing is charged', () => {
    const twoFree = withSupplier(reference, 'EMIS', {
      name: 'publish-retention-terms',
      body: {
        effectiveDate: '2009-04-01',
        terms: [
          {
            option: 'DATR',
            availability: { kind: 'PERPETUAL_ANNUAL' },
            yearlyPence: null,
            freeAccessesPerYear: 2,
          },
        ],
      },
    });
    const asked = inReference(twoFree, ...workedUntil('serviceEnded')).and(
      command('request-audit-access', {
        effectiveDate: '2009-08-03',
        instanceId: 'E1',
        purposeClass: 'CORONER',
        period: { from: '2008-05-01', until: '2008-05-31' },
        onWhoseAuthority: 'The coroner',
      }),
    );
    expect(linesOf(stepsOf(asked, '2009-08-04'), 'fulfil-audit-access')).toEqual([
      'SUP EMIS fulfil-audit-access - ACCEPT',
      'PR A00001 fulfil-audit-access - ACCEPT',
    ]);
  });
});
