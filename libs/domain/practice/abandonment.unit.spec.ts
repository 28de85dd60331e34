import { command, confirmed, given, type Given } from '#testing/decisions.js';
import { idOf, patel, reed, reference } from '#testing/fixture.js';
import { decideConfirmation } from '#testing/practice-history.js';
import { workedMigrationId, workedUntil, type Milestone } from '#testing/worked-data-set.js';
import { practiceAnswer } from './answer.js';
import { practiceStateIntervals } from './practice-states.js';

const abandonOn = (effectiveDate: string) => ({ effectiveDate, cause: 'The supplier withdrew its offer' });
const abandon = (effectiveDate: string) =>
  confirmed(command('abandon-migration', abandonOn(effectiveDate), reed), patel);
const answer = ({ state }: Given, on: string) => practiceAnswer(state, reference, on, true);
const extracted = given(...workedUntil('extracted'));

describe('abandon-migration', () => {
  it.each([
    ['requested', '2008-11-11', 'BC_UNDECIDED'],
    ['needDecided', '2008-11-15', 'BC_REQUIRED'],
    ['submitted', '2008-12-06', 'BC_SUBMITTED'],
    ['agreed', '2008-12-20', 'SELECTING'],
    ['selected', '2009-01-17', 'SELECTED'],
    ['dateProposed', '2009-01-21', 'DATE_PROPOSED'],
    ['planned', '2009-01-23', 'DATE_AGREED'],
    ['ordered', '2009-01-27', 'ORDERED'],
    ['extracted', '2009-03-10', 'EXTRACTED'],
  ] satisfies [Milestone, string, string][])(
    'F5: may be given up once %s, and tells the stage reached',
    (milestone, on, stage) => {
      const proposed = given(...workedUntil(milestone), command('abandon-migration', abandonOn(on), patel));
      proposed.whenConfirmed(reed, `${on}T13:00:00.000Z`).thenEvents([
        {
          type: 'MigrationAbandoned',
          payload: { migrationId: workedMigrationId, stage, cause: 'The supplier withdrew its offer' },
        },
      ]);
    },
  );
  it('F5, F1: a refused migration may be given up too', () => {
    const refused = given(...workedUntil('submitted')).and(
      command('refuse-change', { effectiveDate: '2008-12-19', grounds: ['Cost'] }),
      abandon('2009-01-05'),
    );
    expect(answer(refused, '2009-01-05')?.migration).toMatchObject({
      decision: 'REFUSED',
      delivery: 'ABANDONED',
      abandoned: { stage: 'REFUSED' },
    });
  });
  it('F5, R2: practice and PCT together, with the charges and what became of the media', () => {
    const mediaDisposal = [{ extractId: idOf(24), disposal: 'Destroyed by EMIS' }];
    const body = { ...abandonOn('2009-03-10'), chargesIncurredPence: 25_000, mediaDisposal };
    extracted.when('abandon-migration', body, reed).thenProposed('PCT');
    extracted.when('abandon-migration', body, patel).thenProposed('PR');
    const done = extracted.and(confirmed(command('abandon-migration', body, reed), patel));
    expect(done.state.migrations[0]?.abandoned).toMatchObject({
      chargesIncurredPence: 25_000,
      mediaDisposal,
    });
    expect(answer(done, '2009-03-10')?.findings.map(({ code }) => code)).not.toContain('EXTRACT_MEDIA_HELD');
    extracted
      .when('abandon-migration', { ...body, mediaDisposal: [{ extractId: idOf(23), disposal: 'Lost' }] })
      .thenRefused('EXTRACT_UNKNOWN');
    const unknown = [idOf(24), idOf(22), idOf(23)].map((extractId) => ({ extractId, disposal: 'Lost' }));
    expect(
      extracted.when('abandon-migration', { ...body, mediaDisposal: unknown }).decided.decision,
    ).toMatchObject({ refusal: { because: `There is no extract ${idOf(22)} in this migration.` } });
  });
  it('F5: media that nothing is said of are a finding', () => {
    const { findings = [] } = answer(extracted.and(abandon('2009-03-10')), '2009-03-11') ?? {};
    expect(findings.find(({ code }) => code === 'EXTRACT_MEDIA_HELD')).toMatchObject({
      rule: 'F5',
      message:
        'The migration was abandoned on 2009-03-10, and nothing is on record of what became of MEDIA-0001, the extract of 2009-03-09.',
    });
  });
  it('F5, S37: only an open migration, from its request to its go-live', () => {
    given(...workedUntil('contacted'))
      .when('abandon-migration', abandonOn('2008-11-11'))
      .thenRefused('MIGRATION_NOT_OPEN');
    given(...workedUntil('live'))
      .when('abandon-migration', abandonOn('2009-03-20'))
      .thenRefused('MIGRATION_NOT_OPEN');
    given(...workedUntil('requested'))
      .when('abandon-migration', { ...abandonOn('2008-11-09'), reason: 'Found late' })
      .thenRefused('MIGRATION_NOT_OPEN');
  });
  it('I1: closes the migration; the practice may retain or ask again from that day, not before', () => {
    const given5 = given(...workedUntil('planned')).and(abandon('2009-02-02'));
    expect(given5.state.migrations[0]).toMatchObject({ status: 'CLOSED', closedOn: '2009-02-02' });
    const request = { sourceInstanceId: 'E1', reasons: ['Slow'] };
    const late = '2009-02-04T12:00:00.000Z';
    given5
      .when('request-migration', { ...request, effectiveDate: '2009-02-01' }, reed, late)
      .thenRefused('MIGRATION_OPEN');
    given5
      .when('request-migration', { ...request, effectiveDate: '2009-02-02' }, reed, late)
      .thenEvents([{ type: 'MigrationRequested' }]);
    given5
      .when('retain-system', { effectiveDate: '2009-02-03', instanceId: 'E1' })
      .thenEvents([{ type: 'SystemRetained' }]);
  });
  it('R13: told once more it adds nothing, until another migration may be given up on that day', () => {
    const given5 = given(...workedUntil('planned')).and(abandon('2009-02-02'));
    const contact = {
      effectiveDate: '2009-02-02',
      participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
      optionsConsidered: ['Retain'],
    };
    const told = given5.and(command('record-contact', contact));
    told.when('abandon-migration', abandonOn('2009-02-02')).thenNothing();
    told
      .and(
        command('request-migration', {
          effectiveDate: '2009-02-02',
          sourceInstanceId: 'E1',
          reasons: ['Slow'],
        }),
      )
      .when('abandon-migration', abandonOn('2009-02-02'), reed)
      .thenProposed('PCT');
  });
  it('C2, F5: from that day the practice is IN_SERVICE and the delivery ABANDONED', () => {
    const done = given(...workedUntil('planned')).and(abandon('2009-02-02'));
    expect(practiceStateIntervals(done.state, reference)).toEqual([
      { state: 'IN_SERVICE', from: '2006-10-01', until: '2008-11-09' },
      { state: 'MIGRATING', from: '2008-11-10', until: '2009-02-01' },
      { state: 'IN_SERVICE', from: '2009-02-02', until: null },
    ]);
    expect(answer(done, '2009-02-01')?.migration).toMatchObject({ delivery: 'DATE_AGREED', abandoned: null });
    expect(answer(done, '2009-02-02')?.migration).toMatchObject({
      decision: 'AGREED',
      delivery: 'ABANDONED',
      abandoned: {
        on: '2009-02-02',
        stage: 'DATE_AGREED',
        cause: 'The supplier withdrew its offer',
        rule: 'F5',
      },
    });
  });
  it('R2, I1: what was proposed before it concerns no later migration', () => {
    const select = { effectiveDate: '2009-01-16', productId: 'INPS.VISION-3', kind: 'FRAMEWORK' } as const;
    const proposed = given(...workedUntil('selectionCompleted')).and(command('select-system', select));
    const proposalId = Object.keys(proposed.state.proposals).at(-1) ?? '';
    const confirmation = (of: Given) =>
      decideConfirmation(of.history, proposalId, patel, '2009-02-02T14:00:00.000Z').decision;
    expect(confirmation(proposed).kind).toBe('accepted');
    expect(confirmation(proposed.and(abandon('2009-02-02')))).toMatchObject({
      refusal: {
        code: 'PROPOSAL_CLOSED',
        because: expect.stringContaining('overtaken by the end of the migration') as string,
      },
    });
  });
});
