import { command, confirmed, inReference } from '#testing/decisions.js';
import { patel, reed, reference, withParameters } from '#testing/fixture.js';
import { secondMigration, workedUntil } from '#testing/worked-data-set.js';
import { addDays } from '../calendar/dates.js';
import type { PolicyParameters } from '../policy/events.js';
import type { Reference } from '../reference.js';
import { practiceAnswer } from './answer.js';

/** gpsoc-1, and from 1 August 2009 a set with these parameters in place of its own. */
const withLater = (parameters: Partial<PolicyParameters>): Reference => {
  const [first] = reference.policy.sets;
  if (!first) throw new Error('no policy set');
  const later = { ...first, version: 'gpsoc-2', from: '2009-08-01' };
  const sets = [first, { ...later, parameters: { ...first.parameters, ...parameters } }];
  return { ...reference, policy: { ...reference.policy, sets } };
};

const rollBackOn = (effectiveDate: string) =>
  confirmed(command('roll-back', { effectiveDate, cause: 'Repeat prescriptions fail' }, reed), patel);

/** W live on 11 March 2009, rolled back, and live from E1 once more on 2 September. */
const liveAgain = (facts: Reference, rolledBackOn: string) => {
  const { state } = inReference(
    facts,
    ...workedUntil('live'),
    rollBackOn(rolledBackOn),
    ...secondMigration('2009-09-01', '2009-09-01T18:00', 'E1'),
    command('declare-go-live', { effectiveDate: '2009-09-02', targetInstanceId: 'E2' }),
  );
  return (on: string) => practiceAnswer(state, facts, on, true);
};

describe('A20: a go-live that gets the remainder of an earlier bedding-in', () => {
  it('A20, B3: as many days as the earlier one had left by the set of its own go-live', () => {
    const facts = withLater({ 'beddingIn.afterRollback': 'REMAINDER', 'period.months': 6 });
    // 11 June was to be the last: 42 days after 30 April.
    expect(liveAgain(facts, '2009-04-30')('2009-09-02')?.beddingIn).toMatchObject({
      lastFundedDay: '2009-10-13',
      policyVersion: 'gpsoc-2',
    });
  });

  it('A20: a third one as many as the second had left', () => {
    const facts = withParameters(reference, { 'beddingIn.afterRollback': 'REMAINDER' });
    const onto = (effectiveDate: string) => [
      ...secondMigration(effectiveDate, `${effectiveDate}T18:00`, 'E1'),
      command('declare-go-live', { effectiveDate: addDays(effectiveDate, 1), targetInstanceId: 'E2' }),
    ];
    const { state } = inReference(
      facts,
      ...workedUntil('live'),
      rollBackOn('2009-04-30'),
      ...onto('2009-09-01'),
      rollBackOn('2009-09-20'),
      ...onto('2010-02-01').filter(({ name }) => name !== 'register-instance'),
    );
    // 13 October was to be the second one's last: 23 days after 20 September.
    expect(practiceAnswer(state, facts, '2010-02-02', true)?.beddingIn?.lastFundedDay).toBe('2010-02-24');
  });

  it('A20, A10: none where it was used up: each day is local, and the lack of a notice is told', () => {
    const answerOn = liveAgain(
      withParameters(reference, { 'beddingIn.afterRollback': 'REMAINDER' }),
      '2009-07-12',
    );
    expect(answerOn('2009-09-02')).toMatchObject({ beddingIn: null, state: 'NO_NOTICE_LOCAL_COST' });
    expect(answerOn('2009-09-02')?.findings).toContainEqual(
      expect.objectContaining({
        code: 'NO_NOTICE_GIVEN',
        message:
          'No notice has been given for E1: 1 day of local cost so far; given on 2009-09-02 it would end on 2009-12-02 at the earliest, with 92 days.',
      }),
    );
  });
});
