import { command, confirmed, given, inReference, type Given } from '#testing/decisions.js';
import { cole, hart, idOf, moss, patel, reed, reference, withParameters } from '#testing/fixture.js';
import { decideConfirmation } from '#testing/practice-history.js';
import { secondMigration, workedUntil } from '#testing/worked-data-set.js';
import { practiceAnswer } from './answer.js';
import { nextSteps } from './next-steps/next-steps.js';

const lastProposal = ({ state }: Given) => Object.keys(state.proposals).at(-1)!;
const correction = command(
  'correct-go-live',
  { effectiveDate: '2009-03-12', reason: 'First entries' },
  patel,
);
const retention = command(
  'order-retention',
  { effectiveDate: '2009-03-23', instanceId: 'E1', option: 'DATR', payer: 'COMMISSIONER' },
  reed,
);
const live = given(...workedUntil('live'));
const rollback = confirmed(
  command('roll-back', { effectiveDate: '2009-04-30', cause: 'Repeat prescriptions fail' }, reed),
  patel,
);
const retraction = confirmed(
  command(
    'retract-go-live',
    { effectiveDate: '2009-04-30', targetEventId: idOf(25), reason: 'It was a trial' },
    patel,
  ),
  cole,
);
const abandonment = confirmed(
  command('abandon-migration', { effectiveDate: '2009-04-30', cause: 'Too dear' }, reed),
  patel,
);
const selection = command(
  'complete-selection',
  { effectiveDate: '2009-01-09', winner: 'INPS.VISION-3', candidates: ['INPS.VISION-3'] },
  reed,
);
const selectionOfPcs = command(
  'complete-selection',
  { effectiveDate: '2009-04-20', winner: 'EMIS.EMIS-PCS', candidates: ['EMIS.EMIS-PCS'] },
  reed,
);

describe('a proposal whose migration took another course', () => {
  it.each([
    ['R2, A20: a rollback', live.and(correction), rollback, 'the rollback of the migration'],
    ['R2, A20: a rollback, of retention', live.and(retention), rollback, 'the rollback of the migration'],
    ['R2, F7: a retraction', live.and(correction), retraction, 'the retraction of the go-live'],
    ['R2, F7: a retraction, of retention', live.and(retention), retraction, 'the retraction of the go-live'],
    [
      'R2, F5: an abandonment',
      given(...workedUntil('agreed'), selection),
      abandonment,
      'the end of the migration',
    ],
    [
      'R2, I1: the next request',
      given(
        ...workedUntil('submitted'),
        command('refuse-change', { effectiveDate: '2008-12-19', grounds: ['Too dear'] }),
        command('abandon-migration', { effectiveDate: '2008-12-20', cause: 'Refused' }, reed),
      ),
      command('request-migration', {
        effectiveDate: '2008-12-21',
        sourceInstanceId: 'E1',
        reasons: ['Slow'],
      }),
      'the end of the migration',
    ],
  ])('%s: is open no more, and not confirmed', (_what, proposed, course, by) => {
    const proposalId = lastProposal(proposed);
    const after = proposed.and(course);
    expect(practiceAnswer(proposed.state, reference, '2009-05-01', true)?.proposals).toHaveLength(1);
    expect(practiceAnswer(after.state, reference, '2009-05-01', true)?.proposals).toEqual([]);
    expect(
      decideConfirmation(after.history, proposalId, cole, '2009-05-01T12:00:00.000Z').decision,
    ).toMatchObject({
      refusal: {
        code: 'PROPOSAL_CLOSED',
        because: `The proposal ${proposalId} was overtaken by ${by}.`,
        remedy: 'Make a new proposal if one is needed.',
      },
    });
    const steps = nextSteps(after.state, reference, {
      ods: 'A00001',
      on: '2009-05-01',
      knownAt: '2009-05-01T12:00:00.000Z',
      requestHash: () => '',
    });
    expect(steps.filter(({ command: step }) => step === 'confirm')).toEqual([]);
  });

  it('R2, R13: is proposed again as it was', () => {
    const after = live.and(retention, retraction);
    const again = after.and(
      command(
        'declare-go-live',
        { effectiveDate: '2009-03-11', targetInstanceId: 'V1', reason: 'It was live after all' },
        reed,
        '2009-05-02T12:00:00.000Z',
      ),
    );
    again.when('order-retention', retention.body, reed).thenProposed('PCT');
  });

  it('R2, A5: consent to withdraw a notice that lapsed is for no later notice', () => {
    const contingent = withParameters(reference, { 'notice.earliest': 'CONTINGENT' });
    const proposed = inReference(contingent, ...workedUntil('replanned')).and(
      command('give-notice', { effectiveDate: '2009-02-27', instanceId: 'E1', method: 'Letter' }),
      command('withdraw-notice', { effectiveDate: '2009-03-02', instanceId: 'E1' }),
    );
    expect(proposed.state.proposals[lastProposal(proposed)]?.status).toBe('OPEN');
    const id = lastProposal(proposed);
    expect(proposed.and(abandonment).state.proposals[id]?.status).toBe('OVERTAKEN');
  });

  it('R2, F8: consent to withdraw a notice that was withdrawn meanwhile is for no later notice', () => {
    const consent = { effectiveDate: '2009-04-01', instanceId: 'E1' };
    const proposed = given(...workedUntil('noticeGiven')).and(command('withdraw-notice', consent));
    const first = lastProposal(proposed);
    const both = proposed.and(command('withdraw-notice', { ...consent, effectiveDate: '2009-04-06' }));
    const second = lastProposal(both);
    const { history } = decideConfirmation(both.history, first, hart, '2009-04-06T13:00:00.000Z');
    expect(history.state.proposals[first]?.status).toBe('CONFIRMED');
    expect(decideConfirmation(history, second, hart, '2009-04-07T12:00:00.000Z').decision).toMatchObject({
      refusal: {
        code: 'PROPOSAL_CLOSED',
        because: `The proposal ${second} was overtaken by the withdrawal of the notice.`,
      },
    });
  });

  it('R2, S36: what orders retention is wanted after the next go-live still', () => {
    const next = live.and(retention, ...secondMigration('2009-06-01'));
    const after = next.and(
      command('declare-go-live', { effectiveDate: '2009-06-15', targetInstanceId: 'E2' }),
    );
    expect(after.state.proposals[lastProposal(live.and(retention))]?.status).toBe('OPEN');
  });

  it('R2, A20: consent to withdraw a notice is wanted after a rollback still', () => {
    const proposed = given(...workedUntil('noticeGiven')).and(
      command('withdraw-notice', { effectiveDate: '2009-04-01', instanceId: 'E1' }),
    );
    const id = lastProposal(proposed);
    expect(proposed.and(rollback).state.proposals[id]?.status).toBe('OPEN');
  });

  it('R2, A20: what concerns the next migration is not overtaken by a rollback of the one before', () => {
    const next = live.and(...secondMigration('2009-04-20').slice(0, 4), selectionOfPcs);
    const after = next.and(rollback);
    expect(after.state.proposals[lastProposal(next)]?.status).toBe('OPEN');
    expect(next.and(abandonment).state.proposals[lastProposal(next)]?.status).toBe('OVERTAKEN');
  });

  it('R2, F5: what concerns a go-live is not overtaken by the abandonment of the next migration', () => {
    const proposed = live.and(...secondMigration('2009-04-20').slice(0, 4), correction);
    const { history } = proposed.and(abandonment);
    expect(
      decideConfirmation(history, lastProposal(proposed), cole, '2009-05-01T12:00:00.000Z').decision.kind,
    ).toBe('accepted');
  });

  it('R2, I14: a correction names its fact, whatever comes of the migration', () => {
    const planned = live.history.events.find(({ metadata: { actor } }) => actor.sub === moss.sub)!;
    const proposed = live.and(
      command(
        'correct-record',
        {
          effectiveDate: '2009-04-01',
          reason: 'The letter says Wednesday',
          targetEventId: planned.id,
          field: 'effectiveDate',
          was: '2009-01-22',
          now: '2009-01-21',
        },
        moss,
      ),
    );
    const { history } = proposed.and(...secondMigration('2009-04-20').slice(0, 2), rollback);
    const colleague = { ...moss, sub: 'another.inps' };
    expect(
      decideConfirmation(history, lastProposal(proposed), colleague, '2009-05-01T12:00:00.000Z').decision
        .kind,
    ).toBe('accepted');
  });
});

it('R2, X6: consent to the destruction of data stays open, since it is of no migration', () => {
  const destruction = {
    effectiveDate: '2010-05-03',
    instanceId: 'E1',
    certificate: { title: 'Certificate of destruction', sha256: 'c'.repeat(64) },
  };
  const asked = given(...workedUntil('serviceEnded')).and(
    command('record-data-destroyed', destruction, patel),
    ...secondMigration('2010-05-04').slice(0, 2),
  );
  expect(asked.state.proposals[lastProposal(asked)]?.status).toBe('OPEN');
});
