import { given } from '#testing/decisions.js';
import { idOf } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { auditTrailViews, custodyViews } from './custody-view.js';

const all = given(...workedUntil('rehomed'));
const practice = { kind: 'PRACTICE', org: 'A00001' };
const emis = { kind: 'SUPPLIER', org: 'EMIS' };
const inps = { kind: 'SUPPLIER', org: 'INPS' };

describe('custodyViews: who held the data and audit trail of each system', () => {
  it('X6: by the spans that had begun by the day, and of no system before its service', () => {
    const { state } = given(...workedUntil('targetInstalled'));
    const service = { until: null, basis: 'SERVICE', rule: 'X6' };
    const unrecorded = { locationClass: null, format: null, mediaRef: null, reviewBy: null };
    expect(custodyViews(state, '2008-03-31')).toEqual([]);
    expect(custodyViews(state, '2009-03-09')).toStrictEqual([
      {
        instanceId: 'E1',
        spans: [{ from: '2008-04-01', ...service, holder: emis, ...unrecorded, events: [idOf(3)] }],
      },
    ]);
    const told = custodyViews(all.state, '2009-08-01').map(({ instanceId, spans }) => [
      instanceId,
      spans.map(({ from, holder }) => [from, holder]),
    ]);
    expect(told).toEqual([
      [
        'E1',
        [
          ['2008-04-01', emis],
          ['2009-08-01', practice],
        ],
      ],
      ['V1', [['2009-03-12', inps]]],
    ]);
  });
});

describe('auditTrailViews: with whom the audit trail of earlier records is', () => {
  it('S26, A31: each period’s is with the system that held the records then, the day of go-live with both', () => {
    const trails = (on: string) =>
      auditTrailViews(all.state, on).map(({ instanceId, recordsFrom, recordsUntil }) => [
        instanceId,
        recordsFrom,
        recordsUntil,
      ]);
    const ofE1 = ['E1', '2008-04-01', '2009-03-12'];
    expect(trails('2009-03-11')).toEqual([ofE1]);
    expect(trails('2009-03-12')).toEqual([ofE1, ['V1', '2009-03-12', null]]);
  });
  it('S26, X6: told with who holds it on the day, and what that rests on', () => {
    expect(auditTrailViews(all.state, '2012-01-01')).toStrictEqual([
      {
        instanceId: 'E1',
        recordsFrom: '2008-04-01',
        recordsUntil: '2009-03-12',
        basis: 'RETENTION',
        holder: emis,
        rule: 'S26',
        events: [idOf(3), idOf(33)],
      },
      {
        instanceId: 'V1',
        recordsFrom: '2009-03-12',
        recordsUntil: null,
        basis: 'SERVICE',
        holder: inps,
        rule: 'S26',
        events: [idOf(22), idOf(25), idOf(30)],
      },
    ]);
  });
});
