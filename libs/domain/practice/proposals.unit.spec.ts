import { command, confirmed, given } from '#testing/decisions.js';
import {
  cole,
  hart,
  idOf,
  moss,
  otherPct,
  otherPractice,
  patel,
  recorded,
  reed,
  reference,
} from '#testing/fixture.js';
import { decideConfirmation } from '#testing/practice-history.js';
import { secondMigration, workedUntil } from '#testing/worked-data-set.js';
import type { Actor } from '../recorded.js';
import type { PolicySet } from '../policy/state.js';
import type { DecisionContext } from './decider.js';
import { evolvePractice } from './evolve.js';
import { confirmProposal, declineProposal } from './proposals.js';
import type { PracticeState } from './state.js';

const correction = { effectiveDate: '2009-03-12', cutoverTime: '08:00', reason: 'Cutover log' };
const april2 = '2009-04-02T09:50:00.000Z';
const live = given(...workedUntil('live'));
const proposed = live.and(command('correct-go-live', correction, patel, april2));
const selection = given(
  ...workedUntil('agreed'),
  command(
    'complete-selection',
    { effectiveDate: '2009-01-09', winner: 'INPS.VISION-3', candidates: ['INPS.VISION-3'] },
    patel,
  ),
);

const contextOf = (actor: Actor): DecisionContext => ({
  ods: 'A00001',
  now: '2009-04-03T12:00:00.000Z',
  today: '2009-04-03',
  actor,
  reference,
  policy: reference.policy.sets[0] as PolicySet,
  eventId: (n) => idOf(500, n),
  confirmedBy: null,
});

/** The state after the latest proposal is declined. */
const declined = (state: PracticeState, proposalId: string): PracticeState => {
  const decision = declineProposal(proposalId, 'Not so', state, contextOf(cole));
  if (decision.kind !== 'accepted') throw new Error('not declined');
  return decision.events.reduce(
    (before, event) =>
      evolvePractice(
        before,
        recorded(
          event,
          { id: idOf(400), stream: 'practice-A00001', revision: 99 },
          { causationId: proposalId, actor: cole, command: 'decline' },
        ),
      ),
    state,
  );
};

describe('A command of two parties', () => {
  it('R2: the other of practice and PCT confirms a selection, either first', () => {
    selection.whenConfirmed(reed, '2009-01-09T12:10:00.000Z').thenEvents([{ type: 'SelectionCompleted' }]);
    const first = given(
      ...workedUntil('agreed'),
      command(
        'complete-selection',
        { effectiveDate: '2009-01-09', winner: 'INPS.VISION-3', candidates: ['INPS.VISION-3'] },
        reed,
      ),
    );
    first.whenConfirmed(patel, '2009-01-09T12:10:00.000Z').thenEvents([{ type: 'SelectionCompleted' }]);
  });

  it('R2, I14: a correction is confirmed by another person of the role, a selection by its other party', () => {
    selection.whenConfirmed(patel, april2).thenRefused('SECOND_PERSON_REQUIRED');
    selection.whenConfirmed(cole, april2).thenRefused('PROPOSAL_NOT_YOURS');
    selection.whenConfirmed(otherPractice, april2).thenRefused('NOT_YOUR_PRACTICE');
    proposed.whenConfirmed(patel, april2).thenRefused('SECOND_PERSON_REQUIRED');
    proposed.whenConfirmed(otherPct, april2).thenEvents([{ type: 'GoLiveCorrected' }]);
    proposed.whenConfirmed(reed, april2).thenRefused('PROPOSAL_NOT_YOURS');
    expect(confirmProposal(idOf(1), proposed.state, contextOf(cole))).toMatchObject({
      refusal: { code: 'PROPOSAL_UNKNOWN', status: 404 },
    });
  });

  it('R2, I14: who is asked to confirm is told, the supplier by its name', () => {
    const consent = given(
      ...workedUntil('noticeGiven'),
      command('withdraw-notice', {
        effectiveDate: '2009-04-01',
        instanceId: 'E1',
      }),
    );
    expect(consent.whenConfirmed(reed, april2).decided.decision).toMatchObject({
      refusal: { because: 'This proposal is for supplier EMIS.' },
    });
    consent.whenConfirmed(moss, april2).thenRefused('NOT_YOUR_SYSTEM');
    expect(proposed.whenConfirmed(patel, april2).decided.decision).toMatchObject({
      refusal: {
        remedy:
          'Where it is open, ask another person of role PCT to confirm or decline it with a token of their own.',
      },
    });
  });

  it('I1: there is nothing to confirm of a practice that is not on record', () =>
    expect(confirmProposal(idOf(26), given().state, contextOf(cole))).toMatchObject({
      refusal: { code: 'PRACTICE_UNKNOWN' },
    }));

  it('R2: whom a proposal is for is told of a closed one too, and not that it waits for them', () => {
    const decided = proposed.whenConfirmed(cole, april2).decided.history;
    expect(confirmProposal(idOf(26), decided.state, contextOf(reed))).toMatchObject({
      refusal: {
        code: 'PROPOSAL_NOT_YOURS',
        because: 'This proposal is for another person of role PCT.',
        remedy: 'Where it is open, ask them to confirm or decline it with a token of their own.',
      },
    });
  });

  it('R2: the confirmed event names both, the author first', () => {
    const { history } = proposed.whenConfirmed(cole, '2009-04-02T10:05:00.000Z').decided;
    expect(history.events.at(-1)).toMatchObject({
      type: 'GoLiveCorrected',
      metadata: {
        actor: { sub: 'j.patel' },
        confirmedBy: { sub: 's.cole' },
        recordedAt: '2009-04-02T10:05:00.000Z',
      },
    });
  });

  it('R2: confirming twice adds nothing', () => {
    const done = live.and(confirmed(command('correct-go-live', correction, patel, april2), cole));
    done.whenConfirmed(cole, april2).thenNothing();
  });

  it('R2: a declined proposal is closed, and may be made again', () => {
    const state = declined(proposed.state, idOf(26));
    expect(state.proposals[idOf(26)]?.status).toBe('DECLINED');
    expect(confirmProposal(idOf(26), state, contextOf(cole))).toMatchObject({
      refusal: {
        code: 'PROPOSAL_CLOSED',
        status: 409,
        because: `The proposal ${idOf(26)} was declined.`,
      },
    });
    expect(declineProposal(idOf(26), 'Not so', state, contextOf(cole)).kind).toBe('nothing');
    expect(declineProposal(idOf(26), 'Not so', state, contextOf(patel))).toMatchObject({
      refusal: { code: 'SECOND_PERSON_REQUIRED' },
    });
    expect(state.requests).toEqual(live.state.requests);
  });

  it('R2: a proposal is decided again when it is confirmed, and a refusal leaves it open', () => {
    const [migration] = proposed.state.migrations;
    if (!migration) throw new Error('no migration');
    const state = { ...proposed.state, migrations: [{ ...migration, extracts: [] }] };
    expect(confirmProposal(idOf(26), state, contextOf(cole))).toMatchObject({
      refusal: { code: 'EXTRACT_MISSING' },
    });
    expect(state.proposals[idOf(26)]?.status).toBe('OPEN');
  });

  it('R2, R10: lateness is judged at the proposal, not at its confirmation', () => {
    selection.whenConfirmed(reed, '2009-02-20T12:00:00.000Z').thenEvents([{ type: 'SelectionCompleted' }]);
    const { decision } = selection.whenConfirmed(reed, '2009-02-20T12:00:00.000Z').decided;
    expect(JSON.stringify(decision)).not.toContain('LATE_ENTRY');
  });

  it('R2: a confirmed proposal is not declined any more, nor decided again', () => {
    const done = live.and(confirmed(command('correct-go-live', correction, patel, april2), cole));
    expect(declineProposal(idOf(26), 'Not so', done.state, contextOf(cole))).toMatchObject({
      refusal: {
        code: 'PROPOSAL_CLOSED',
        status: 409,
        because: `The proposal ${idOf(26)} was confirmed.`,
      },
    });
    const [migration] = done.state.migrations;
    if (!migration) throw new Error('no migration');
    const state = { ...done.state, migrations: [{ ...migration, extracts: [] }] };
    expect(confirmProposal(idOf(26), state, contextOf(cole)).kind).toBe('nothing');
  });

  it('R2, A19: a correction is confirmed for the go-live that it was proposed for, not for a later one', () => {
    const next = proposed.and(
      ...secondMigration('2009-06-01'),
      command('declare-go-live', { effectiveDate: '2009-06-12', targetInstanceId: 'E2' }),
    );
    const confirmation = decideConfirmation(next.history, idOf(26), cole, '2009-06-15T09:00:00.000Z');
    expect(confirmation.decision).toMatchObject({
      refusal: {
        code: 'PROPOSAL_CLOSED',
        because: `The proposal ${idOf(26)} was overtaken by a later go-live.`,
      },
    });
    expect(next.state.proposals[idOf(26)]?.status).toBe('OVERTAKEN');
    expect(declineProposal(idOf(26), 'Not so', next.state, contextOf(cole))).toMatchObject({
      refusal: { because: `The proposal ${idOf(26)} was overtaken by a later go-live.` },
    });
  });

  it('R2, R10: a proposal carries the flag of what it proposes, and none in time', () => {
    expect(proposed.history.events.at(-1)).not.toHaveProperty('payload.flags');
    const late = { effectiveDate: '2009-03-20', cause: 'Prescriptions fail', reason: 'Found late' };
    live
      .when('roll-back', late, reed, '2009-03-28T12:00:00.000Z')
      .thenEvents([{ type: 'CommandProposed', payload: { flags: ['LATE_ENTRY'] } }]);
  });

  it('R2, I14: of what a supplier proposes itself only a colleague confirms it', () => {
    const extract = given(...workedUntil('extracted'));
    const byMoss = { ...moss, sub: 'another.inps' };
    const dates = extract.history.events.find(
      ({ type, metadata }) => type === 'MigrationDateReplanned' || metadata.actor.sub === moss.sub,
    );
    const waiting = extract.and(
      command(
        'correct-record',
        {
          effectiveDate: '2009-03-10',
          reason: 'The letter says Thursday',
          targetEventId: dates?.id ?? '',
          field: 'effectiveDate',
          was: '2009-01-22',
          now: '2009-01-21',
        },
        moss,
      ),
    );
    waiting.whenConfirmed(hart, april2).thenRefused('NOT_YOUR_SYSTEM');
    waiting.whenConfirmed(moss, april2).thenRefused('SECOND_PERSON_REQUIRED');
    waiting.whenConfirmed(byMoss, april2).thenEvents([{ type: 'RecordCorrected' }]);
  });
});
