import { publishedAtFirstStart } from '#testing/fixture.js';
import { supplierIn } from '../reference.js';
import { supplierCommands } from '../supplier/commands.js';
import { levelOn, priceListOn } from '../supplier/state.js';
import { policyCommands } from './commands.js';
import { firstStart } from './first-start.js';
import { policyOn } from './state.js';

/** The charges of the written answer of 2 June 2009, in pence: licence, levels 1 to 3, SCR, support. */
const charges = {
  EMIS: [342772, 20464, 20464, 20464, null, 66508],
  INPS: [468100, 20500, 20500, 20500, null, 66500],
  iSOFT: [499731, 20306, 20306, null, 20306, 65995],
  Microtest: [559281, 20464, 20464, null, null, 66508],
};

describe('R14: what first start publishes', () => {
  it('R14: every command’s body is valid by its schema', () => {
    for (const { name, body } of firstStart)
      expect({ ...supplierCommands, ...policyCommands }[name].safeParse(body).success).toBe(true);
  });
  it('R14: in the streams of the policy and of the four suppliers', () =>
    expect(new Set(firstStart.map(({ stream }) => stream))).toEqual(
      new Set(['policy-gpsoc', 'supplier-EMIS', 'supplier-INPS', 'supplier-iSOFT', 'supplier-Microtest']),
    ));
  it('R14: policy gpsoc-1 from 1 April 2007, CENTRAL but for system support', () => {
    const policy = policyOn(publishedAtFirstStart.policy, '2007-04-01');
    expect(policy?.version).toBe('gpsoc-1');
    expect(policy?.whoPays).toEqual({
      SOFTWARE_LICENCE: 'CENTRAL',
      LEVEL_1_COMPLIANCE: 'CENTRAL',
      LEVEL_2_COMPLIANCE: 'CENTRAL',
      LEVEL_3_COMPLIANCE: 'CENTRAL',
      SUMMARY_CARE_RECORD_COMPLIANCE: 'CENTRAL',
      SYSTEM_SUPPORT: 'COMMISSIONER',
    });
    expect(policy?.from).toBe('2007-04-01');
  });
  it('A1, A3: three months, by the corresponding date', () =>
    expect(policyOn(publishedAtFirstStart.policy, '2009-03-12')?.parameters).toMatchObject({
      'period.months': 3,
      'period.endConvention': 'CORRESPONDING_DATE',
      'goLive.backdateWarnDays': 92,
      'lateEntry.days': 7,
      'choice.minYears': 3,
    }));
  it.each(Object.entries(charges))('R14: the prices of %s from 1 April 2008', (id, pence) => {
    const supplier = supplierIn(publishedAtFirstStart, id);
    expect(priceListOn(supplier, '2008-04-01')?.rows.map(({ yearlyPence }) => yearlyPence)).toEqual(pence);
    expect(priceListOn(supplier, '2008-03-31')).toBeUndefined();
  });
  it('S2: the levels of the systems', () => {
    const levels = firstStart.flatMap((command) =>
      command.name === 'list-system'
        ? [
            [
              command.body.productId,
              levelOn(
                supplierIn(publishedAtFirstStart, command.stream.slice('supplier-'.length)),
                command.body.productId,
                '2008-04-01',
              ),
            ],
          ]
        : [],
    );
    expect(levels).toEqual([
      ['EMIS.EMIS-LV', 3],
      ['EMIS.EMIS-PCS', 2],
      ['INPS.VISION-3', 3],
      ['iSOFT.PREMIERE', 2],
      ['iSOFT.SYNERGY', 2],
      ['Microtest.EVOLUTION', 2],
      ['Microtest.PRACTICE-MANAGER-II', 2],
    ]);
  });
  it('O1: every list, level and price names its source', () => {
    for (const { name, body } of firstStart)
      if (name === 'publish-price-list') expect(body.source).toContain('House of Commons');
      else if (name === 'list-system' || name === 'record-level')
        expect(body.reason).toContain('Digital Health');
  });
});
