import { fundingTimeline, withAmounts } from '../funding/index.js';
import { command, confirmed, given, inReference } from '#testing/decisions.js';
import {
  cole,
  hart,
  importer,
  moss,
  national,
  otherPct,
  patel,
  reed,
  reference,
  successor,
  withSupplier,
} from '#testing/fixture.js';
import { workedMigrationId, workedUntil, type Milestone } from '#testing/worked-data-set.js';
import { practiceAnswer } from './answer.js';
import type { BodyOf } from './commands.js';

type Correction = BodyOf<'correct-record'>;

/** The id of the last event of that type in W. */
const idIn = (milestone: Milestone, type: string): string =>
  given(...workedUntil(milestone)).history.events.findLast((event) => event.type === type)!.id;

const onNotice = (changes: Partial<Correction> = {}): Correction => ({
  effectiveDate: '2009-04-03',
  reason: 'The letter to EMIS is dated 23 March',
  targetEventId: idIn('corrected', 'NoticeGiven'),
  field: 'effectiveDate',
  was: '2009-03-20',
  now: '2009-03-23',
  ...changes,
});
const correctedNotice = confirmed(command('correct-record', onNotice(), patel), cole);

describe('I13: a recorded fact is corrected by an event of its own', () => {
  it('I14: which another person confirms', () => {
    const proposed = given(...workedUntil('corrected')).when('correct-record', onNotice(), patel);
    proposed.thenProposed('PCT');
    const after = given(...workedUntil('corrected'), command('correct-record', onNotice(), patel));
    after.whenConfirmed(patel, '2009-04-03T13:00:00.000Z').thenRefused('SECOND_PERSON_REQUIRED');
    after.whenConfirmed(cole, '2009-04-03T13:00:00.000Z').thenEvents([
      {
        type: 'RecordCorrected',
        payload: { field: 'effectiveDate', was: '2009-03-20', now: '2009-03-23', instanceId: 'E1' },
      },
    ]);
  });

  it('I13: the event stays as it was recorded, and what rests on the fact follows', () => {
    const { history, state } = given(...workedUntil('corrected'), correctedNotice);
    const recorded = history.events.find(({ type }) => type === 'NoticeGiven');
    expect(recorded?.payload).toMatchObject({ effectiveDate: '2009-03-20' });
    const answer = practiceAnswer(state, history.reference, '2009-04-03', true);
    expect(answer?.notice).toMatchObject({
      givenOn: '2009-03-23',
      endsOn: '2009-06-20',
      earliestEndsOn: '2009-06-23',
      status: 'SHORT',
    });
    expect(answer?.notice?.events).toEqual([recorded?.id, history.events.at(-1)?.id]);
  });

  it('A6: a disputed date of notice moves nothing until it is corrected, and then the minimum', () => {
    const until = (on: string) => ({ ...onNotice({ field: 'endsOn', was: '2009-06-20', now: on }) });
    const longer = confirmed(command('correct-record', until('2009-06-23'), patel), cole);
    const { history, state } = given(...workedUntil('corrected'), correctedNotice, longer);
    const local = fundingTimeline(state, history.reference)
      .filter(({ reason }) => reason === 'AFTER_BEDDING_IN')
      .map((interval) => withAmounts(interval, '2009-06-30'));
    expect(local.map(({ days }) => days)).toEqual([11, 11, 11, 11]);
    expect(local[0]?.events).toContain(history.events.at(-1)?.id);
  });

  it('R13: the same correction again adds nothing, and a corrected request may be made again', () => {
    given(...workedUntil('corrected'), correctedNotice)
      .when('correct-record', onNotice(), patel)
      .thenNothing();
    const agreement = idIn('retained', 'PctPracticeAgreementSigned');
    const body = { ...onNotice(), targetEventId: agreement, was: '2008-04-01', now: '2008-05-01' };
    given(...workedUntil('retained'), confirmed(command('correct-record', body, patel), cole))
      .when('record-pct-practice-agreement', { effectiveDate: '2008-04-01', reason: 'Signed twice' }, patel)
      .thenEvents([{ type: 'PctPracticeAgreementSigned' }]);
  });

  it('I13: corrections of a corrected field follow one another', () => {
    const back = onNotice({ was: '2009-03-23', now: '2009-03-21' });
    const { state } = given(
      ...workedUntil('corrected'),
      correctedNotice,
      confirmed(command('correct-record', back, patel), cole),
    );
    expect(state.notices[0]?.effectiveDate).toBe('2009-03-21');
    expect(state.corrections).toHaveLength(2);
  });

  it('S36, R3, F10: the day of what one request led to is one, and is corrected on the first of it', () => {
    const { history, state } = given(...workedUntil('corrected'), correctedNotice);
    expect(state.retentions[0]).toMatchObject({ effectiveDate: '2009-03-23' });
    const answer = practiceAnswer(state, history.reference, '2009-03-23', true);
    expect(answer?.retention[0]).toMatchObject({ orderedOn: '2009-03-23' });
    expect(answer?.retention[0]?.events).toContain(history.events.at(-1)?.id);

    const later = { effectiveDate: '2009-03-03', now: '2009-03-02' };
    const agreed = onNotice({
      ...later,
      targetEventId: idIn('replanned', 'MigrationDateAgreed'),
      was: '2009-02-25',
    });
    const replanned = given(
      ...workedUntil('replanned'),
      confirmed(command('correct-record', agreed, patel), cole),
    );
    const planned = (on: string) =>
      practiceAnswer(replanned.state, history.reference, on, true)?.migration?.plannedDate;
    expect([planned('2009-03-01')?.date, planned('2009-03-02')?.date]).toEqual(['2009-03-05', '2009-03-12']);

    const split = command('merge-practice', { effectiveDate: '2009-03-31', into: 'A00002' }, national);
    const merged = given(...workedUntil('live'), split);
    const target = (type: string) => merged.history.events.findLast((event) => event.type === type)!.id;
    const on = (type: string) =>
      onNotice({
        effectiveDate: '2009-04-04',
        targetEventId: target(type),
        was: '2009-03-31',
        now: '2009-03-30',
      });
    merged.when('correct-record', on('PracticeClosed'), national).thenRefused('CORRECTED_OTHERWISE');
    const earlier = merged.and(
      confirmed(command('correct-record', on('PracticesMerged'), national), { ...national, sub: 'o.team' }),
    );
    expect(earlier.state).toMatchObject({
      closedOn: '2009-03-30',
      successions: [{ effectiveDate: '2009-03-30' }],
    });
  });

  it('R4: a legal date is the effective date, and an extract’s day that of its time', () => {
    const moved = {
      ...onNotice({ targetEventId: idIn('rehomed', 'PracticeCommissionerChanged') }),
      ...{ effectiveDate: '2013-04-02', was: '2013-04-01', now: '2013-05-01' },
    };
    const rehomed = confirmed(command('correct-record', moved, national), { ...national, sub: 'o.team' });
    expect(given(...workedUntil('rehomed'), rehomed).state.commissioners.at(-1)).toMatchObject({
      code: '99Z',
      from: '2013-05-01',
    });
    const earlier = onNotice({ targetEventId: idIn('corrected', 'DataExtractTaken'), field: 'at' });
    const taken = { ...earlier, was: '2009-03-09T18:30', now: '2009-03-08T18:30' };
    const extract = confirmed(command('correct-record', taken, reed), { ...reed, sub: 'p.dale' });
    expect(given(...workedUntil('corrected'), extract).state.migrations[0]?.extracts[0]).toMatchObject({
      at: '2009-03-08T18:30',
      effectiveDate: '2009-03-08',
    });
  });
});

describe('R20: what a correction is told of', () => {
  it('R20: names the instance, or the migration, of the fact that it corrects', () => {
    const target = { targetEventId: idIn('agreed', 'ChangeAgreed') };
    const correction = onNotice({ ...target, field: 'decidedBy', was: 'J Patel', now: 'J M Patel' });
    const agreed = given(
      ...workedUntil('agreed'),
      confirmed(command('correct-record', correction, patel), cole),
    );
    expect(agreed.history.events.at(-1)).toMatchObject({
      type: 'RecordCorrected',
      payload: { field: 'decidedBy', migrationId: workedMigrationId },
    });
    expect(agreed.history.events.at(-1)?.payload).not.toHaveProperty('instanceId');
    const noticed = given(...workedUntil('corrected'), correctedNotice).history.events.at(-1);
    expect(noticed).toMatchObject({ type: 'RecordCorrected', payload: { instanceId: 'E1' } });
    expect(noticed?.payload).not.toHaveProperty('migrationId');
  });
});

describe('I13: a correction is refused', () => {
  const inW = given(...workedUntil('corrected'));
  const refusedFor = (changes: Partial<Correction>, by = patel) =>
    inW.when('correct-record', onNotice(changes), by);

  it('of an event that is not in the file', () =>
    refusedFor({ targetEventId: '00000000-0000-4000-8000-999999999999' }).thenRefused('FACT_UNKNOWN'));
  it('I14: by another organisation than recorded it', () => {
    refusedFor({}, reed).thenRefused('CORRECTION_NOT_YOURS');
    refusedFor({}, hart).thenRefused('CORRECTION_NOT_YOURS');
    refusedFor({}, otherPct).thenRefused('NOT_YOUR_PRACTICE');
  });
  it('I2: but not by the successor of the PCT that recorded it', () => {
    const later = onNotice({ effectiveDate: '2013-05-01', field: 'method', was: 'Letter', now: 'Fax' });
    given(...workedUntil('rehomed'))
      .when('correct-record', later, successor)
      .thenProposed('PCT');
  });
  it('A19: where a command of its own corrects the fact', () => {
    const live = { targetEventId: idIn('live', 'GoLiveDeclared'), was: '2009-03-11', now: '2009-03-12' };
    refusedFor(live, reed).thenRefused('CORRECTED_OTHERWISE');
    const proposed = idIn('corrected', 'GoLiveCorrected');
    refusedFor({ targetEventId: proposed, field: 'now' }).thenRefused('CORRECTED_OTHERWISE');
  });
  it.each([
    ['live', 'GoLiveDeclared', 'effectiveDate', reed, 'effectiveDate of GoLiveDeclared', 'correct-go-live'],
    ['live', 'GoLiveDeclared', 'cutoverTime', reed, 'cutoverTime of GoLiveDeclared', 'correct-go-live'],
    ['corrected', 'GoLiveCorrected', 'effectiveDate', patel, 'GoLiveCorrected', 'correct-go-live'],
    ['dateProposed', 'MigrationDateProposed', 'date', patel, 'date of MigrationDateProposed', 'replan'],
    ['planned', 'MigrationDatePlanned', 'date', moss, 'date of MigrationDatePlanned', 'replan'],
    [
      ...(['planned', 'MigrationDatePlanned', 'effectiveDate', moss] as const),
      'effectiveDate of MigrationDatePlanned',
      'correct-record on the MigrationDateAgreed that was recorded with it',
    ],
    [
      ...(['extracted', 'DataExtractTaken', 'effectiveDate', reed] as const),
      'effectiveDate of DataExtractTaken',
      'correct-record on `at`',
    ],
  ] as const)(
    'I13, A19, R3: after %s, of %s with %s: the refusal says what corrects it',
    (milestone, type, field, by, what, how) => {
      const correction = onNotice({ targetEventId: idIn(milestone, type), field });
      expect(
        given(...workedUntil(milestone)).when('correct-record', correction, by).decided.decision,
      ).toMatchObject({
        refusal: {
          code: 'CORRECTED_OTHERWISE',
          because: `${what} is not corrected field by field.`,
          remedy: `Use ${how}.`,
        },
      });
    },
  );
  it('X7: a referral’s day is its escalation’s', () => {
    const referred = given(...workedUntil('submitted')).and(
      command('refuse-change', { effectiveDate: '2008-12-19', grounds: ['Cost'] }),
      command('raise-dispute', { effectiveDate: '2009-01-05', subject: 'REFUSAL', grounds: ['In budget'] }),
      command('escalate-dispute', { effectiveDate: '2009-01-19', level: 'SHA' }),
      command('escalate-dispute', { effectiveDate: '2009-02-02', level: 'NHSLA' }),
    );
    const last = referred.history.events.at(-1)!;
    expect(last.type).toBe('DisputeReferredToNhsla');
    referred
      .when(
        'correct-record',
        onNotice({ targetEventId: last.id, was: '2009-02-02', now: '2009-02-03' }),
        reed,
      )
      .thenRefused('CORRECTED_OTHERWISE');
  });
  it('S36: the terms of retention ordered with a notice are its own, and so is the day of an order by itself', () => {
    const ordered = { targetEventId: idIn('corrected', 'RetentionOrdered') };
    refusedFor({ ...ordered, field: 'payer', was: 'COMMISSIONER', now: 'PRACTICE' }).thenProposed('PCT');
    const after = given(...workedUntil('live')).and(
      command('give-notice', { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' }),
      command('order-retention', {
        ...{ effectiveDate: '2009-03-24', instanceId: 'E1', option: 'DATR', payer: 'PRACTICE' },
      }),
    );
    const day = { targetEventId: after.history.events.at(-1)!.id, was: '2009-03-24', now: '2009-03-25' };
    after.when('correct-record', onNotice(day), patel).thenProposed('PCT');
  });
  it('I14: an import by the national team, and nothing else that another recorded', () => {
    const { body } = workedUntil('registered')[0]!;
    const imported = given(
      command('register-practice', body as BodyOf<'register-practice'>, importer),
      ...workedUntil('installed').slice(1),
    );
    const name = onNotice({
      targetEventId: imported.history.events[0]!.id,
      field: 'name',
      was: 'Fictional Surgery',
      now: 'The Surgery',
    });
    imported.when('correct-record', name, national).thenProposed('NAT');
    imported.when('correct-record', name, patel).thenRefused('CORRECTION_NOT_YOURS');
    refusedFor({}, national).thenRefused('CORRECTION_NOT_YOURS');
  });
  it('R20: of an id, and of what follows from other fields', () => {
    const joined = idIn('installed', 'PracticeJoinedCallOff');
    for (const field of ['supplier', 'pct'])
      refusedFor({ targetEventId: joined, field }).thenRefused('FIELD_NOT_CORRECTED');
    const declared = { targetEventId: idIn('live', 'GoLiveDeclared'), field: 'override' };
    refusedFor(declared, reed).thenRefused('FIELD_NOT_CORRECTED');

    refusedFor({ field: 'instanceId', was: 'E1', now: 'V1' }).thenRefused('FIELD_NOT_CORRECTED');
    refusedFor({ field: 'earliestEndsOn', was: '2009-06-20' }).thenRefused('FIELD_NOT_CORRECTED');
    refusedFor({ field: 'colour', was: null }).thenRefused('FIELD_NOT_CORRECTED');
  });
  it('where the value on record is another', () => {
    refusedFor({ was: '2009-03-19' }).thenRefused('CORRECTION_DIFFERS');
  });
  it('where the field cannot have the value; I15: or it holds an NHS number', () => {
    refusedFor({ now: '2009-02-30' }).thenRefused('CORRECTION_UNFIT');
    refusedFor({ now: null }).thenRefused('CORRECTION_UNFIT');
    refusedFor({ field: 'method', was: 'Letter', now: 'Letter of 943 476 5919' }).thenRefused(
      'CORRECTION_UNFIT',
    );
  });
  it('R9: where it would leave a notice without its end, or a period ending before it begins', () => {
    refusedFor({ field: 'endsOn', was: '2009-06-20', now: null }).thenRefused('CORRECTION_BREAKS_RULE');
    const exception = {
      effectiveDate: '2009-04-02',
      instanceId: 'E1',
      from: '2009-06-13',
      until: '2009-07-31',
    };
    const granted = given(...workedUntil('corrected'), command('grant-funding-exception', exception));
    const until = { field: 'until', was: '2009-07-31', now: '2009-06-12' };
    granted
      .when(
        'correct-record',
        onNotice({ targetEventId: granted.history.events.at(-1)!.id, ...until }),
        national,
      )
      .thenRefused('CORRECTION_UNFIT');
    granted
      .when(
        'correct-record',
        onNotice({ targetEventId: granted.history.events.at(-1)!.id, ...until, now: '2009-06-13' }),
        national,
      )
      .thenProposed('NAT');
  });
  it('R4, S2: to a commissioner that is not established, or a level that the product has not', () => {
    const registered = { targetEventId: idIn('registered', 'PracticeRegistered'), was: '5ZZ' };
    const commissioner = { ...registered, field: 'commissioner' };
    refusedFor({ ...commissioner, now: '9ZZ' }, national).thenRefused('COMMISSIONER_UNKNOWN');
    inW.when('correct-record', onNotice({ ...commissioner, now: '5YY' }), national).thenProposed('NAT');
    const day = { ...registered, field: 'effectiveDate', was: '2006-10-01' };
    refusedFor({ ...day, now: '2006-09-30' }, national).thenRefused('COMMISSIONER_UNKNOWN');
    const changed = {
      targetEventId: idIn('rehomed', 'PracticeCommissionerChanged'),
      effectiveDate: '2013-04-02',
    };
    given(...workedUntil('rehomed'))
      .when('correct-record', onNotice({ ...changed, field: 'to', was: '99Z', now: '9ZZ' }), national)
      .thenRefused('COMMISSIONER_UNKNOWN');
    const lv = {
      targetEventId: idIn('installed', 'SystemInstanceRegistered'),
      field: 'level',
      was: 3,
      now: 4,
    };
    refusedFor(lv).thenRefused('LEVEL_ABOVE_PRODUCT');
  });
  it('R10: to a day that has not come', () => {
    refusedFor({ now: '2009-04-04' }).thenRefused('EFFECTIVE_DATE_IN_FUTURE');
    refusedFor({ now: '2009-04-03' }).thenProposed('PCT');
  });
  it('I8: where an invariant would not hold any more', () =>
    refusedFor({ field: 'endsOn', was: '2009-06-20', now: null }).thenRefused('CORRECTION_BREAKS_RULE'));
  it('I8: nor where an earlier correction of the field had kept it', () => {
    const until = (was: string, now: string | null) => onNotice({ field: 'endsOn', was, now });
    const once = confirmed(command('correct-record', until('2009-06-20', '2009-06-23'), patel), cole);
    given(...workedUntil('corrected'), once)
      .when('correct-record', until('2009-06-23', null), patel)
      .thenRefused('CORRECTION_BREAKS_RULE');
  });
  it('I8, A4: an end of notice before its minimum, though one that became short keeps its end (R8)', () => {
    const end = (now: string) => onNotice({ field: 'endsOn', was: '2009-06-20', now });
    refusedFor(end('2009-03-25')).thenRefused('NOTICE_TOO_SHORT');
    refusedFor(end('2009-06-19')).thenRefused('NOTICE_TOO_SHORT');
    refusedFor(end('2009-06-21')).thenProposed('PCT');
    const short = given(...workedUntil('corrected'), correctedNotice);
    short.when('correct-record', end('2009-06-22'), patel).thenRefused('NOTICE_TOO_SHORT');
    short.when('correct-record', end('2009-06-23'), patel).thenProposed('PCT');
  });
  it('A3, S2: a level above the product’s, of an upgrade too', () => {
    const upgrade = command('upgrade-system', {
      effectiveDate: '2009-03-30',
      instanceId: 'V1',
      version: '3.1',
      level: 2,
    });
    const upgraded = given(...workedUntil('corrected'), upgrade);
    const ofUpgrade = { targetEventId: upgraded.history.events.at(-1)!.id, field: 'level', was: 2 };
    upgraded
      .when('correct-record', onNotice({ ...ofUpgrade, now: 6 }), patel)
      .thenRefused('LEVEL_ABOVE_PRODUCT');
    upgraded.when('correct-record', onNotice({ ...ofUpgrade, now: 3 }), patel).thenProposed('PCT');
  });
  it('A3, S2: nor is it moved to a day on which the product had a lower level', () => {
    const lowered = withSupplier(reference, 'EMIS', {
      name: 'withdraw-level',
      body: { effectiveDate: '2009-01-01', productId: 'EMIS.EMIS-LV', level: 2 },
    });
    const { body } = workedUntil('installed').find(({ name }) => name === 'register-instance')!;
    const another = { ...(body as BodyOf<'register-instance'>), instanceId: 'E9' };
    const inFile = inReference(lowered, ...workedUntil('installed'), command('register-instance', another));
    const moved = (now: string) =>
      onNotice({ targetEventId: inFile.history.events.at(-1)!.id, was: '2008-04-01', now });
    inFile.when('correct-record', moved('2009-01-01'), patel).thenRefused('LEVEL_ABOVE_PRODUCT');
    inFile.when('correct-record', moved('2008-12-31'), patel).thenProposed('PCT');
  });
  it('I3: so that the system was selected before the PCT agreed', () => {
    const later = { field: 'effectiveDate', was: '2008-12-19', now: '2009-01-20' };
    const refused = refusedFor({ targetEventId: idIn('agreed', 'ChangeAgreed'), ...later });
    expect(refused.decided.decision).toMatchObject({
      refusal: { code: 'CORRECTION_BREAKS_RULE', rule: 'I3' },
    });
  });
  it('S19: so that no extract was taken by the day of go-live', () => {
    const taken = { field: 'at', was: '2009-03-09T18:30', now: '2009-03-20T18:30' };
    refusedFor({ targetEventId: idIn('extracted', 'DataExtractTaken'), ...taken }, reed).thenRefused(
      'CORRECTION_BREAKS_RULE',
    );
  });
  it('S16, S17: of what two or three parties decided together, which they decide anew', () => {
    const selected = { targetEventId: idIn('selected', 'SystemSelected'), field: 'productId' };
    refusedFor({ ...selected, was: 'INPS.VISION-3', now: 'TPP.ONE' }, reed).thenRefused(
      'FIELD_NOT_CORRECTED',
    );
    const planned = { targetEventId: idIn('planned', 'MigrationDatePlanned'), field: 'date' };
    refusedFor({ ...planned, was: '2009-03-05', now: '2009-03-06' }, moss).thenRefused('CORRECTED_OTHERWISE');
    const installed = { targetEventId: idIn('installed', 'SystemInstanceRegistered'), field: 'productId' };
    refusedFor({ ...installed, was: 'EMIS.EMIS-LV', now: 'INPS.VISION-3' }).thenRefused(
      'FIELD_NOT_CORRECTED',
    );
  });
});
