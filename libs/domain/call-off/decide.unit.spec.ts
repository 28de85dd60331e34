import { national, otherPct, patel, reed, reference } from '#testing/fixture.js';
import { callOffIn } from '../reference.js';
import { decideCallOff } from './decide.js';
import { initialCallOff } from './state.js';

const sign = (effectiveDate: string) => ({ name: 'sign-call-off', body: { effectiveDate } }) as const;
const parties = { commissioner: '5ZZ', supplier: 'Microtest', actor: patel, reference };
const decide = (changes: Partial<typeof parties>, on = '2008-06-01') =>
  decideCallOff(sign(on), initialCallOff, { ...parties, ...changes });
const refusal = (code: string) => ({ kind: 'refused', refusal: { code } });

describe('sign-call-off', () => {
  it('A30: is the one agreement of a PCT and a supplier', () => {
    expect(decide({})).toMatchObject({
      kind: 'accepted',
      events: [{ type: 'CallOffSigned', payload: { commissioner: '5ZZ', supplier: 'Microtest' } }],
    });
    const signed = callOffIn(reference, '5ZZ', 'EMIS');
    const emis = { ...parties, supplier: 'EMIS' };
    expect(decideCallOff(sign('2008-04-01'), signed, emis).kind).toBe('nothing');
    expect(decideCallOff(sign('2008-05-01'), signed, emis)).toMatchObject(refusal('CALL_OFF_ALREADY_SIGNED'));
  });
  it('C3, I2: by that PCT or the national team', () => {
    expect(decide({ actor: national }).kind).toBe('accepted');
    expect(decide({ actor: otherPct })).toMatchObject(refusal('NOT_YOUR_CALL_OFF'));
    expect(decide({ actor: reed })).toMatchObject(refusal('ROLE_NOT_ALLOWED'));
  });
  it('S2: both parties are on the register on that day', () => {
    expect(decide({ commissioner: '5XX', actor: national })).toMatchObject(refusal('COMMISSIONER_UNKNOWN'));
    expect(decide({}, '2006-09-30')).toMatchObject(refusal('COMMISSIONER_UNKNOWN'));
    expect(decide({ supplier: 'Seetec' })).toMatchObject(refusal('SUPPLIER_UNKNOWN'));
    expect(decide({}, '2008-03-31')).toMatchObject(refusal('SUPPLIER_UNKNOWN'));
  });
});
