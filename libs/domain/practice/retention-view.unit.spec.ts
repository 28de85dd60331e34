import { command, given, inReference } from '#testing/decisions.js';
import { idOf, reference, withSupplier } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { retentionViews } from './retention-view.js';

const order = {
  effectiveDate: '2009-03-20',
  instanceId: 'E1',
  option: 'SINGLE_USER',
  payer: 'COMMISSIONER',
} as const;
const live = workedUntil('live');

describe('retentionViews: the options of an old audit trail, as they stood on a day', () => {
  it('S28, R9: an option has no first day while the service has no end to start after', () => {
    const { state } = given(...live, command('order-retention', { ...order, until: '2012-03-31' }));
    expect(retentionViews(state, reference, '2009-03-19')).toEqual([]);
    expect(retentionViews(state, reference, '2009-03-20')).toStrictEqual([
      {
        instanceId: 'E1',
        option: 'SINGLE_USER',
        orderedOn: '2009-03-20',
        from: null,
        until: '2012-03-31',
        payer: 'COMMISSIONER',
        reviewBy: null,
        policyVersion: null,
        rule: 'S28',
        events: [idOf(26)],
      },
    ]);
  });
  it('S28, S29: full retention lasts as long as the service, whatever its order says', () => {
    const { state } = given(
      ...live,
      command('order-retention', { ...order, option: 'FULL' }),
      command('end-source-service', { effectiveDate: '2009-12-31', instanceId: 'E1' }),
    );
    expect(retentionViews(state, reference, '2010-01-01')).toMatchObject([
      { option: 'FULL', from: '2009-03-20', until: '2009-12-31' },
    ]);
  });
  it('A26, B3: only the option that holds on the day has media to be looked at', () => {
    const availability = { kind: 'WHILE_MEDIA_READABLE' } as const;
    const readable = withSupplier(reference, 'EMIS', {
      name: 'publish-retention-terms',
      body: {
        effectiveDate: '2008-04-01',
        terms: [
          { option: 'SINGLE_USER', availability, yearlyPence: 50_000 },
          { option: 'DATR', availability, yearlyPence: 10_000 },
        ],
      },
    });
    const datr = { ...order, effectiveDate: '2010-05-03', option: 'DATR', from: '2010-06-21' } as const;
    const { state } = inReference(
      readable,
      ...live,
      command('give-notice', { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' }),
      command('order-retention', { ...order, until: '2010-06-20' }),
      command('order-retention', datr),
    );
    const told = (on: string) =>
      retentionViews(state, readable, on).map(({ reviewBy, policyVersion }) => [reviewBy, policyVersion]);
    expect(told('2009-06-20')).toEqual([[null, null]]);
    expect(told('2009-06-21')).toEqual([['2010-06-21', 'gpsoc-1']]);
    expect(told('2010-06-20')).toEqual([
      ['2010-06-21', 'gpsoc-1'],
      [null, null],
    ]);
    expect(told('2010-06-21')).toEqual([
      [null, null],
      ['2011-06-21', 'gpsoc-1'],
    ]);
  });
});
