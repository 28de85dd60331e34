import { command, confirmed, given, type Given } from '#testing/decisions.js';
import { cole, hart, idOf, moss, national, patel, reed, reference } from '#testing/fixture.js';
import { secondMigration, workedMigrationId, workedUntil } from '#testing/worked-data-set.js';
import { findings } from './findings/index.js';
import { migrationView } from './migration-view.js';

/** Raised after the order of W, by its 19th command. */
const problemId = idOf(19);
const raising = { effectiveDate: '2009-02-16', problem: 'No answer to the request for an extract' };
const escalating = { effectiveDate: '2009-02-23', problemId };
const resolving = { effectiveDate: '2009-03-02', problemId, resolution: 'The extract arrived' };
const ordered = given(...workedUntil('ordered'));
const raised = ordered.and(command('raise-data-access-problem', raising, reed));
const escalated = raised.and(command('escalate-data-access-problem', escalating, patel));
const resolved = escalated.and(command('resolve-data-access-problem', resolving, national));
const stranger = { ...moss, org: 'Microtest' };
const view = ({ state }: Given, on: string) => migrationView(state, reference, on);
const told = ({ state }: Given, on: string) =>
  findings(state, reference, on).find(({ code }) => code === 'DATA_ACCESS_PROBLEM');

describe('raise-data-access-problem', () => {
  it('S23: by the practice, the PCT or a supplier of the migration, and is known by its event', () => {
    for (const by of [reed, patel, hart, moss])
      ordered.when('raise-data-access-problem', raising, by).thenEvents([
        {
          type: 'DataAccessProblemRaised',
          payload: { migrationId: workedMigrationId, instanceId: 'E1', problem: raising.problem },
        },
      ]);
    ordered.when('raise-data-access-problem', raising, stranger).thenRefused('NOT_YOUR_SYSTEM');
    ordered.when('raise-data-access-problem', raising, national).thenRefused('ROLE_NOT_ALLOWED');
  });
  it.each(['requested', 'agreed', 'selected', 'planned', 'ordered', 'extracted'] as const)(
    'S23, F4: from any state before go-live: %s',
    (milestone) =>
      given(...workedUntil(milestone))
        .when('raise-data-access-problem', { ...raising, effectiveDate: '2009-03-10' }, reed)
        .thenEvents([{ type: 'DataAccessProblemRaised' }]),
  );
  it('S37: not without an open migration', () => {
    given(...workedUntil('contacted'))
      .when('raise-data-access-problem', raising, reed)
      .thenRefused('MIGRATION_NOT_OPEN');
    given(...workedUntil('live'))
      .when('raise-data-access-problem', { ...raising, effectiveDate: '2009-03-16' }, reed)
      .thenRefused('MIGRATION_NOT_OPEN');
    const early = { ...raising, effectiveDate: '2008-11-09', reason: 'Found late' };
    ordered.when('raise-data-access-problem', early, moss).thenRefused('MIGRATION_NOT_OPEN');
    ordered.when('raise-data-access-problem', early, stranger).thenRefused('NOT_YOUR_SYSTEM');
  });
  it('S23, F7: of one whose go-live was retracted, on the days of that go-live too', () => {
    const retraction = {
      effectiveDate: '2009-04-02',
      targetEventId: idOf(25),
      reason: 'Declared by mistake',
    };
    given(...workedUntil('live'))
      .and(confirmed(command('retract-go-live', retraction, patel), cole))
      .when(
        'raise-data-access-problem',
        { ...raising, effectiveDate: '2009-03-20', reason: 'Found late' },
        reed,
        '2009-04-03T12:00:00.000Z',
      )
      .thenEvents([{ type: 'DataAccessProblemRaised', payload: { migrationId: workedMigrationId } }]);
  });
  it('S23, R10: one that arose before go-live is told after it, of the migration that was open on its day', () => {
    const live = given(...workedUntil('live'));
    const late = { ...raising, effectiveDate: '2009-03-10', reason: 'Found late' };
    const told = { migrationId: workedMigrationId, instanceId: 'E1', effectiveDate: '2009-03-10' };
    const then = '2009-03-20T12:00:00.000Z';
    for (const by of [reed, moss])
      live
        .when('raise-data-access-problem', late, by, then)
        .thenEvents([{ type: 'DataAccessProblemRaised', payload: told }]);
    live.when('raise-data-access-problem', late, stranger, then).thenRefused('NOT_YOUR_SYSTEM');
    live
      .and(...secondMigration('2009-05-19').slice(0, 2))
      .when('raise-data-access-problem', late, moss, '2009-05-20T12:00:00.000Z')
      .thenEvents([{ type: 'DataAccessProblemRaised', payload: told }]);
    live
      .when('raise-data-access-problem', { ...late, effectiveDate: '2009-03-11' }, reed, then)
      .thenRefused('MIGRATION_NOT_OPEN');
  });
  it('R13: the same once more is the same problem, even when another is resolved; solved, it is raised anew', () => {
    const two = raised.and(command('raise-data-access-problem', { ...raising, problem: 'Illegible' }, reed));
    const other = { ...resolving, problemId: idOf(20) };
    two
      .and(command('resolve-data-access-problem', other, reed))
      .when('raise-data-access-problem', raising, reed)
      .thenNothing();
    two
      .and(command('resolve-data-access-problem', other, reed))
      .when('raise-data-access-problem', { ...raising, problem: 'Illegible' }, reed)
      .thenEvents([{ type: 'DataAccessProblemRaised' }]);
  });
});

describe('F4: a problem is tracked to its closure', () => {
  it('F4: put to the national team by any of them, once', () => {
    for (const by of [reed, patel, hart, moss])
      raised
        .when('escalate-data-access-problem', escalating, by)
        .thenEvents([{ type: 'DataAccessProblemEscalated', payload: { problemId, instanceId: 'E1' } }]);
    raised.when('escalate-data-access-problem', escalating, stranger).thenRefused('NOT_YOUR_SYSTEM');
    raised
      .when('escalate-data-access-problem', { ...escalating, problemId: idOf(18) }, reed)
      .thenRefused('PROBLEM_UNKNOWN');
    raised
      .when('escalate-data-access-problem', { ...escalating, effectiveDate: '2009-02-15' }, reed)
      .thenRefused('DATE_ORDER');
    escalated
      .when('escalate-data-access-problem', { ...escalating, effectiveDate: '2009-02-24' }, reed)
      .thenRefused('PROBLEM_ALREADY_ESCALATED');
  });
  it('F4: resolved by who raised it, or by the national team, which alone resolves what was put to it', () => {
    for (const by of [reed, national])
      raised
        .when('resolve-data-access-problem', resolving, by)
        .thenEvents([{ type: 'DataAccessProblemResolved', payload: { resolution: 'The extract arrived' } }]);
    raised.when('resolve-data-access-problem', resolving, patel).thenRefused('PROBLEM_NOT_YOURS');
    escalated.when('resolve-data-access-problem', resolving, reed).thenRefused('PROBLEM_NOT_YOURS');
    escalated
      .when('resolve-data-access-problem', { ...resolving, effectiveDate: '2009-02-22' }, national)
      .thenRefused('DATE_ORDER');
    resolved
      .when('resolve-data-access-problem', { ...resolving, resolution: 'Otherwise' }, national)
      .thenRefused('PROBLEM_ALREADY_RESOLVED');
    resolved
      .when('escalate-data-access-problem', { ...escalating, effectiveDate: '2009-03-03' }, reed)
      .thenRefused('PROBLEM_ALREADY_RESOLVED');
  });
  it('F4: on the day that it was raised, or put to the national team, at the earliest', () => {
    const because = (outcome: ReturnType<Given['when']>) => outcome.decided.decision;
    raised
      .when('escalate-data-access-problem', { ...escalating, effectiveDate: '2009-02-16' }, reed)
      .thenEvents([{ type: 'DataAccessProblemEscalated' }]);
    escalated
      .when('resolve-data-access-problem', { ...resolving, effectiveDate: '2009-02-23' }, national)
      .thenEvents([{ type: 'DataAccessProblemResolved' }]);
    expect(
      because(
        raised.when('resolve-data-access-problem', { ...resolving, effectiveDate: '2009-02-15' }, reed),
      ),
    ).toMatchObject({ refusal: { because: 'The problem was raised on 2009-02-16, after 2009-02-15.' } });
    expect(
      because(
        escalated.when(
          'resolve-data-access-problem',
          { ...resolving, effectiveDate: '2009-02-22' },
          national,
        ),
      ),
    ).toMatchObject({ refusal: { because: 'The problem was escalated on 2009-02-23, after 2009-02-22.' } });
    expect(view(raised, '2009-02-16')?.flags).toContain('DATA_ACCESS_PROBLEM');
  });
  it('S23, R13: one supplier’s problem is not the other’s, in the same words', () => {
    const byInps = ordered.and(command('raise-data-access-problem', raising, moss));
    byInps.when('raise-data-access-problem', raising, moss).thenNothing();
    byInps.when('raise-data-access-problem', raising, hart).thenEvents([{ type: 'DataAccessProblemRaised' }]);
    byInps.when('resolve-data-access-problem', resolving, hart).thenRefused('PROBLEM_NOT_YOURS');
    byInps
      .when('resolve-data-access-problem', resolving, moss)
      .thenEvents([{ type: 'DataAccessProblemResolved' }]);
  });
  it('F4, C2: flags the migration and is a finding while it is open', () => {
    expect(view(ordered, '2009-02-16')?.flags).not.toContain('DATA_ACCESS_PROBLEM');
    expect(view(resolved, '2009-02-15')?.flags).not.toContain('DATA_ACCESS_PROBLEM');
    expect(view(resolved, '2009-03-01')?.flags).toContain('DATA_ACCESS_PROBLEM');
    expect(view(resolved, '2009-03-02')?.flags).not.toContain('DATA_ACCESS_PROBLEM');
    expect(view(resolved, '2009-03-02')?.dataAccessProblems).toEqual([
      {
        problemId,
        problem: 'No answer to the request for an extract',
        raisedOn: '2009-02-16',
        raisedBy: 'A00001',
        escalatedOn: '2009-02-23',
        resolvedOn: '2009-03-02',
        rule: 'S23',
        events: [idOf(19), idOf(20), idOf(21)],
      },
    ]);
    expect(told(resolved, '2009-02-17')).toMatchObject({
      rule: 'S23',
      instanceId: 'E1',
      message:
        'The problem with obtaining data that A00001 raised on 2009-02-16 is open for 1 day, not put to the national team.',
    });
    expect(told(resolved, '2009-02-25')?.message).toBe(
      'The problem with obtaining data that A00001 raised on 2009-02-16 is open for 9 days, with the national team since 2009-02-23.',
    );
    expect(told(resolved, '2009-03-02')).toBeUndefined();
  });
  it('F4, I6: stands in the way of no go-live, and may be resolved after it', () => {
    const live = given(
      ...workedUntil('extracted'),
      command('raise-data-access-problem', { ...raising, effectiveDate: '2009-03-10' }, reed),
    ).and(command('declare-go-live', { effectiveDate: '2009-03-11', targetInstanceId: 'V1' }, reed));
    expect(view(live, '2009-03-11')?.flags).toContain('DATA_ACCESS_PROBLEM');
    live
      .when(
        'resolve-data-access-problem',
        { ...resolving, effectiveDate: '2009-03-16', problemId: idOf(25) },
        reed,
      )
      .thenEvents([{ type: 'DataAccessProblemResolved' }]);
  });
  it('F4, F5: outlives the migration as a case, but not as its flag', () => {
    const abandoned = escalated.and(
      confirmed(command('abandon-migration', { effectiveDate: '2009-02-27', cause: 'No data' }, reed), patel),
    );
    expect(view(abandoned, '2009-02-27')?.flags).not.toContain('DATA_ACCESS_PROBLEM');
    expect(told(abandoned, '2009-02-27')).toBeDefined();
    abandoned
      .when('resolve-data-access-problem', resolving, national)
      .thenEvents([{ type: 'DataAccessProblemResolved' }]);
  });
});
