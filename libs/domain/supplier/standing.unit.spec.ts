import { idOf, national, patel, recorded, reference } from '#testing/fixture.js';
import { supplierIn } from '../reference.js';
import type { SupplierCommand } from './commands.js';
import { decideSupplier } from './decide.js';
import {
  dataAccessOn,
  evolveSupplier,
  isListed,
  levelOn,
  levelTwoPlannedOn,
  suspensionOn,
  withdrawalOn,
  type SupplierState,
} from './state.js';

const product = { productId: 'INPS.VISION-3' };
const decide = (state: SupplierState, name: SupplierCommand['name'], body: object, actor = national) =>
  decideSupplier({ name, body } as SupplierCommand, state, { id: 'INPS', actor, reference });
/** INPS of the fixture after these commands, each of which must be accepted. */
const after = (...commands: readonly (readonly [SupplierCommand['name'], object])[]) =>
  commands.reduce(
    (state, [name, body], revision) => {
      const decision = decide(state, name, body);
      if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision));
      return decision.events
        .map((event) => recorded(event, { id: idOf(1, revision), stream: 'supplier-INPS', revision }, {}))
        .reduce(evolveSupplier, state);
    },
    supplierIn(reference, 'INPS'),
  );
const inps = after();
const refusal = (code: string) => ({ kind: 'refused', refusal: { code } });

describe('A29: a level is withdrawn', () => {
  const toLevelOne = { ...product, effectiveDate: '2010-03-01', level: 1 };
  it('A29: from its day the product keeps a lower level, or none', () => {
    const state = after(['withdraw-level', toLevelOne]);
    expect(levelOn(state, 'INPS.VISION-3', '2010-02-28')).toBe(3);
    expect(levelOn(state, 'INPS.VISION-3', '2010-03-01')).toBe(1);
    const none = after(['withdraw-level', { ...toLevelOne, level: null }]);
    expect(levelOn(none, 'INPS.VISION-3', '2010-03-01')).toBeNull();
    const noneLeft = after(
      ['withdraw-level', toLevelOne],
      ['withdraw-level', { ...toLevelOne, effectiveDate: '2010-06-01', level: null }],
    );
    expect(levelOn(noneLeft, 'INPS.VISION-3', '2010-06-01')).toBeNull();
    const regained = after(
      ['withdraw-level', toLevelOne],
      ['record-level', { ...product, effectiveDate: '2010-09-01', level: 3 }],
    );
    expect(levelOn(regained, 'INPS.VISION-3', '2010-09-01')).toBe(3);
  });
  it('I13, A29: nothing is withdrawn by the level on record or above, and a day has one level', () => {
    expect(decide(inps, 'withdraw-level', { ...toLevelOne, level: 3 })).toMatchObject(
      refusal('LEVEL_NOT_HELD'),
    );
    const state = after(['withdraw-level', toLevelOne]);
    expect(decide(state, 'withdraw-level', toLevelOne)).toEqual({ kind: 'nothing' });
    expect(decide(state, 'withdraw-level', { ...toLevelOne, level: null })).toMatchObject(
      refusal('LEVEL_EXISTS'),
    );
    expect(decide(state, 'record-level', { ...toLevelOne, level: 2 })).toMatchObject(refusal('LEVEL_EXISTS'));
  });
  it('S2: only of a product that is listed, and of the supplier’s own', () => {
    expect(decide(inps, 'withdraw-level', { ...toLevelOne, productId: 'INPS.VISION-9' })).toMatchObject(
      refusal('PRODUCT_NOT_LISTED'),
    );
    expect(decide(inps, 'withdraw-level', { ...toLevelOne, productId: 'EMIS.EMIS-LV' })).toMatchObject(
      refusal('PRODUCT_NOT_THE_SUPPLIERS'),
    );
  });
  it('C3: by the national team alone', () => {
    expect(decide(inps, 'withdraw-level', toLevelOne, patel)).toMatchObject(refusal('ROLE_NOT_ALLOWED'));
  });
});

describe('S5: a Level 2 version is planned', () => {
  const plan = { effectiveDate: '2008-05-01', productId: 'INPS.VISION-2', plannedFor: '2009-10-01' };
  it('S5: of any product, listed or not; the last plan by a day is that day’s', () => {
    const later = { ...plan, effectiveDate: '2009-09-01', plannedFor: '2010-04-01' };
    const state = after(['plan-level-2', plan], ['plan-level-2', later]);
    expect(levelTwoPlannedOn(state, 'INPS.VISION-2', '2008-04-30')).toBeNull();
    expect(levelTwoPlannedOn(state, 'INPS.VISION-2', '2009-08-31')).toBe('2009-10-01');
    expect(levelTwoPlannedOn(state, 'INPS.VISION-2', '2009-09-01')).toBe('2010-04-01');
  });
  it('I13: a plan lies ahead, and a day has one', () => {
    expect(decide(inps, 'plan-level-2', { ...plan, plannedFor: '2008-04-30' })).toMatchObject(
      refusal('DATE_ORDER'),
    );
    const state = after(['plan-level-2', plan]);
    expect(decide(state, 'plan-level-2', plan)).toEqual({ kind: 'nothing' });
    expect(decide(state, 'plan-level-2', { ...plan, plannedFor: '2010-01-01' })).toMatchObject(
      refusal('PLAN_EXISTS'),
    );
  });
});

describe('F12: a supplier withdraws a system', () => {
  const announced = { ...product, effectiveDate: '2012-02-01', lastDay: '2015-03-31' };
  it('F12: it stays on the list until its last day, which a later announcement may move', () => {
    const state = after(['announce-withdrawal', announced]);
    expect(withdrawalOn(state, 'INPS.VISION-3', '2012-01-31')).toBeUndefined();
    expect(withdrawalOn(state, 'INPS.VISION-3', '2012-02-01')).toMatchObject({ lastDay: '2015-03-31' });
    expect(isListed(state, 'INPS.VISION-3', '2015-03-31')).toBe(true);
    expect(isListed(state, 'INPS.VISION-3', '2015-04-01')).toBe(false);
    const moved = after(
      ['announce-withdrawal', announced],
      ['announce-withdrawal', { ...announced, effectiveDate: '2014-01-01', lastDay: '2015-12-31' }],
    );
    expect(isListed(moved, 'INPS.VISION-3', '2015-12-31')).toBe(true);
  });
  it('I13: the last day is not over, and a day has one announcement', () => {
    expect(decide(inps, 'announce-withdrawal', { ...announced, lastDay: '2012-01-31' })).toMatchObject(
      refusal('DATE_ORDER'),
    );
    const state = after(['announce-withdrawal', announced]);
    expect(decide(state, 'announce-withdrawal', announced)).toEqual({ kind: 'nothing' });
    expect(decide(state, 'announce-withdrawal', { ...announced, lastDay: '2016-01-01' })).toMatchObject(
      refusal('WITHDRAWAL_EXISTS'),
    );
    expect(decide(inps, 'announce-withdrawal', { ...announced, productId: 'INPS.VISION-9' })).toMatchObject(
      refusal('PRODUCT_NOT_LISTED'),
    );
  });
});

describe('F13: a supplier ceases', () => {
  const ceased = { effectiveDate: '2013-03-31', successor: 'EMIS' };
  it('F13: once, with a successor that is on the register', () => {
    const state = after(['cease-supplier', ceased]);
    expect(state.ceased).toMatchObject({ from: '2013-03-31', successor: 'EMIS' });
    expect(decide(state, 'cease-supplier', ceased)).toEqual({ kind: 'nothing' });
    expect(decide(state, 'cease-supplier', { effectiveDate: '2013-03-31' })).toMatchObject(
      refusal('SUPPLIER_ALREADY_CEASED'),
    );
  });
  it('F13: by a supplier that is on the register on that day, and not a day before', () => {
    expect(decide(inps, 'cease-supplier', { ...ceased, effectiveDate: '2008-04-01' }).kind).toBe('accepted');
    expect(decide(inps, 'cease-supplier', { ...ceased, effectiveDate: '2008-03-31' })).toMatchObject(
      refusal('SUPPLIER_UNKNOWN'),
    );
  });
  it.each(['INPS', 'NOBODY'])('F13: not by %s', (successor) => {
    expect(decide(inps, 'cease-supplier', { ...ceased, successor })).toMatchObject(
      refusal('SUPPLIER_UNKNOWN'),
    );
  });
});

describe('A29: central funding is suspended and restored', () => {
  const suspended = { ...product, effectiveDate: '2010-04-01' };
  const restored = { ...product, effectiveDate: '2010-07-01' };
  it('A29: from the day of the one decision to the day before the other', () => {
    const state = after(['suspend-central-funding', suspended], ['restore-central-funding', restored]);
    expect(suspensionOn(state, 'INPS.VISION-3', '2010-03-31')).toBeUndefined();
    expect(suspensionOn(state, 'INPS.VISION-3', '2010-06-30')).toMatchObject({ from: '2010-04-01' });
    expect(suspensionOn(state, 'INPS.VISION-3', '2010-07-01')).toBeUndefined();
  });
  it('I13: a decision needs something to decide', () => {
    expect(decide(inps, 'restore-central-funding', restored)).toMatchObject(refusal('FUNDING_NOT_SUSPENDED'));
    const state = after(['suspend-central-funding', suspended]);
    expect(decide(state, 'suspend-central-funding', suspended)).toEqual({ kind: 'nothing' });
    expect(decide(state, 'suspend-central-funding', restored)).toMatchObject(
      refusal('FUNDING_ALREADY_SUSPENDED'),
    );
    expect(decide(state, 'restore-central-funding', suspended)).toMatchObject(
      refusal('FUNDING_DECISION_EXISTS'),
    );
    const unknown = { ...suspended, productId: 'INPS.VISION-9' };
    expect(decide(inps, 'suspend-central-funding', unknown)).toMatchObject(refusal('PRODUCT_NOT_LISTED'));
  });
});

describe('S22: data-access services', () => {
  const tape = { id: 'TAPE', service: 'Copy of the backup tape', chargePence: null };
  const extract = { id: 'EXTRACT', service: 'Documented data extract', chargePence: 45_000 };
  const first = { effectiveDate: '2009-05-01', version: '1', services: [tape, extract] };
  it('S22: a version is in force from its day until the next one’s', () => {
    const second = { ...first, effectiveDate: '2010-05-01', version: '2', services: [extract] };
    const state = after(['publish-data-access-services', first], ['publish-data-access-services', second]);
    expect(dataAccessOn(state, '2009-04-30')).toBeUndefined();
    expect(dataAccessOn(state, '2010-04-30')).toMatchObject({ version: '1', services: [tape, extract] });
    expect(dataAccessOn(state, '2010-05-01')).toMatchObject({ version: '2', services: [extract] });
  });
  it('S22, I13: a version keeps its content, a day has one version, a service stands once', () => {
    const state = after(['publish-data-access-services', first]);
    const asked = (body: object) => decide(state, 'publish-data-access-services', { ...first, ...body });
    expect(asked({ services: [extract, tape] })).toEqual({ kind: 'nothing' });
    expect(asked({ services: [tape] })).toMatchObject(refusal('DATA_ACCESS_SERVICES_EXIST'));
    expect(asked({ version: '2' })).toMatchObject(refusal('DATA_ACCESS_SERVICES_EXIST'));
    expect(asked({ effectiveDate: '2010-01-01' })).toMatchObject(refusal('DATA_ACCESS_SERVICES_EXIST'));
    expect(asked({ version: '2', services: [tape, tape] })).toMatchObject(refusal('ROWS_TWICE'));
  });
  it('S22, I13: of two versions that it cannot be beside, a refusal names the earlier', () => {
    const second = { ...first, effectiveDate: '2010-05-01', version: '2' };
    const state = after(['publish-data-access-services', first], ['publish-data-access-services', second]);
    expect(decide(state, 'publish-data-access-services', { ...second, version: '1' })).toMatchObject({
      refusal: {
        because: 'Data-access services 1 of 2009-05-01 are published, with other contents.',
      },
    });
  });
});

describe('X8: prices are fixed apart from annual indexation', () => {
  const list = (effectiveDate: string, yearlyPence: number | null) => ({
    effectiveDate,
    rows: [{ row: 'SOFTWARE_LICENCE', yearlyPence }],
  });
  const flagged = { events: [{ payload: { flags: ['PRICE_CHANGED_WITHIN_A_YEAR'] } }] };
  it('X8: another price within a year of the list before or after is accepted and told', () => {
    expect(decide(inps, 'publish-price-list', list('2009-03-31', 480_000))).toMatchObject(flagged);
    expect(decide(inps, 'publish-price-list', list('2009-04-01', 480_000))).not.toMatchObject(flagged);
    expect(decide(inps, 'publish-price-list', list('2007-04-02', 450_000))).toMatchObject(flagged);
    expect(decide(inps, 'publish-price-list', list('2007-04-01', 450_000))).not.toMatchObject(flagged);
  });
  it('X8: counted from the last change of the price, whatever lists repeat or leave it out since', () => {
    const repeated = after(['publish-price-list', list('2009-01-01', 468_100)]);
    expect(decide(repeated, 'publish-price-list', list('2009-06-01', 480_000))).not.toMatchObject(flagged);
    expect(decide(repeated, 'publish-price-list', list('2009-03-31', 480_000))).toMatchObject(flagged);
    const support = { effectiveDate: '2008-07-01', rows: [{ row: 'SYSTEM_SUPPORT', yearlyPence: 66_500 }] };
    const omitted = after(['publish-price-list', support]);
    expect(decide(omitted, 'publish-price-list', list('2009-01-01', 480_000))).toMatchObject(flagged);
    expect(decide(omitted, 'publish-price-list', list('2009-04-01', 480_000))).not.toMatchObject(flagged);
    const later = after(['publish-price-list', list('2009-06-01', 480_000)]);
    expect(decide(later, 'publish-price-list', list('2009-01-01', 480_000))).toMatchObject(flagged);
    expect(decide(later, 'publish-price-list', list('2009-01-01', 468_100))).not.toMatchObject(flagged);
  });
  it('X8: one row of several with another price is enough', () => {
    const support = { row: 'SYSTEM_SUPPORT', yearlyPence: 66_500 };
    const both = (licence: number) => ({
      effectiveDate: '2009-01-01',
      rows: [support, { row: 'SOFTWARE_LICENCE', yearlyPence: licence }],
    });
    expect(decide(inps, 'publish-price-list', both(480_000))).toMatchObject(flagged);
    expect(decide(inps, 'publish-price-list', both(468_100))).not.toMatchObject(flagged);
  });
  it('X8: the same price again, or a row without one, is no change of a price', () => {
    expect(decide(inps, 'publish-price-list', list('2008-10-01', 468_100))).not.toMatchObject(flagged);
    expect(decide(inps, 'publish-price-list', list('2008-10-01', null))).not.toMatchObject(flagged);
  });
});
