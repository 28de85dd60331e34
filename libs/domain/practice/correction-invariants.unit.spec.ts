import { command, confirmed, given, type Given } from '#testing/decisions.js';
import { cole, idOf, national, patel, reed } from '#testing/fixture.js';
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
    expect(correct(again, 'MigrationRequested', ['2009-05-19', '2009-03-10']).decided.decision).toMatchObject(
      {
        refusal: {
          because:
            'With effectiveDate as "2009-03-10" the record would break I1: one migration is open at a time, and no system is retained meanwhile.',
          remedy: 'Correct or end what stands against it first.',
        },
      },
    );
    correct(again, 'MigrationRequested', ['2009-05-19', '2009-03-11']).thenProposed('PR');
    correct(again, 'MigrationRequested', ['2009-05-19', '2008-11-01']).thenRefused('CORRECTION_BREAKS_RULE');
  });
  it('I1: where it is broken in another way already, as by a system retained on the day of the request', () => {
    const request = { sourceInstanceId: 'E1', reasons: ['Slow'] };
    const retained = given(...workedUntil('installed')).and(
      command('retain-system', { effectiveDate: '2008-11-10', instanceId: 'E1' }),
      command('request-migration', { effectiveDate: '2008-11-10', ...request }),
      command('record-contact', {
        effectiveDate: '2008-11-11',
        participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
        optionsConsidered: ['Retain'],
      }),
      command('refuse-change', { effectiveDate: '2008-12-01', grounds: ['Cost'] }),
      command('request-migration', { effectiveDate: '2008-12-02', ...request }),
    );
    correct(retained, 'ChangeRefused', ['2008-12-01', '2008-12-03'], { by: patel }).thenRefused(
      'CORRECTION_BREAKS_RULE',
    );
    correct(retained, 'ChangeRefused', ['2008-12-01', '2008-12-02'], { by: patel }).thenProposed('PCT');
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
    const twice = given(...workedUntil('retained')).and(
      command('retain-system', { effectiveDate: '2008-06-02', instanceId: 'E1' }),
      ...workedUntil('requested').slice(workedUntil('retained').length),
    );
    correct(twice, 'SystemRetained', ['2008-06-02', '2008-11-11']).thenRefused('CORRECTION_BREAKS_RULE');
  });
  it('I1, A19: the go-live of the first, after the request of the second', () => {
    const goLive = (of: Given, effectiveDate: string) =>
      of.when(
        'correct-go-live',
        { effectiveDate, targetEventId: idOf(25), reason: 'As the log says' },
        patel,
        late,
      );
    goLive(again, '2009-05-20').thenRefused('MIGRATION_OPEN');
    goLive(again, '2009-05-19').thenProposed('PCT');
    const third = again.and(
      confirmed(command('abandon-migration', { effectiveDate: '2009-05-25', cause: 'Cost' }, reed), patel),
      ...secondMigration('2009-06-01').slice(0, 2),
    );
    expect(goLive(third, '2009-06-02').decided.decision).toMatchObject({
      refusal: { because: expect.stringContaining('another is open from 2009-05-19') as string },
    });
  });
});

describe('S7, X1: no cover runs from after its end', () => {
  const day = { effectiveDate: '2009-06-30' };
  const by = { by: patel };
  const left = given(...workedUntil('retained')).and(
    command('leave-call-off', { ...day, instanceId: 'E1' }),
    command('end-pct-practice-agreement', day),
  );
  const joined = left.and(command('join-call-off', { effectiveDate: '2009-09-01', instanceId: 'E1' }));

  it('S7: a join on a Call-Off is not moved past the day of leaving, nor leaving before the join', () => {
    correct(left, 'PracticeJoinedCallOff', ['2008-04-01', '2009-07-01'], by).thenRefused(
      'CORRECTION_BREAKS_RULE',
    );
    correct(left, 'PracticeJoinedCallOff', ['2008-04-01', '2009-06-30'], by).thenProposed('PCT');
    correct(left, 'PracticeLeftCallOff', ['2009-06-30', '2008-03-31'], by).thenRefused(
      'CORRECTION_BREAKS_RULE',
    );
  });
  it('S7: nor two times of cover into one another', () => {
    correct(joined, 'PracticeJoinedCallOff', ['2009-09-01', '2009-06-30'], by).thenRefused(
      'CORRECTION_BREAKS_RULE',
    );
    correct(joined, 'PracticeJoinedCallOff', ['2009-09-01', '2009-07-01'], by).thenProposed('PCT');
    correct(joined, 'PracticeLeftCallOff', ['2009-06-30', '2009-09-01'], by).thenRefused(
      'CORRECTION_BREAKS_RULE',
    );
  });
  it('S7: where it was left twice, the earlier day counts', () => {
    const twice = left.and(
      command(
        'leave-call-off',
        { ...day, effectiveDate: '2009-06-20', instanceId: 'E1', reason: 'Found late' },
        patel,
        late,
      ),
    );
    correct(twice, 'PracticeJoinedCallOff', ['2008-04-01', '2009-06-25'], by).thenRefused(
      'CORRECTION_BREAKS_RULE',
    );
  });
  it('X1: an agreement is not moved past its end, nor the end before it', () => {
    correct(left, 'PctPracticeAgreementSigned', ['2008-04-01', '2009-07-01'], by).thenRefused(
      'CORRECTION_BREAKS_RULE',
    );
    correct(left, 'PctPracticeAgreementSigned', ['2008-04-01', '2009-06-30'], by).thenProposed('PCT');
    correct(left, 'PctPracticeAgreementEnded', ['2009-06-30', '2008-03-31'], by).thenRefused(
      'CORRECTION_BREAKS_RULE',
    );
  });
});

describe('S37: a correction is refused after which a step would lie before one that it needs', () => {
  const signedOff = given(...workedUntil('signedOff'));
  const pct = { by: patel };
  const practice = { by: reed };
  const breaks = (
    of: Given,
    type: PracticeEventType,
    days: readonly [string, string],
    by: typeof pct,
    rule: string,
  ) => {
    const { decision } = correct(of, type, days, by).decided;
    const because = expect.stringContaining(`would break ${rule}: `) as string;
    expect(decision).toMatchObject({ refusal: { code: 'CORRECTION_BREAKS_RULE', rule, because } });
  };

  it('S37: every step is on or after the request of its migration', () => {
    breaks(signedOff, 'BusinessCaseRequired', ['2008-11-14', '2008-11-09'], pct, 'S37');
    correct(signedOff, 'BusinessCaseRequired', ['2008-11-14', '2008-11-10'], pct).thenProposed('PCT');
    breaks(signedOff, 'MigrationRequested', ['2008-11-10', '2008-11-15'], { by: reed }, 'S37');
  });
  it('S11: the case after it was asked for, the agreement after the case', () => {
    breaks(signedOff, 'BusinessCaseSubmitted', ['2008-12-05', '2008-11-13'], { by: reed }, 'S11');
    breaks(signedOff, 'ChangeAgreed', ['2008-12-19', '2008-12-04'], pct, 'S11');
    correct(signedOff, 'ChangeAgreed', ['2008-12-19', '2008-12-05'], pct).thenProposed('PCT');
  });
  it('S15, S16, S17, R3, S18: selection, system, date and order, each after the one before', () => {
    breaks(signedOff, 'SelectionCompleted', ['2009-01-09', '2008-12-18'], pct, 'S15');
    breaks(signedOff, 'SystemSelected', ['2009-01-16', '2009-01-08'], { by: reed }, 'S16');
    breaks(
      given(...workedUntil('dateProposed')),
      'MigrationDateProposed',
      ['2009-01-20', '2009-01-15'],
      pct,
      'S17',
    );
    breaks(
      given(...workedUntil('dateProposed'), ...workedUntil('planned').slice(-2, -1)),
      'MigrationDateAgreed',
      ['2009-01-22', '2009-01-19'],
      { by: reed },
      'R3',
    );
    breaks(signedOff, 'MigrationDateAgreed', ['2009-02-25', '2009-02-22'], pct, 'R3');
    breaks(signedOff, 'MigrationOrderPlaced', ['2009-01-26', '2009-01-21'], pct, 'S18');
  });
  it('S11, S18, S19: a case returned, an order changed and an extract rejected after it was on file', () => {
    const returned = given(...workedUntil('submitted')).and(
      command('return-business-case', { effectiveDate: '2008-12-08', points: ['No risks named'] }),
    );
    breaks(returned, 'BusinessCaseReturned', ['2008-12-08', '2008-12-04'], pct, 'S11');
    correct(returned, 'BusinessCaseReturned', ['2008-12-08', '2008-12-05'], pct).thenProposed('PCT');
    const amended = given(...workedUntil('ordered')).and(
      command('amend-order', {
        effectiveDate: '2009-02-02',
        trackingRef: 'TRACK-0001',
        services: [{ service: 'Training' }],
      }),
    );
    breaks(amended, 'MigrationOrderAmended', ['2009-02-02', '2009-01-25'], pct, 'S18');
    correct(amended, 'MigrationOrderAmended', ['2009-02-02', '2009-01-26'], pct).thenProposed('PCT');
    const rejection = { effectiveDate: '2009-03-10', extractId: idOf(24), grounds: ['Unreadable'] };
    const rejected = given(...workedUntil('extracted')).and(command('reject-extract', rejection, reed));
    breaks(rejected, 'DataExtractRejected', ['2009-03-10', '2009-03-08'], practice, 'S19');
    correct(rejected, 'DataExtractRejected', ['2009-03-10', '2009-03-09']).thenProposed('PR');
  });
  it('F4, X7: what comes of a problem or a dispute after it was raised', () => {
    const resolved = given(...workedUntil('ordered')).and(
      command('raise-data-access-problem', { effectiveDate: '2009-02-02', problem: 'No tape' }, reed),
      command('resolve-data-access-problem', {
        effectiveDate: '2009-02-09',
        problemId: idOf(19),
        resolution: 'Tape sent',
      }),
    );
    const team = { by: national };
    breaks(resolved, 'DataAccessProblemResolved', ['2009-02-09', '2009-02-01'], team, 'F4');
    correct(resolved, 'DataAccessProblemResolved', ['2009-02-09', '2009-02-02'], team).thenProposed('NAT');
    const disputed = given(...workedUntil('agreed')).and(
      command('raise-dispute', {
        effectiveDate: '2009-01-05',
        subject: 'CONDITIONS',
        grounds: ['It is within the budget'],
      }),
      command('escalate-dispute', { effectiveDate: '2009-01-19', level: 'SHA' }),
    );
    breaks(disputed, 'DisputeEscalated', ['2009-01-19', '2009-01-04'], practice, 'X7');
    correct(disputed, 'DisputeEscalated', ['2009-01-19', '2009-01-05']).thenProposed('PR');
  });
  it('S37: sign-off after go-live', () => {
    breaks(signedOff, 'MigrationSignedOff', ['2009-03-30', '2009-03-10'], pct, 'S37');
    correct(signedOff, 'MigrationSignedOff', ['2009-03-30', '2009-03-11'], pct).thenProposed('PCT');
  });
  it('F7: a retraction on or after its go-live', () => {
    const retraction = { effectiveDate: '2009-04-06', targetEventId: idOf(25), reason: 'By mistake' };
    const retracted = given(...workedUntil('live')).and(
      confirmed(command('retract-go-live', retraction, patel), cole),
    );
    breaks(retracted, 'GoLiveRetracted', ['2009-04-06', '2009-03-10'], pct, 'F7');
    correct(retracted, 'GoLiveRetracted', ['2009-04-06', '2009-03-11'], pct).thenProposed('PCT');
    const again = retracted.and(
      command('declare-go-live', { effectiveDate: '2009-04-07', targetInstanceId: 'V1' }),
    );
    const targetEventId = again.state.migrations[0]!.goLive!.events[0]!;
    const twice = again.and(
      confirmed(
        command('retract-go-live', { ...retraction, effectiveDate: '2009-04-08', targetEventId }, patel),
        cole,
      ),
    );
    breaks(twice, 'GoLiveRetracted', ['2009-04-08', '2009-04-06'], pct, 'F7');
  });
  it('A19: what a corrected go-live left behind it stands in no other correction’s way', () => {
    const moved = signedOff.and(
      confirmed(
        command(
          'correct-go-live',
          { effectiveDate: '2009-03-31', reason: 'As the log says' },
          patel,
          '2009-04-02T12:00:00.000Z',
        ),
        cole,
      ),
    );
    correct(moved, 'BusinessCaseRequired', ['2008-11-14', '2008-11-13'], pct).thenProposed('PCT');
  });
});
