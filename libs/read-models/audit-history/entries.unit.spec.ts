import { command, confirmed, given } from '#testing/decisions.js';
import { cole, patel } from '#testing/fixture.js';
import { workedUntil, type Milestone } from '#testing/worked-data-set.js';
import { historyEntries } from './entries.js';
import { namesIn } from './names.js';

const idIn = (milestone: Milestone, type: string): string =>
  given(...workedUntil(milestone)).history.events.findLast((event) => event.type === type)!.id;

/** The entries of W as far as a row, with one field of a fact corrected in between. */
const entriesWith = (field: string, was: string, now: string) => {
  const correction = { effectiveDate: '2009-04-03', reason: 'As the letter says', field, was, now };
  const targetEventId = idIn('corrected', 'NoticeGiven');
  const { history } = given(
    ...workedUntil('corrected'),
    confirmed(command('correct-record', { ...correction, targetEventId }, patel), cole),
    ...workedUntil('extended').slice(-1),
  );
  const entries = historyEntries(history.events, namesIn(history.events, new Map()));
  return (type: string) => entries.findLast((entry) => entry.type === type);
};

describe('I13, M4: a corrected fact and its correction name each other', () => {
  it('I13: the correction what it corrects, was and now, the fact what corrects it', () => {
    const entry = entriesWith('effectiveDate', '2009-03-20', '2009-03-23');
    const correction = entry('RecordCorrected');
    expect(correction).toMatchObject({
      corrects: entry('NoticeGiven')?.eventId,
      was: '2009-03-20',
      now: '2009-03-23',
    });
    expect(entry('NoticeGiven')?.correctedBy).toEqual([correction?.eventId]);
    expect(entry('GoLiveDeclared')?.correctedBy).toEqual([entry('GoLiveCorrected')?.eventId]);
  });
  it('S36: retention that was ordered with a notice is corrected with its day', () => {
    const entry = entriesWith('effectiveDate', '2009-03-20', '2009-03-23');
    expect(entry('RetentionOrdered')?.correctedBy).toEqual([entry('RecordCorrected')?.eventId]);
    expect(entriesWith('method', 'Letter', 'Fax')('RetentionOrdered')?.correctedBy).toEqual([]);
  });
  it('A9: an extension was from the end as it was corrected', () => {
    const entry = entriesWith('endsOn', '2009-06-20', '2009-06-23');
    expect(entry('NoticeExtended')).toMatchObject({ was: '2009-06-23', now: '2009-07-31' });
  });
});
