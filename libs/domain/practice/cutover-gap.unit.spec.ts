import { command, given, type Given } from '#testing/decisions.js';
import { idOf, moss, patel, reed, reference } from '#testing/fixture.js';
import { secondMigration, workedMigrationId, workedUntil } from '#testing/worked-data-set.js';
import { cutoverGapOn } from './cutover-gap.js';
import { migrationView } from './migration-view.js';

const backload = {
  effectiveDate: '2009-04-06',
  from: '2009-03-09T18:30',
  to: '2009-03-12T08:00',
  method: 'Keyed in from printed journals',
};
const live = given(...workedUntil('live'));
const corrected = given(...workedUntil('corrected'));
const gap = ({ state }: Given, on: string) => migrationView(state, reference, on)?.cutoverGap;

describe('the cutover gap', () => {
  it('A31, S19: runs from the final extract to cutover, as an open question at first', () => {
    expect(gap(corrected, '2009-03-12')).toEqual({
      from: '2009-03-09T18:30',
      to: '2009-03-12T08:00',
      backloaded: 'UNKNOWN',
      rule: 'A31',
      events: [idOf(24), idOf(25), idOf(30)],
    });
    expect(gap(corrected, '2009-03-11')).toBeNull();
  });
  it('A31: runs to some time of the day where the time of cutover is not on record', () =>
    expect(gap(live, '2009-03-11')).toMatchObject({ from: '2009-03-09T18:30', to: '2009-03-11' }));
  it('A19: moves with the correction of go-live', () => {
    const closed = live.and(
      command('record-backload', { ...backload, effectiveDate: '2009-03-16', to: '2009-03-11T09:00' }, reed),
    );
    expect(gap(closed, '2009-03-16')?.backloaded).toBe('YES');
    const moved = given(
      ...workedUntil('live'),
      command('record-backload', { ...backload, effectiveDate: '2009-03-16', to: '2009-03-11T09:00' }, reed),
      command(
        'correct-go-live',
        { effectiveDate: '2009-03-12', cutoverTime: '08:00', reason: 'First entries' },
        patel,
        '2009-04-02T09:50:00.000Z',
      ),
    );
    const cole = { ...patel, sub: 's.cole', name: 'S Cole' };
    const { history } = moved.whenConfirmed(cole, '2009-04-02T10:05:00.000Z').decided;
    expect(migrationView(history.state, reference, '2009-04-02')?.cutoverGap?.backloaded).toBe('PARTLY');
  });
});

describe('A31: from which extract the gap runs, and how far it is keyed in again', () => {
  const [migration] = corrected.state.migrations;
  if (!migration?.goLive) throw new Error('no go-live');
  const [extract] = migration.extracts;
  if (!extract) throw new Error('no extract');
  const taken = (at: string) => ({ ...extract, eventId: at, effectiveDate: at.slice(0, 10), at });
  /** W with no extract named as the final one, and these taken instead of its own. */
  const unnamed = (cutoverTime: string | null, ...ats: readonly string[]) =>
    cutoverGapOn(
      {
        ...migration,
        extracts: ats.map(taken),
        goLive: { ...migration.goLive!, finalExtractId: '', cutoverTime },
      },
      '2009-03-12',
    );

  it('A31: from the latest by the time of cutover, in whatever order they are on record', () => {
    const [early, late] = ['2009-03-07T09:00', '2009-03-11T20:00'];
    expect(unnamed('08:00', early, late)?.from).toBe(late);
    expect(unnamed('08:00', late, early)).toMatchObject({ from: late, to: '2009-03-12T08:00' });
    expect(unnamed('08:00', early, '2009-03-12T08:00')?.from).toBe('2009-03-12T08:00');
    expect(unnamed('08:00', early, '2009-03-12T08:01')?.from).toBe(early);
    expect(unnamed(null, early, '2009-03-12T23:59')?.from).toBe('2009-03-12T23:59');
    expect(unnamed('08:00', '2009-03-12T08:01')).toBeNull();
    expect(unnamed('08:00')).toBeNull();
  });

  it('A31: parts that overlap, in any order, count once', () => {
    const part = (from: string, to: string) => command('record-backload', { ...backload, from, to });
    const whole = corrected.and(
      part('2009-03-11T12:00', '2009-03-12T08:00'),
      part('2009-03-09T18:00', '2009-03-11T18:00'),
      part('2009-03-10T09:00', '2009-03-10T12:00'),
    );
    expect(gap(whole, '2009-04-06')).toMatchObject({
      backloaded: 'YES',
      events: [idOf(24), idOf(25), idOf(30), idOf(31), idOf(32), idOf(33)],
    });
    const short = corrected.and(part('2009-03-09T18:30', '2009-03-12T07:59'));
    expect(gap(short, '2009-04-06')?.backloaded).toBe('PARTLY');
  });

  it('C3: keyed in again on the day of cutover itself, and no earlier than the entries', () => {
    const sameDay = { ...backload, effectiveDate: '2009-03-12' };
    corrected.when('record-backload', sameDay).thenEvents([{ type: 'CutoverGapClosed' }]);
    corrected.when('record-backload', { ...sameDay, to: '2009-03-13T00:00' }).thenRefused('DATE_ORDER');
    live
      .when('record-backload', { ...backload, effectiveDate: '2009-03-11', to: '2009-03-11T09:00' })
      .thenEvents([{ type: 'CutoverGapClosed' }]);
  });

  it('C3: of the latest migration that went live', () => {
    const twice = corrected.and(
      ...secondMigration('2009-06-01'),
      command('declare-go-live', { effectiveDate: '2009-06-15', targetInstanceId: 'E2' }),
    );
    const [, second] = twice.state.migrations;
    const day = {
      ...backload,
      effectiveDate: '2009-06-16',
      from: '2009-06-01T18:00',
      to: '2009-06-15T09:00',
    };
    twice
      .when('record-backload', day)
      .thenEvents([{ type: 'CutoverGapClosed', payload: { migrationId: second?.migrationId } }]);
  });
});

describe('record-backload', () => {
  it('C3: practice or PCT closes it, by what was keyed in again', () => {
    for (const by of [reed, patel])
      corrected
        .when('record-backload', backload, by)
        .thenEvents([{ type: 'CutoverGapClosed', payload: { ...backload, migrationId: workedMigrationId } }]);
    corrected.when('record-backload', backload, moss).thenRefused('ROLE_NOT_ALLOWED');
    expect(gap(corrected.and(command('record-backload', backload)), '2009-04-05')?.backloaded).toBe(
      'UNKNOWN',
    );
    expect(gap(corrected.and(command('record-backload', backload)), '2009-04-06')?.backloaded).toBe('YES');
  });
  it('C3: in parts, and only whole when no moment is left out', () => {
    const first = command('record-backload', { ...backload, to: '2009-03-10T18:00' });
    const rest = command('record-backload', { ...backload, from: '2009-03-10T18:00' });
    const late = command('record-backload', { ...backload, from: '2009-03-10T18:01' });
    expect(gap(corrected.and(first), '2009-04-06')?.backloaded).toBe('PARTLY');
    expect(gap(corrected.and(rest, first), '2009-04-06')?.backloaded).toBe('YES');
    expect(gap(corrected.and(late, first), '2009-04-06')?.backloaded).toBe('PARTLY');
  });
  it('S37: of a go-live on record, in order of time', () => {
    given(...workedUntil('extracted'))
      .when('record-backload', { ...backload, effectiveDate: '2009-03-12' })
      .thenRefused('GO_LIVE_MISSING');
    live.when('record-backload', { ...backload, effectiveDate: '2009-03-10' }).thenRefused('GO_LIVE_MISSING');
    corrected.when('record-backload', { ...backload, to: '2009-03-09T18:30' }).thenRefused('DATE_ORDER');
    corrected.when('record-backload', { ...backload, to: '2009-04-07T08:00' }).thenRefused('DATE_ORDER');
  });
});

describe('X5: sign-off of the migrated data', () => {
  it('X5: by practice and PCT both, each with its exceptions; before both have signed it is not signed off', () => {
    const byPractice = command(
      'sign-off-migration',
      { effectiveDate: '2009-03-27', exceptions: ['Two letters'] },
      reed,
    );
    const byPct = command('sign-off-migration', { effectiveDate: '2009-03-30', exceptions: [] }, patel);
    live
      .when('sign-off-migration', byPractice.body, reed)
      .thenEvents([{ type: 'MigrationSignedOff', payload: { by: 'PR', exceptions: ['Two letters'] } }]);
    const delivery = (of: Given, on: string) => migrationView(of.state, reference, on)?.delivery;
    expect(delivery(live.and(byPractice), '2009-03-30')).toBe('LIVE');
    expect(delivery(live.and(byPct), '2009-03-30')).toBe('LIVE');
    expect(delivery(live.and(byPractice, byPct), '2009-03-29')).toBe('LIVE');
    expect(delivery(live.and(byPractice, byPct), '2009-03-30')).toBe('SIGNED_OFF');
  });
});
