import { importer, national, patel, reference, withCommissioner } from '#testing/fixture.js';
import { commissionerIn } from '../reference.js';
import type { CommissionerCommand } from './commands.js';
import { decideCommissioner } from './decide.js';
import { hasSucceeded } from './succession.js';

const establish = {
  name: 'establish-commissioner',
  body: { effectiveDate: '2006-10-01', kind: 'PCT' },
} as const;
const succeed = (to: string, body: object = {}): CommissionerCommand => ({
  name: 'record-succession',
  body: { effectiveDate: '2013-04-01', to, ...body },
});
const decide = (command: CommissionerCommand, id = '5ZZ', facts = reference, actor = national) =>
  decideCommissioner(command, commissionerIn(facts, id), { id, actor, reference: facts });
const refusal = (code: string) => ({ kind: 'refused', refusal: { code } });

describe('establish-commissioner', () => {
  it('C3: by the national team or an import', () => {
    expect(decide(establish, '5XX')).toMatchObject({
      events: [{ type: 'CommissionerEstablished', payload: { code: '5XX', kind: 'PCT' } }],
    });
    expect(decide(establish, '5XX', reference, importer).kind).toBe('accepted');
    expect(decide(establish, '5XX', reference, patel)).toMatchObject(refusal('ROLE_NOT_ALLOWED'));
  });
  it('R13: established so already adds nothing', () => expect(decide(establish).kind).toBe('nothing'));
  it('I13: other details of an established one are refused', () => {
    expect(decide({ ...establish, body: { ...establish.body, kind: 'CCG' } })).toMatchObject(
      refusal('COMMISSIONER_ALREADY_ESTABLISHED'),
    );
    expect(decide({ ...establish, body: { ...establish.body, name: 'Fictional PCT' } })).toMatchObject(
      refusal('COMMISSIONER_ALREADY_ESTABLISHED'),
    );
  });
});

describe('record-succession', () => {
  const succeeded = withCommissioner(reference, '5ZZ', succeed('99Z', { practices: ['A00001', 'A00002'] }));

  it('R4: stands in the predecessor’s stream, from the legal date', () =>
    expect(decide(succeed('99Z', { operationalDate: '2013-06-01' }))).toMatchObject({
      events: [
        {
          type: 'PctSucceeded',
          payload: { from: '5ZZ', to: '99Z', legalDate: '2013-04-01', operationalDate: '2013-06-01' },
        },
      ],
    }));
  it('S2: both are established by then', () => {
    expect(decide(succeed('99Z'), '5XX')).toMatchObject(refusal('COMMISSIONER_NOT_ESTABLISHED'));
    expect(decide(succeed('98Z'))).toMatchObject(refusal('COMMISSIONER_UNKNOWN'));
    expect(decide(succeed('99Z', { effectiveDate: '2013-03-31' }))).toMatchObject(
      refusal('COMMISSIONER_UNKNOWN'),
    );
  });
  it('I13: not by itself, and not twice with other practices', () => {
    expect(decide(succeed('5ZZ'))).toMatchObject(refusal('SUCCESSION_BY_ITSELF'));
    expect(decide(succeed('99Z'), '5ZZ', succeeded)).toMatchObject(refusal('SUCCESSION_EXISTS'));
  });
  it('R4: another legal date is another succession', () =>
    expect(decide(succeed('99Z', { effectiveDate: '2014-04-01' }), '5ZZ', succeeded).kind).toBe('accepted'));
  it('R13: on record already adds nothing', () =>
    expect(decide(succeed('99Z', { practices: ['A00002', 'A00001'] }), '5ZZ', succeeded).kind).toBe(
      'nothing',
    ));
  it('I2: covers the practices that it names, from its legal date', () => {
    const scope = { ods: 'A00001', by: '2013-04-01', reference: succeeded };
    expect(hasSucceeded('99Z', '5ZZ', scope)).toBe(true);
    expect(hasSucceeded('99Z', '5ZZ', { ...scope, by: '2013-03-31' })).toBe(false);
    expect(hasSucceeded('99Z', '5ZZ', { ...scope, ods: 'A00003' })).toBe(false);
  });
});

describe('F11: a PCT is reorganised', () => {
  const established = (facts: typeof reference, code: string) =>
    withCommissioner(facts, code, {
      name: 'establish-commissioner',
      body: { effectiveDate: '2013-04-01', kind: 'CCG' },
    });
  const two = established(reference, '98Z');
  const divided = [
    ['99Z', 'A00001'],
    ['98Z', 'A00002'],
  ].reduce((facts, [to, ods]) => withCommissioner(facts, '5ZZ', succeed(to!, { practices: [ods] })), two);
  it('F11: one PCT divides into several, each practice going to one of them', () => {
    const scope = { by: '2013-04-01', reference: divided };
    expect(hasSucceeded('99Z', '5ZZ', { ...scope, ods: 'A00001' })).toBe(true);
    expect(hasSucceeded('98Z', '5ZZ', { ...scope, ods: 'A00001' })).toBe(false);
    expect(hasSucceeded('98Z', '5ZZ', { ...scope, ods: 'A00002' })).toBe(true);
  });
  it('F11: of two that have a practice already, a refusal names the one recorded first', () => {
    const third = established(divided, '97Z');
    expect(decide(succeed('97Z', { practices: ['A00002', 'A00001'] }), '5ZZ', third)).toMatchObject({
      refusal: { code: 'SUCCESSION_OVERLAPS', because: expect.stringContaining('99Z') as string },
    });
  });
  it('I2, R4: a successor’s successor succeeds the first too, also where one of them comes back', () => {
    const chain = [
      ['5ZZ', '98Z'],
      ['98Z', '99Z'],
      ['99Z', '5ZZ'],
    ].reduce((facts, [from, to]) => withCommissioner(facts, from!, succeed(to!)), two);
    const scope = { ods: 'A00001', by: '2013-04-01', reference: chain };
    expect(hasSucceeded('99Z', '5ZZ', scope)).toBe(true);
    expect(hasSucceeded('97Z', '5ZZ', scope)).toBe(false);
  });
  it('F11: no practice goes to two of them', () => {
    const listed = withCommissioner(two, '5ZZ', succeed('99Z', { practices: ['A00001'] }));
    expect(decide(succeed('98Z', { practices: ['A00001'] }), '5ZZ', listed)).toMatchObject(
      refusal('SUCCESSION_OVERLAPS'),
    );
    expect(decide(succeed('98Z', { practices: ['A00002'] }), '5ZZ', listed).kind).toBe('accepted');
    expect(decide(succeed('98Z'), '5ZZ', listed).kind).toBe('accepted');
  });
});
