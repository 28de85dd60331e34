import { command, confirmed, given } from '#testing/decisions.js';
import { cole, idOf, moss, national, otherPct, patel, reed } from '#testing/fixture.js';
import { secondMigration, workedMigrationId, workedUntil } from '#testing/worked-data-set.js';
import { practiceCommands } from './commands.js';
import { lastServiceDay } from './service-span.js';
import { goLiveFrom } from './state.js';
import { declaredSystems } from './system-held.js';
import { windDownOn } from './wind-down.js';

const goLive = { effectiveDate: '2009-03-11', targetInstanceId: 'V1' };
const march13 = '2009-03-13T09:12:00.000Z';
const april2 = '2009-04-02T09:50:00.000Z';
const correction = { effectiveDate: '2009-03-12', cutoverTime: '08:00', reason: 'First entries of 12 March' };
const extracted = given(...workedUntil('extracted'));
const live = given(...workedUntil('live'));
const noticed = given(...workedUntil('noticeGiven'));
/** The extract of W is the event of its 24th command, taken on 9 March at 18:30. */
const extractId = idOf(24);

const extractAt = (at: string) =>
  command('record-extract', {
    effectiveDate: at.slice(0, 10),
    kind: 'BACKUP_TAPE',
    purpose: 'FINAL',
    at,
    mediaRef: 'MEDIA-0002',
    includesAuditTrail: false,
    encrypted: true,
  });

const installedAs = (instanceId: string, productId: string, migrationId?: string) =>
  command('register-instance', {
    effectiveDate: '2009-03-09',
    instanceId,
    productId,
    level: 3,
    contract: productId.startsWith('TPP') ? 'LSP' : 'GPSOC',
    hosting: 'LOCAL_SERVER',
    chooseAndBook: true,
    etp: true,
    ...(migrationId !== undefined && { migrationId }),
  });

describe('declare-go-live', () => {
  it('S24, R20: goes live with the source, the planned date and the migration filled in', () => {
    extracted
      .when('declare-go-live', { ...goLive, finalExtractId: extractId, cutoverTime: '08:00' }, reed, march13)
      .thenEvents([
        {
          type: 'GoLiveDeclared',
          payload: {
            effectiveDate: '2009-03-11',
            migrationId: workedMigrationId,
            sourceInstanceId: 'E1',
            targetInstanceId: 'V1',
            plannedDate: '2009-03-12',
            cutoverTime: '08:00',
            finalExtractId: extractId,
          },
        },
      ]);
  });

  it('R20: a derived field is never sent', () => {
    const schema = practiceCommands['declare-go-live'];
    expect(schema.safeParse(goLive).success).toBe(true);
    expect(schema.safeParse({ ...goLive, plannedDate: '2009-03-12' }).success).toBe(false);
    expect(schema.safeParse({ ...goLive, sourceInstanceId: 'E1' }).success).toBe(false);
  });

  it('I12: the effective date may precede the recording, which no client sends', () => {
    extracted
      .when('declare-go-live', goLive, reed, march13)
      .thenEvents([{ type: 'GoLiveDeclared', payload: { effectiveDate: '2009-03-11' } }]);
    const sent = { ...goLive, recordedAt: '2009-03-11T09:00:00.000Z' };
    expect(practiceCommands['declare-go-live'].safeParse(sent).success).toBe(false);
  });

  it('A18: the practice or its PCT declares it, a supplier does not', () => {
    extracted.when('declare-go-live', goLive, patel, march13).thenEvents([{ type: 'GoLiveDeclared' }]);
    extracted.when('declare-go-live', goLive, moss, march13).thenRefused('ROLE_NOT_ALLOWED');
    extracted.when('declare-go-live', goLive, national, march13).thenRefused('ROLE_NOT_ALLOWED');
    extracted.when('declare-go-live', goLive, otherPct, march13).thenRefused('NOT_YOUR_PRACTICE');
  });

  it('I7, R1: not on a day to come, by the London calendar', () => {
    const tomorrow = { ...goLive, effectiveDate: '2009-03-14' };
    extracted.when('declare-go-live', tomorrow, reed, march13).thenRefused('GO_LIVE_IN_FUTURE');
    const summer = { ...goLive, effectiveDate: '2009-06-02' };
    extracted
      .when('declare-go-live', summer, reed, '2009-06-01T23:30:00.000Z')
      .thenEvents([{ type: 'GoLiveDeclared' }]);
  });

  it('A18, R10: more than 92 days late it needs a reason and is flagged', () => {
    const late = '2009-06-12T12:00:00.000Z';
    extracted.when('declare-go-live', goLive, reed, late).thenRefused('REASON_REQUIRED');
    extracted
      .when('declare-go-live', { ...goLive, reason: 'Found at review' }, reed, late)
      .thenEvents([{ type: 'GoLiveDeclared', payload: { flags: ['LATE_ENTRY'] } }]);
    const { decision } = extracted.when('declare-go-live', goLive, reed, '2009-06-11T12:00:00.000Z').decided;
    expect(decision).toMatchObject({ kind: 'accepted' });
    expect(JSON.stringify(decision)).not.toContain('LATE_ENTRY');
  });

  it('R1, S37: needs an open migration with a selected system', () => {
    given(...workedUntil('contacted'))
      .when('declare-go-live', goLive, reed, march13)
      .thenRefused('MIGRATION_NOT_OPEN');
    given(...workedUntil('selectionCompleted'))
      .when('declare-go-live', goLive, reed, march13)
      .thenRefused('SYSTEM_NOT_SELECTED');
    live
      .when('declare-go-live', { ...goLive, effectiveDate: '2009-03-12' }, reed, march13)
      .thenRefused('MIGRATION_NOT_OPEN');
  });

  it('R1: the target is this practice’s instance of the selected product', () => {
    const unknown = { ...goLive, targetInstanceId: 'X9' };
    extracted.when('declare-go-live', unknown, reed, march13).thenRefused('TARGET_INSTANCE_UNKNOWN');
    const source = { ...goLive, targetInstanceId: 'E1' };
    extracted.when('declare-go-live', source, reed, march13).thenRefused('TARGET_INSTANCE_UNKNOWN');
  });

  it('S19: needs a data extract dated on or before go-live, whatever its purpose', () => {
    const none = given(...workedUntil('targetInstalled'));
    none.when('declare-go-live', goLive, reed, march13).thenRefused('EXTRACT_MISSING');
    const late = none.and(extractAt('2009-03-12T07:00'));
    late.when('declare-go-live', goLive, reed, march13).thenRefused('EXTRACT_MISSING');
    const sameDay = none.and(extractAt('2009-03-11T23:00'));
    sameDay.when('declare-go-live', goLive, reed, march13).thenEvents([{ type: 'GoLiveDeclared' }]);
  });

  it('I6: a final extract that is named is of this migration, and not after go-live', () => {
    const on9 = { ...goLive, effectiveDate: '2009-03-09', finalExtractId: extractId };
    extracted
      .when('declare-go-live', { ...on9, cutoverTime: '18:00' }, reed, march13)
      .thenRefused('FINAL_EXTRACT_AFTER_GO_LIVE');
    extracted
      .when('declare-go-live', { ...on9, cutoverTime: '18:30' }, reed, march13)
      .thenEvents([{ type: 'GoLiveDeclared' }]);
    extracted.when('declare-go-live', on9, reed, march13).thenEvents([{ type: 'GoLiveDeclared' }]);
    extracted
      .when('declare-go-live', { ...on9, finalExtractId: idOf(1) }, reed, march13)
      .thenRefused('FINAL_EXTRACT_UNKNOWN');
  });

  it('R1, A17: a missing planned date or order is flagged, not refused', () => {
    given(
      ...workedUntil('selected'),
      installedAs('V1', 'INPS.VISION-3', workedMigrationId),
      extractAt('2009-03-09T18:30'),
    )
      .when('declare-go-live', goLive, reed, march13)
      .thenEvents([
        { type: 'GoLiveDeclared', payload: { flags: ['NO_PLANNED_DATE', 'NO_ORDER'], plannedDate: null } },
      ]);
  });

  it('A17: an order dated after go-live does not count', () => {
    extracted
      .and(extractAt('2009-01-24T10:00'))
      .when(
        'declare-go-live',
        { ...goLive, effectiveDate: '2009-01-25', reason: 'Found late' },
        reed,
        march13,
      )
      .thenEvents([{ type: 'GoLiveDeclared', payload: { flags: ['NO_ORDER'] } }]);
  });

  it('R1: a missing agreement is flagged, not refused', () => {
    const early = { ...goLive, effectiveDate: '2008-12-18', reason: 'Went live before it was agreed' };
    extracted
      .and(extractAt('2008-12-17T10:00'))
      .when('declare-go-live', early, reed, march13)
      .thenEvents([{ type: 'GoLiveDeclared', payload: { flags: ['NO_AGREEMENT', 'NO_ORDER'] } }]);
  });

  it('A14: an LSP’s target needs no order on the Tracking Database', () => {
    given(
      ...workedUntil('agreed'),
      confirmed(
        command('select-system', { effectiveDate: '2009-01-16', productId: 'TPP.SYSTMONE', kind: 'LSP' }),
        patel,
      ),
      installedAs('T1', 'TPP.SYSTMONE', workedMigrationId),
      extractAt('2009-03-09T18:30'),
    )
      .when('declare-go-live', { ...goLive, targetInstanceId: 'T1' }, reed, march13)
      .thenEvents([{ type: 'GoLiveDeclared', payload: { flags: ['NO_PLANNED_DATE'] } }]);
  });

  it('A21: a second go-live is refused while a bedding-in is open, and accepted the day after it', () => {
    const practice = live.and(...secondMigration('2009-05-01'));
    const again = { effectiveDate: '2009-06-11', targetInstanceId: 'E2' };
    const june15 = '2009-06-15T12:00:00.000Z';
    practice.when('declare-go-live', again, reed, june15).thenRefused('BEDDING_IN_OPEN');
    practice
      .when('declare-go-live', { ...again, effectiveDate: '2009-06-12' }, reed, june15)
      .thenEvents([{ type: 'GoLiveDeclared', payload: { sourceInstanceId: 'V1', targetInstanceId: 'E2' } }]);
  });

  it('S26: nothing can be said of the audit trail: each day’s stays with that day’s system', () => {
    const moved = { ...goLive, auditTrailMigrated: true };
    expect(practiceCommands['declare-go-live'].safeParse(moved).success).toBe(false);
    const all = given(...workedUntil('rehomed'));
    expect(
      declaredSystems(all.state).map(({ instanceId, from, until }) => [instanceId, from, until]),
    ).toEqual([
      ['E1', '2008-04-01', '2009-03-11'],
      ['V1', '2009-03-12', null],
    ]);
  });
});

describe('correct-go-live', () => {
  const proposed = live.and(command('correct-go-live', correction, patel, april2));
  const corrected = live.and(confirmed(command('correct-go-live', correction, patel, april2), cole));

  it('I14, R2: is a proposal until another person of the PCT confirms it', () => {
    live.when('correct-go-live', correction, patel, april2).thenProposed('PCT');
    expect(goLiveFrom(proposed.state, 'E1')?.on).toBe('2009-03-11');
    proposed.whenConfirmed(patel, april2).thenRefused('SECOND_PERSON_REQUIRED');
    proposed.whenConfirmed(reed, april2).thenRefused('PROPOSAL_NOT_YOURS');
    proposed.whenConfirmed(cole, '2009-04-02T10:05:00.000Z').thenEvents([{ type: 'GoLiveCorrected' }]);
  });

  it('A19, I13: tells what it was and is now, and refers to the event that it corrects', () => {
    proposed.whenConfirmed(cole, '2009-04-02T10:05:00.000Z').thenEvents([
      {
        type: 'GoLiveCorrected',
        payload: {
          effectiveDate: '2009-03-12',
          migrationId: workedMigrationId,
          targetEventId: idOf(25),
          was: { on: '2009-03-11' },
          now: { on: '2009-03-12', cutoverTime: '08:00' },
          reason: 'First entries of 12 March',
        },
      },
    ]);
    expect(goLiveFrom(corrected.state, 'E1')).toMatchObject({
      on: '2009-03-12',
      cutoverTime: '08:00',
      events: [idOf(25), idOf(27)],
    });
  });

  it('A19: tells the time of cutover that it was, too', () => {
    const back = { effectiveDate: '2009-03-11', reason: 'It was the day before' };
    corrected
      .and(command('correct-go-live', back, patel, april2))
      .whenConfirmed(cole, april2)
      .thenEvents([
        {
          type: 'GoLiveCorrected',
          payload: { was: { on: '2009-03-12', cutoverTime: '08:00' }, now: { on: '2009-03-11' } },
        },
      ]);
  });

  it('A18: only the PCT corrects, always with a reason, however late', () => {
    live.when('correct-go-live', correction, reed, april2).thenRefused('ROLE_NOT_ALLOWED');
    const { reason: _reason, ...without } = correction;
    expect(practiceCommands['correct-go-live'].safeParse(without).success).toBe(false);
    live.when('correct-go-live', correction, patel, '2012-04-02T09:50:00.000Z').thenProposed('PCT');
  });

  it('I7: not to a day to come', () => {
    live
      .when('correct-go-live', { ...correction, effectiveDate: '2009-04-03' }, patel, april2)
      .thenRefused('GO_LIVE_IN_FUTURE');
  });

  it('R1: needs a go-live', () => {
    extracted.when('correct-go-live', correction, patel, april2).thenRefused('GO_LIVE_MISSING');
  });

  it('R13: a correction that changes nothing adds nothing', () => {
    live
      .when('correct-go-live', { effectiveDate: '2009-03-11', reason: 'The same' }, patel, april2)
      .thenNothing();
    corrected.when('correct-go-live', { ...correction, reason: 'The same' }, cole, april2).thenNothing();
  });

  it('S19, I6: the extract stays binding', () => {
    const to8 = { effectiveDate: '2009-03-08', reason: 'Earlier' };
    live.when('correct-go-live', to8, patel, april2).thenRefused('EXTRACT_MISSING');
    const named = extracted.and(
      command('declare-go-live', { ...goLive, finalExtractId: extractId }, reed, march13),
    );
    named
      .when(
        'correct-go-live',
        { effectiveDate: '2009-03-09', cutoverTime: '09:00', reason: 'Earlier' },
        patel,
        april2,
      )
      .thenRefused('FINAL_EXTRACT_AFTER_GO_LIVE');
  });

  it('A21: not into the bedding-in of an earlier go-live, as it could not be declared there', () => {
    const twice = live.and(
      ...secondMigration('2009-05-01'),
      command('declare-go-live', { effectiveDate: '2009-06-15', targetInstanceId: 'E2' }),
    );
    const june16 = '2009-06-16T12:00:00.000Z';
    const to = (effectiveDate: string) => ({ effectiveDate, reason: 'Cutover log' });
    twice.when('correct-go-live', to('2009-06-11'), patel, june16).thenRefused('BEDDING_IN_OPEN');
    twice.when('correct-go-live', to('2009-06-12'), patel, june16).thenProposed('PCT');
  });

  it('A19: of an earlier go-live where that is named, and the later one stays', () => {
    const twice = live.and(
      ...secondMigration('2009-05-01'),
      command('declare-go-live', { effectiveDate: '2009-06-15', targetInstanceId: 'E2' }),
    );
    const first = twice.state.migrations[0]?.goLive?.events[0] ?? '';
    const earlier = { effectiveDate: '2009-03-12', reason: 'Cutover log', targetEventId: first };
    const june16 = '2009-06-16T12:00:00.000Z';
    const { state } = twice.and(confirmed(command('correct-go-live', earlier, patel, june16), cole));
    expect(state.migrations.map(({ goLive: live }) => live?.on)).toEqual(['2009-03-12', '2009-06-15']);
    const unknown = { ...earlier, targetEventId: idOf(99) };
    twice.when('correct-go-live', unknown, patel, june16).thenRefused('GO_LIVE_MISSING');
  });

  it('A19: a given notice stays, and is flagged where it is now short', () => {
    const to25 = { effectiveDate: '2009-03-25', reason: 'The servers were switched on 25 March' };
    const after = noticed.and(confirmed(command('correct-go-live', to25, patel, april2), cole));
    expect(lastServiceDay(after.state, 'E1')).toBe('2009-06-20');
    expect(after.history.events.at(-1)).toMatchObject({
      type: 'GoLiveCorrected',
      payload: { flags: ['NOTICE_SHORT'] },
    });
    const longer = noticed.and(
      command('extend-notice', {
        effectiveDate: '2009-03-26',
        instanceId: 'E1',
        newEndsOn: '2009-06-25',
        problemCategory: 'Late cutover',
      }),
    );
    const enough = longer.and(confirmed(command('correct-go-live', to25, patel, april2), cole));
    expect(enough.history.events.at(-1)?.payload).not.toHaveProperty('flags');
    const to12 = noticed.and(confirmed(command('correct-go-live', correction, patel, april2), cole));
    expect(to12.history.events.at(-1)?.payload).not.toHaveProperty('flags');
  });

  it('S33: the bedding-in follows the corrected day, not the planned date or the recording', () => {
    const { reference } = corrected.history;
    const goLiveNow = goLiveFrom(corrected.state, 'E1');
    if (!goLiveNow) throw new Error('no go-live');
    expect(windDownOn(goLiveNow, corrected.state, reference, '2009-03-11')).toBe('IN_SERVICE');
    expect(windDownOn(goLiveNow, corrected.state, reference, '2009-06-12')).toBe('BEDDING_IN');
    expect(windDownOn(goLiveNow, corrected.state, reference, '2009-06-13')).toBe('NO_NOTICE_LOCAL_COST');
  });
});

describe('sign-off-migration', () => {
  const day = { effectiveDate: '2009-03-27', exceptions: ['Two scanned letters'] };

  it('S37: each party signs off once, on or after go-live', () => {
    noticed
      .when('sign-off-migration', day, reed)
      .thenEvents([{ type: 'MigrationSignedOff', payload: { by: 'PR' } }]);
    noticed
      .when('sign-off-migration', day, patel)
      .thenEvents([{ type: 'MigrationSignedOff', payload: { by: 'PCT' } }]);
    extracted.when('sign-off-migration', day, reed).thenRefused('GO_LIVE_MISSING');
    noticed
      .when('sign-off-migration', { ...day, effectiveDate: '2009-03-10', reason: 'Late' }, reed)
      .thenRefused('GO_LIVE_MISSING');
    given(...workedUntil('signedOff'))
      .when('sign-off-migration', { ...day, effectiveDate: '2009-04-01' }, reed)
      .thenRefused('ALREADY_SIGNED_OFF');
  });

  it('X5: on the day of go-live itself too, and of two go-lives the latest', () => {
    live
      .when('sign-off-migration', { ...day, effectiveDate: '2009-03-11' }, reed)
      .thenEvents([{ type: 'MigrationSignedOff', payload: { migrationId: workedMigrationId } }]);
    const twice = live.and(
      ...secondMigration('2009-06-01'),
      command('declare-go-live', { effectiveDate: '2009-06-15', targetInstanceId: 'E2' }),
    );
    const second = twice.state.migrations[1]?.migrationId;
    twice
      .when('sign-off-migration', { ...day, effectiveDate: '2009-06-15' }, reed)
      .thenEvents([{ type: 'MigrationSignedOff', payload: { migrationId: second } }]);
  });

  it('R10: more than 7 days late it needs a reason and is flagged', () => {
    const late = '2009-04-04T12:00:00.000Z';
    noticed.when('sign-off-migration', day, reed, late).thenRefused('REASON_REQUIRED');
    noticed
      .when('sign-off-migration', { ...day, reason: 'Holiday' }, reed, late)
      .thenEvents([{ type: 'MigrationSignedOff', payload: { flags: ['LATE_ENTRY'] } }]);
    noticed
      .when('sign-off-migration', day, reed, '2009-04-03T12:00:00.000Z')
      .thenEvents([{ type: 'MigrationSignedOff' }]);
    noticed
      .when('sign-off-migration', { ...day, effectiveDate: '2009-03-28' }, reed, '2009-03-27T12:00:00.000Z')
      .thenRefused('EFFECTIVE_DATE_IN_FUTURE');
  });
});
