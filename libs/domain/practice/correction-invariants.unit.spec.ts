import { command, confirmed, given, type Given } from '#testing/decisions.js';
import { idOf, patel, reed } from '#testing/fixture.js';
import { secondMigration, workedUntil } from '#testing/worked-data-set.js';
import type { PracticeEventType } from './events.js';

/** The id of the last event of that type. */
const idIn = ({ history }: Given, type: PracticeEventType): string =>
  history.events.findLast((event) => event.type === type)!.id;

const late = '2009-12-01T12:00:00.000Z';
/** The correction of the last event of that type, by the practice unless told. */
const correct = (
  of: Given,
  type: PracticeEventType,
  [was, now]: readonly [string, string],
  { field = 'effectiveDate', by = reed } = {},
) =>
  of.when(
    'correct-record',
    {
      effectiveDate: '2009-12-01',
      targetEventId: idIn(of, type),
      field,
      was,
      now,
      reason: 'As the letter says',
    },
    by,
    late,
  );

const again = given(...workedUntil('live')).and(...secondMigration('2009-05-19').slice(0, 2));

describe('I1: a correction is refused after which two migrations would have been open on one day', () => {
  it('I1: the request of the second, before the go-live of the first', () => {
    correct(again, 'MigrationRequested', ['2009-05-19', '2009-03-10']).thenRefused('CORRECTION_BREAKS_RULE');
    correct(again, 'MigrationRequested', ['2009-05-19', '2009-03-11']).thenProposed('PR');
    correct(again, 'MigrationRequested', ['2009-05-19', '2008-11-01']).thenRefused('CORRECTION_BREAKS_RULE');
  });
  it('I1: the abandonment of the first, after the request of the second', () => {
    const abandoned = given(...workedUntil('ordered')).and(
      confirmed(command('abandon-migration', { effectiveDate: '2009-02-02', cause: 'Cost' }, reed), patel),
      ...secondMigration('2009-02-16', undefined, 'E1').slice(0, 2),
    );
    correct(abandoned, 'MigrationAbandoned', ['2009-02-02', '2009-02-17']).thenRefused(
      'CORRECTION_BREAKS_RULE',
    );
    correct(abandoned, 'MigrationAbandoned', ['2009-02-02', '2009-02-16']).thenProposed('PR');
  });
  it('I1: the refusal of the first, after the request that closed it', () => {
    const refused = given(...workedUntil('submitted')).and(
      command('refuse-change', { effectiveDate: '2008-12-19', grounds: ['Cost'] }),
      ...secondMigration('2009-01-05', undefined, 'E1').slice(0, 2),
    );
    const by = { by: patel };
    correct(refused, 'ChangeRefused', ['2008-12-19', '2009-01-06'], by).thenRefused('CORRECTION_BREAKS_RULE');
    correct(refused, 'ChangeRefused', ['2008-12-19', '2009-01-05'], by).thenProposed('PCT');
    correct(refused, 'MigrationRequested', ['2009-01-05', '2008-12-18']).thenRefused(
      'CORRECTION_BREAKS_RULE',
    );
  });
  it('I1: a decision to retain the system, into the days of an open migration', () => {
    const retained = given(...workedUntil('requested'));
    correct(retained, 'SystemRetained', ['2008-04-01', '2008-11-11']).thenRefused('CORRECTION_BREAKS_RULE');
    correct(retained, 'SystemRetained', ['2008-04-01', '2008-11-09']).thenProposed('PR');
  });
  it('I1, A19: the go-live of the first, after the request of the second or a decision to retain', () => {
    const goLive = (of: Given, effectiveDate: string) =>
      of.when(
        'correct-go-live',
        { effectiveDate, targetEventId: idOf(25), reason: 'As the log says' },
        patel,
        late,
      );
    goLive(again, '2009-05-20').thenRefused('MIGRATION_OPEN');
    goLive(again, '2009-05-19').thenProposed('PCT');
    const kept = given(...workedUntil('live')).and(
      command('retain-system', { effectiveDate: '2009-05-19', instanceId: 'V1' }),
    );
    goLive(kept, '2009-05-20').thenRefused('MIGRATION_OPEN');
    goLive(kept, '2009-05-19').thenProposed('PCT');
  });
});
