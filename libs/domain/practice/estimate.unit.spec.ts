import { inReference, given } from '#testing/decisions.js';
import { idOf, reference } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { practiceAnswer } from './answer.js';
import type { BodyOf } from './commands.js';

type Line = NonNullable<BodyOf<'submit-business-case'>['estimate']>['lines'][number];

const needed = given(...workedUntil('needDecided'));
const training = { service: 'Two days of training', amountPence: 60_000, charge: 'ONE_OFF' } as const;
const support = { service: 'System support', amountPence: 66_500, charge: 'ANNUAL' } as const;
const submission = (...lines: Line[]) => ({
  effectiveDate: '2008-12-05',
  version: '1.0',
  estimate: { lines },
});

describe('S14: the lines of an estimate are classified by the who-pays table in force', () => {
  it('S14: the payer is one whom the rule of the line allows', () => {
    const deployment = { ...training, service: 'Deployment', whoPaysRuleId: 'DEPLOYMENT' };
    for (const payer of ['COMMISSIONER', 'PRACTICE'] as const)
      needed.when('submit-business-case', submission({ ...deployment, payer })).thenEvents([
        {
          type: 'BusinessCaseSubmitted',
          payload: { policyVersion: 'gpsoc-1', estimate: { lines: [{ payer }] } },
        },
      ]);
    const outcome = needed.when('submit-business-case', submission({ ...deployment, payer: 'CENTRAL' }));
    outcome.thenRefused('PAYER_NOT_ALLOWED');
    expect(outcome.decided.decision).toMatchObject({
      refusal: {
        rule: 'S14',
        because: 'By gpsoc-1 the rule DEPLOYMENT is paid by COMMISSIONER or PRACTICE, not by CENTRAL.',
      },
    });
  });
  it('S14: left out, it follows from the rule where only one may pay', () => {
    needed
      .when(
        'submit-business-case',
        submission(
          { ...training, whoPaysRuleId: 'CORE_TRAINING' },
          { ...support, whoPaysRuleId: 'SYSTEM_SUPPORT' },
          { ...training, service: 'Data to the LSP', whoPaysRuleId: 'LSP_DATA_MIGRATION' },
        ),
      )
      .thenEvents([
        {
          type: 'BusinessCaseSubmitted',
          payload: {
            estimate: {
              lines: [{ payer: 'COMMISSIONER' }, { payer: 'COMMISSIONER' }, { payer: 'LSP_CONTRACT' }],
            },
          },
        },
      ]);
    const outcome = needed.when(
      'submit-business-case',
      submission({ ...training, whoPaysRuleId: 'DATA_MIGRATION' }),
    );
    outcome.thenRefused('PAYER_MISSING');
    expect(outcome.decided.decision).toMatchObject({
      refusal: { remedy: 'Send `payer` with the line: COMMISSIONER or PRACTICE.' },
    });
  });
  it('S14: a line of no rule says itself who pays, and is flagged', () => {
    needed
      .when(
        'submit-business-case',
        submission(
          { ...training, payer: 'CENTRAL' },
          { ...support, payer: 'COMMISSIONER', whoPaysRuleId: 'SYSTEM_SUPPORT' },
        ),
      )
      .thenEvents([{ type: 'BusinessCaseSubmitted', payload: { flags: ['ESTIMATE_UNCLASSIFIED'] } }]);
    needed.when('submit-business-case', submission(training)).thenRefused('PAYER_MISSING');
    const whole = needed.when(
      'submit-business-case',
      submission({ ...training, whoPaysRuleId: 'CORE_TRAINING' }),
    );
    expect(whole.decided.decision).not.toHaveProperty('events.0.payload.flags');
  });
  it('S14: a rule is one of the table, which a refusal names', () => {
    const biscuits = { ...training, payer: 'COMMISSIONER', whoPaysRuleId: 'TEA_AND_BISCUITS' } as const;
    const outcome = needed.when('submit-business-case', submission(biscuits));
    outcome.thenRefused('WHO_PAYS_RULE_UNKNOWN');
    expect(JSON.stringify(outcome.decided.decision)).toContain('SOFTWARE_LICENCE, LEVEL_1_COMPLIANCE');
  });
  it('S14: the table is that of the day of the estimate', () => {
    const [first] = reference.policy.sets;
    if (!first) throw new Error('no policy');
    const services = first.services.map((service) =>
      service.id === 'CORE_TRAINING' ? { ...service, payers: ['PRACTICE' as const] } : service,
    );
    const second = { ...first, version: 'gpsoc-2', from: '2008-12-05', services };
    const facts = { ...reference, policy: { ...reference.policy, sets: [first, second] } };
    const on = (effectiveDate: string) =>
      inReference(facts, ...workedUntil('needDecided')).when('submit-business-case', {
        ...submission({ ...training, whoPaysRuleId: 'CORE_TRAINING' }),
        effectiveDate,
      });
    on('2008-12-04').thenEvents([
      {
        type: 'BusinessCaseSubmitted',
        payload: { policyVersion: 'gpsoc-1', estimate: { lines: [{ payer: 'COMMISSIONER' }] } },
      },
    ]);
    on('2008-12-05').thenEvents([
      {
        type: 'BusinessCaseSubmitted',
        payload: { policyVersion: 'gpsoc-2', estimate: { lines: [{ payer: 'PRACTICE' }] } },
      },
    ]);
  });
  it('S13, S14: the answer tells the estimate by payer, of the case that was last submitted by the day', () => {
    const { state } = given(...workedUntil('submitted')).and({
      name: 'submit-business-case',
      body: {
        ...submission(
          { ...training, whoPaysRuleId: 'CORE_TRAINING' },
          { ...support, payer: 'COMMISSIONER' },
          { ...training, amountPence: 5_000, payer: 'PRACTICE' },
        ),
        effectiveDate: '2008-12-08',
        version: '1.1',
      },
      by: needed.history.events.find(({ type }) => type === 'MigrationRequested')!.metadata.actor,
      at: '2008-12-08T12:00:00.000Z',
    });
    const told = (on: string) => practiceAnswer(state, reference, on, true)?.migration?.businessCase;
    expect(told('2008-12-04')).toBeNull();
    expect(told('2008-12-05')).toMatchObject({ version: '1.0', events: [idOf(9)] });
    expect(told('2008-12-08')).toMatchObject({
      submittedOn: '2008-12-08',
      version: '1.1',
      templateVersion: null,
      policyVersion: 'gpsoc-1',
      byPayer: [
        { payer: 'COMMISSIONER', oneOffPence: 60_000, annualPence: 66_500 },
        { payer: 'PRACTICE', oneOffPence: 5_000, annualPence: 0 },
      ],
      rule: 'S13',
      events: [idOf(10)],
    });
  });
});
