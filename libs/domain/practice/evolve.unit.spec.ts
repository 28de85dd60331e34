import { command, given } from '#testing/decisions.js';
import { idOf } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { itemsOf } from '../chain.js';

const contact = {
  effectiveDate: '2008-11-04',
  participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
  optionsConsidered: ['Retain'],
};

describe('One more event of a practice’s stream', () => {
  const { state: before, and } = given(...workedUntil('contacted'));
  const { state: after } = and(command('record-contact', contact));

  it('is added to the file and the requests that stand, which are neither copied nor changed, however long', () => {
    expect(itemsOf(after.events).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => idOf(n)));
    expect(after.events?.before).toBe(before.events);
    expect(after.requests?.before).toBe(before.requests);
  });
});
