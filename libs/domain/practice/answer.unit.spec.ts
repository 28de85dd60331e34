import { command, confirmed, given } from '#testing/decisions.js';
import { cole, idOf, moss, patel, reference } from '#testing/fixture.js';
import { returnToE1, secondMigration, workedMigrationId, workedUntil } from '#testing/worked-data-set.js';
import { practiceAnswer } from './answer.js';
import type { PracticeState } from './state.js';

const all = given(...workedUntil('rehomed')).state;
const answer = (state: PracticeState, on: string) => practiceAnswer(state, reference, on, true);

describe('The answer for a practice on a day', () => {
  it('is null while the practice is not on record', () => {
    expect(practiceAnswer(given().state, reference, '2009-03-12', true)).toBeNull();
  });

  it('R4: names the commissioner of the day', () => {
    expect(answer(all, '2009-03-12')?.commissioner).toEqual({
      code: '5ZZ',
      from: '2006-10-01',
      rule: 'R4',
      events: [idOf(1)],
    });
    expect(answer(all, '2013-04-01')?.commissioner).toMatchObject({ code: '99Z', events: [idOf(34)] });
  });

  it('S24, S33, A7: on the day after the correction it tells the go-live, its bedding-in and both events', () => {
    const { migration, beddingIn, state } = answer(all, '2009-04-02') ?? {};
    expect(state).toBe('BEDDING_IN');
    expect(migration).toMatchObject({
      migrationId: workedMigrationId,
      decision: 'AGREED',
      delivery: 'SIGNED_OFF',
      sourceWindDown: 'BEDDING_IN',
      auditAccess: 'SINGLE_USER',
      flags: [],
      plannedDate: { date: '2009-03-12', rule: 'S17' },
      goLive: { on: '2009-03-12', cutoverTime: '08:00', rule: 'S24', events: [idOf(25), idOf(30)] },
      signedOff: { PR: '2009-03-27', PCT: '2009-03-30' },
    });
    expect(beddingIn).toEqual({
      sourceInstanceId: 'E1',
      from: '2009-03-12',
      lastFundedDay: '2009-06-12',
      latestZeroCostDate: '2009-03-12',
      policyVersion: 'gpsoc-1',
      rule: 'S33',
      events: [idOf(25), idOf(30)],
    });
  });

  it.each([
    ['2008-11-10', 'BC_UNDECIDED', null, null],
    ['2008-11-14', 'BC_REQUIRED', null, null],
    ['2008-12-05', 'BC_SUBMITTED', null, null],
    ['2008-12-19', 'AGREED', 'SELECTING', null],
    ['2009-01-16', 'AGREED', 'SELECTED', null],
    ['2009-01-20', 'AGREED', 'DATE_PROPOSED', null],
    ['2009-01-22', 'AGREED', 'DATE_AGREED', '2009-03-05'],
    ['2009-01-26', 'AGREED', 'ORDERED', '2009-03-05'],
    ['2009-02-24', 'AGREED', 'ORDERED', '2009-03-05'],
    ['2009-02-25', 'AGREED', 'ORDERED', '2009-03-12'],
    ['2009-03-11', 'AGREED', 'EXTRACTED', '2009-03-12'],
    ['2009-03-12', 'AGREED', 'LIVE', '2009-03-12'],
  ])('S37, S17: on %s the migration is %s, %s, planned for %s', (on, decision, delivery, planned) => {
    const { migration } = answer(all, on) ?? {};
    expect([migration?.decision, migration?.delivery, migration?.plannedDate?.date ?? null]).toEqual([
      decision,
      delivery,
      planned,
    ]);
  });

  it('S34, A4, A7, A9: tells the notice as it stood on the day', () => {
    expect(answer(all, '2009-03-19')?.notice).toBeNull();
    expect(answer(all, '2009-03-20')?.notice).toEqual({
      noticeId: idOf(26),
      instanceId: 'E1',
      supplier: 'EMIS',
      givenOn: '2009-03-20',
      endsOn: '2009-06-20',
      earliestEndsOn: '2009-06-20',
      extensions: [],
      acknowledged: null,
      disputes: [],
      withdrawn: null,
      status: 'RUNNING',
      latestZeroCostDate: '2009-03-12',
      policyVersion: 'gpsoc-1',
      rule: 'S34',
      events: [idOf(26)],
    });
    expect(answer(all, '2009-05-29')?.notice).toMatchObject({
      endsOn: '2009-07-31',
      extensions: [{ on: '2009-05-29', newEndsOn: '2009-07-31', problemCategory: 'Repeat prescribing' }],
      status: 'RUNNING',
      events: [idOf(26), idOf(31)],
    });
    expect(answer(all, '2009-08-01')?.notice?.status).toBe('ENDED');
  });

  it('A19: a notice that a correction made short says so, and keeps its end', () => {
    const { state } = given(...workedUntil('noticeGiven')).and(
      confirmed(
        command(
          'correct-go-live',
          { effectiveDate: '2009-03-25', reason: 'Cutover log' },
          patel,
          '2009-04-02T09:50:00.000Z',
        ),
        cole,
      ),
    );
    expect(answer(state, '2009-04-02')?.notice).toMatchObject({
      status: 'SHORT',
      endsOn: '2009-06-20',
      earliestEndsOn: '2009-06-25',
      latestZeroCostDate: '2009-03-25',
    });
  });

  it('A21, A17: during a next migration the first’s running notice and missing order are still told', () => {
    const { state } = given(...workedUntil('extended')).and(
      command('request-migration', {
        effectiveDate: '2009-06-01',
        sourceInstanceId: 'V1',
        reasons: ['Slow'],
        reason: 'Unsafe',
      }),
      command('record-contact', {
        effectiveDate: '2009-06-01',
        participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
        optionsConsidered: ['LSP'],
      }),
      command('decide-business-case-need', {
        effectiveDate: '2009-06-01',
        required: false,
        reason: 'Urgent',
      }),
      command('agree-change', { effectiveDate: '2009-06-01', conditions: [], decidedBy: 'J Patel' }),
      confirmed(
        command('select-system', { effectiveDate: '2009-06-02', productId: 'LSP01.LSP', kind: 'LSP' }),
        patel,
      ),
      command('register-instance', {
        effectiveDate: '2009-06-03',
        instanceId: 'L1',
        productId: 'LSP01.LSP',
        level: 3,
        contract: 'LSP',
        hosting: 'HOSTED_TO_CFH_STANDARDS',
        chooseAndBook: true,
        etp: true,
        migrationId: idOf(32),
      }),
      command('record-extract', {
        effectiveDate: '2009-06-12',
        kind: 'BACKUP_TAPE',
        purpose: 'FINAL',
        at: '2009-06-12T18:30',
        mediaRef: 'MEDIA-0002',
        includesAuditTrail: false,
        encrypted: true,
      }),
      command('declare-go-live', { effectiveDate: '2009-06-13', targetInstanceId: 'L1' }),
    );
    expect(answer(state, '2009-06-13')?.notice).toMatchObject({
      instanceId: 'E1',
      status: 'RUNNING',
      endsOn: '2009-07-31',
    });
    expect(answer(state, '2009-08-01')?.notice).toBeNull();
    const withoutOrder = {
      ...state,
      migrations: state.migrations.map((one) => ({ ...one, orders: [] })),
    };
    expect(answer(withoutOrder, '2009-06-13')?.findings).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ code: 'NO_ORDER', instanceId: 'V1' })]),
    );
  });

  it('A21: where the system last left has no notice yet, the latest that still runs to an earlier one is told', () => {
    const onE2 = given(...workedUntil('extended')).and(
      ...secondMigration('2009-06-15'),
      command('declare-go-live', { effectiveDate: '2009-06-16', targetInstanceId: 'E2' }),
    );
    const emis = { ...moss, org: 'EMIS' };
    const withdrawn = onE2.and(
      confirmed(command('withdraw-notice', { effectiveDate: '2009-06-22', instanceId: 'E1' }), emis),
    );
    expect(answer(withdrawn.state, '2009-06-21')?.notice).toMatchObject({
      instanceId: 'E1',
      status: 'RUNNING',
    });
    const override = { override: 'BEDDING_IN_OPEN', reason: 'Unsafe' } as const;
    const onE1 = onE2.and(
      command('give-notice', { effectiveDate: '2009-06-17', instanceId: 'V1', method: 'Letter' }),
      ...returnToE1('2009-07-01', 'E2'),
      command('declare-go-live', { effectiveDate: '2009-07-02', targetInstanceId: 'E1', ...override }, patel),
    );
    expect(answer(onE1.state, '2009-07-02')?.notices).toMatchObject([
      { instanceId: 'E1', status: 'RUNNING' },
      { instanceId: 'V1', status: 'RUNNING' },
    ]);
    expect(answer(onE1.state, '2009-07-02')?.notice).toMatchObject({ instanceId: 'V1' });
  });

  it('S34: while a next migration is open, the notice to the system that was left is told, also once it has ended', () => {
    const { state } = given(...workedUntil('serviceEnded')).and(...secondMigration('2010-06-15'));
    expect(answer(state, '2010-06-15')?.notice).toMatchObject({ instanceId: 'E1', status: 'ENDED' });
  });

  it('R20: a migration’s events are its own, also where a step of the one before it comes later', () => {
    const { state } = given(...workedUntil('live')).and(
      ...secondMigration('2009-06-15'),
      command('sign-off-migration', { effectiveDate: '2009-06-16', exceptions: [] }),
    );
    expect(answer(state, '2009-06-16')?.migration?.events).toEqual(
      [27, 28, 29, 31, 33, 35].map((n) => idOf(n)),
    );
  });

  it('S28, A24: tells every option that was chosen by the day with its days', () => {
    expect(answer(all, '2009-03-19')?.retention).toEqual([]);
    expect(answer(all, '2011-09-30')?.retention).toMatchObject([
      {
        option: 'SINGLE_USER',
        orderedOn: '2009-03-20',
        from: '2009-08-01',
        until: '2011-09-30',
        payer: 'COMMISSIONER',
        events: [idOf(26, 1), idOf(33)],
      },
      { option: 'DATR', from: '2011-10-01', until: null, events: [idOf(33)] },
    ]);
  });

  it('R6, S3: tells the instances with their product, functions, Call-Off and life', () => {
    expect(answer(all, '2009-03-10')?.instances).toMatchObject([
      {
        instanceId: 'E1',
        product: 'EMIS LV',
        level: 3,
        chooseAndBook: true,
        etp: true,
        contract: 'GPSOC',
        callOff: { pct: '5ZZ', from: '2008-04-01', rule: 'S7', events: [idOf(4)] },
        life: { from: '2008-04-01', until: '2009-07-31' },
        serviceEnd: null,
      },
      { instanceId: 'V1', product: 'Vision 3', migrationId: workedMigrationId, life: null },
    ]);
    const [e1, v1] = answer(all, '2009-07-31')?.instances ?? [];
    expect(e1?.serviceEnd).toEqual({ on: '2009-07-31', rule: 'R8', events: [idOf(32)] });
    expect(v1?.life).toMatchObject({ from: '2009-03-12', until: null });
  });

  it('O4: names the system of the day and its basis', () => {
    expect(answer(all, '2009-03-11')?.system).toMatchObject({ basis: 'DECLARED', name: 'EMIS LV' });
    expect(answer(all, '2009-03-12')?.system).toMatchObject({ basis: 'DECLARED', name: 'Vision 3' });
    const { state } = given(...workedUntil('registered'));
    const observations = [
      {
        supplier: 'TPP',
        product: 'SystmOne',
        firstMonth: '2016-01',
        lastMonth: '2018-12',
        monthsListed: 36,
        monthsMissing: 0,
        eventId: idOf(99),
        recordedAt: '2019-05-01T09:00:00.000Z',
        recordedBy: patel,
      },
    ];
    const observed = { ...state, observations };
    expect(answer(observed, '2020-01-01')?.system).toBeNull();
    expect(practiceAnswer(observed, reference, '2020-01-01', false)?.system).toMatchObject({
      basis: 'OBSERVED',
      name: 'SystmOne',
      lastMonth: '2018-12',
    });
  });

  it('R2: open proposals stand in the answer, and change nothing else in it', () => {
    const before = given(...workedUntil('signedOff'));
    const proposed = before.and(
      command(
        'correct-go-live',
        { effectiveDate: '2009-03-12', cutoverTime: '08:00', reason: 'Cutover log' },
        patel,
        '2009-04-02T09:50:00.000Z',
      ),
    );
    const told = answer(proposed.state, '2009-04-02');
    expect(told?.proposals).toEqual([
      {
        proposalId: idOf(29),
        command: 'correct-go-live',
        effectiveDate: '2009-03-12',
        proposedBy: { name: 'J Patel', role: 'PCT', org: '5ZZ' },
        recordedAt: '2009-04-02T09:50:00.000Z',
        confirmer: 'PCT',
        confirmerOrg: null,
        confirmedBy: [],
        rule: 'R2',
        events: [idOf(29)],
      },
    ]);
    expect(told?.migration?.flags).toEqual(['UNDER_CORRECTION']);
    expect(told?.beddingIn).toEqual(answer(before.state, '2009-04-02')?.beddingIn);
    expect(answer(all, '2009-04-02')?.proposals).toEqual([]);
  });

  it('O2: tells the closure from the day after it', () => {
    const closed: PracticeState = { ...all, closedOn: '2015-03-31', closedBy: idOf(98) };
    expect(answer(closed, '2015-03-31')).toMatchObject({ closed: null, state: 'IN_SERVICE' });
    expect(answer(closed, '2015-04-01')).toMatchObject({
      closed: { on: '2015-03-31', rule: 'O2', events: [idOf(98)] },
      state: 'CLOSED',
      system: null,
    });
  });

  it('F1, I1: a refused migration is closed from the day of the next decision, not before', () => {
    const { state } = given(...workedUntil('submitted')).and(
      command('refuse-change', { effectiveDate: '2008-12-19', grounds: ['Cost'] }),
      command('retain-system', { effectiveDate: '2009-01-05', instanceId: 'E1' }),
    );
    expect(answer(state, '2009-01-04')?.migration?.decision).toBe('REFUSED');
    expect(answer(state, '2009-01-05')?.migration?.decision).toBe('CLOSED_REFUSED');
  });

  it('A27: a business case that is in stays in when it is asked for again, and is never overdue', () => {
    const again = { effectiveDate: '2008-12-08', required: true, dueBy: '2008-12-10' };
    const { state } = given(...workedUntil('submitted')).and(command('decide-business-case-need', again));
    expect(answer(state, '2008-12-11')?.migration?.decision).toBe('BC_SUBMITTED');
    expect(answer(state, '2008-12-11')?.findings.map(({ code }) => code)).not.toContain(
      'BUSINESS_CASE_OVERDUE',
    );
  });

  it('F1: a refused migration is told as refused, then resubmitted', () => {
    const refused = given(
      ...workedUntil('submitted'),
      command('refuse-change', { effectiveDate: '2008-12-15', grounds: ['No budget'] }),
    );
    expect(answer(refused.state, '2008-12-15')?.migration?.decision).toBe('REFUSED');
    const again = refused.and(
      command('submit-business-case', {
        effectiveDate: '2008-12-17',
        version: '2.0',
        estimate: {
          lines: [{ service: 'Data migration', amountPence: 1, charge: 'ONE_OFF', payer: 'COMMISSIONER' }],
        },
      }),
    );
    expect(answer(again.state, '2008-12-17')?.migration?.decision).toBe('RESUBMITTED');
    const retained = refused.and(command('retain-system', { effectiveDate: '2008-12-18', instanceId: 'E1' }));
    expect(answer(retained.state, '2008-12-18')?.migration?.decision).toBe('CLOSED_REFUSED');
  });

  it('A31: on the day of go-live both systems held the record, the source until the cutover time', () => {
    const { state: declared } = given(...workedUntil('live'));
    expect(answer(declared, '2009-03-11')?.cutover).toMatchObject({
      source: 'E1',
      target: 'V1',
      at: null,
      held: 'Both, cutover time not recorded',
    });
    expect(answer(all, '2009-03-12')?.cutover).toMatchObject({
      at: '08:00',
      held: 'E1 until 08:00, V1 from 08:00',
    });
    const untimed = { effectiveDate: '2009-03-10', reason: 'As the log of the day says' };
    const { state: earlier } = given(...workedUntil('live')).and(
      confirmed(command('correct-go-live', untimed, patel, '2009-04-02T09:50:00.000Z'), cole),
    );
    expect(answer(earlier, '2009-03-10')?.cutover).toMatchObject({
      at: null,
      held: 'Both, cutover time not recorded',
    });
    expect(answer(all, '2009-03-13')?.cutover).toBeNull();
  });
});
