import { confirmed, given, command } from '#testing/decisions.js';
import { idOf, patel, reed } from '#testing/fixture.js';
import { secondMigration, workedUntil, type Milestone } from '#testing/worked-data-set.js';
import type { RefusalCode } from '../refusals.js';
import type { BodyOf, PracticeCommandName } from './commands.js';

const vision = 'INPS.VISION-3';
const line = { service: 'Training', amountPence: 50_000, charge: 'ONE_OFF', payer: 'COMMISSIONER' } as const;
const bodies = {
  'decide-business-case-need': { required: true },
  'submit-business-case': { version: '2.0', estimate: { lines: [line] } },
  'return-business-case': { points: ['No risks named'] },
  'agree-change': { conditions: [], decidedBy: 'J Patel' },
  'refuse-change': { grounds: ['Cost'] },
  'complete-selection': { winner: vision, candidates: [vision] },
  'select-system': { productId: vision, kind: 'FRAMEWORK' },
  'propose-date': { date: '2009-03-05' },
  replan: { date: '2009-03-12', cause: 'DATA' },
  'agree-date': { proposalEventId: idOf(15) },
  'place-order': { trackingRef: 'TRACK-0001', services: [{ service: 'Training' }] },
} as const;

/** Each command recorded the day after the step that it needs, and dated the day before that step, or on it. */
const needs: readonly (readonly [keyof typeof bodies, Milestone, string, string, RefusalCode])[] = [
  ['decide-business-case-need', 'requested', '2008-11-09', '2008-11-10', 'MIGRATION_NOT_OPEN'],
  ['refuse-change', 'requested', '2008-11-09', '2008-11-10', 'MIGRATION_NOT_OPEN'],
  ['submit-business-case', 'needDecided', '2008-11-13', '2008-11-14', 'BUSINESS_CASE_NOT_REQUIRED'],
  ['return-business-case', 'submitted', '2008-12-04', '2008-12-05', 'BUSINESS_CASE_MISSING'],
  ['agree-change', 'submitted', '2008-12-04', '2008-12-05', 'BUSINESS_CASE_MISSING'],
  ['complete-selection', 'agreed', '2008-12-18', '2008-12-19', 'CHANGE_NOT_AGREED'],
  ['select-system', 'selectionCompleted', '2009-01-08', '2009-01-09', 'SELECTION_MISSING'],
  ['propose-date', 'selected', '2009-01-15', '2009-01-16', 'SYSTEM_NOT_SELECTED'],
  ['agree-date', 'dateProposed', '2009-01-19', '2009-01-20', 'DATE_PROPOSAL_NOT_OPEN'],
  ['replan', 'planned', '2009-01-15', '2009-01-16', 'SYSTEM_NOT_SELECTED'],
  ['place-order', 'planned', '2009-01-21', '2009-01-22', 'DATE_NOT_PLANNED'],
];

describe('S37, R10, I3: the steps are in order by their effective dates, whenever they are recorded', () => {
  it.each(needs)('S37, R10: %s after %s is not dated %s but %s', (name, milestone, before, on, code) => {
    const practice = given(...workedUntil(milestone));
    const dated = (effectiveDate: string) =>
      practice.when(
        name,
        { effectiveDate, ...bodies[name] } as BodyOf<PracticeCommandName>,
        undefined,
        `${on}T15:00:00.000Z`,
      );
    dated(before).thenRefused(code);
    expect(dated(on).decided.decision.kind).toBe('accepted');
  });

  it('S37, R10: a step of a migration that is over is refused, dated while it was open too, and told so', () => {
    const proposed = (effectiveDate: string) =>
      given(...workedUntil('live')).when(
        'propose-date',
        { effectiveDate, date: '2009-03-12', reason: 'Found late' },
        reed,
        '2009-03-20T12:00:00.000Z',
      ).decided.decision;
    expect(proposed('2009-03-01')).toMatchObject({
      refusal: {
        code: 'MIGRATION_NOT_OPEN',
        because: 'No migration is open any more that was open on 2009-03-01.',
        remedy: 'The practice requests the migration first (S37); one that is over takes no further step.',
      },
    });
    expect(proposed('2009-03-15')).toMatchObject({
      refusal: {
        because: 'No migration is open on 2009-03-15.',
      },
    });
  });
  it('S37, R10: whichever of its migrations that was', () => {
    const { decision } = given(...workedUntil('live'))
      .and(
        ...secondMigration('2009-03-16').slice(0, 2),
        confirmed(
          command('abandon-migration', { effectiveDate: '2009-03-18', cause: 'Too dear' }, reed),
          patel,
        ),
      )
      .when(
        'propose-date',
        { effectiveDate: '2009-03-01', date: '2009-03-12', reason: 'Found late' },
        reed,
        '2009-03-20T12:00:00.000Z',
      ).decided;
    expect(decision).toMatchObject({
      refusal: { because: 'No migration is open any more that was open on 2009-03-01.' },
    });
  });
  it('S10: a contact that came after the decision is none before it', () => {
    const requested = given(...workedUntil('retained')).and(
      command('request-migration', {
        effectiveDate: '2008-11-03',
        sourceInstanceId: 'E1',
        reasons: ['Slow'],
      }),
      command('record-contact', {
        effectiveDate: '2008-11-07',
        participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
        optionsConsidered: ['Retain'],
      }),
    );
    const need = (effectiveDate: string) =>
      requested.when(
        'decide-business-case-need',
        { effectiveDate, required: true },
        patel,
        '2008-11-10T12:00:00.000Z',
      );
    need('2008-11-06').thenRefused('CONTACT_MISSING');
    need('2008-11-07').thenEvents([{ type: 'BusinessCaseRequired' }]);
  });

  it('S10: a next migration needs a contact since the last go-live, which may be recorded before it', () => {
    const contacted = (effectiveDate: string) =>
      given(
        ...workedUntil('extracted'),
        command('record-contact', {
          effectiveDate,
          participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
          optionsConsidered: ['EMIS PCS'],
        }),
        command('declare-go-live', { effectiveDate: '2009-03-11', targetInstanceId: 'V1' }, reed),
        command('request-migration', {
          effectiveDate: '2009-03-16',
          sourceInstanceId: 'V1',
          reasons: ['Slow'],
          reason: 'Within three years',
        }),
      ).when('decide-business-case-need', { effectiveDate: '2009-03-16', required: true });
    contacted('2009-03-11').thenRefused('CONTACT_MISSING');
    contacted('2009-03-12').thenEvents([{ type: 'BusinessCaseRequired' }]);
  });

  it('S10: the last of two go-lives counts', () => {
    const twice = given(...workedUntil('live')).and(
      ...secondMigration('2009-06-01'),
      command('declare-go-live', { effectiveDate: '2009-06-12', targetInstanceId: 'E2' }),
      command('request-migration', {
        effectiveDate: '2009-06-15',
        sourceInstanceId: 'E2',
        reasons: ['Slow'],
        reason: 'Within three years',
      }),
    );
    twice
      .when('decide-business-case-need', { effectiveDate: '2009-06-15', required: true })
      .thenRefused('CONTACT_MISSING');
  });

  it('A27, R12: a waiver holds from its day', () => {
    const waived = given(...workedUntil('requested')).and(
      command('decide-business-case-need', {
        effectiveDate: '2008-11-14',
        required: false,
        reason: 'Small change',
      }),
    );
    const agree = (effectiveDate: string) =>
      waived.when(
        'agree-change',
        { effectiveDate, conditions: [], decidedBy: 'J Patel' },
        patel,
        '2008-11-14T15:00:00.000Z',
      );
    agree('2008-11-13').thenRefused('BUSINESS_CASE_UNDECIDED');
    agree('2008-11-14').thenEvents([{ type: 'ChangeAgreed' }]);
  });

  it('S11: a case asked for again, with another date, may be in by the first', () =>
    given(...workedUntil('needDecided'))
      .and(
        command('decide-business-case-need', {
          effectiveDate: '2008-12-06',
          required: true,
          dueBy: '2008-12-20',
        }),
      )
      .when(
        'submit-business-case',
        { effectiveDate: '2008-12-05', version: '1.0', estimate: { lines: [line] } },
        reed,
        '2008-12-06T15:00:00.000Z',
      )
      .thenEvents([{ type: 'BusinessCaseSubmitted' }]));

  it('I3, S17: no date is planned for a system before it was selected', () =>
    given(...workedUntil('selected'))
      .and(
        confirmed(
          command(
            'select-system',
            { effectiveDate: '2009-01-30', productId: 'LSP01.LSP-SOLUTION', kind: 'LSP' },
            reed,
          ),
          patel,
        ),
      )
      .when(
        'propose-date',
        { effectiveDate: '2009-01-29', date: '2009-03-05' },
        patel,
        '2009-01-30T15:00:00.000Z',
      )
      .thenRefused('SYSTEM_NOT_SELECTED'));
});
