import { command, confirmed, given } from '#testing/decisions.js';
import { cole, idOf, patel } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { namingCorrections } from './naming-corrections.js';

/** W with the day on which a business case was asked for, its 8th command, corrected by the 11th. */
const agreed = given(...workedUntil('agreed'));
const corrected = agreed.and(
  confirmed(
    command(
      'correct-record',
      {
        effectiveDate: '2008-12-22',
        targetEventId: idOf(8),
        field: 'effectiveDate',
        was: '2008-11-14',
        now: '2008-11-13',
        reason: 'As the letter says',
      },
      patel,
    ),
    cole,
  ),
);
const answer = {
  required: { on: '2008-11-13', events: [idOf(8), idOf(7)] },
  submitted: [{ on: '2008-12-05', events: [idOf(9)] }],
};

describe('I13: what rests on a corrected fact rests on its corrections too', () => {
  it('I13: they are named after the fact, wherever it is named, and after no other', () =>
    expect(namingCorrections(corrected.state, answer)).toEqual({
      required: { on: '2008-11-13', events: [idOf(8), idOf(12), idOf(7)] },
      submitted: [{ on: '2008-12-05', events: [idOf(9)] }],
    }));
  it('I13: where nothing was corrected it is the same answer', () =>
    expect(namingCorrections(agreed.state, answer)).toBe(answer));
});
