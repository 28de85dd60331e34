import { command, confirmed, given, inReference } from '#testing/decisions.js';
import {
  cole,
  hart,
  national,
  patel,
  reference,
  successor,
  withCommissioner,
  withSupplier,
} from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { findings } from './findings/index.js';
import { callOffOn } from './installed.js';
import { instanceViews } from './instance-view.js';

const installed = given(...workedUntil('installed'));
const live = given(...workedUntil('live'));
const e1 = { instanceId: 'E1' };
const leave = { ...e1, effectiveDate: '2009-03-31' };
const join = { ...e1, effectiveDate: '2009-07-01' };
const left = installed.and(command('leave-call-off', leave));
const codesOn = (state: typeof installed.state, on: string, facts = reference) =>
  findings(state, facts, on).map(({ code }) => code);
/** Since when the practice had opted out, as its answer tells it for each of the days. */
const optedOutOn = (state: typeof installed.state, ...days: readonly string[]) =>
  days.map((on) => instanceViews(state, reference, on)[0]?.optedOut?.on ?? null);

describe('leave-call-off', () => {
  it('R6: names the last day that the Call-Off covers; the instance may join again', () => {
    installed
      .when('leave-call-off', leave)
      .thenEvents([{ type: 'PracticeLeftCallOff', payload: { pct: '5ZZ', supplier: 'EMIS' } }]);
    const again = left.and(command('join-call-off', join));
    const covered = (on: string) => callOffOn(again.state.instances['E1']!, on) !== undefined;
    expect(['2008-04-01', '2009-03-31', '2009-04-01', '2009-06-30', '2009-07-01'].map(covered)).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
  });
  it('R6: needs a Call-Off that covers the instance on that day', () => {
    left.when('leave-call-off', { ...leave, effectiveDate: '2009-04-30' }).thenRefused('NOT_ON_CALL_OFF');
    installed.when('leave-call-off', { ...leave, instanceId: 'X1' }).thenRefused('INSTANCE_UNKNOWN');
    left.when('leave-call-off', { ...leave, reason: 'Sent again' }).thenNothing();
  });
  it('R6: an earlier last day replaces the one on record', () =>
    left
      .when('leave-call-off', { ...leave, effectiveDate: '2009-02-28' })
      .thenEvents([{ type: 'PracticeLeftCallOff' }]));
  it('R6: an earlier last day, or a later one that corrects it, leaves what the Call-Off covered before', () => {
    const leftOn = (effectiveDate: string) => command('leave-call-off', { ...e1, effectiveDate });
    const covered = ({ state }: typeof installed, ...days: readonly string[]) =>
      days.map((on) => callOffOn(state.instances['E1']!, on) !== undefined);
    const again = left.and(command('join-call-off', join));
    const earlier = again.and(leftOn('2009-02-28'));
    expect(covered(earlier, '2009-02-28', '2009-03-01', '2009-07-01')).toEqual([true, false, true]);
    const leftTwice = again.and(leftOn('2010-03-31'), leftOn('2010-02-28'));
    const correction = {
      effectiveDate: '2010-06-30',
      targetEventId: leftTwice.history.events.at(-1)!.id,
      field: 'effectiveDate',
      was: '2010-02-28',
      now: '2010-05-31',
      reason: 'As the letter says',
    };
    const later = leftTwice.and(confirmed(command('correct-record', correction, patel), cole));
    expect(covered(later, '2009-04-01', '2009-07-01', '2010-05-31', '2010-06-01')).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
  it('C3: by the PCT alone', () =>
    installed.when('leave-call-off', leave, hart).thenRefused('ROLE_NOT_ALLOWED'));
  it('S7, F15: a join that is told after a later one comes in by a correction of that day, as its refusal says', () => {
    const joined = left.and(command('join-call-off', { ...join, effectiveDate: '2010-01-01' }));
    const then = '2010-02-01T12:00:00.000Z';
    const { decision } = joined.when(
      'join-call-off',
      { ...join, effectiveDate: '2009-06-01' },
      patel,
      then,
    ).decided;
    expect(decision).toMatchObject({
      refusal: {
        code: 'ALREADY_ON_CALL_OFF',
        because: 'The instance E1 is on a Call-Off since 2010-01-01.',
        remedy:
          'Nothing is left to do, or, where it joined earlier, correct that date with `correct-record`.',
      },
    });
    const corrected = joined.and(
      confirmed(
        command(
          'correct-record',
          {
            effectiveDate: '2010-02-01',
            targetEventId: joined.history.events.at(-1)!.id,
            field: 'effectiveDate',
            was: '2010-01-01',
            now: '2009-06-01',
            reason: 'As the letter says',
          },
          patel,
        ),
        cole,
      ),
    );
    const covered = (on: string) => callOffOn(corrected.state.instances['E1']!, on) !== undefined;
    expect(['2009-05-31', '2009-06-01', '2010-01-01'].map(covered)).toEqual([false, true, true]);
  });
  it('S7: one that is covered joins only after its last day on the Call-Off', () => {
    left.when('join-call-off', { ...join, effectiveDate: '2009-03-31' }).thenRefused('ALREADY_ON_CALL_OFF');
    left
      .when('join-call-off', { ...join, effectiveDate: '2009-04-01' })
      .thenEvents([{ type: 'PracticeJoinedCallOff' }]);
  });
});

describe('S7, X3: a request for a day in an earlier time on the Call-Off', () => {
  const rejoined = left.and(command('join-call-off', join));
  const then = '2009-07-02T12:00:00.000Z';
  const within = { ...e1, effectiveDate: '2008-09-01', reason: 'Told late' };

  it('S7: is told since when that one covers the instance, not the next', () =>
    expect(rejoined.when('join-call-off', within, patel, then).decided.decision).toMatchObject({
      refusal: {
        code: 'ALREADY_ON_CALL_OFF',
        because: 'The instance E1 is on a Call-Off since 2008-04-01.',
      },
    }));
  it('X3: has nothing to opt out of, up to its last day', () => {
    const because = 'The instance E1 is on a Call-Off since 2008-04-01: there is nothing to opt out of.';
    for (const effectiveDate of ['2008-09-01', '2009-03-31'])
      expect(
        rejoined.when('opt-out', { ...within, effectiveDate }, patel, then).decided.decision,
      ).toMatchObject({ refusal: { code: 'COVERED_BY_CALL_OFF', because } });
    left
      .when('opt-out', { ...within, effectiveDate: '2009-03-31' }, patel, then)
      .thenRefused('COVERED_BY_CALL_OFF');
    left
      .when('opt-out', { ...within, effectiveDate: '2009-04-01' }, patel, then)
      .thenEvents([{ type: 'PracticeOptedOut' }]);
  });
});

describe('X3: practices are covered by default unless they opt out', () => {
  const bare = given(...workedUntil('installed').slice(0, 3));
  const optOut = { ...e1, effectiveDate: '2008-05-01' };
  it('X3: what could be covered and is not is a finding, until it joins or opts out', () => {
    expect(codesOn(bare.state, '2008-05-01')).toContain('NOT_ON_CALL_OFF');
    expect(codesOn(installed.state, '2008-05-01')).not.toContain('NOT_ON_CALL_OFF');
    const out = bare.and(command('opt-out', optOut));
    expect(codesOn(out.state, '2008-04-30')).toContain('NOT_ON_CALL_OFF');
    expect(codesOn(out.state, '2008-05-01')).not.toContain('NOT_ON_CALL_OFF');
    expect(codesOn(left.state, '2009-04-01')).toContain('NOT_ON_CALL_OFF');
  });
  it('X3, S3: nothing is due of a system below Level 2, or where there is no Call-Off', () => {
    const lowered = withSupplier(reference, 'EMIS', {
      name: 'withdraw-level',
      body: { effectiveDate: '2008-04-15', productId: 'EMIS.EMIS-LV', level: 1 },
    });
    expect(codesOn(bare.state, '2008-05-01', lowered)).not.toContain('NOT_ON_CALL_OFF');
    expect(codesOn(bare.state, '2008-05-01', { ...reference, callOffs: {} })).not.toContain(
      'NOT_ON_CALL_OFF',
    );
  });
  it('X3: nor of a source that was left', () => {
    const { state } = live.and(command('leave-call-off', leave));
    expect(codesOn(state, '2009-04-01')).not.toContain('NOT_ON_CALL_OFF');
  });
  it('X3: opting out is for what no Call-Off covers; joining ends it', () => {
    bare
      .when('opt-out', optOut)
      .thenEvents([{ type: 'PracticeOptedOut', payload: { pct: '5ZZ', supplier: 'EMIS' } }]);
    installed.when('opt-out', optOut).thenRefused('COVERED_BY_CALL_OFF');
    bare.when('opt-out', { ...optOut, instanceId: 'X1' }).thenRefused('INSTANCE_UNKNOWN');
    const joined = bare.and(command('opt-out', optOut), command('join-call-off', join));
    expect(optedOutOn(joined.state, '2008-05-01', '2009-06-30', '2009-07-01')).toEqual([
      '2008-05-01',
      '2008-05-01',
      null,
    ]);
    expect(codesOn(joined.state, '2009-06-30')).not.toContain('NOT_ON_CALL_OFF');
    joined.and(command('leave-call-off', { ...e1, effectiveDate: '2009-07-31' }));
  });
  it('X3: an earlier opt-out stands on its days, whatever came after it', () => {
    const leftAgain = { ...e1, effectiveDate: '2009-07-31' };
    const { state } = bare.and(
      command('opt-out', optOut),
      command('join-call-off', join),
      command('leave-call-off', leftAgain),
      command('opt-out', { ...e1, effectiveDate: '2009-09-01' }),
    );
    expect(optedOutOn(state, '2008-04-30', '2009-06-30', '2009-08-01', '2009-09-01')).toEqual([
      null,
      '2008-05-01',
      null,
      '2009-09-01',
    ]);
    expect(codesOn(state, '2009-08-01')).toContain('NOT_ON_CALL_OFF');
    expect(codesOn(state, '2009-06-30')).not.toContain('NOT_ON_CALL_OFF');
  });
  it('X3: the last of several opt-outs tells since when; a join on its day ends it', () => {
    const twice = bare.and(
      command('opt-out', optOut),
      command('opt-out', { ...optOut, effectiveDate: '2008-06-01' }),
    );
    expect(optedOutOn(twice.state, '2008-05-31', '2008-06-01')).toEqual(['2008-05-01', '2008-06-01']);
    const joined = bare.and(
      command('opt-out', optOut),
      command('join-call-off', { ...join, effectiveDate: '2008-05-01' }),
    );
    expect(optedOutOn(joined.state, '2008-05-01')).toEqual([null]);
  });
  it('R13: opted out, or left, on that day already, a successor’s asking adds nothing', () => {
    const succeeded = withCommissioner(reference, '5ZZ', {
      name: 'record-succession',
      body: { effectiveDate: '2013-04-01', to: '99Z' },
    });
    const rehomed = command('change-commissioner', { effectiveDate: '2013-04-01', to: '99Z' });
    const may2013 = '2013-05-01T12:00:00.000Z';
    inReference(succeeded, ...workedUntil('installed').slice(0, 3), command('opt-out', optOut), rehomed)
      .when('opt-out', { ...optOut, reason: 'Found late' }, successor, may2013)
      .thenNothing();
    inReference(succeeded, ...workedUntil('installed'), command('leave-call-off', leave), rehomed)
      .when('leave-call-off', { ...leave, reason: 'Found late' }, successor, may2013)
      .thenNothing();
  });
  it('A14: an LSP system has no cover to opt out of', () => {
    const [registered, agreement, instance] = workedUntil('installed');
    const lsp = { ...instance!, body: { ...instance!.body, contract: 'LSP' } } as typeof instance;
    given(registered!, agreement!, lsp!).when('opt-out', optOut).thenRefused('LSP_NEEDS_NO_CALL_OFF');
  });
});

describe('A9: grant-funding-exception', () => {
  const grant = { ...e1, effectiveDate: '2009-06-01', from: '2009-06-13', until: '2009-07-31' };
  it('A9: the national team has days after bedding-in funded, of a source that was left', () => {
    live
      .when('grant-funding-exception', grant)
      .thenEvents([
        { type: 'CentralFundingExceptionGranted', payload: { from: '2009-06-13', until: '2009-07-31' } },
      ]);
    live.when('grant-funding-exception', grant, patel).thenRefused('ROLE_NOT_ALLOWED');
    installed.when('grant-funding-exception', grant).thenRefused('GO_LIVE_MISSING');
    live.when('grant-funding-exception', { ...grant, instanceId: 'X1' }).thenRefused('INSTANCE_UNKNOWN');
    live.when('grant-funding-exception', { ...grant, until: '2009-06-12' }).thenRefused('DATE_ORDER');
  });
  it('A9: days that are granted already add nothing; a single day may be granted, and later ones', () => {
    const granted = live.and(command('grant-funding-exception', grant, national));
    granted.when('grant-funding-exception', { ...grant, until: '2009-06-30' }).thenNothing();
    granted.when('grant-funding-exception', { ...grant, from: '2009-07-31' }).thenNothing();
    granted
      .when('grant-funding-exception', { ...grant, from: '2009-07-31', until: '2009-08-01' })
      .thenEvents([{ type: 'CentralFundingExceptionGranted' }]);
    granted
      .when('grant-funding-exception', { ...grant, from: '2009-06-12', until: '2009-06-12' })
      .thenEvents([{ type: 'CentralFundingExceptionGranted' }]);
  });
});

describe('A29, A30: a Call-Off joined while the level was there stays joined', () => {
  it('A30: withdrawal of the level ends no cover; it refuses a new sign-up', () => {
    const lowered = withSupplier(reference, 'EMIS', {
      name: 'withdraw-level',
      body: { effectiveDate: '2009-01-01', productId: 'EMIS.EMIS-LV', level: 1 },
    });
    const { state } = inReference(lowered, ...workedUntil('installed'));
    expect(callOffOn(state.instances['E1']!, '2009-06-01')).toBeDefined();
    inReference(lowered, ...workedUntil('installed'), command('leave-call-off', leave))
      .when('join-call-off', join)
      .thenRefused('LEVEL_TOO_LOW');
  });
});
