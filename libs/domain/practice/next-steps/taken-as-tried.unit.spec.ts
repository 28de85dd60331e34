import type { Actor } from '#domain/recorded.js';
import { command, given, type Given } from '#testing/decisions.js';
import { cole, hart, moss, national, patel, reed } from '#testing/fixture.js';
import { linesOf, stepsOf } from '#testing/next-steps.js';
import { workedUntil, type Milestone } from '#testing/worked-data-set.js';
import { practiceCommands, type PracticeCommandName } from '../commands.js';

/** The same stream once this person has taken a step of that day just as it was tried for their organisation. */
const taken = (before: Given, on: string, name: PracticeCommandName, by: Actor): Given => {
  const step = stepsOf(before, on).find(
    (one) => one.command === name && one.actor.org === by.org && 'can' in one,
  );
  if (!step) throw new Error(`${by.org} cannot ${name}`);
  return before.and(command(name, practiceCommands[name].parse(step.body), by, `${on}T20:00:00.000Z`));
};

const after = (milestone: Milestone) => given(...workedUntil(milestone));

describe('R13: a step that was taken as it is tried', () => {
  it.each<[string, Milestone, string, PracticeCommandName, Actor]>([
    ['PCT 5ZZ register-instance - ACCEPT', 'installed', '2008-11-03', 'register-instance', patel],
    ['PCT 5ZZ record-contractor-type - ACCEPT', 'installed', '2008-11-03', 'record-contractor-type', patel],
    ['NAT NATIONAL take-over-practice - ACCEPT', 'installed', '2008-11-03', 'take-over-practice', national],
    ['SUP INPS propose-date - ACCEPT', 'selected', '2009-01-19', 'propose-date', moss],
    ['PR A00001 replan - ACCEPT', 'planned', '2009-01-23', 'replan', reed],
    ['PCT 5ZZ amend-order - ACCEPT', 'ordered', '2009-01-26', 'amend-order', patel],
    [
      'SUP EMIS raise-data-access-problem - ACCEPT',
      'ordered',
      '2009-01-26',
      'raise-data-access-problem',
      hart,
    ],
    ['PCT 5ZZ record-backload - ACCEPT', 'live', '2009-03-15', 'record-backload', patel],
    ['SUP INPS report-go-live - ACCEPT', 'live', '2009-03-15', 'report-go-live', moss],
    [
      'NAT NATIONAL grant-funding-exception E1 - ACCEPT',
      'live',
      '2009-03-15',
      'grant-funding-exception',
      national,
    ],
    ['PCT 5ZZ extend-notice E1 - ACCEPT', 'noticeGiven', '2009-03-24', 'extend-notice', patel],
  ])('%s: can be taken otherwise', (told, milestone, on, name, by) => {
    const before = after(milestone);
    expect(linesOf(stepsOf(before, on), name)).toContain(told);
    expect(linesOf(stepsOf(taken(before, on, name, by), on), name)).toContain(told);
  });

  it('S16: a score can be given anew', () => {
    const candidates = ['INPS.VISION-3', 'Microtest.EVOLUTION'];
    const started = after('agreed').and(
      command('start-selection', { effectiveDate: '2009-01-05', candidates }),
    );
    const scored = taken(started, '2009-01-07', 'score-candidate', reed);
    expect(linesOf(stepsOf(scored, '2009-01-07'), 'score-candidate')).toEqual([
      'PR A00001 score-candidate - ACCEPT',
      'PCT 5ZZ score-candidate - ACCEPT',
    ]);
  });

  it('I13: what was corrected can be corrected again', () => {
    const corrected = taken(after('installed'), '2008-11-03', 'correct-record', patel);
    const then = corrected.andConfirmed(cole, '2008-11-03T20:01:00.000Z');
    expect(linesOf(stepsOf(then, '2008-11-03'), 'correct-record')).toContain(
      'PCT 5ZZ correct-record - PROPOSE',
    );
  });

  it('A18: go-live can be reported with a time, and then with another', () => {
    const on = '2009-03-15';
    const reported = [1, 2].reduce((before) => taken(before, on, 'report-go-live', moss), after('live'));
    expect(linesOf(stepsOf(reported, on), 'report-go-live')).toContain('SUP INPS report-go-live - ACCEPT');
    const thrice = taken(reported, on, 'report-go-live', moss);
    expect(linesOf(stepsOf(thrice, on), 'report-go-live')).toEqual(['SUP EMIS report-go-live - ACCEPT']);
  });

  it('I14: while one time of go-live waits to be confirmed, another can be proposed', () => {
    const on = '2009-03-11';
    const live = after('extracted').and(
      command('declare-go-live', { effectiveDate: on, targetInstanceId: 'V1' }),
    );
    const proposed = taken(live, on, 'correct-go-live', patel);
    expect(linesOf(stepsOf(proposed, on), 'correct-go-live')).toEqual(['PCT 5ZZ correct-go-live - PROPOSE']);
    const twice = taken(proposed, on, 'correct-go-live', patel);
    expect(linesOf(stepsOf(twice, on), 'confirm', 'correct-go-live')).toEqual([
      'PCT 5ZZ confirm correct-go-live - ACCEPT',
      'PCT 5ZZ confirm correct-go-live - ACCEPT',
    ]);
  });

  it('is no step once more where nothing of it is left to choose, but the other’s still', () => {
    const on = '2008-11-03';
    const told = taken(after('installed'), on, 'record-contact', patel);
    expect(linesOf(stepsOf(told, on), 'record-contact')).toEqual(['PR A00001 record-contact - ACCEPT']);
  });
});
