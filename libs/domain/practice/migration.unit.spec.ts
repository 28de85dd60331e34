import { command, given, inReference } from '#testing/decisions.js';
import { idOf, national, otherPractice, patel, reed, reference } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { practiceAnswer } from './answer.js';

const request = { effectiveDate: '2008-11-10', sourceInstanceId: 'E1', reasons: ['Slow'] };
const agree = { effectiveDate: '2008-12-19', conditions: [], decidedBy: 'J Patel' };
const refusal = { effectiveDate: '2008-12-19', grounds: ['Cost'] };
const retained = given(...workedUntil('retained'));
const requested = given(...workedUntil('requested'));
const withoutContact = retained.and(command('request-migration', request));

describe('record-contact', () => {
  it('S10: practice and PCT put their contact on file', () =>
    retained
      .when('record-contact', {
        effectiveDate: '2008-11-03',
        participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
        optionsConsidered: ['Retain'],
      })
      .thenEvents([{ type: 'OptionsDiscussed', payload: { optionsConsidered: ['Retain'] } }]));
});

describe('request-migration', () => {
  it('R20: the migration is known by the id of its request', () =>
    given(...workedUntil('contacted'))
      .when('request-migration', request)
      .thenEvents([
        {
          type: 'MigrationRequested',
          payload: { migrationId: idOf(7), ods: 'A00001', yearsSinceLastGoLive: null },
        },
      ]));
  it('S37: needs no contact yet', () =>
    retained.when('request-migration', request).thenEvents([{ type: 'MigrationRequested' }]));
  it('X4: only the practice itself asks', () => {
    retained.when('request-migration', request, patel).thenRefused('ROLE_NOT_ALLOWED');
    retained.when('request-migration', request, national).thenRefused('ROLE_NOT_ALLOWED');
    retained.when('request-migration', request, otherPractice).thenRefused('NOT_YOUR_PRACTICE');
  });
  it('S1: the kind wished for is a GPSoC system or an LSP’s', () => {
    retained
      .when('request-migration', { ...request, desiredKind: 'LSP' })
      .thenEvents([{ type: 'MigrationRequested', payload: { desiredKind: 'LSP' } }]);
    expect(() => retained.when('request-migration', { ...request, desiredKind: 'OTHER' as 'LSP' })).toThrow(
      'desiredKind',
    );
  });
  it('I1: one open migration at a time', () =>
    requested
      .when('request-migration', { ...request, effectiveDate: '2008-11-11' })
      .thenRefused('MIGRATION_OPEN'));
  it('I1, R10: nor one dated on a day on which another was still open', () => {
    const live = given(...workedUntil('live'));
    const fromV1 = (effectiveDate: string) =>
      live.when(
        'request-migration',
        { ...request, sourceInstanceId: 'V1', effectiveDate, reason: 'Within three years' },
        reed,
        '2009-03-16T12:00:00.000Z',
      );
    fromV1('2009-03-10').thenRefused('MIGRATION_OPEN');
    fromV1('2009-03-11').thenEvents([{ type: 'MigrationRequested' }]);
    expect(fromV1('2008-11-09').decided.decision).toMatchObject({
      refusal: {
        code: 'MIGRATION_OPEN',
        because: 'The migration requested on 2008-11-10 was open after 2008-11-09.',
      },
    });
    expect(fromV1('2008-11-10').decided.decision).toMatchObject({
      refusal: { because: 'The migration requested on 2008-11-10 was open on 2008-11-10.' },
    });
  });
  it('I1, R10: of several in the way the first is told, and of each whether it is open still', () => {
    const live = given(...workedUntil('live'));
    const again = { sourceInstanceId: 'V1', reasons: ['Slow'], reason: 'Within three years' };
    const next = live.and(command('request-migration', { effectiveDate: '2009-03-16', ...again }));
    const told = (effectiveDate: string) =>
      next.when('request-migration', { effectiveDate, ...again }, reed, '2009-03-20T12:00:00.000Z').decided
        .decision;
    expect(told('2009-03-10')).toMatchObject({
      refusal: { because: 'The migration requested on 2008-11-10 was open on 2009-03-10.' },
    });
    expect(told('2009-03-17')).toMatchObject({
      refusal: { because: 'The migration requested on 2009-03-16 is open.' },
    });
  });
  it('I1, R10: nor one dated before a later decision to retain, which it would have refused; S9: that of its day is no bar', () => {
    const late = '2008-04-10T12:00:00.000Z';
    const dated = (effectiveDate: string) =>
      given(
        ...workedUntil('installed'),
        command('retain-system', { effectiveDate: '2008-04-03', instanceId: 'E1' }),
      ).when('request-migration', { ...request, effectiveDate, reason: 'Found late' }, reed, late);
    expect(dated('2008-04-02').decided.decision).toMatchObject({
      refusal: {
        code: 'MIGRATION_OPEN',
        because:
          'The migration requested on 2008-04-02 would be open on 2008-04-03, when the practice decided to retain E1.',
      },
    });
    dated('2008-04-03').thenEvents([{ type: 'MigrationRequested' }]);
  });
  it('I1: the next request closes a refused one', () => {
    const outcome = requested
      .and(command('refuse-change', refusal))
      .when('request-migration', { ...request, effectiveDate: '2009-01-05' });
    outcome.thenEvents([{ type: 'MigrationRequested', payload: { migrationId: idOf(9) } }]);
    expect(outcome.decided.history.state.migrations.map(({ status }) => status)).toEqual(['CLOSED', 'OPEN']);
  });
  it('S25: its source is no system that the practice has left, which would have a second bedding-in', () => {
    const live = given(...workedUntil('live'));
    const again = { ...request, effectiveDate: '2009-03-21', reason: 'The new system fails' };
    live.when('request-migration', again).thenRefused('SYSTEM_LEFT');
    live
      .when('request-migration', { ...again, sourceInstanceId: 'V1' })
      .thenEvents([{ type: 'MigrationRequested' }]);
  });
  it('R6: its source is an instance in life', () => {
    retained
      .when('request-migration', { ...request, sourceInstanceId: 'X1' })
      .thenRefused('INSTANCE_UNKNOWN');
    given(...workedUntil('serviceEnded'))
      .when('request-migration', { ...request, effectiveDate: '2009-08-01' })
      .thenRefused('INSTANCE_NOT_IN_LIFE');
  });
});

describe('A21: another migration within three years of the last go-live', () => {
  const live = given(...workedUntil('corrected'));
  const again = { effectiveDate: '2009-05-01', sourceInstanceId: 'V1', reasons: ['Slow'] };

  it('A21: is allowed while bedding-in, with a reason and a flag', () =>
    live.when('request-migration', { ...again, reason: 'Repeat prescribing does not work' }).thenEvents([
      {
        type: 'MigrationRequested',
        payload: { yearsSinceLastGoLive: 0, flags: ['WITHIN_THREE_YEARS'] },
      },
    ]));
  it('A21: is refused without a reason, by rule A21', () => {
    const { decision } = live.when('request-migration', again).decided;
    expect(decision).toMatchObject({
      kind: 'refused',
      refusal: { code: 'REASON_REQUIRED', rule: 'A21', status: 400 },
    });
  });
  it('A21: is early on the day of go-live itself', () =>
    live.when('request-migration', { ...again, effectiveDate: '2009-03-12' }).thenRefused('REASON_REQUIRED'));
  it('A21: is early on the last day before the third anniversary, and no longer on it', () => {
    live.when('request-migration', { ...again, effectiveDate: '2012-03-11' }).thenRefused('REASON_REQUIRED');
    const { decision } = live.when('request-migration', { ...again, effectiveDate: '2012-03-12' }).decided;
    expect(decision).toMatchObject({ events: [{ payload: { yearsSinceLastGoLive: 3 } }] });
    expect(decision).not.toHaveProperty('events.0.payload.flags');
  });
});

describe('X2, A21: a policy that enforces the years between two changes', () => {
  const { sets } = reference.policy;
  const enforced = sets.map((set) => ({
    ...set,
    parameters: { ...set.parameters, 'choice.enforcement': 'REFUSE' as const },
  }));
  const live = inReference(
    { ...reference, policy: { ...reference.policy, sets: enforced } },
    ...workedUntil('corrected'),
  );
  const again = { sourceInstanceId: 'V1', reasons: ['Slow'], reason: 'Repeat prescribing does not work' };

  it('X2: refuses a request within them, whatever its reason, and says from when it may be made', () => {
    const outcome = live.when('request-migration', { ...again, effectiveDate: '2012-03-11' });
    outcome.thenRefused('CHOICE_TOO_EARLY');
    expect(outcome.decided.decision).toMatchObject({
      refusal: {
        rule: 'X2',
        because: 'The last go-live was on 2009-03-12, less than 3 years before.',
        remedy: 'Request the change on 2012-03-12 or later: the policy in force allows no earlier one.',
      },
    });
  });
  it('X2: accepts it from the anniversary on', () =>
    live
      .when('request-migration', { ...again, effectiveDate: '2012-03-12' })
      .thenEvents([{ type: 'MigrationRequested', payload: { yearsSinceLastGoLive: 3 } }]));
  it('X2: and one after no go-live at all', () =>
    inReference(
      { ...reference, policy: { ...reference.policy, sets: enforced } },
      ...workedUntil('contacted'),
    )
      .when('request-migration', request)
      .thenEvents([{ type: 'MigrationRequested', payload: { yearsSinceLastGoLive: null } }]));
});

describe('agree-change', () => {
  it('S15: the PCT agrees once a required business case is submitted', () =>
    given(...workedUntil('submitted'))
      .when('agree-change', agree)
      .thenEvents([{ type: 'ChangeAgreed', payload: { migrationId: idOf(7), decidedBy: 'J Patel' } }]));
  it('A8: with the practice’s share of the local cost, from none to all of it', () => {
    const submitted = given(...workedUntil('submitted'));
    const sharing = (practicePercent: number) => ({ ...agree, localPayerSplit: { practicePercent } });
    const agreed = submitted.and(command('agree-change', sharing(40)));
    expect(agreed.state.migrations[0]?.agreed?.localPayerSplit).toEqual({ practicePercent: 40 });
    expect(practiceAnswer(agreed.state, reference, '2008-12-19', true)?.migration?.agreed).toEqual({
      on: '2008-12-19',
      decidedBy: 'J Patel',
      conditions: [],
      practicePercent: 40,
      rule: 'S15',
      events: [idOf(10)],
    });
    for (const most of [0, 100])
      submitted.when('agree-change', sharing(most)).thenEvents([{ type: 'ChangeAgreed' }]);
    for (const none of [-1, 101, 33.3])
      expect(() => submitted.when('agree-change', sharing(none))).toThrow('practicePercent');
  });
  it('S11: or has been waived', () =>
    requested
      .and(
        command('decide-business-case-need', {
          effectiveDate: '2008-11-14',
          required: false,
          reason: 'Small change',
        }),
      )
      .when('agree-change', agree)
      .thenEvents([{ type: 'ChangeAgreed' }]));
  it('S11: not without the required business case', () =>
    given(...workedUntil('needDecided'))
      .when('agree-change', agree)
      .thenRefused('BUSINESS_CASE_MISSING'));
  it('S11: not with one that was returned', () =>
    given(...workedUntil('submitted'))
      .and(command('return-business-case', { effectiveDate: '2008-12-08', points: ['No risks named'] }))
      .when('agree-change', agree)
      .thenRefused('BUSINESS_CASE_MISSING'));
  it('R12, A27: not while the need is undecided', () =>
    requested.when('agree-change', agree).thenRefused('BUSINESS_CASE_UNDECIDED'));
  it('S10: not without contact', () =>
    withoutContact.when('agree-change', agree).thenRefused('CONTACT_MISSING'));
  it('S37: not without a request', () =>
    retained.when('agree-change', agree).thenRefused('MIGRATION_NOT_OPEN'));
  it('S15: once', () =>
    given(...workedUntil('agreed'))
      .when('agree-change', { ...agree, effectiveDate: '2008-12-20' })
      .thenRefused('CHANGE_ALREADY_AGREED'));
  it('C3: the practice does not agree for its PCT', () =>
    given(...workedUntil('submitted'))
      .when('agree-change', agree, reed)
      .thenRefused('ROLE_NOT_ALLOWED'));
});

describe('refuse-change', () => {
  it('I1: leaves the migration open for resubmission', () => {
    const refused = given(...workedUntil('submitted')).and(command('refuse-change', refusal));
    expect(refused.state.migrations.map(({ status }) => status)).toEqual(['OPEN']);
    refused
      .when('submit-business-case', {
        effectiveDate: '2009-01-05',
        version: '2.0',
        estimate: {
          lines: [{ service: 'Training', amountPence: 50_000, charge: 'ONE_OFF', payer: 'COMMISSIONER' }],
        },
      })
      .thenEvents([{ type: 'BusinessCaseSubmitted', payload: { version: '2.0' } }]);
  });
  it('S10: not without contact', () =>
    withoutContact.when('refuse-change', refusal).thenRefused('CONTACT_MISSING'));
  it('S37: not without a request', () =>
    retained.when('refuse-change', refusal).thenRefused('MIGRATION_NOT_OPEN'));
  it('S15: not after agreement', () =>
    given(...workedUntil('agreed'))
      .when('refuse-change', { ...refusal, effectiveDate: '2008-12-20' })
      .thenRefused('CHANGE_ALREADY_AGREED'));
});
