import { given } from './decisions.js';
import { workedMigrationId, workedUntil } from './worked-data-set.js';

describe('the worked data set W', () => {
  it('is accepted from registration to the change of commissioner', () => {
    const { state, history } = given(...workedUntil('rehomed'));
    expect(history.commands).toBe(34);
    expect(state.migrations.map(({ migrationId, status }) => [migrationId, status])).toEqual([
      [workedMigrationId, 'LIVE'],
    ]);
    expect(state.migrations[0]?.plannedDate).toBe('2009-03-12');
    expect(state.commissioners.map(({ code, from, until }) => [code, from, until])).toEqual([
      ['5ZZ', '2006-10-01', '2013-03-31'],
      ['99Z', '2013-04-01', null],
    ]);
  });
});
