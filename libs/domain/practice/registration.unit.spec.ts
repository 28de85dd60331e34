import { command, given } from '#testing/decisions.js';
import { importer, national, patel, reed, reference } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import type { DecisionContext } from './decider.js';
import { changeCommissioner } from './registration.js';
import type { PracticeState } from './state.js';

const asked = { effectiveDate: '2006-10-01', name: 'Fictional Surgery', commissioner: '5ZZ' };
const registered = given(...workedUntil('registered'));

describe('register-practice', () => {
  it('C3: the national team or an import puts a practice on the register', () => {
    given()
      .when('register-practice', asked, national)
      .thenEvents([{ type: 'PracticeRegistered', payload: { ods: 'A00001', name: 'Fictional Surgery' } }]);
    given()
      .when('register-practice', asked, importer)
      .thenEvents([{ type: 'PracticeRegistered' }]);
  });
  it('C3: neither a practice nor a PCT may', () => {
    given().when('register-practice', asked, reed).thenRefused('ROLE_NOT_ALLOWED');
    given().when('register-practice', asked, patel).thenRefused('ROLE_NOT_ALLOWED');
  });
  it('R10: has no limit on its date, past or future, and needs no reason', () => {
    given()
      .when(
        'register-practice',
        { ...asked, effectiveDate: '2007-01-01' },
        national,
        '2012-01-01T09:00:00.000Z',
      )
      .thenEvents([{ type: 'PracticeRegistered' }]);
    given()
      .when(
        'register-practice',
        { ...asked, effectiveDate: '2012-01-01' },
        national,
        '2008-04-01T09:00:00.000Z',
      )
      .thenEvents([{ type: 'PracticeRegistered' }]);
  });
  it('R13: registered so already by another organisation adds nothing', () =>
    registered.when('register-practice', asked, importer).thenNothing());
  it('I13: other details of a registered practice are refused, not overwritten', () =>
    registered
      .when('register-practice', { ...asked, name: 'Another Name' }, national)
      .thenRefused('PRACTICE_ALREADY_REGISTERED'));
  it('R4, F11: a commissioner must be established on that day', () =>
    expect(
      given().when('register-practice', { ...asked, effectiveDate: '2006-09-30' }, national).decided.decision,
    ).toMatchObject({
      refusal: {
        code: 'COMMISSIONER_UNKNOWN',
        rule: 'R4',
        because: 'Commissioner 5ZZ is not established on 2006-09-30.',
        remedy: 'Ask the national team to establish it first, or correct the date.',
      },
    }));
});

describe('change-commissioner', () => {
  const change = { effectiveDate: '2013-04-01', from: '5ZZ', to: '99Z' };

  it('R4: the legal date is the effective date, the operational date is information', () =>
    registered
      .when('change-commissioner', { ...change, operationalDate: '2013-05-01' }, national)
      .thenEvents([
        {
          type: 'PracticeCommissionerChanged',
          payload: { from: '5ZZ', to: '99Z', legalDate: '2013-04-01', operationalDate: '2013-05-01' },
        },
      ]));
  it('R4: the commissioner left ends the day before', () =>
    expect(
      registered.and(command('change-commissioner', change)).state.commissioners.map(({ until }) => until),
    ).toEqual(['2013-03-31', null]));
  it('R4: one that is not the practice’s cannot be left', () =>
    registered
      .when('change-commissioner', { ...change, from: '5YY' }, national)
      .thenRefused('COMMISSIONER_DIFFERS'));
  it('R4: one that was the practice’s up to the day before can; where none is on file, that is told', () => {
    const left = { ...registered.state.commissioners[0]!, left: '2013-03-31', until: '2013-03-31' };
    const decided = (commissioners: PracticeState['commissioners'], effectiveDate: string) =>
      changeCommissioner({ ...change, effectiveDate }, { ...registered.state, commissioners }, {
        reference,
      } as DecisionContext);
    expect(decided([left], '2013-04-01')).toMatchObject({
      kind: 'accepted',
      events: [{ type: 'PracticeCommissionerChanged', payload: { from: '5ZZ', to: '99Z' } }],
    });
    for (const commissioners of [[left], []])
      expect(decided(commissioners, '2013-04-02')).toMatchObject({
        refusal: {
          code: 'COMMISSIONER_DIFFERS',
          because: 'On 2013-04-02 the practice’s commissioner is not on file, not 5ZZ.',
        },
      });
  });
  it('S2: the new one must be established by then', () =>
    registered
      .when('change-commissioner', { ...change, effectiveDate: '2013-03-31' }, national)
      .thenRefused('COMMISSIONER_UNKNOWN'));
  it('R13: the commissioner of that day already adds nothing', () =>
    registered
      .when('change-commissioner', { effectiveDate: '2009-01-01', to: '5ZZ' }, national)
      .thenNothing());
  it('S1: a practice not on the register is unknown', () =>
    given().when('change-commissioner', change, national).thenRefused('PRACTICE_UNKNOWN'));
});
