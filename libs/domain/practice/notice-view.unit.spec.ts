import { given } from '#testing/decisions.js';
import { idOf, reference } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { noticesOn } from './notice-view.js';

const viewOn = (on: string, { state } = given(...workedUntil('extended'))) =>
  noticesOn(state, reference, 'E1', on).at(-1) ?? null;
const noticed = given(...workedUntil('corrected'));

describe('S34 R11: a notice as it stood on a day', () => {
  it('S34: is there from the day on which it was given', () => {
    expect(viewOn('2009-03-19', noticed)).toBeNull();
    expect(viewOn('2009-03-20', noticed)).toMatchObject({ noticeId: idOf(26), status: 'RUNNING' });
  });
  it('S34: runs on its last day of service and has ended on the next', () => {
    expect(viewOn('2009-06-20', noticed)).toMatchObject({ endsOn: '2009-06-20', status: 'RUNNING' });
    expect(viewOn('2009-06-21', noticed)).toMatchObject({ endsOn: '2009-06-20', status: 'ENDED' });
  });
  it('A9: is extended from the day of its extension on, which it names', () => {
    expect(viewOn('2009-05-28')).toMatchObject({ endsOn: '2009-06-20', extensions: [] });
    expect(viewOn('2009-05-29')).toMatchObject({
      endsOn: '2009-07-31',
      extensions: [
        {
          on: '2009-05-29',
          newEndsOn: '2009-07-31',
          problemCategory: 'Repeat prescribing',
          events: [idOf(31)],
        },
      ],
      events: [idOf(26), idOf(31)],
    });
  });
});
