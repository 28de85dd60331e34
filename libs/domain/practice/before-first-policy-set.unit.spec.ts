import { given, inReference } from '#testing/decisions.js';
import { reference } from '#testing/fixture.js';
import { secondMigration, workedUntil } from '#testing/worked-data-set.js';
import { practiceAnswer } from './answer.js';
import { goLiveFrom } from './state.js';
import { beddingInAfter } from './wind-down.js';

const live = given(...workedUntil('live'));
const ended = given(...workedUntil('serviceEnded'));

describe('B3, R10: the days before the first policy set go by the first', () => {
  const { policy } = reference;
  const lateSet = {
    ...reference,
    policy: { ...policy, sets: policy.sets.map((set) => ({ ...set, from: '2010-01-01' })) },
  };

  it('A3: in bedding-in', () => {
    const goLive = goLiveFrom(ended.state, 'E1');
    expect(goLive && beddingInAfter(goLive, ended.state, lateSet)?.lastFundedDay).toBe('2009-06-12');
  });

  it('A21: in what a second go-live may not come into', () => {
    inReference(lateSet, ...workedUntil('live'), ...secondMigration('2009-05-19'))
      .when('declare-go-live', { effectiveDate: '2009-05-20', targetInstanceId: 'E2' })
      .thenRefused('BEDDING_IN_OPEN');
  });

  it.each(['2009-03-20', '2009-06-13', '2009-08-01'])(
    'A4, A10: in the answer and its findings for %s',
    (on) => {
      for (const { state } of [live, ended])
        expect(practiceAnswer(state, lateSet, on, true)).toEqual(practiceAnswer(state, reference, on, true));
    },
  );
});
