import { command, given, inReference } from '#testing/decisions.js';
import { idOf, patel, reed, reference } from '#testing/fixture.js';
import type { Step } from '#testing/practice-history.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { practiceAnswer } from './answer.js';

const need = { effectiveDate: '2008-11-14', required: true, templateVersion: '1.2', dueBy: '2008-12-12' };
const line = { service: 'Training', amountPence: 50_000, charge: 'ONE_OFF', payer: 'COMMISSIONER' } as const;
const submission = { effectiveDate: '2008-12-05', version: '1.0', estimate: { lines: [line] } };
const points = { effectiveDate: '2008-12-08', points: ['No risks named'] };
const requested = given(...workedUntil('requested'));
const submitted = given(...workedUntil('submitted'));
const waived = requested.and(
  command('decide-business-case-need', { ...need, required: false, reason: 'Small change' }),
);

describe('decide-business-case-need', () => {
  it('S11: the PCT asks for a business case', () =>
    requested.when('decide-business-case-need', need).thenEvents([
      {
        type: 'BusinessCaseRequired',
        payload: { migrationId: idOf(7), templateVersion: '1.2', dueBy: '2008-12-12' },
      },
    ]));
  it('S11: due on the day itself or later', () => {
    requested
      .when('decide-business-case-need', { ...need, dueBy: '2008-11-14' })
      .thenEvents([{ type: 'BusinessCaseRequired' }]);
    requested.when('decide-business-case-need', { ...need, dueBy: '2008-11-13' }).thenRefused('DATE_ORDER');
  });
  it('A27: or does without one, for a reason', () => {
    requested
      .when('decide-business-case-need', { ...need, required: false, reason: 'Small change' })
      .thenEvents([{ type: 'BusinessCaseWaived', payload: { reason: 'Small change' } }]);
    const { decision } = requested.when('decide-business-case-need', {
      effectiveDate: '2008-11-14',
      required: false,
    }).decided;
    expect(decision).toMatchObject({ refusal: { code: 'REASON_REQUIRED', rule: 'A27' } });
  });
  it('S10: not without contact', () =>
    given(...workedUntil('retained'))
      .and(
        command('request-migration', {
          effectiveDate: '2008-11-10',
          sourceInstanceId: 'E1',
          reasons: ['Slow'],
        }),
      )
      .when('decide-business-case-need', need)
      .thenRefused('CONTACT_MISSING'));
  it('S37: not without a request', () =>
    given(...workedUntil('contacted'))
      .when('decide-business-case-need', need)
      .thenRefused('MIGRATION_NOT_OPEN'));
  it('S11: not after agreement', () =>
    given(...workedUntil('agreed'))
      .when('decide-business-case-need', { ...need, effectiveDate: '2008-12-20' })
      .thenRefused('CHANGE_ALREADY_AGREED'));
  it('S11: asked for again with a new date, a case that is in stays in', () =>
    submitted
      .and(command('decide-business-case-need', { ...need, effectiveDate: '2008-12-06' }))
      .when('agree-change', { effectiveDate: '2008-12-19', conditions: [], decidedBy: 'J Patel' })
      .thenEvents([{ type: 'ChangeAgreed' }]));
  it('S11: waived after all, and asked for again, are decisions of their own', () =>
    waived.when('decide-business-case-need', need).thenEvents([{ type: 'BusinessCaseRequired' }]));
});

describe('submit-business-case', () => {
  it('S13: with an estimate of the costs', () =>
    given(...workedUntil('needDecided'))
      .when('submit-business-case', submission, reed)
      .thenEvents([{ type: 'BusinessCaseSubmitted', payload: { estimate: { lines: [line] } } }]));
  it('S13: not without one, nor with an empty one', () => {
    const needed = given(...workedUntil('needDecided'));
    needed
      .when('submit-business-case', { effectiveDate: '2008-12-05', version: '1.0' })
      .thenRefused('ESTIMATE_MISSING');
    needed
      .when('submit-business-case', { ...submission, estimate: { lines: [] } })
      .thenRefused('ESTIMATE_MISSING');
  });
  it('S11: only one that the PCT asked for', () => {
    requested.when('submit-business-case', submission).thenRefused('BUSINESS_CASE_NOT_REQUIRED');
    waived.when('submit-business-case', submission).thenRefused('BUSINESS_CASE_NOT_REQUIRED');
  });
  it('R13: submitted again after its return is a submission of its own', () =>
    submitted
      .and(command('return-business-case', points))
      .when('submit-business-case', {
        effectiveDate: '2008-12-05',
        version: '1.0',
        estimate: {
          lines: [
            { service: 'Data migration', amountPence: 150_000, charge: 'ONE_OFF', payer: 'COMMISSIONER' },
          ],
        },
      })
      .thenEvents([{ type: 'BusinessCaseSubmitted' }]));
});

describe('S12: the Business Case Template', () => {
  const templates = [
    { version: '1.0', from: '2008-04-01' },
    { version: '1.1', from: '2008-11-20' },
  ].map(({ version, from }) => ({
    version,
    from,
    title: 'An example template',
    sections: [{ title: 'Estimated costs' }],
    eventId: idOf(99),
  }));
  const withTemplates = { ...reference, policy: { ...reference.policy, templates } };
  const asked = inReference(withTemplates, ...workedUntil('requested'));
  const needOn = (effectiveDate: string, templateVersion: string) => ({
    effectiveDate,
    required: true,
    templateVersion,
  });

  it('S12: once one is in force, the PCT asks for a version that is published by then', () => {
    asked
      .when('decide-business-case-need', needOn('2008-11-14', '1.0'))
      .thenEvents([{ type: 'BusinessCaseRequired', payload: { templateVersion: '1.0' } }]);
    asked.when('decide-business-case-need', needOn('2008-11-14', '1.1')).thenRefused('TEMPLATE_UNKNOWN');
    asked
      .when('decide-business-case-need', needOn('2008-11-20', '1.0'))
      .thenEvents([{ type: 'BusinessCaseRequired' }]);
  });
  it('S12: from the very day of its publication', () =>
    asked
      .when('decide-business-case-need', needOn('2008-11-20', '1.1'))
      .thenEvents([{ type: 'BusinessCaseRequired', payload: { templateVersion: '1.1' } }]));
  it('S12: the submission records the version asked for, else the one in force, else none', () => {
    const submittedOn = (step: Step) => asked.and(step).when('submit-business-case', submission);
    const need10 = command('decide-business-case-need', needOn('2008-11-14', '1.0'));
    const need = command('decide-business-case-need', { effectiveDate: '2008-11-14', required: true });
    submittedOn(need10).thenEvents([{ type: 'BusinessCaseSubmitted', payload: { templateVersion: '1.0' } }]);
    submittedOn(need).thenEvents([{ type: 'BusinessCaseSubmitted', payload: { templateVersion: '1.1' } }]);
    const { decision } = requested.and(need).when('submit-business-case', submission).decided;
    expect(decision).not.toHaveProperty('events.0.payload.templateVersion');
  });
  it('S12: a version that is asked for last counts', () => {
    const need = (version: string) =>
      command('decide-business-case-need', needOn(version === '1.0' ? '2008-11-14' : '2008-11-21', version));
    asked
      .and(need('1.0'), need('1.1'))
      .when('submit-business-case', submission)
      .thenEvents([{ type: 'BusinessCaseSubmitted', payload: { templateVersion: '1.1' } }]);
  });
});

describe('C2: what is told of the decision', () => {
  it.each([
    ['that no case is needed', waived, '2008-11-14', 'BC_NOT_REQUIRED'],
    [
      'that the case was returned',
      submitted.and(command('return-business-case', points)),
      '2008-12-08',
      'BC_RETURNED',
    ],
  ] as const)('S11, A27: %s', (_what, { state }, on, decision) =>
    expect(practiceAnswer(state, reference, on, true)?.migration).toMatchObject({ decision }),
  );
});

describe('return-business-case', () => {
  it('S11: sends a submitted case back with its points', () =>
    submitted
      .when('return-business-case', points, patel)
      .thenEvents([{ type: 'BusinessCaseReturned', payload: { points: ['No risks named'] } }]));
  it('S37: not without a submitted case', () =>
    given(...workedUntil('needDecided'))
      .when('return-business-case', points)
      .thenRefused('BUSINESS_CASE_MISSING'));
  it('S11: not one that the PCT never asked for', () => {
    requested.when('return-business-case', points).thenRefused('BUSINESS_CASE_NOT_REQUIRED');
    waived.when('return-business-case', points).thenRefused('BUSINESS_CASE_NOT_REQUIRED');
  });
  it('S37: neither submitted nor returned without a request', () => {
    const contacted = given(...workedUntil('contacted'));
    contacted.when('submit-business-case', submission).thenRefused('MIGRATION_NOT_OPEN');
    contacted.when('return-business-case', points).thenRefused('MIGRATION_NOT_OPEN');
  });
});
