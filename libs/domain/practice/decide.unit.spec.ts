import { jest } from '@jest/globals';
import { command, confirmed, given } from '#testing/decisions.js';
import { cole, national, patel, reed } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { ROLES } from '../recorded.js';
import { practiceCommands } from './commands.js';
import { commandRules } from './rules.js';

const contact = {
  effectiveDate: '2008-11-03',
  participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
  optionsConsidered: ['Retain'],
};
const retained = given(...workedUntil('retained'));
const at = (day: string) => `${day}T12:00:00.000Z`;

describe('C3: who may ask for something', () => {
  it('C3: every role has commands of its own, but for the auditor, who only reads', () => {
    const allowed = new Set(Object.values(commandRules).flatMap(({ roles }) => roles));
    expect(ROLES.filter((role) => !allowed.has(role))).toEqual(['AUD']);
  });
});

describe('R10: late entry', () => {
  it('R10: seven days late needs no reason and is not flagged', () => {
    const { decision } = retained.when('record-contact', contact, reed, at('2008-11-10')).decided;
    expect(decision).toMatchObject({ kind: 'accepted' });
    expect(decision).not.toHaveProperty('events.0.payload.flags');
  });
  it('R10: eight days late needs a reason and is flagged', () => {
    retained.when('record-contact', contact, reed, at('2008-11-11')).thenRefused('REASON_REQUIRED');
    retained
      .when('record-contact', { ...contact, reason: 'Minutes found late' }, reed, at('2008-11-11'))
      .thenEvents([{ type: 'OptionsDiscussed', payload: { flags: ['LATE_ENTRY'] } }]);
  });
  it('R10: an effective date in the future is refused', () =>
    retained.when('record-contact', contact, reed, at('2008-11-02')).thenRefused('EFFECTIVE_DATE_IN_FUTURE'));
  it('A32: the day is London’s: half past midnight in summer is of that day, not of the UTC day before', () =>
    retained
      .when('record-contact', { ...contact, effectiveDate: '2008-07-02' }, reed, '2008-07-01T23:30:00.000Z')
      .thenEvents([{ type: 'OptionsDiscussed' }]));
  it('I17: the day is that of the instant given with the command, whatever the machine’s clock says', () => {
    jest.useFakeTimers({ now: new Date('2001-01-01T12:00:00Z') });
    try {
      retained
        .when('record-contact', contact, reed, at('2008-11-03'))
        .thenEvents([{ type: 'OptionsDiscussed' }]);
      retained
        .when('record-contact', contact, reed, at('2008-11-02'))
        .thenRefused('EFFECTIVE_DATE_IN_FUTURE');
    } finally {
      jest.useRealTimers();
    }
  });
  it('R10: registering an instance and joining a Call-Off have no limit, past or future', () =>
    retained
      .when(
        'register-instance',
        {
          effectiveDate: '2020-01-01',
          instanceId: 'X1',
          productId: 'INPS.VISION-3',
          level: 3,
          contract: 'GPSOC',
          hosting: 'LOCAL_SERVER',
          chooseAndBook: true,
          etp: true,
        },
        patel,
        at('2008-11-02'),
      )
      .thenEvents([{ type: 'SystemInstanceRegistered' }]));
  it('I7: a go-live in the future is refused', () =>
    given(...workedUntil('extracted'))
      .when(
        'declare-go-live',
        { effectiveDate: '2009-03-14', targetInstanceId: 'V1' },
        reed,
        at('2009-03-13'),
      )
      .thenRefused('GO_LIVE_IN_FUTURE'));
});

describe('R13: the same request', () => {
  const contacted = given(...workedUntil('contacted'));
  const request = {
    effectiveDate: '2008-11-10',
    sourceInstanceId: 'E1',
    reasons: ['Better prescribing support'],
  };

  it('R13: adds nothing while the earlier one stands, whatever its reason or evidence', () =>
    retained
      .and(command('record-contact', contact))
      .when('record-contact', { ...contact, reason: 'Sent again' }, reed, at('2008-11-04'))
      .thenNothing());
  it('R13: of another organisation, or of other content, is another request', () => {
    contacted.when('record-contact', contact, patel).thenEvents([{ type: 'OptionsDiscussed' }]);
    contacted
      .when('record-contact', { ...contact, optionsConsidered: ['Retain', 'Migrate'] })
      .thenEvents([{ type: 'OptionsDiscussed' }]);
  });
  it('R13: is judged before every rule of state', () =>
    given(...workedUntil('requested'))
      .when('request-migration', request)
      .thenNothing());
  it('R13: is judged after authority', () =>
    given(...workedUntil('requested'))
      .when('request-migration', request, patel)
      .thenRefused('ROLE_NOT_ALLOWED'));
  it('R13, F1: a refusal no longer stands once the case was submitted again', () => {
    const refusal = { effectiveDate: '2008-12-19', grounds: ['Cost'] };
    const submission = {
      effectiveDate: '2008-12-19',
      version: '2.0',
      estimate: {
        lines: [
          { service: 'Training', amountPence: 50_000, charge: 'ONE_OFF', payer: 'COMMISSIONER' } as const,
        ],
      },
    };
    given(...workedUntil('submitted'))
      .and(command('refuse-change', refusal), command('submit-business-case', submission))
      .when('refuse-change', refusal)
      .thenEvents([{ type: 'ChangeRefused' }]);
  });
  it('R13, S1: nor a decision to retain once the practice asked to migrate', () => {
    const retain = { effectiveDate: '2008-11-10', instanceId: 'E1' };
    const outcome = contacted
      .and(
        command('retain-system', retain),
        command('request-migration', request),
        command('refuse-change', { effectiveDate: '2008-11-10', grounds: ['Cost'] }),
      )
      .when('retain-system', retain);
    outcome.thenEvents([{ type: 'SystemRetained' }]);
    expect(outcome.decided.history.state.migrations.map(({ status }) => status)).toEqual(['CLOSED']);
  });
  it('R13, R2: an open proposal stands, also when another of its kind has been confirmed', () => {
    const correction = (effectiveDate: string) =>
      command('correct-go-live', { effectiveDate, reason: 'Log' }, patel, at('2009-04-02'));
    const [twelfth, thirteenth] = [correction('2009-03-12'), correction('2009-03-13')];
    given(...workedUntil('live'))
      .and(twelfth, confirmed(thirteenth, cole))
      .when('correct-go-live', twelfth.body, patel, twelfth.at)
      .thenNothing();
  });
  it('R13: no longer stands once it was refused', () =>
    given(...workedUntil('requested'))
      .and(command('refuse-change', { effectiveDate: '2008-11-10', grounds: ['Cost'] }))
      .when('request-migration', request)
      .thenEvents([{ type: 'MigrationRequested' }]));
});

describe('R20: what a body may hold', () => {
  it('R20: derived fields and unknown ones are refused', () => {
    for (const field of ['fundingBasis', 'recordedAt', 'anything']) {
      const body = { effectiveDate: '2008-04-01', instanceId: 'E1', [field]: 'CENTRAL' };
      expect(practiceCommands['retain-system'].safeParse(body).success).toBe(false);
    }
  });
  it('I12: recordedAt is never a client’s, and effectiveDate may lie before it', () => {
    expect(
      practiceCommands['record-contact'].safeParse({ ...contact, recordedAt: at('2008-11-03') }).success,
    ).toBe(false);
    const { events } = given(...workedUntil('live')).history;
    expect(events.at(-1)).toMatchObject({
      payload: { effectiveDate: '2009-03-11' },
      metadata: { recordedAt: '2009-03-13T09:12:00.000Z' },
    });
  });
  it('A32: 30 February is no date', () =>
    expect(
      practiceCommands['record-contact'].safeParse({ ...contact, effectiveDate: '2009-02-30' }).success,
    ).toBe(false));
  it('I15: nothing that looks like an NHS number', () => {
    const noted = (note: string) =>
      practiceCommands['record-contact'].safeParse({ ...contact, optionsConsidered: [note] }).success;
    expect(noted('Patient 943 476 5919 asked')).toBe(false);
    expect(noted('Patient 9434765919 asked')).toBe(false);
    expect(noted('Reference 9434765918')).toBe(true);
  });
});

describe('S1: a practice that is not on the register', () => {
  it('S1: is unknown to every command but its registration', () =>
    given().when('record-contact', contact).thenRefused('PRACTICE_UNKNOWN'));
  it('C3: which a role without the right does not learn', () =>
    given().when('record-contact', contact, national).thenRefused('ROLE_NOT_ALLOWED'));
});
