import { command, confirmed, given, type Given } from '#testing/decisions.js';
import { idOf, moss, national, patel, reed, reference } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { practiceAnswer } from './answer.js';
import { disputeOn } from './dispute-view.js';
import { practiceStateIntervals } from './practice-states.js';
import type { PracticeState } from './state.js';

const refusal = { effectiveDate: '2008-12-19', grounds: ['Cost'] };
const dispute = {
  effectiveDate: '2009-01-05',
  subject: 'REFUSAL' as const,
  grounds: ['It is within the budget'],
};
const determination = {
  effectiveDate: '2009-04-20',
  outcome: 'CHANGE_TO_BE_AGREED',
  document: 'NHSLA 2009/12',
} as const;

const LATE = '2009-05-05T12:00:00.000Z';

const submitted = given(...workedUntil('submitted'));
const refused = submitted.and(command('refuse-change', refusal));
const disputed = refused.and(command('raise-dispute', dispute));
const referred = disputed.and(
  command('escalate-dispute', { effectiveDate: '2009-01-19', level: 'SHA' }),
  command('escalate-dispute', { effectiveDate: '2009-02-02', level: 'NHSLA' }),
);
const toBeAgreed = referred.and(command('record-determination', determination));

const answer = (state: PracticeState, on: string) => practiceAnswer(state, reference, on, true);
const codes = (state: PracticeState, on: string) => answer(state, on)?.findings.map(({ code }) => code);

describe('raise-dispute', () => {
  it('X7, F1: practice or PCT disputes the refusal that stands', () => {
    const raised = { disputeId: idOf(11), migrationId: idOf(7), disputedEventId: idOf(10) };
    refused.when('raise-dispute', dispute, reed).thenEvents([{ type: 'DisputeRaised', payload: raised }]);
    refused.when('raise-dispute', dispute, patel).thenEvents([{ type: 'DisputeRaised', payload: raised }]);
  });
  it('X7: another decision of the PCT, or that there is none', () => {
    submitted
      .when('raise-dispute', { ...dispute, subject: 'BUSINESS_CASE' })
      .thenEvents([{ type: 'DisputeRaised', payload: { disputedEventId: idOf(8) } }]);
    given(...workedUntil('agreed'))
      .when('raise-dispute', { ...dispute, subject: 'CONDITIONS' })
      .thenEvents([{ type: 'DisputeRaised', payload: { disputedEventId: idOf(10) } }]);
    const other = submitted.when('raise-dispute', { ...dispute, subject: 'OTHER' });
    other.thenEvents([{ type: 'DisputeRaised' }]);
    expect(other.decided.decision).not.toHaveProperty('events.0.payload.disputedEventId');
  });
  it('X7: not a decision that is not on record by then, nor a refusal that no longer stands', () => {
    submitted.when('raise-dispute', dispute).thenRefused('DISPUTED_DECISION_MISSING');
    submitted
      .when('raise-dispute', { ...dispute, subject: 'CONDITIONS' })
      .thenRefused('DISPUTED_DECISION_MISSING');
    refused
      .when(
        'raise-dispute',
        { ...dispute, effectiveDate: '2008-12-18', reason: 'Found late' },
        reed,
        '2009-01-05T12:00:00.000Z',
      )
      .thenRefused('DISPUTED_DECISION_MISSING');
    refused
      .and(
        command('submit-business-case', {
          effectiveDate: '2009-01-05',
          version: '2.0',
          estimate: {
            lines: [{ service: 'Training', amountPence: 50_000, charge: 'ONE_OFF', payer: 'COMMISSIONER' }],
          },
        }),
      )
      .when('raise-dispute', dispute)
      .thenRefused('DISPUTED_DECISION_MISSING');
  });
  it('X7: one open dispute at a time', () => {
    const another = { ...dispute, effectiveDate: '2009-01-06' };
    disputed.when('raise-dispute', another).thenRefused('DISPUTE_OPEN');
    const upheld = referred.and(
      command('record-determination', { ...determination, outcome: 'REFUSAL_UPHELD' }),
    );
    upheld
      .when('raise-dispute', { ...another, reason: 'Found late' }, reed, '2009-05-01T12:00:00.000Z')
      .thenRefused('DISPUTE_OPEN');
    upheld
      .when('raise-dispute', { ...dispute, effectiveDate: '2009-04-20' })
      .thenEvents([{ type: 'DisputeRaised', payload: { disputeId: idOf(15) } }]);
  });
  it('X7, R10: of two that were open after a day the first is told', () => {
    const again = referred.and(
      command('record-determination', { ...determination, outcome: 'REFUSAL_UPHELD' }),
      command('raise-dispute', { ...dispute, effectiveDate: '2009-04-20' }),
    );
    const early = { ...dispute, effectiveDate: '2009-04-10', reason: 'Found late' };
    expect(
      again.when('raise-dispute', early, reed, '2009-05-01T12:00:00.000Z').decided.decision,
    ).toMatchObject({
      refusal: { because: 'The dispute raised on 2009-01-05 is open on 2009-04-10.' },
    });
  });
  it('X7: is about the latest decision of its kind', () =>
    submitted
      .and(command('return-business-case', { effectiveDate: '2008-12-08', points: ['No risks named'] }))
      .when('raise-dispute', { ...dispute, subject: 'BUSINESS_CASE' })
      .thenEvents([{ type: 'DisputeRaised', payload: { disputedEventId: idOf(10) } }]));
  it('X7: while the migration is open, and by nobody else', () => {
    given(...workedUntil('contacted'))
      .when('raise-dispute', dispute)
      .thenRefused('MIGRATION_NOT_OPEN');
    refused.when('raise-dispute', dispute, moss).thenRefused('ROLE_NOT_ALLOWED');
    refused.when('raise-dispute', dispute, national).thenRefused('ROLE_NOT_ALLOWED');
  });
});

describe('escalate-dispute', () => {
  it('X7: takes it upwards, and any level may be left out', () => {
    disputed
      .when('escalate-dispute', { effectiveDate: '2009-01-19', level: 'SHA' }, patel)
      .thenEvents([{ type: 'DisputeEscalated', payload: { level: 'SHA', disputeId: idOf(11) } }]);
    const atSha = disputed.and(
      command('escalate-dispute', { effectiveDate: '2009-01-19', level: 'SHA' }, patel),
    );
    atSha
      .when('escalate-dispute', { effectiveDate: '2009-01-20', level: 'GP_BODIES' })
      .thenRefused('DISPUTE_LEVEL_NOT_HIGHER');
    atSha
      .when('escalate-dispute', { effectiveDate: '2009-01-20', level: 'SHA' })
      .thenRefused('DISPUTE_LEVEL_NOT_HIGHER');
    atSha
      .when('escalate-dispute', { effectiveDate: '2009-01-20', level: 'CFH' })
      .thenEvents([{ type: 'DisputeEscalated' }]);
  });
  it('X7: NHSLA: request within 7 days, representations and observations 2 to 4 weeks each', () =>
    disputed.when('escalate-dispute', { effectiveDate: '2009-02-02', level: 'NHSLA' }).thenEvents([
      { type: 'DisputeEscalated', payload: { level: 'NHSLA' } },
      {
        type: 'DisputeReferredToNhsla',
        payload: {
          disputeId: idOf(11),
          effectiveDate: '2009-02-02',
          requestBy: '2009-02-09',
          representations: { from: '2009-02-23', by: '2009-03-09' },
          observations: { from: '2009-03-09', by: '2009-04-06' },
        },
      },
    ]));
  it('X7: not before it is raised, or once it is determined', () => {
    const toSha = { effectiveDate: '2009-01-19', level: 'SHA' } as const;
    refused.when('escalate-dispute', toSha).thenRefused('DISPUTE_NOT_OPEN');
    toBeAgreed
      .when('escalate-dispute', { ...toSha, effectiveDate: '2009-04-21' })
      .thenRefused('DISPUTE_NOT_OPEN');
    disputed
      .when('escalate-dispute', { ...toSha, effectiveDate: '2009-01-04' })
      .thenRefused('DISPUTE_NOT_OPEN');
  });
  it('I1: nor once another request closed the refused migration', () =>
    disputed
      .and(
        command('request-migration', {
          effectiveDate: '2009-01-10',
          sourceInstanceId: 'E1',
          reasons: ['Slow'],
        }),
      )
      .when('escalate-dispute', { effectiveDate: '2009-01-19', level: 'SHA' })
      .thenRefused('DISPUTE_NOT_OPEN'));
});

describe('record-determination', () => {
  it('X7: by the national team, with the level at which it stood', () => {
    referred
      .when('record-determination', determination)
      .thenEvents([{ type: 'DisputeDetermined', payload: { disputeId: idOf(11), level: 'NHSLA' } }]);
    disputed
      .when('record-determination', determination)
      .thenEvents([{ type: 'DisputeDetermined', payload: { level: null } }]);
    referred.when('record-determination', determination, patel).thenRefused('ROLE_NOT_ALLOWED');
  });
  it('X7: in writing, unless the dispute was withdrawn', () => {
    const { document: _document, ...unwritten } = determination;
    referred.when('record-determination', unwritten).thenRefused('DETERMINATION_NOT_WRITTEN');
    referred
      .when('record-determination', { ...unwritten, evidence: [{ title: 'Letter', sha256: 'a'.repeat(64) }] })
      .thenEvents([{ type: 'DisputeDetermined' }]);
    referred
      .when('record-determination', { ...unwritten, outcome: 'WITHDRAWN' })
      .thenEvents([{ type: 'DisputeDetermined' }]);
  });
  it('X7, R10: on the day of its last step or later', () => {
    const on = (effectiveDate: string) => ({ ...determination, effectiveDate });
    disputed
      .when('record-determination', on('2009-01-05'))
      .thenEvents([{ type: 'DisputeDetermined', payload: { level: null } }]);
    referred
      .when('record-determination', on('2009-02-02'))
      .thenEvents([{ type: 'DisputeDetermined', payload: { level: 'NHSLA' } }]);
    referred.when('record-determination', on('2009-02-01')).thenRefused('DISPUTE_NOT_OPEN');
  });
  it('X7: of an open dispute', () => {
    refused.when('record-determination', determination).thenRefused('DISPUTE_NOT_OPEN');
    toBeAgreed
      .when('record-determination', { ...determination, effectiveDate: '2009-04-21' })
      .thenRefused('DISPUTE_NOT_OPEN');
  });
  const request = { effectiveDate: '2009-02-10', sourceInstanceId: 'E1', reasons: ['Slow'] };
  const closed = referred.and(command('request-migration', request));
  it('X7, R1: a determination is a fact, recorded also once its migration is closed or abandoned', () => {
    closed
      .when('record-determination', determination)
      .thenEvents([
        { type: 'DisputeDetermined', payload: { disputeId: idOf(11), migrationId: idOf(7), level: 'NHSLA' } },
      ]);
    const abandoned = referred.and(
      confirmed(
        command('abandon-migration', { effectiveDate: '2009-03-02', cause: 'Too dear' }, patel),
        reed,
      ),
    );
    abandoned
      .when('record-determination', determination)
      .thenEvents([{ type: 'DisputeDetermined', payload: { disputeId: idOf(11) } }]);
  });
  it('X7, R10: nothing is taken to a higher level once its migration is closed, but what was by then is recorded', () => {
    const toNhsla = { effectiveDate: '2009-02-02', level: 'NHSLA', reason: 'Letter found' } as const;
    disputed
      .and(command('request-migration', request))
      .when('escalate-dispute', toNhsla, patel, '2009-02-16T12:00:00.000Z')
      .thenEvents([{ type: 'DisputeEscalated' }, { type: 'DisputeReferredToNhsla' }]);
    closed
      .when('escalate-dispute', { effectiveDate: '2009-02-10', level: 'NHSLA' })
      .thenRefused('DISPUTE_NOT_OPEN');
  });
  it('X7: of two that are open the latest, unless the other is named', () => {
    const two = closed.and(
      command('raise-dispute', { ...dispute, effectiveDate: '2009-02-16', subject: 'OTHER' }),
    );
    const [first, second] = two.state.migrations.flatMap(({ disputes }) => disputes);
    const of = (disputeId: string | undefined) => [
      { type: 'DisputeDetermined' as const, payload: { disputeId } },
    ];
    two.when('record-determination', determination).thenEvents(of(second?.raised.disputeId));
    const disputeId = first?.raised.disputeId ?? '';
    two.when('record-determination', { ...determination, disputeId }).thenEvents(of(disputeId));
    two
      .when('record-determination', { ...determination, disputeId: idOf(1) })
      .thenRefused('DISPUTE_NOT_OPEN');
    two
      .and(command('record-determination', { ...determination, disputeId }))
      .when('record-determination', { ...determination, disputeId, effectiveDate: '2009-04-21' })
      .thenRefused('DISPUTE_NOT_OPEN');
  });
  it('R13: what was determined of a closed migration stands, and so does what another is about', () => {
    const raised = { ...dispute, effectiveDate: '2009-02-16', subject: 'OTHER' as const };
    const [first] = closed.state.migrations.flatMap(({ disputes }) => disputes);
    const named = { ...determination, disputeId: first?.raised.disputeId };
    const both = closed.and(command('raise-dispute', raised), command('record-determination', named));
    both.when('raise-dispute', raised).thenNothing();
    both
      .and(command('decide-business-case-need', { effectiveDate: '2009-05-01', required: true }))
      .when('record-determination', named)
      .thenNothing();
  });
  it('X7, X4: the PCT agrees by its own command, and may refuse the same again', () => {
    const agree = { effectiveDate: '2009-05-01', conditions: [], decidedBy: 'J Patel' };
    toBeAgreed.when('agree-change', agree).thenEvents([{ type: 'ChangeAgreed' }]);
    toBeAgreed
      .when('refuse-change', { ...refusal, reason: 'Still too dear' }, patel, '2009-05-01T12:00:00.000Z')
      .thenEvents([{ type: 'ChangeRefused', payload: { flags: ['LATE_ENTRY'] } }]);
    referred
      .and(command('record-determination', { ...determination, outcome: 'REFUSAL_UPHELD' }))
      .when('refuse-change', { ...refusal, reason: 'Still too dear' }, patel, '2009-05-01T12:00:00.000Z')
      .thenNothing();
  });
  it('X7, R1: a refusal against the determination is a fact, flagged, and one before it or by another outcome is not', () => {
    const again = { effectiveDate: '2009-05-05', grounds: ['Still too dear'] };
    const flags = (of: Given, effectiveDate = again.effectiveDate) => {
      const { history } = of.when(
        'refuse-change',
        { ...again, effectiveDate, reason: 'Late' },
        patel,
        LATE,
      ).decided;
      return (history.events.at(-1)?.payload as { flags?: string[] }).flags;
    };
    expect(flags(toBeAgreed)).toEqual(['AGAINST_DETERMINATION']);
    expect(flags(toBeAgreed, '2009-04-29')).toEqual(['AGAINST_DETERMINATION']);
    expect(flags(toBeAgreed, '2009-04-20')).toEqual(['AGAINST_DETERMINATION', 'LATE_ENTRY']);
    expect(flags(toBeAgreed, '2009-04-19')).toEqual(['LATE_ENTRY']);
    const upheld = referred.and(
      command('record-determination', { ...determination, outcome: 'REFUSAL_UPHELD' }),
    );
    expect(flags(upheld)).toBeUndefined();
    const upheldLater = toBeAgreed.and(
      command('refuse-change', { ...again, effectiveDate: '2009-04-22' }),
      command('raise-dispute', { ...dispute, effectiveDate: '2009-04-23' }),
      command('record-determination', {
        ...determination,
        effectiveDate: '2009-04-27',
        outcome: 'REFUSAL_UPHELD',
      }),
    );
    expect(flags(upheldLater)).toBeUndefined();
    const { state } = toBeAgreed.and(command('refuse-change', again));
    expect(
      answer(state, '2009-05-05')?.findings.find(({ code }) => code === 'CHANGE_TO_BE_AGREED'),
    ).toMatchObject({
      message:
        'It was determined on 2009-04-20 that the change is to be agreed, and the PCT has refused it again on 2009-05-05: it is to agree.',
      events: [idOf(14), idOf(15)],
    });
    const sameDay = toBeAgreed.and(command('refuse-change', { ...again, effectiveDate: '2009-04-20' }));
    expect(answer(sameDay.state, '2009-04-20')?.findings).toContainEqual(
      expect.objectContaining({ code: 'CHANGE_TO_BE_AGREED', events: [idOf(14), idOf(15)] }),
    );
    const earlier = { ...refusal, reason: 'Still too dear' };
    const late = toBeAgreed.and(command('refuse-change', earlier, patel, LATE));
    expect(answer(late.state, '2009-05-05')?.findings).toContainEqual(
      expect.objectContaining({ code: 'CHANGE_TO_BE_AGREED', events: [idOf(14)] }),
    );
    expect(answer(state, '2009-05-04')?.findings).toContainEqual(
      expect.objectContaining({ code: 'CHANGE_TO_BE_AGREED', events: [idOf(14)] }),
    );
  });
  it('I1: lifted, the refusal leaves the migration open: another request does not close it', () => {
    const request = { effectiveDate: '2009-05-01', sourceInstanceId: 'E1', reasons: ['Slow'] };
    toBeAgreed.when('request-migration', request).thenRefused('MIGRATION_OPEN');
    referred.when('request-migration', request).thenEvents([{ type: 'MigrationRequested' }]);
    referred
      .and(command('record-determination', { ...determination, outcome: 'REFUSAL_UPHELD' }))
      .when('request-migration', request)
      .thenEvents([{ type: 'MigrationRequested' }]);
  });
});

describe('What is told of a dispute', () => {
  const after = (outcome: 'CHANGE_TO_BE_AGREED' | 'REFUSAL_UPHELD' | 'OTHER_TERMS' | 'WITHDRAWN') =>
    referred.and(command('record-determination', { ...determination, outcome })).state;

  it.each([
    ['2008-12-19', 'REFUSED', [], 'IN_SERVICE'],
    ['2009-01-05', 'DISPUTED', ['DISPUTE'], 'IN_SERVICE'],
    ['2009-04-19', 'DISPUTED', ['DISPUTE'], 'IN_SERVICE'],
    ['2009-04-20', 'BC_SUBMITTED', [], 'MIGRATING'],
  ])('X7, F1: on %s the decision is %s, flags %j, the practice %s', (on, decision, flags, state) => {
    const { migration, state: practice } = answer(toBeAgreed.state, on) ?? {};
    expect([migration?.decision, migration?.flags, practice]).toEqual([decision, flags, state]);
  });
  it('X7: any other outcome leaves the refusal as it is', () => {
    for (const outcome of ['REFUSAL_UPHELD', 'OTHER_TERMS', 'WITHDRAWN'] as const)
      expect(answer(after(outcome), '2009-04-20')?.migration).toMatchObject({
        decision: 'REFUSED',
        flags: [],
        dispute: { outcome, determinedOn: '2009-04-20' },
      });
  });
  it('X7: the dispute with its level and the procedure’s days, as it stood on the day', () => {
    expect(answer(toBeAgreed.state, '2009-01-04')?.migration?.dispute).toBeNull();
    expect(answer(toBeAgreed.state, '2009-01-19')?.migration?.dispute).toEqual({
      disputeId: idOf(11),
      subject: 'REFUSAL',
      grounds: ['It is within the budget'],
      raisedOn: '2009-01-05',
      raisedBy: 'PR',
      level: 'SHA',
      referral: null,
      outcome: null,
      determinedOn: null,
      rule: 'X7',
      events: [idOf(11), idOf(12)],
    });
    expect(answer(toBeAgreed.state, '2009-04-20')?.migration?.dispute).toMatchObject({
      level: 'NHSLA',
      referral: {
        requestBy: '2009-02-09',
        representations: { from: '2009-02-23', by: '2009-03-09' },
        observations: { from: '2009-03-09', by: '2009-04-06' },
      },
      outcome: 'CHANGE_TO_BE_AGREED',
      events: [idOf(11), idOf(12), idOf(13), idOf(13, 1), idOf(14)],
    });
  });
  it('X7: a second dispute stands beside the first: each has its own determination, and the last counts', () => {
    const second = toBeAgreed.and(
      command('refuse-change', { ...refusal, effectiveDate: '2009-05-01' }),
      command('raise-dispute', { ...dispute, effectiveDate: '2009-05-11' }),
    );
    const upheld = { ...determination, effectiveDate: '2009-06-01', outcome: 'REFUSAL_UPHELD' } as const;
    const { state } = second.and(command('record-determination', upheld));
    expect(answer(state, '2009-05-10')?.migration?.dispute).toMatchObject({
      outcome: 'CHANGE_TO_BE_AGREED',
      determinedOn: '2009-04-20',
    });
    const { disputes = [] } = second.state.migrations[0] ?? {};
    expect(disputeOn(second.state.migrations[0]!, '2009-05-11')).toStrictEqual({
      disputeId: disputes[1]?.raised.disputeId,
      subject: 'REFUSAL',
      grounds: ['It is within the budget'],
      raisedOn: '2009-05-11',
      raisedBy: 'PR',
      level: null,
      referral: null,
      outcome: null,
      determinedOn: null,
      rule: 'X7',
      events: [idOf(16)],
    });
    expect(codes(state, '2009-05-31')).toContain('CHANGE_TO_BE_AGREED');
    const sameDay = toBeAgreed.and(command('refuse-change', { ...refusal, effectiveDate: '2009-04-20' }));
    expect(answer(sameDay.state, '2009-04-20')?.findings).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('refused it again on 2009-04-20') }),
    );
    expect(answer(state, '2009-06-01')?.migration).toMatchObject({
      decision: 'REFUSED',
      dispute: { outcome: 'REFUSAL_UPHELD', determinedOn: '2009-06-01' },
    });
    expect(codes(state, '2009-06-01')).not.toContain('CHANGE_TO_BE_AGREED');
  });
  it('F1: a case submitted again is one of a dispute too, until that is determined', () => {
    const { state } = disputed.and(
      command('submit-business-case', {
        effectiveDate: '2009-01-12',
        version: '2.0',
        estimate: {
          lines: [{ service: 'Training', amountPence: 50_000, charge: 'ONE_OFF', payer: 'COMMISSIONER' }],
        },
      }),
    );
    expect(answer(state, '2009-01-12')?.migration).toMatchObject({
      decision: 'RESUBMITTED',
      flags: ['DISPUTE'],
    });
  });
  it('I1: closed by the next request, a migration is disputed no longer', () => {
    const { state } = disputed.and(
      command('request-migration', {
        effectiveDate: '2009-01-10',
        sourceInstanceId: 'E1',
        reasons: ['Slow'],
      }),
    );
    expect(answer(state, '2009-01-09')?.migration).toMatchObject({ decision: 'DISPUTED' });
    expect(answer(state, '2009-01-10')?.migration).toMatchObject({ flags: [], dispute: null });
  });
  it('X7, I1: what a determination says of a closed migration reopens nothing', () => {
    const request = { sourceInstanceId: 'E1', reasons: ['Slow'] };
    const closed = referred.and(
      command('retain-system', { effectiveDate: '2009-02-10', instanceId: 'E1' }),
      command('record-determination', determination),
    );
    expect(answer(closed.state, '2009-04-19')?.migration?.dispute).toMatchObject({ outcome: null });
    expect(answer(closed.state, '2009-04-20')).toMatchObject({
      state: 'IN_SERVICE',
      migration: {
        decision: 'CLOSED_REFUSED',
        flags: [],
        dispute: { level: 'NHSLA', outcome: 'CHANGE_TO_BE_AGREED', determinedOn: '2009-04-20' },
      },
    });
    expect(codes(closed.state, '2009-05-20')).not.toContain('CHANGE_TO_BE_AGREED');
    closed
      .when('request-migration', { ...request, effectiveDate: '2009-05-01' })
      .thenEvents([{ type: 'MigrationRequested' }]);
  });
  it('X7, F5: nor does one of the very day on which the migration was abandoned', () => {
    const abandoned = referred.and(
      confirmed(
        command('abandon-migration', { effectiveDate: '2009-04-20', cause: 'Too dear' }, patel),
        reed,
      ),
      command('record-determination', determination),
    );
    expect(answer(abandoned.state, '2009-04-20')?.migration).toMatchObject({
      decision: 'REFUSED',
      delivery: 'ABANDONED',
    });
  });
  it('C2, F1, X7: the practice is MIGRATING again from the day on which the refusal is lifted', () =>
    expect(practiceStateIntervals(toBeAgreed.state, reference)).toEqual([
      { state: 'IN_SERVICE', from: '2006-10-01', until: '2008-11-09' },
      { state: 'MIGRATING', from: '2008-11-10', until: '2008-12-18' },
      { state: 'IN_SERVICE', from: '2008-12-19', until: '2009-04-19' },
      { state: 'MIGRATING', from: '2009-04-20', until: null },
    ]));
  it('X7, R10: one of a day before it was closed lifted the refusal on that day, and until then alone', () => {
    const early = { ...determination, effectiveDate: '2009-02-06', reason: 'It came late' };
    const { state } = referred.and(
      command('retain-system', { effectiveDate: '2009-02-10', instanceId: 'E1' }),
      command('record-determination', early, national, '2009-04-20T12:00:00.000Z'),
    );
    expect(answer(state, '2009-02-05')?.migration).toMatchObject({
      decision: 'DISPUTED',
      flags: ['DISPUTE'],
    });
    expect(answer(state, '2009-02-06')).toMatchObject({
      state: 'MIGRATING',
      migration: { decision: 'BC_SUBMITTED', flags: [] },
    });
    expect(answer(state, '2009-02-10')).toMatchObject({
      state: 'IN_SERVICE',
      migration: { decision: 'CLOSED_REFUSED', flags: [] },
    });
  });
  it('X7: each day of the procedure that has passed is a finding, until the determination', () => {
    expect(codes(toBeAgreed.state, '2009-02-09')).not.toContain('DISPUTE_STEP_OVERDUE');
    const told = (on: string) =>
      answer(toBeAgreed.state, on)?.findings.find(({ code }) => code === 'DISPUTE_STEP_OVERDUE');
    expect(told('2009-02-10')).toEqual({
      code: 'DISPUTE_STEP_OVERDUE',
      rule: 'X7',
      message:
        'The request to the parties was due by 2009-02-09, 1 day ago, in the dispute before the NHS Litigation Authority, and no determination is on record.',
      events: [idOf(11), idOf(12), idOf(13), idOf(13, 1)],
    });
    expect(told('2009-03-10')?.message).toContain('representations were due by 2009-03-09');
    expect(told('2009-04-07')?.message).toContain('observations were due by 2009-04-06');
    expect(told('2009-04-20')).toBeUndefined();
  });
  it('X7: that the change is to be agreed is a finding until the PCT agrees', () => {
    expect(codes(toBeAgreed.state, '2009-04-19')).not.toContain('CHANGE_TO_BE_AGREED');
    expect(answer(toBeAgreed.state, '2009-04-30')?.findings).toContainEqual({
      code: 'CHANGE_TO_BE_AGREED',
      rule: 'X7',
      message:
        'It was determined on 2009-04-20 that the change is to be agreed, and the PCT has not agreed to it for 10 days.',
      events: [idOf(14)],
    });
    const agreed = toBeAgreed.and(
      command('agree-change', { effectiveDate: '2009-05-01', conditions: [], decidedBy: 'J Patel' }),
    );
    expect(codes(agreed.state, '2009-05-01')).not.toContain('CHANGE_TO_BE_AGREED');
    expect(codes(after('REFUSAL_UPHELD'), '2009-04-30')).not.toContain('CHANGE_TO_BE_AGREED');
  });
});
