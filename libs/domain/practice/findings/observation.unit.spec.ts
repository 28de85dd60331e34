import { command, given } from '#testing/decisions.js';
import { idOf, importer, reference } from '#testing/fixture.js';
import { installed, workedUntil } from '#testing/worked-data-set.js';
import { emptyReference, supplierIn, type Reference } from '../../reference.js';
import type { Entry, GoLive, PracticeState } from '../state.js';
import { findings } from './index.js';

const noticed = given(...workedUntil('noticeGiven'));

const codes = (state: PracticeState, on: string, facts: Reference = reference) =>
  findings(state, facts, on).map(({ code }) => code);
const found = (state: PracticeState, on: string, code: string, facts: Reference = reference) =>
  findings(state, facts, on).filter((one) => one.code === code);

const observed = (supplier: string, product: string, firstMonth: string, lastMonth: string) =>
  ({
    supplier,
    product,
    firstMonth,
    lastMonth,
    monthsListed: 1,
    monthsMissing: 0,
    eventId: `${product}-${firstMonth}`,
    recordedAt: '2019-05-01T09:00:00.000Z',
    recordedBy: importer,
  }) satisfies Entry<'SystemUseObserved'>;

describe('O5: what published lists show and no decision explains', () => {
  const registered = given(...workedUntil('registered')).state;

  it('O5: two observations of different products without a go-live between them', () => {
    const observations = [
      observed('EMIS', 'EMIS Web', '2014-02', '2015-12'),
      observed('TPP', 'SystmOne', '2016-01', '2018-12'),
    ];
    const state = { ...registered, observations };
    expect(found(state, '2018-01-01', 'OBSERVED_CHANGE_WITHOUT_DECISION')).toMatchObject([
      { rule: 'O5', events: ['EMIS Web-2014-02', 'SystmOne-2016-01'] },
    ]);
    expect(codes(state, '2015-12-31')).toEqual([]);
    const same = [...observations.slice(0, 1), observed('EMIS', 'EMIS Web', '2016-01', '2016-12')];
    expect(codes({ ...registered, observations: same }, '2018-01-01')).toEqual([]);
  });

  it('O5: a change that a go-live explains is none', () => {
    const observations = [
      observed('EMIS', 'EMIS LV', '2008-06', '2009-02'),
      observed('INPS', 'Vision 3', '2009-04', '2010-12'),
    ];
    expect(codes({ ...noticed.state, observations }, '2009-05-01')).toEqual([]);
  });

  it('O5: a declared instance that an observation contradicts', () => {
    const observations = [observed('TPP', 'SystmOne', '2009-05', '2010-12')];
    expect(
      found({ ...noticed.state, observations }, '2009-05-01', 'OBSERVED_CHANGE_WITHOUT_DECISION'),
    ).toMatchObject([{ rule: 'O5', instanceId: 'V1' }]);
  });

  it('O5: which held a whole month of it, though the product had been declared before', () => {
    const listed = (lastMonth: string) => ({
      ...noticed.state,
      observations: [observed('EMIS', 'EMIS LV', '2008-04', lastMonth)],
    });
    const on = (lastMonth: string, day: string) =>
      found(listed(lastMonth), day, 'OBSERVED_CHANGE_WITHOUT_DECISION');
    expect(on('2013-12', '2009-04-01')).toMatchObject([
      {
        instanceId: 'V1',
        message:
          'The published lists show EMIS LV from 2008-04 to 2013-12, where INPS.VISION-3 is declared from 2009-03-11.',
      },
    ]);
    expect(on('2013-12', '2009-03-31')).toEqual([]);
    expect(on('2009-04', '2009-04-30')).toHaveLength(1);
    expect(on('2009-03', '2009-04-30')).toEqual([]);
  });

  it('O5: what a system was before the first that is declared contradicts nothing', () => {
    const { state } = given(
      ...workedUntil('registered'),
      command('register-instance', {
        effectiveDate: '2008-04-02',
        instanceId: 'E1',
        productId: 'EMIS.EMIS-LV',
        ...installed,
      }),
    );
    const before = (lastMonth: string) => ({
      ...state,
      observations: [observed('TPP', 'SystmOne', '2007-06', lastMonth)],
    });
    expect(codes(before('2008-04'), '2008-06-30')).not.toContain('OBSERVED_CHANGE_WITHOUT_DECISION');
    expect(codes(before('2008-05'), '2008-06-30')).toContain('OBSERVED_CHANGE_WITHOUT_DECISION');
  });

  it('O5: a go-live decides the change about whose months it was, and a rollback the one back', () => {
    const changes = (state: PracticeState, ...observations: PracticeState['observations']) =>
      found({ ...state, observations }, '2009-07-01', 'OBSERVED_CHANGE_WITHOUT_DECISION').map(
        ({ events }) => events,
      );
    const systmOne = observed('TPP', 'SystmOne', '2007-04', '2008-03');
    const emis = observed('EMIS', 'EMIS LV', '2008-04', '2009-03');
    const vision = observed('INPS', 'Vision 3', '2009-03', '2009-04');
    expect(changes(noticed.state, systmOne, emis, vision)).toEqual([['SystmOne-2007-04', 'EMIS LV-2008-04']]);
    const [migration] = noticed.state.migrations;
    const rolledBack = { effectiveDate: '2009-04-30', eventId: 'back' } as GoLive['rolledBack'];
    const returned = {
      ...noticed.state,
      migrations: [{ ...migration!, goLive: { ...migration!.goLive!, rolledBack } }],
    };
    expect(changes(returned, emis, vision, observed('EMIS', 'EMIS LV', '2009-05', '2009-07'))).toEqual([]);
  });

  it('O5: the observations in the order of their months, whatever the order of their import', () => {
    const first = observed('EMIS', 'EMIS Web', '2014-02', '2015-12');
    const second = observed('TPP', 'SystmOne', '2016-01', '2018-12');
    const third = observed('INPS', 'Vision 3', '2019-01', '2019-12');
    const changes = (on: string, ...observations: PracticeState['observations']) =>
      found({ ...registered, observations }, on, 'OBSERVED_CHANGE_WITHOUT_DECISION').map(
        ({ message }) => message,
      );
    const told = [
      'The published lists show EMIS Web to 2015-12 and SystmOne from 2016-01, and no go-live is on record between.',
      'The published lists show SystmOne to 2018-12 and Vision 3 from 2019-01, and no go-live is on record between.',
    ];
    expect(changes('2020-01-01', first, second, third)).toEqual(told);
    expect(changes('2020-01-01', third, second, first)).toEqual(told);
    expect(changes('2020-01-01', second, third, first)).toEqual(told);
    expect(changes('2019-01-01', third, first, second)).toEqual(told);
    expect(changes('2018-12-31', third, first, second)).toEqual(told.slice(0, 1));
    const within = observed('TPP', 'SystmOne', '2014-06', '2014-09');
    expect(changes('2016-01-01', first, within)).toEqual([
      'The published lists show EMIS Web to 2015-12 and SystmOne from 2014-06, and no go-live is on record between.',
    ]);
  });

  it('O5: a go-live on the first or the last day of the months about the change decides it', () => {
    const [migration] = noticed.state.migrations;
    const changed = (on: string) => {
      const migrations = [{ ...migration!, goLive: { ...migration!.goLive!, on } }];
      const observations = [
        observed('TPP', 'SystmOne', '2007-06', '2008-01'),
        observed('EMIS', 'EMIS LV', '2008-02', '2008-04'),
      ];
      return found(
        { ...noticed.state, instances: {}, migrations, observations },
        '2008-06-01',
        'OBSERVED_CHANGE_WITHOUT_DECISION',
      ).length;
    };
    expect(['2007-12-31', '2008-01-01', '2008-02-29', '2008-03-01'].map(changed)).toEqual([1, 0, 0, 1]);
  });

  it('O5: a system that left before the last day of a month did not hold the whole of it', () => {
    const [migration] = noticed.state.migrations;
    const told = (on: string) => {
      const migrations = [{ ...migration!, goLive: { ...migration!.goLive!, on } }];
      const observations = [observed('TPP', 'SystmOne', '2009-03', '2009-03')];
      return found(
        { ...noticed.state, migrations, observations },
        '2009-06-01',
        'OBSERVED_CHANGE_WITHOUT_DECISION',
      ).length;
    };
    expect(['2009-03-31', '2009-04-01'].map(told)).toEqual([0, 1]);
  });

  it('O5: a product is the declared one by its name or its id, whatever the letters’ case', () => {
    const inps = supplierIn(reference, 'INPS');
    const named = (name: string) => ({
      ...reference,
      suppliers: {
        ...reference.suppliers,
        INPS: {
          ...inps,
          products: { ...inps.products, 'INPS.VISION-3': { ...inps.products['INPS.VISION-3']!, name } },
        },
      },
    });
    const isOther = (product: string, facts: Reference) =>
      found(
        { ...noticed.state, observations: [observed('INPS', product, '2009-04', '2010-12')] },
        '2009-06-01',
        'OBSERVED_CHANGE_WITHOUT_DECISION',
        facts,
      ).length > 0;
    expect(
      ['VISION-3', 'vision 3', 'ision 3', 'INPS Vision 3', 'Clinical'].map((product) => [
        product,
        isOther(product, emptyReference),
        isOther(product, named('Clinical')),
      ]),
    ).toEqual([
      ['VISION-3', false, false],
      ['vision 3', false, false],
      ['ision 3', true, true],
      ['INPS Vision 3', true, true],
      ['Clinical', true, false],
    ]);
  });

  it('O5, R20: a contradiction rests on the observation and on what declared the system', () => {
    const observations = [observed('TPP', 'SystmOne', '2009-05', '2010-12')];
    expect(
      found({ ...noticed.state, observations }, '2009-06-01', 'OBSERVED_CHANGE_WITHOUT_DECISION'),
    ).toMatchObject([{ events: expect.arrayContaining(['SystmOne-2009-05', idOf(22), idOf(25)]) }]);
  });
});
