import { command, given, inReference } from '#testing/decisions.js';
import { importer, national, otherPct, otherPractice, patel, reed, reference } from '#testing/fixture.js';
import { workedMigrationId, workedUntil } from '#testing/worked-data-set.js';
import { practiceAnswer } from './answer.js';
import { authorityFor } from './authority.js';
import { findings } from './findings/index.js';

const last = { effectiveDate: '2009-06-30' };
const live = given(...workedUntil('live'));
const noticed = given(...workedUntil('noticeGiven'));
const into = (ods: string) => command('merge-practice', { ...last, into: ods });
const on = (state: typeof live.state, day: string) => practiceAnswer(state, reference, day, true);

describe('F10: a practice closes', () => {
  it('F10: on its last day, by the national team, once', () => {
    live.when('close-practice', last, national).thenEvents([{ type: 'PracticeClosed' }]);
    live.when('close-practice', last, patel).thenRefused('ROLE_NOT_ALLOWED');
    live.when('close-practice', { effectiveDate: '2006-09-30' }, national).thenRefused('DATE_ORDER');
    const closed = live.and(command('close-practice', last));
    closed.when('close-practice', { effectiveDate: '2009-07-31' }).thenRefused('PRACTICE_ALREADY_CLOSED');
  });
  it('F10, R13: on that day once more it adds nothing; the first day on the register is the earliest', () => {
    const closed = live.and(command('close-practice', last));
    closed.when('close-practice', { ...last, reason: 'Told again' }, national).thenNothing();
    given(...workedUntil('registered'))
      .when('close-practice', { effectiveDate: '2006-10-01', reason: 'It never opened' }, national)
      .thenEvents([{ type: 'PracticeClosed' }]);
  });
  it('F10: a closed code is never used again', () =>
    live
      .and(command('close-practice', last))
      .when('register-practice', { effectiveDate: '2010-04-01', name: 'New Surgery' }, national)
      .thenRefused('PRACTICE_ALREADY_REGISTERED'));
  const requested = given(...workedUntil('needDecided')).and(
    command('close-practice', { effectiveDate: '2008-11-30' }),
  );
  it('F10: its open migration is over from the day after', () => {
    expect(on(requested.state, '2008-11-30')?.migration?.flags).toEqual([]);
    expect(on(requested.state, '2008-12-01')?.migration?.flags).toEqual(['PRACTICE_CLOSED']);
    expect(on(requested.state, '2008-12-01')?.state).toBe('CLOSED');
    expect(findings(requested.state, reference, '2008-12-01')).toMatchObject([
      { code: 'SERVICE_END_NOT_RECORDED', instanceId: 'E1' },
    ]);
    requested
      .when('submit-business-case', {
        effectiveDate: '2008-12-01',
        version: '1.0',
        estimate: {
          lines: [{ service: 'Training', amountPence: 1, charge: 'ONE_OFF', payer: 'COMMISSIONER' }],
        },
      })
      .thenRefused('PRACTICE_CLOSED');
  });
  it('F10, R10: what happened by its last day is recorded still', () =>
    requested
      .when(
        'record-contact',
        {
          effectiveDate: '2008-11-28',
          participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
          optionsConsidered: ['Close'],
        },
        reed,
        '2008-12-03T12:00:00.000Z',
      )
      .thenEvents([{ type: 'OptionsDiscussed' }]));
  it('F10: notice, retention and the end of service go on', () => {
    const closed = noticed.and(command('close-practice', { effectiveDate: '2009-05-31' }));
    const extension = {
      effectiveDate: '2009-06-01',
      instanceId: 'E1',
      newEndsOn: '2009-07-31',
      problemCategory: 'Closure',
    };
    closed.when('extend-notice', extension).thenEvents([{ type: 'NoticeExtended' }]);
    closed
      .when('end-source-service', { effectiveDate: '2009-06-20', instanceId: 'E1' })
      .thenEvents([{ type: 'SourceServiceEnded' }]);
  });
});

describe('F10, R8: a system in service after the practice closed', () => {
  const closed = live.and(command('close-practice', last));
  const inService = (scene: typeof live, day: string) =>
    findings(scene.state, reference, day)
      .filter(({ code }) => code === 'SERVICE_END_NOT_RECORDED')
      .map(({ rule, message }) => [rule, message]);

  it('F10: is to be ended, and no notice is running by which it would', () => {
    expect(inService(closed, '2009-06-30')).toEqual([]);
    expect(inService(closed, '2009-07-01')).toEqual([
      [
        'F10',
        'The practice closed on 2009-06-30, and no end of the service of E1 is on record: record its end.',
      ],
      [
        'F10',
        'The practice closed on 2009-06-30, and no end of the service of V1 is on record: record its end.',
      ],
    ]);
    const ended = closed.and(
      command('end-source-service', { effectiveDate: '2009-07-31', instanceId: 'V1' }),
      command('end-source-service', { effectiveDate: '2009-06-30', instanceId: 'E1' }),
    );
    expect(inService(ended, '2009-07-01')).toEqual([]);
  });

  it('F10: is left to the notice that was given', () => {
    const runningOut = noticed.and(command('close-practice', { effectiveDate: '2009-05-31' }));
    expect(inService(runningOut, '2009-06-01')).toEqual([
      [
        'F10',
        'The practice closed on 2009-05-31, and no end of the service of V1 is on record: record its end.',
      ],
    ]);
  });

  it('F10: is taken over with the practice by its successor', () => {
    expect(inService(live.and(into('A00002')), '2009-07-01')).toEqual([]);
  });

  it('F10: needs no notice, which counts from a go-live: the refusal says to record its end', () => {
    const { decision } = closed.when('give-notice', {
      effectiveDate: '2009-07-06',
      instanceId: 'V1',
      method: 'Letter',
    }).decided;
    expect(decision).toMatchObject({
      refusal: {
        code: 'GO_LIVE_MISSING',
        remedy:
          'Declare go-live first (S37); where the practice has closed, record the last day of service with end-source-service (F10).',
      },
    });
  });
});

describe('F10: a practice merges into another', () => {
  it('F10: it closes, and names its successor', () => {
    live
      .when('merge-practice', { ...last, into: 'A00002' }, national)
      .thenEvents([{ type: 'PracticesMerged', payload: { into: 'A00002' } }, { type: 'PracticeClosed' }]);
    const merged = live.and(into('A00002'));
    expect(on(merged.state, '2009-07-01')).toMatchObject({
      state: 'CLOSED',
      successors: [{ kind: 'MERGER', into: ['A00002'], on: '2009-06-30', rule: 'F10' }],
    });
    merged.when('merge-practice', { ...last, into: 'A00003' }).thenRefused('PRACTICE_ALREADY_SUCCEEDED');
    live.when('merge-practice', { ...last, into: 'A00001' }).thenRefused('SUCCEEDED_BY_ITSELF');
  });
  it('F10: a closure that is on record for that day is not told again; one of another day stands', () => {
    const closed = live.and(command('close-practice', last));
    closed.when('merge-practice', { ...last, into: 'A00002' }).thenEvents([{ type: 'PracticesMerged' }]);
    closed
      .when('merge-practice', { effectiveDate: '2009-07-31', into: 'A00002' })
      .thenRefused('PRACTICE_ALREADY_CLOSED');
  });
  it('F10, R13: merged so already, it adds nothing; in another way, or on another day, it is refused', () => {
    const merged = live.and(into('A00002'));
    merged.when('close-practice', last, national).thenNothing();
    merged.when('merge-practice', { ...last, into: 'A00002' }, importer).thenNothing();
    merged
      .when('merge-practice', { effectiveDate: '2009-07-01', into: 'A00002' })
      .thenRefused('PRACTICE_ALREADY_SUCCEEDED');
    merged.when('split-practice', { ...last, into: ['A00002'] }).thenRefused('PRACTICE_ALREADY_SUCCEEDED');
  });
  const release = {
    effectiveDate: '2009-04-01',
    instanceId: 'V1',
    version: '3.1',
  };
  const after = '2009-07-03T12:00:00.000Z';
  it('F10, I2: from the day after, the successor practice acts on its behalf, and no other practice', () => {
    const merged = live.and(into('A00002'));
    const late = { ...release, reason: 'Found in the papers' };
    const { decided } = merged.when('upgrade-system', late, otherPractice, after);
    expect(decided.decision).toMatchObject({
      kind: 'accepted',
      actor: { org: 'A00002', onBehalfOf: 'A00001' },
    });
    merged
      .when('upgrade-system', late, { ...otherPractice, org: 'A00003' }, after)
      .thenRefused('NOT_YOUR_PRACTICE');
    merged
      .when('upgrade-system', late, otherPractice, '2009-06-30T12:00:00.000Z')
      .thenRefused('NOT_YOUR_PRACTICE');
  });
  it('F10: and not it itself any more, for any day; closed without a successor, it tells still what happened by then', () => {
    const late = { ...release, reason: 'Found in the papers' };
    const merged = live.and(into('A00002'));
    expect(merged.when('upgrade-system', late, reed, after).decided.decision).toMatchObject({
      refusal: {
        code: 'NOT_YOUR_PRACTICE',
        because: 'Practice A00001 is not its own any more: what is left to do falls to A00002.',
      },
    });
    merged
      .when('upgrade-system', late, reed, '2009-06-30T12:00:00.000Z')
      .thenEvents([{ type: 'SystemUpgraded' }]);
    live
      .and(command('close-practice', last))
      .when('upgrade-system', late, reed, after)
      .thenEvents([{ type: 'SystemUpgraded' }]);
  });
  it('F10: what is its commissioner’s stays its last commissioner’s, whose membership ended with it', () => {
    const { state } = noticed.and(command('close-practice', { effectiveDate: '2009-05-31' }));
    const ended = state.commissioners.map((one) => ({ ...one, left: '2009-05-31', until: '2009-05-31' }));
    const scope = { ods: 'A00001', on: '2009-06-20', today: '2009-06-20', reference };
    const authority = (by: typeof patel, closedOn: string | null) =>
      authorityFor(by, 'end-source-service', ['PCT'], { ...state, commissioners: ended, closedOn }, scope);
    expect(authority(patel, '2009-05-31')).toEqual({ kind: 'actor', actor: patel });
    expect(authority(otherPct, '2009-05-31')).toMatchObject({ refusal: { code: 'NOT_YOUR_PRACTICE' } });
    expect(authority(patel, null)).toMatchObject({ refusal: { code: 'NOT_YOUR_PRACTICE' } });
  });
});

describe('F10: a practice splits', () => {
  const split = (...ods: readonly string[]) => ({ ...last, into: [...ods] });
  it('F10: it closes where it is not itself among the practices that come of it', () => {
    live
      .when('split-practice', split('A00002', 'A00003'), national)
      .thenEvents([{ type: 'PracticeSplit' }, { type: 'PracticeClosed' }]);
    live
      .when('split-practice', split('A00001', 'A00002'), national)
      .thenEvents([{ type: 'PracticeSplit', payload: { into: ['A00001', 'A00002'] } }]);
    const goesOn = live.and(command('split-practice', split('A00001', 'A00002')));
    expect(on(goesOn.state, '2009-07-01')?.closed).toBeNull();
    goesOn
      .when(
        'upgrade-system',
        { effectiveDate: '2009-07-01', instanceId: 'V1', version: '3.1' },
        otherPractice,
      )
      .thenRefused('NOT_YOUR_PRACTICE');
  });
  it('F10: into others, each once', () => {
    live.when('split-practice', split('A00001'), national).thenRefused('SUCCEEDED_BY_ITSELF');
    live.when('split-practice', split('A00002', 'A00002'), national).thenRefused('ROWS_TWICE');
    live
      .and(command('split-practice', split('A00002', 'A00003')))
      .when('split-practice', split('A00003', 'A00002'))
      .thenNothing();
  });
});

describe('F10: the successor takes over', () => {
  const takeOver = { effectiveDate: '2009-07-01', predecessor: 'A00002', kind: 'MERGER' } as const;
  const merged = {
    effectiveDate: '2009-07-01',
    instanceId: 'M1',
    productId: 'EMIS.EMIS-PCS',
    level: 2,
    contract: 'GPSOC',
    hosting: 'LOCAL_SERVER',
    chooseAndBook: true,
    etp: true,
  } as const;
  const instances = [{ instanceId: 'M1', predecessorInstanceId: 'E1' }];
  it('F10: its own file names the predecessor, and which of its systems is which', () => {
    const registered = live.and(command('register-instance', merged));
    const { state } = registered.and(command('take-over-practice', { ...takeOver, instances }));
    expect(on(state, '2009-07-01')?.predecessors).toMatchObject([
      { ods: 'A00002', kind: 'MERGER', from: '2009-07-01', instances, rule: 'F10' },
    ]);
    live.when('take-over-practice', { ...takeOver, instances }, national).thenRefused('INSTANCE_UNKNOWN');
    live
      .when('take-over-practice', { ...takeOver, predecessor: 'A00001' }, national)
      .thenRefused('SUCCEEDED_BY_ITSELF');
    registered
      .and(command('take-over-practice', takeOver))
      .when('take-over-practice', { ...takeOver, kind: 'SPLIT' })
      .thenRefused('TAKEN_OVER_ALREADY');
  });
  it('F10, R13: taken over so already, it adds nothing: by day, kind and systems', () => {
    const registered = live.and(command('register-instance', merged));
    const bare = registered.and(
      command('take-over-practice', { ...takeOver, predecessor: 'A00003' }),
      command('take-over-practice', takeOver),
    );
    const withSystem = registered.and(command('take-over-practice', { ...takeOver, instances }));
    const again = { ...takeOver, reason: 'Told again' };
    bare.when('take-over-practice', again, importer).thenNothing();
    bare.when('take-over-practice', { ...again, instances: [] }, national).thenNothing();
    withSystem.when('take-over-practice', { ...again, instances }, national).thenNothing();
    for (const [before, other] of [
      [bare, { ...again, instances }],
      [bare, { ...again, effectiveDate: '2009-07-02' }],
      [bare, { ...again, kind: 'SPLIT' }],
      [withSystem, again],
    ] as const)
      before.when('take-over-practice', other, national).thenRefused('TAKEN_OVER_ALREADY');
  });
  it('F10: the first of its systems that is not on file is named', () =>
    expect(
      live.when('take-over-practice', {
        ...takeOver,
        instances: ['X8', 'X9'].map((instanceId) => ({ instanceId, predecessorInstanceId: instanceId })),
      }).decided.decision,
    ).toMatchObject({ refusal: { because: expect.stringContaining('X8') } }));
  it('F10, S26: a merged-in system becomes a source of its own, with an audit trail of its own', () => {
    const { state } = given(...workedUntil('serviceEnded')).and(
      command('register-instance', { ...merged, effectiveDate: '2009-09-01' }),
      command('take-over-practice', { ...takeOver, effectiveDate: '2009-09-01', instances }),
      command('request-migration', {
        effectiveDate: '2009-09-02',
        sourceInstanceId: 'M1',
        reasons: ['One system for both'],
        reason: 'Merger',
      }),
    );
    expect(on(state, '2009-09-02')?.migration).toMatchObject({
      sourceInstanceId: 'M1',
      auditAccess: 'NOT_CHOSEN',
    });
    expect(state.migrations.map(({ migrationId }) => migrationId)).toContain(workedMigrationId);
    expect(inReference(reference, ...workedUntil('serviceEnded')).state.takenOver).toEqual([]);
  });
});
