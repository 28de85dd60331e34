import { command, given, inReference } from '#testing/decisions.js';
import {
  auditor,
  hart,
  importer,
  national,
  otherPct,
  otherPractice,
  patel,
  reed,
  reference,
  successor,
  withCommissioner,
} from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import type { CommissionerCommand } from '../commissioner/commands.js';
import { actingCommissioner, authorityFor } from './authority.js';
import { practiceCommands, type PracticeCommandName } from './commands.js';
import { commandRules } from './rules.js';
import { commissionerOn, type Membership } from './state.js';

const succeeded = withCommissioner(reference, '5ZZ', {
  name: 'record-succession',
  body: { effectiveDate: '2013-04-01', to: '99Z' },
});
const rehomed = [
  ...workedUntil('installed'),
  command(
    'change-commissioner',
    { effectiveDate: '2013-04-01', from: '5ZZ', to: '99Z' },
    national,
    '2013-01-10T12:00:00.000Z',
  ),
];
const retain = {
  effectiveDate: '2013-03-20',
  instanceId: 'E1',
  reason: 'Letter found late',
  evidence: [{ title: 'Letter of the practice', sha256: 'a'.repeat(64) }],
};
const may2013 = '2013-05-02T12:00:00.000Z';

describe('I2: a command of a PCT comes from the practice’s commissioner on the effective date', () => {
  it('I2: not on the day of recording', () => {
    inReference(succeeded, ...rehomed)
      .when('retain-system', retain, patel, may2013)
      .thenEvents([{ type: 'SystemRetained' }]);
    inReference(succeeded, ...rehomed)
      .when('retain-system', { ...retain, effectiveDate: '2013-04-01' }, patel, may2013)
      .thenRefused('NOT_YOUR_PRACTICE');
  });
  it('I2: never from another PCT', () =>
    given(...rehomed)
      .when('retain-system', retain, otherPct, may2013)
      .thenRefused('NOT_YOUR_PRACTICE'));
  it('I2: once that has ended, from its recorded successor, on behalf of the old code', () => {
    const { decision } = inReference(succeeded, ...rehomed).when(
      'retain-system',
      retain,
      successor,
      may2013,
    ).decided;
    expect(decision).toMatchObject({ kind: 'accepted', actor: { org: '99Z', onBehalfOf: '5ZZ' } });
  });
  it('I2: not from a successor before the old one has ended', () =>
    inReference(succeeded, ...rehomed)
      .when('retain-system', retain, successor, '2013-03-25T12:00:00.000Z')
      .thenRefused('NOT_YOUR_PRACTICE'));
  it('I2: not from a later commissioner that is no recorded successor', () =>
    inReference(reference, ...rehomed)
      .when('retain-system', retain, successor, may2013)
      .thenRefused('NOT_YOUR_PRACTICE'));
  it('I2: not from the successor of other practices only', () => {
    const elsewhere = withCommissioner(reference, '5ZZ', {
      name: 'record-succession',
      body: { effectiveDate: '2013-04-01', to: '99Z', practices: ['A00002'] },
    });
    inReference(elsewhere, ...rehomed)
      .when('retain-system', retain, successor, may2013)
      .thenRefused('NOT_YOUR_PRACTICE');
  });
  it('I2: on the first day after the old one, not on its last', () => {
    const actingOn = (day: string) =>
      inReference(succeeded, ...rehomed).when(
        'retain-system',
        { ...retain, effectiveDate: '2013-03-28' },
        successor,
        `${day}T12:00:00.000Z`,
      );
    actingOn('2013-03-31').thenRefused('NOT_YOUR_PRACTICE');
    actingOn('2013-04-01').thenEvents([{ type: 'SystemRetained' }]);
  });
  it('I2: not from one successor of several that did not get the practice', () => {
    const divided = withCommissioner(succeeded, '5ZZ', {
      name: 'record-succession',
      body: { effectiveDate: '2013-04-01', to: '5YY' },
    });
    inReference(divided, ...rehomed)
      .when('retain-system', retain, otherPct, may2013)
      .thenRefused('NOT_YOUR_PRACTICE');
  });
  it('I2: of a practice that nobody holds any more, from the successor of who held it last', () => {
    const { state } = given(...workedUntil('installed'));
    const closed = {
      ...state,
      commissioners: state.commissioners.map((one) => ({ ...one, until: '2010-03-31' })),
    };
    const scope = { ods: 'A00001', on: '2010-03-31', today: '2013-05-02', reference: succeeded };
    expect(authorityFor(successor, 'end-source-service', ['PCT'], closed, scope)).toEqual({
      kind: 'actor',
      actor: { ...successor, onBehalfOf: '5ZZ' },
    });
  });
  it('I2: successions that lead back do not go round for ever', () => {
    const circular = ['5YY', '5ZZ'].reduce(
      (facts, to) =>
        withCommissioner(facts, to === '5YY' ? '5ZZ' : '5YY', {
          name: 'record-succession',
          body: { effectiveDate: '2012-04-01', to },
        }),
      reference,
    );
    inReference(circular, ...rehomed)
      .when('retain-system', retain, successor, may2013)
      .thenRefused('NOT_YOUR_PRACTICE');
  });
});

describe('F10, I2: a practice that has no commissioner on a day', () => {
  const { state } = given(...workedUntil('noticeGiven'));
  const member = (code: string, from: string, until: string): Membership => ({
    ...{ code, from, until, left: until, eventId: '' },
  });
  /** Whether 5ZZ may act for it on a day, closed on 31 May 2009, with 5YY before it. */
  const mayAct = (mine: Membership, on: string) =>
    authorityFor(
      patel,
      'end-source-service',
      ['PCT'],
      { ...state, closedOn: '2009-05-31', commissioners: [member('5YY', '2006-10-01', '2008-12-31'), mine] },
      { ods: 'A00001', on, today: on, reference },
    ).kind === 'actor';

  it('F10: is, once it has closed, the one’s that it had last', () => {
    const left = member('5ZZ', '2009-01-01', '2009-03-31');
    expect(['2009-03-31', '2009-04-15', '2009-05-31', '2009-06-01'].map((on) => mayAct(left, on))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(mayAct(member('5ZZ', '2009-05-31', '2009-05-31'), '2009-06-01')).toBe(true);
    expect(mayAct(member('5ZZ', '2009-06-01', '2009-06-01'), '2009-06-02')).toBe(false);
  });
});

describe('I2, F10: which organisation is asked to act as a practice’s PCT', () => {
  const acting = (facts: typeof reference, on: string, today: string, closed = false) => {
    const { state } = inReference(facts, ...rehomed);
    const ended = state.commissioners.map((one) => ({ ...one, until: one.until ?? '2014-03-31' }));
    return actingCommissioner(closed ? { ...state, commissioners: ended, closedOn: '2014-03-31' } : state, {
      ods: 'A00001',
      on,
      today,
      reference: facts,
    });
  };

  it('I2: its commissioner of that day, or the recorded successor that holds it today', () => {
    expect(acting(succeeded, '2013-03-20', '2013-03-25')).toBe('5ZZ');
    expect(acting(succeeded, '2013-03-20', '2013-04-01')).toBe('99Z');
    expect(acting(reference, '2013-03-20', '2013-04-01')).toBe('5ZZ');
    expect(acting(succeeded, '2006-09-30', '2013-04-01')).toBeUndefined();
  });
  it('F10: of a practice that has closed, its last', () => {
    expect(acting(succeeded, '2014-04-01', '2014-05-01', true)).toBe('99Z');
    expect(acting(succeeded, '2013-03-20', '2014-05-01', true)).toBe('5ZZ');
  });
});

describe('F11: a PCT that divides', () => {
  it('F11, I2, R4: old events keep the old code, and only the practice’s own successor acts on its behalf', () => {
    const [mine, theirs] = ['99Z', '98Z'].map((to) => ({ ...successor, org: to }));
    const divided = [
      { id: '98Z', name: 'establish-commissioner', body: { effectiveDate: '2013-04-01', kind: 'CCG' } },
      {
        id: '5ZZ',
        name: 'record-succession',
        body: { effectiveDate: '2013-04-01', to: '99Z', practices: ['A00001'] },
      },
      {
        id: '5ZZ',
        name: 'record-succession',
        body: { effectiveDate: '2013-04-01', to: '98Z', practices: ['A00002'] },
      },
    ].reduce((facts, { id, ...one }) => withCommissioner(facts, id, one as CommissionerCommand), reference);
    const after = inReference(divided, ...rehomed);
    expect(after.history.events.find(({ type }) => type === 'PracticeJoinedCallOff')?.payload).toMatchObject({
      pct: '5ZZ',
    });
    const { decision } = after.when('retain-system', retain, mine, may2013).decided;
    expect(decision).toMatchObject({ kind: 'accepted', actor: { org: '99Z', onBehalfOf: '5ZZ' } });
    after.when('retain-system', retain, theirs, may2013).thenRefused('NOT_YOUR_PRACTICE');
  });
  it('F11, R4: the legal date decides, the operational date is told beside it', () => {
    const { state } = inReference(succeeded, ...workedUntil('installed')).and(
      command('change-commissioner', {
        effectiveDate: '2013-04-01',
        to: '99Z',
        operationalDate: '2013-06-01',
      }),
    );
    expect(commissionerOn(state, '2013-03-31')?.code).toBe('5ZZ');
    expect(commissionerOn(state, '2013-04-01')?.code).toBe('99Z');
    expect(state.events?.last.payload).toMatchObject({
      legalDate: '2013-04-01',
      operationalDate: '2013-06-01',
    });
  });
});

describe('C3: who may give which command', () => {
  const live = given(...workedUntil('live'));
  const scope = { ods: 'A00001', on: '2009-03-13', today: '2009-03-13', reference };
  const names = Object.keys(practiceCommands) as PracticeCommandName[];

  it.each(names)('C3: %s is refused to every role that is not named for it', (name) => {
    for (const actor of [reed, patel, hart, national, auditor, importer])
      if (!commandRules[name].roles.includes(actor.role)) {
        const refusal = authorityFor(actor, name, commandRules[name].roles, live.state, scope);
        expect(refusal).toMatchObject({
          kind: 'refused',
          refusal: { code: 'ROLE_NOT_ALLOWED', status: 403 },
        });
      }
  });
  it.each([
    [reed, 'retain-system'],
    [patel, 'give-notice'],
    [hart, 'acknowledge-notice'],
    [national, 'grant-funding-exception'],
    [importer, 'register-practice'],
  ] as const)('C3: who is named for a command gives it in its own name: %o', (actor, name) =>
    expect(authorityFor(actor, name, commandRules[name].roles, live.state, scope)).toEqual({
      kind: 'actor',
      actor,
    }),
  );
  it('C3: an auditor gives no command at all', () =>
    expect(names.filter((name) => commandRules[name].roles.includes('AUD'))).toEqual([]));
  it('I2: a practice acts for itself alone', () =>
    expect(
      live.when('sign-off-migration', { effectiveDate: '2009-03-27', exceptions: [] }, otherPractice).decided
        .decision,
    ).toMatchObject({
      refusal: { code: 'NOT_YOUR_PRACTICE', because: 'Practice A00001 is not A00002’s on 2009-03-27.' },
    }));
});
