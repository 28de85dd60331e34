import { command, given } from '#testing/decisions.js';
import { cole, hart, idOf, national, patel, reference } from '#testing/fixture.js';
import {
  decideConfirmation,
  decideStep,
  emptyHistory,
  type History,
  type Step,
} from '#testing/practice-history.js';
import { workedUntil, type Milestone } from '#testing/worked-data-set.js';
import fc from 'fast-check';
import { commandNames, draws, historiesBefore, later, stepOf } from './random-practice.js';

/** The same request by R13: other words of reason, other evidence, a colleague of the same organisation. */
const inOtherWords = (step: Step): Step => ({
  ...step,
  at: later(step.at),
  by: step.by.sub === patel.sub ? cole : step.by,
  body: { ...step.body, reason: 'Sent again', evidence: [{ title: 'Letter', sha256: 'a'.repeat(64) }] },
});

/** Asks twice; the second answer must be the first, or that it is so already. Returns how the first was answered. */
const askTwice = (history: History, step: Step): string => {
  const first = decideStep(history, step);
  const again = decideStep(first.history, { ...step, at: later(step.at) });
  expect(again.history).toBe(first.history);
  if (first.decision.kind === 'refused') expect(again.decision).toEqual(first.decision);
  else {
    expect(again.decision.kind).toBe('nothing');
    expect(decideStep(first.history, inOtherWords(step)).decision.kind).toBe('nothing');
  }
  return first.decision.kind;
};

describe('I16 R13: the same command twice is the same as once', () => {
  it.each(commandNames)('%s, by anybody, in any state that a practice comes to', (name) => {
    const property = fc.property(historiesBefore(name), draws, (history, draw) => {
      askTwice(history, stepOf(history, name, draw));
    });
    fc.assert(property, { numRuns: 50 });
  });

  it('R2: every row of W, its confirmations too', () => {
    let history = emptyHistory(reference);
    for (const step of workedUntil('rehomed')) {
      const { confirmed, ...asked } = step;
      expect(askTwice(history, asked)).toBe('accepted');
      history = decideStep(history, asked).history;
      if (!confirmed) continue;
      const proposalId = history.events.at(-1)!.id;
      const first = decideConfirmation(history, proposalId, confirmed.by, confirmed.at);
      expect(first.decision.kind).toBe('accepted');
      const again = decideConfirmation(first.history, proposalId, confirmed.by, later(confirmed.at));
      expect(again.decision.kind).toBe('nothing');
      expect(askTwice(first.history, { ...asked, at: later(confirmed.at) })).toBe('nothing');
      history = first.history;
    }
  });

  const retention = {
    effectiveDate: '2009-03-20',
    instanceId: 'E1',
    option: 'DATR',
    payer: 'PRACTICE',
  } as const;
  const refused = command('refuse-change', { effectiveDate: '2008-12-19', grounds: ['Too dear'] });
  const disputed = command('raise-dispute', {
    effectiveDate: '2009-01-05',
    subject: 'REFUSAL',
    grounds: ['It is within the budget'],
  });
  const problem = command('raise-data-access-problem', { effectiveDate: '2009-02-16', problem: 'No answer' });
  const day = { effectiveDate: '2009-04-01' };
  const leave = command('leave-call-off', { ...day, instanceId: 'V1' });
  const started = command('start-selection', {
    effectiveDate: '2009-01-05',
    candidates: ['INPS.VISION-3', 'EMIS.EMIS-PCS'],
  });
  const access = {
    effectiveDate: '2009-03-16',
    instanceId: 'E1',
    purposeClass: 'CORONER',
    period: { from: '2009-03-01', until: '2009-03-10' },
    onWhoseAuthority: 'The practice',
  } as const;
  const besides: readonly {
    readonly after: Milestone;
    readonly first?: readonly Step[];
    readonly step: Step;
  }[] = [
    {
      after: 'submitted',
      step: command('return-business-case', { effectiveDate: '2008-12-08', points: ['Add training'] }),
    },
    { after: 'submitted', step: refused },
    { after: 'agreed', step: started },
    {
      after: 'agreed',
      first: [started],
      step: command('score-candidate', {
        effectiveDate: '2009-01-07',
        candidate: 'INPS.VISION-3',
        scores: [{ criterion: 'Prescribing', weight: 60, score: 80 }],
      }),
    },
    {
      after: 'agreed',
      first: [started],
      step: command('fail-selection', { effectiveDate: '2009-01-09', reasons: ['Nothing fits'] }),
    },
    { after: 'submitted', first: [refused], step: disputed },
    {
      after: 'submitted',
      first: [refused, disputed],
      step: command('escalate-dispute', { effectiveDate: '2009-01-19', level: 'NHSLA' }),
    },
    {
      after: 'submitted',
      first: [refused, disputed],
      step: command('record-determination', {
        effectiveDate: '2009-04-20',
        outcome: 'REFUSAL_UPHELD',
        document: 'NHSLA 2009/12',
      }),
    },
    { after: 'live', step: command('order-retention', retention) },
    {
      after: 'ordered',
      step: command('amend-order', {
        effectiveDate: '2009-02-02',
        trackingRef: 'TRACK-0001',
        services: [{ service: 'Training' }],
      }),
    },
    {
      after: 'ordered',
      step: command('cancel-order', { effectiveDate: '2009-02-27', trackingRef: 'TRACK-0001' }),
    },
    {
      after: 'extracted',
      step: command('reject-extract', {
        effectiveDate: '2009-03-10',
        extractId: idOf(24),
        grounds: ['Unreadable'],
      }),
    },
    { after: 'ordered', step: problem },
    {
      after: 'ordered',
      first: [problem],
      step: command('escalate-data-access-problem', { effectiveDate: '2009-02-23', problemId: idOf(19) }),
    },
    {
      after: 'ordered',
      first: [problem],
      step: command('resolve-data-access-problem', {
        effectiveDate: '2009-02-23',
        problemId: idOf(19),
        resolution: 'Answered',
      }),
    },
    { after: 'extracted', step: command('report-go-live', { effectiveDate: '2009-03-11' }) },
    {
      after: 'live',
      step: command('record-backload', {
        effectiveDate: '2009-03-16',
        from: '2009-03-09T18:30',
        to: '2009-03-12T08:00',
        method: 'Keyed in',
      }),
    },
    {
      after: 'live',
      step: command('confirm-installed', { ...day, instanceId: 'V1', function: 'SUMMARY_CARE_RECORD' }),
    },
    {
      after: 'live',
      step: command('upgrade-system', { ...day, instanceId: 'V1', version: '3.1', level: 2 }),
    },
    { after: 'live', step: leave },
    {
      after: 'live',
      first: [leave],
      step: command('opt-out', { effectiveDate: '2009-04-02', instanceId: 'V1' }),
    },
    { after: 'live', step: command('end-pct-practice-agreement', day) },
    { after: 'live', step: command('record-contractor-type', { ...day, contractorType: 'PCTMS' }) },
    {
      after: 'live',
      step: command('grant-funding-exception', {
        ...day,
        instanceId: 'E1',
        from: '2009-06-12',
        until: '2009-07-31',
      }),
    },
    { after: 'live', step: command('close-practice', day, national) },
    { after: 'live', step: command('merge-practice', { ...day, into: 'A00002' }, national) },
    { after: 'live', step: command('split-practice', { ...day, into: ['A00001', 'A00002'] }, national) },
    {
      after: 'live',
      step: command('take-over-practice', { ...day, predecessor: 'A00002', kind: 'MERGER' }, national),
    },
    {
      after: 'live',
      step: command(
        'correct-record',
        {
          effectiveDate: '2009-03-14',
          reason: 'Minutes checked',
          targetEventId: given(...workedUntil('agreed')).history.events.at(-1)!.id,
          field: 'decidedBy',
          was: 'J Patel',
          now: 'The IM&T board',
        },
        patel,
      ),
    },
    {
      after: 'live',
      step: command('retract-go-live', {
        effectiveDate: '2009-04-02',
        targetEventId: idOf(25),
        reason: 'Never happened',
      }),
    },
    {
      after: 'live',
      step: command('roll-back', { effectiveDate: '2009-04-30', cause: 'Prescriptions fail' }),
    },
    {
      after: 'ordered',
      step: command('abandon-migration', { effectiveDate: '2009-02-27', cause: 'Too dear' }),
    },
    {
      after: 'rehomed',
      step: command('end-retention', { effectiveDate: '2012-09-03', instanceId: 'E1', until: '2012-09-30' }),
    },
    {
      after: 'serviceEnded',
      step: command(
        'record-data-holder',
        {
          effectiveDate: '2009-08-03',
          instanceId: 'E1',
          holder: { kind: 'PRACTICE', org: 'A00001' },
          locationClass: 'PRACTICE_PREMISES',
          format: 'The old server',
        },
        patel,
      ),
    },
    {
      after: 'serviceEnded',
      step: command('record-data-destroyed', {
        effectiveDate: '2009-08-03',
        instanceId: 'E1',
        certificate: { title: 'Certificate', sha256: 'b'.repeat(64) },
      }),
    },
    { after: 'live', step: command('request-audit-access', access) },
    {
      after: 'live',
      first: [command('request-audit-access', access)],
      step: command(
        'fulfil-audit-access',
        { effectiveDate: '2009-03-20', requestId: idOf(26), chargePence: 0 },
        hart,
      ),
    },
    {
      after: 'live',
      first: [command('request-audit-access', access)],
      step: command(
        'fail-audit-access',
        { effectiveDate: '2009-03-20', requestId: idOf(26), cause: 'OTHER' },
        hart,
      ),
    },
    {
      after: 'noticeGiven',
      step: command('withdraw-notice', { effectiveDate: '2009-03-24', instanceId: 'E1' }),
    },
    {
      after: 'noticeGiven',
      step: command(
        'acknowledge-notice',
        { effectiveDate: '2009-03-24', instanceId: 'E1', receivedOn: '2009-03-23' },
        hart,
      ),
    },
    {
      after: 'noticeGiven',
      step: command(
        'dispute-notice',
        { effectiveDate: '2009-03-24', instanceId: 'E1', grounds: 'It came on 23 March' },
        hart,
      ),
    },
  ];
  it.each(besides)('what W lacks: $step.name after $after', ({ after, first = [], step }) => {
    expect(askTwice(given(...workedUntil(after), ...first).history, step)).toBe('accepted');
  });
  it('no command is left out', () => {
    const accepted = [...workedUntil('rehomed'), ...besides.map(({ step }) => step)];
    expect(new Set(accepted.map(({ name }) => name))).toEqual(new Set(commandNames));
  });
});
