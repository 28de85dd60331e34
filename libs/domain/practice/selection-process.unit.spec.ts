import { command, confirmed, given } from '#testing/decisions.js';
import { idOf, moss, patel, reed, reference } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { practiceAnswer } from './answer.js';
import { selectionOn } from './selection-view.js';
import type { PracticeState } from './state.js';

const candidates = ['INPS.VISION-3', 'Microtest.EVOLUTION'];
const start = { effectiveDate: '2009-01-05', candidates };
const prescribing = { criterion: 'Prescribing', weight: 60, score: 80 };
const appointments = { criterion: 'Appointments', weight: 40, score: 70 };
const score = {
  effectiveDate: '2009-01-07',
  candidate: 'INPS.VISION-3',
  scores: [prescribing, appointments],
};
const completion = { effectiveDate: '2009-01-09', winner: 'INPS.VISION-3' };
const failure = { effectiveDate: '2009-01-09', reasons: ['No system links to the dispensary'] };

const agreed = given(...workedUntil('agreed'));
const started = agreed.and(command('start-selection', start));
const scored = started.and(
  command('score-candidate', score, reed),
  command('score-candidate', { ...score, scores: [{ ...prescribing, score: 55 }] }, patel),
);
const failed = scored.and(confirmed(command('fail-selection', failure, patel), reed));

const migrationOn = (state: PracticeState, on: string) =>
  practiceAnswer(state, reference, on, true)?.migration;

describe('start-selection', () => {
  it('S16: practice or PCT starts it with its candidates', () => {
    for (const by of [reed, patel])
      agreed
        .when('start-selection', start, by)
        .thenEvents([{ type: 'SelectionStarted', payload: { candidates } }]);
    agreed.when('start-selection', start, moss).thenRefused('ROLE_NOT_ALLOWED');
  });
  it('S15: once the PCT has agreed', () =>
    given(...workedUntil('submitted'))
      .when('start-selection', start)
      .thenRefused('CHANGE_NOT_AGREED'));
  it('S2, A15: its candidates are listed, and not the product in use', () => {
    agreed
      .when('start-selection', { ...start, candidates: ['INPS.VISION-3', 'TPP.SYSTMONE'] })
      .thenRefused('PRODUCT_NOT_LISTED');
    const { decision } = agreed.when('start-selection', {
      ...start,
      candidates: ['INPS.VISION-3', 'TPP.SYSTMONE', 'EMIS.EMIS-WEB'],
    }).decided;
    expect(decision).toMatchObject({
      refusal: { because: 'The product TPP.SYSTMONE is not on the register of systems on 2009-01-05.' },
    });
    agreed
      .when('start-selection', { ...start, candidates: ['INPS.VISION-3', 'EMIS.EMIS-LV'] })
      .thenRefused('SAME_PRODUCT');
  });
  it('S16: names each candidate once', () =>
    expect(() =>
      agreed.when('start-selection', { ...start, candidates: ['INPS.VISION-3', 'INPS.VISION-3'] }),
    ).toThrow('each candidate once'));
  it('S16: is told with what has not come yet as null', () =>
    expect(selectionOn(started.state.migrations[0]!, '2009-01-05')).toStrictEqual({
      status: 'UNDER_WAY',
      startedOn: '2009-01-05',
      candidates,
      scores: [],
      winner: null,
      reasons: [],
      endedOn: null,
      rule: 'S16',
      events: [idOf(11)],
    }));
  it('S16: one at a time', () =>
    started
      .when('start-selection', { ...start, effectiveDate: '2009-01-06' }, patel)
      .thenRefused('SELECTION_UNDER_WAY'));
  it('F2: after a failure it starts anew, with a list and scores of its own', () => {
    const again = { effectiveDate: '2009-01-12', candidates: ['EMIS.EMIS-PCS'] };
    failed.when('start-selection', again).thenEvents([{ type: 'SelectionStarted', payload: again }]);
    const { state } = failed.and(command('start-selection', again));
    expect(migrationOn(state, '2009-01-12')).toMatchObject({
      delivery: 'SELECTING',
      selection: { status: 'UNDER_WAY', candidates: ['EMIS.EMIS-PCS'], scores: [] },
    });
    const other = { ...score, effectiveDate: '2009-01-13', candidate: 'EMIS.EMIS-PCS' };
    const scoredAgain = failed.and(command('start-selection', again), command('score-candidate', other));
    expect(migrationOn(scoredAgain.state, '2009-01-11')?.selection).toMatchObject({
      status: 'FAILED',
      candidates,
      reasons: failure.reasons,
    });
    expect(migrationOn(scoredAgain.state, '2009-01-13')?.selection).toMatchObject({
      scores: [{ candidate: 'EMIS.EMIS-PCS' }],
    });
  });
  it('R13, F2: the very list that failed may be started again', () =>
    failed
      .when('start-selection', { ...start, reason: 'New version' }, reed, '2009-01-19T12:00:00.000Z')
      .thenEvents([{ type: 'SelectionStarted' }]));
});

describe('score-candidate', () => {
  it('S16: practice and PCT score each for its organisation, by the weights of the criteria', () => {
    started.when('score-candidate', score, reed).thenEvents([
      {
        type: 'CandidateScored',
        payload: { by: 'PR', org: 'A00001', weightedScore: 76, scores: score.scores },
      },
    ]);
    started
      .when('score-candidate', score, patel)
      .thenEvents([{ type: 'CandidateScored', payload: { by: 'PCT', org: '5ZZ' } }]);
  });
  it('S16: the mean is rounded half up to hundredths', () => {
    const third = [
      { criterion: 'Prescribing', weight: 2, score: 50 },
      { criterion: 'Appointments', weight: 1, score: 51 },
    ];
    started
      .when('score-candidate', { ...score, scores: third })
      .thenEvents([{ type: 'CandidateScored', payload: { weightedScore: 50.33 } }]);
  });
  it('S16: a later score of the same organisation for the same candidate replaces its earlier one', () => {
    const better = { ...score, effectiveDate: '2009-01-08', scores: [{ ...prescribing, score: 90 }] };
    const { state } = scored.and(command('score-candidate', better, reed));
    const told = (on: string) =>
      migrationOn(state, on)?.selection?.scores.map(({ by, weightedScore }) => [by, weightedScore]);
    expect(told('2009-01-06')).toEqual([]);
    expect(told('2009-01-07')).toEqual([
      ['PR', 76],
      ['PCT', 55],
    ]);
    expect(told('2009-01-08')).toEqual([
      ['PR', 90],
      ['PCT', 55],
    ]);
  });
  it('S16: on the day of the start itself, and with what stood before the last score too', () => {
    started
      .when('score-candidate', { ...score, effectiveDate: '2009-01-05' }, reed)
      .thenEvents([{ type: 'CandidateScored' }]);
    const changed = { ...score, scores: [{ ...prescribing, score: 90 }] };
    scored
      .and(command('score-candidate', changed, reed))
      .when('score-candidate', score, reed)
      .thenEvents([{ type: 'CandidateScored', payload: { weightedScore: 76 } }]);
  });
  it('R13: scored so already, also behind another candidate’s score, adds nothing', () => {
    const other = command('score-candidate', { ...score, candidate: 'Microtest.EVOLUTION' }, reed);
    scored.and(other).when('score-candidate', score, reed).thenNothing();
  });
  it('S16: only a candidate, of a selection that was started by then', () => {
    started.when('score-candidate', { ...score, candidate: 'EMIS.EMIS-PCS' }).thenRefused('NOT_A_CANDIDATE');
    agreed.when('score-candidate', score).thenRefused('SELECTION_NOT_STARTED');
    started
      .when('score-candidate', { ...score, effectiveDate: '2009-01-04' })
      .thenRefused('SELECTION_NOT_STARTED');
    failed
      .when('score-candidate', { ...score, effectiveDate: '2009-01-10' })
      .thenRefused('SELECTION_NOT_STARTED');
  });
  it('S16: names each criterion once', () =>
    expect(() => started.when('score-candidate', { ...score, scores: [prescribing, prescribing] })).toThrow(
      'each criterion once',
    ));
});

describe('complete-selection, of a selection that was started', () => {
  it('S16, I4: tells its candidates, both organisations and what each scored', () => {
    const { state } = scored.and(confirmed(command('complete-selection', completion, patel), reed));
    expect(state.migrations[0]?.selection).toMatchObject({
      winner: 'INPS.VISION-3',
      candidates,
      participants: ['5ZZ', 'A00001'],
      scores: [
        { candidate: 'INPS.VISION-3', by: 'PR', org: 'A00001', weightedScore: 76 },
        { candidate: 'INPS.VISION-3', by: 'PCT', org: '5ZZ', weightedScore: 55 },
      ],
    });
    expect(migrationOn(state, '2009-01-09')?.selection).toMatchObject({
      status: 'COMPLETED',
      startedOn: '2009-01-05',
      endedOn: '2009-01-09',
      winner: 'INPS.VISION-3',
      rule: 'S16',
      events: [idOf(11), idOf(12), idOf(13), idOf(15)],
    });
    expect(migrationOn(state, '2009-01-08')?.selection).toMatchObject({ status: 'UNDER_WAY', winner: null });
  });
  it('S16: the scores are told candidate by candidate, with what was said of each; none where nobody scored', () => {
    const evolution = { ...score, candidate: 'Microtest.EVOLUTION', scores: [{ ...prescribing, score: 60 }] };
    const of = (practice: typeof started) =>
      practice.and(confirmed(command('complete-selection', completion, patel), reed)).state.migrations[0]
        ?.selection;
    const first = started.and(command('score-candidate', { ...evolution, comment: 'No recall' }, reed));
    expect(of(first)?.scores).toEqual([
      {
        candidate: 'Microtest.EVOLUTION',
        by: 'PR',
        org: 'A00001',
        scores: [{ ...prescribing, score: 60 }],
        weightedScore: 60,
        comment: 'No recall',
      },
    ]);
    const both = first.and(command('score-candidate', score, reed));
    expect(of(both)?.scores).toEqual([
      {
        candidate: 'INPS.VISION-3',
        by: 'PR',
        org: 'A00001',
        scores: score.scores,
        weightedScore: 76,
      },
      expect.objectContaining({ candidate: 'Microtest.EVOLUTION', weightedScore: 60 }),
    ]);
    expect(of(started)).toBeDefined();
    expect(of(started)).not.toHaveProperty('scores');
  });
  it('S16: once it is completed nothing is scored, and it may be started again', () => {
    const completed = scored.and(confirmed(command('complete-selection', completion, patel), reed));
    completed
      .when('score-candidate', { ...score, effectiveDate: '2009-01-10' }, reed)
      .thenRefused('SELECTION_NOT_STARTED');
    completed
      .when('start-selection', { ...start, effectiveDate: '2009-01-10' })
      .thenEvents([{ type: 'SelectionStarted' }]);
  });
  it('S16: candidates that are sent are its own, in any order', () => {
    scored
      .when('complete-selection', { ...completion, candidates: [...candidates].reverse() }, patel)
      .thenProposed('PR');
    scored
      .when('complete-selection', { ...completion, candidates: ['INPS.VISION-3'] }, patel)
      .thenRefused('CANDIDATES_DIFFER');
    scored
      .when('complete-selection', { ...completion, winner: 'EMIS.EMIS-PCS' }, patel)
      .thenRefused('WINNER_NOT_A_CANDIDATE');
  });
  it('S16: not before its start', () =>
    scored
      .when('complete-selection', { ...completion, effectiveDate: '2009-01-04', reason: 'Found late' }, patel)
      .thenRefused('SELECTION_NOT_STARTED'));
  it('S16: without a start and a list there is no candidate', () =>
    agreed.when('complete-selection', completion, patel).thenRefused('WINNER_NOT_A_CANDIDATE'));
  it('R13: completed so already, its candidates left out, adds nothing', () =>
    scored
      .and(confirmed(command('complete-selection', completion, patel), reed))
      .when('complete-selection', completion, reed)
      .thenNothing());
});

describe('fail-selection', () => {
  it('F2, R2: practice and PCT together, with the reasons, the candidates and their scores', () => {
    scored.when('fail-selection', failure, patel).thenProposed('PR');
    scored.when('fail-selection', failure, reed).thenProposed('PCT');
    scored
      .and(command('fail-selection', failure, patel))
      .whenConfirmed(reed, '2009-01-09T12:10:00.000Z')
      .thenEvents([
        {
          type: 'SelectionFailed',
          payload: {
            reasons: failure.reasons,
            candidates,
            participants: ['5ZZ', 'A00001'],
            scores: [{ by: 'PR' }, { by: 'PCT' }],
          },
        },
      ]);
  });
  it('F2: a start is not needed, but the PCT’s agreement is', () => {
    agreed.when('fail-selection', failure, reed).thenProposed('PCT');
    const { state } = agreed.and(confirmed(command('fail-selection', failure, patel), reed));
    expect(migrationOn(state, '2009-01-09')?.selection).toMatchObject({
      status: 'FAILED',
      startedOn: null,
      candidates: [],
      endedOn: '2009-01-09',
    });
    given(...workedUntil('submitted'))
      .when('fail-selection', failure)
      .thenRefused('CHANGE_NOT_AGREED');
  });
  it('F2: not before the start, nor once a system is selected', () => {
    scored
      .when('fail-selection', { ...failure, effectiveDate: '2009-01-04', reason: 'Found late' })
      .thenRefused('SELECTION_NOT_STARTED');
    given(...workedUntil('selected'))
      .when('fail-selection', { ...failure, effectiveDate: '2009-01-19' })
      .thenRefused('SYSTEM_ALREADY_SELECTED');
  });
  it('F2, I4: what had won before is not selected any more', () => {
    const { state } = given(...workedUntil('selectionCompleted')).and(
      confirmed(command('fail-selection', { ...failure, effectiveDate: '2009-01-12' }, patel), reed),
    );
    expect(migrationOn(state, '2009-01-09')?.selection).toMatchObject({
      status: 'COMPLETED',
      startedOn: null,
      winner: 'INPS.VISION-3',
    });
    expect(migrationOn(state, '2009-01-12')?.selection).toMatchObject({ status: 'FAILED', winner: null });
    failed
      .when('select-system', { effectiveDate: '2009-01-16', productId: 'INPS.VISION-3', kind: 'FRAMEWORK' })
      .thenRefused('SELECTION_MISSING');
  });
  it('F2: the change stays agreed, and it is told that no system is suitable until the next start', () => {
    const { migration, findings } = practiceAnswer(failed.state, reference, '2009-01-09', true) ?? {};
    expect(migration).toMatchObject({
      decision: 'AGREED',
      delivery: 'NO_SUITABLE_SYSTEM',
      selection: { status: 'FAILED', reasons: failure.reasons, rule: 'F2' },
    });
    expect(findings).toContainEqual({
      code: 'NO_SUITABLE_SYSTEM',
      rule: 'F2',
      message:
        'No suitable system was found on 2009-01-09: start the selection again with other candidates, select the LSP solution, or abandon the migration.',
      events: [idOf(11), idOf(12), idOf(13), idOf(15)],
    });
    expect(migrationOn(failed.state, '2009-01-08')?.delivery).toBe('SELECTING');
  });
  it('F2, A14: the LSP solution may be selected instead', () => {
    const { state } = failed.and(
      confirmed(
        command('select-system', { effectiveDate: '2009-01-16', productId: 'TPP.SYSTMONE', kind: 'LSP' }),
        patel,
      ),
    );
    const answer = practiceAnswer(state, reference, '2009-01-16', true);
    expect(answer?.migration?.delivery).toBe('SELECTED');
    expect(answer?.findings.map(({ code }) => code)).not.toContain('NO_SUITABLE_SYSTEM');
  });
  it('F2, I1: to retain is refused while the migration is open, and the remedy names abandoning it', () => {
    const outcome = failed.when('retain-system', { effectiveDate: '2009-01-12', instanceId: 'E1' });
    outcome.thenRefused('MIGRATION_OPEN');
    expect(outcome.decided.decision).toMatchObject({
      refusal: { remedy: expect.stringContaining('be abandoned') },
    });
  });
  it('R13: failed so already, on the other party’s asking, adds nothing', () =>
    failed.when('fail-selection', failure, reed).thenNothing());
});
