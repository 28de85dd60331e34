import { useProjections } from '#testing/projecting.js';
import { idOf, importer, recorded } from '#testing/fixture.js';
import { positioned, referenceEvents, workedRegister } from '#testing/register-events.js';
import type { PayloadOf, PracticeEvent, PracticeEventType } from '#domain/practice/events.js';
import type { Recorded } from '#domain/recorded.js';
import { practicesProjection } from './projection.js';
import { callOffCover } from '../call-off-cover/query.js';
import { listPractices, type PracticesAsked } from './query.js';

const now = '2014-05-14T09:00:00.000Z';
const database = useProjections([practicesProjection]);

/** What imports recorded of a practice, an event each second from 1 May 2012 12:00 on. */
const imported = (ods: string, nth: number, ...events: readonly PracticeEvent[]): readonly Recorded[] =>
  events.map((event, revision) =>
    recorded(
      event,
      { id: idOf(70_000_000 + nth, revision), stream: `practice-${ods}`, revision },
      {
        actor: importer,
        recordedAt: `2012-05-01T12:00:${String(nth).padStart(2, '0')}.${String(revision).padStart(3, '0')}Z`,
      },
    ),
  );
const event = <Type extends PracticeEventType>(type: Type, payload: PayloadOf<Type>) =>
  ({ type, payload }) as unknown as PracticeEvent;
const observed = (product: string, firstMonth: string, lastMonth: string) =>
  event('SystemUseObserved', {
    product,
    supplier: 'EMIS',
    firstMonth,
    lastMonth,
    monthsListed: 3,
    monthsMissing: 0,
  });

const elm = imported(
  'B00002',
  2,
  event('PracticeRegistered', { effectiveDate: '1990-01-01', ods: 'B00002', name: 'Elm Tree Surgery' }),
  event('PracticeCommissionerChanged', {
    effectiveDate: '2001-04-01',
    legalDate: '2001-04-01',
    to: '5YY',
    left: '2013-03-31',
  }),
  event('PracticeCommissionerChanged', { effectiveDate: '2013-04-01', legalDate: '2013-04-01', to: '00K' }),
  observed('EMIS PCS', '2010-01', '2010-12'),
  observed('EMIS Web', '2011-01', '2012-03'),
);
const oak = imported(
  'C00003',
  3,
  event('PracticeRegistered', { effectiveDate: '1980-01-01', ods: 'C00003', name: 'Old Oak, The' }),
  event('PracticeClosed', { effectiveDate: '2011-06-30' }),
);
const register = positioned([...workedRegister('rehomed'), ...elm, ...oak]);
const list = (asked: Partial<PracticesAsked> = {}) => listPractices(database.sql, { knownAt: now, ...asked });
const codes = async (asked: Partial<PracticesAsked>) => (await list(asked)).practices.map(({ ods }) => ods);
const stateOfW = async (on: string, knownAt = now) =>
  (await list({ code: 'A00001', on, knownAt })).practices[0]?.state;

describe('the list of practices', () => {
  beforeAll(() => database.project(practicesProjection, register, 7));

  it('lists by code with cursor pages', async () => {
    const first = await list({ limit: 2 });
    expect(first.practices.map(({ ods }) => ods)).toEqual(['A00001', 'B00002']);
    expect(first.next).toBe('B00002');
    const second = await list({ limit: 2, cursor: first.next ?? '' });
    expect(second).toMatchObject({ practices: [{ ods: 'C00003' }], next: null });
  });

  it('searches by code, name, commissioner, system and state', async () => {
    expect(await codes({ code: 'b0' })).toEqual(['B00002']);
    expect(await codes({ name: 'TREE' })).toEqual(['B00002']);
    expect(await codes({ commissioner: '00K' })).toEqual(['B00002']);
    expect(await codes({ commissioner: '5YY' })).toEqual([]);
    expect(await codes({ system: 'vision 3' })).toEqual(['A00001']);
    expect(await codes({ system: 'INPS.VISION-3' })).toEqual(['A00001']);
    expect(await codes({ state: 'CLOSED' })).toEqual(['C00003']);
    expect(await codes({ name: '%' })).toEqual([]);
  });

  it('O2: a commissioner is that of the day', async () => {
    expect(await codes({ commissioner: '5YY', on: '2013-03-31' })).toEqual(['B00002']);
    expect(await codes({ commissioner: '5YY', on: '2013-04-01' })).toEqual([]);
    expect((await list({ code: 'B00002', on: '2000-01-01' })).practices).toMatchObject([
      { commissioner: null },
    ]);
  });

  it('S24, S34: the state of W on the days of its migration', async () => {
    expect(await stateOfW('2008-11-09')).toBe('IN_SERVICE');
    expect(await stateOfW('2008-11-10')).toBe('MIGRATING');
    expect(await stateOfW('2009-03-12')).toBe('BEDDING_IN');
    expect(await stateOfW('2009-06-12')).toBe('BEDDING_IN');
    expect(await stateOfW('2009-06-13')).toBe('NOTICE_RUNNING');
    expect(await stateOfW('2009-08-01')).toBe('IN_SERVICE');
  });

  it('A10: the state as known before any notice', async () => {
    expect(await stateOfW('2009-06-13', '2009-03-22T12:00:00.000Z')).toBe('NO_NOTICE_LOCAL_COST');
  });

  it('O4: the system of a day is the declared instance, else an observation whose months contain it', async () => {
    const on = async (code: string, day: string) => (await list({ code, on: day })).practices[0]?.system;
    expect(await on('A00001', '2009-03-11')).toMatchObject({
      basis: 'DECLARED',
      name: 'EMIS LV',
      instance: 'E1',
    });
    expect(await on('A00001', '2009-03-12')).toMatchObject({
      basis: 'DECLARED',
      name: 'Vision 3',
      instance: 'V1',
    });
    expect(await on('B00002', '2010-12-31')).toMatchObject({
      basis: 'OBSERVED',
      name: 'EMIS PCS',
      firstMonth: '2010-01',
      lastMonth: '2010-12',
      isOver: false,
    });
    expect(await on('B00002', '2012-04-01')).toBeNull();
  });

  it('O4: without on= the last observation serves, with its last month', async () => {
    expect((await list({ code: 'B00002' })).practices[0]?.system).toMatchObject({
      basis: 'OBSERVED',
      name: 'EMIS Web',
      lastMonth: '2012-03',
      isOver: true,
    });
    expect(await codes({ system: 'EMIS Web' })).toEqual(['B00002']);
    expect(await codes({ system: 'EMIS Web', on: '2014-05-14' })).toEqual([]);
  });

  it('R14: what was not yet recorded at knownAt is not listed', async () => {
    expect(await codes({ knownAt: '2012-05-01T12:00:01.999Z', on: '2012-05-01' })).toEqual(['A00001']);
    expect(await codes({ knownAt: '2008-04-01T09:09:59.999Z' })).toEqual([]);
  });
});

describe('F12: the cohort of a system whose withdrawal is announced', () => {
  const announced = recorded(
    {
      type: 'SystemWithdrawalAnnounced',
      payload: { effectiveDate: '2012-02-01', productId: 'INPS.VISION-3', lastDay: '2015-03-31' },
    },
    { id: idOf(70_000_009), stream: 'supplier-INPS', revision: 90 },
    { recordedAt: '2012-02-03T12:00:00.000Z' },
  );
  beforeAll(() => database.project(practicesProjection, positioned([...register, announced]), 7));

  it('F12, N7: lists the practices on it, with its last day, from the day of the announcement', async () => {
    expect(await codes({ withdrawal: 'ANNOUNCED', on: '2012-01-31' })).toEqual([]);
    expect(await codes({ withdrawal: 'ANNOUNCED', on: '2012-02-01' })).toEqual(['A00001']);
    const [first] = (await list({ withdrawal: 'ANNOUNCED', on: '2012-02-01' })).practices;
    expect(first?.system).toMatchObject({ productId: 'INPS.VISION-3', withdrawnAfter: '2015-03-31' });
  });
  it('R14: as known before it was recorded, nobody is', async () => {
    const asked = { withdrawal: 'ANNOUNCED', on: '2012-02-01', knownAt: '2012-02-03T11:59:59.999Z' } as const;
    expect(await codes(asked)).toEqual([]);
  });
});

describe('S8: the share of practices on a Call-Off', () => {
  beforeAll(() => database.project(practicesProjection, register, 7));
  const on = (day: string, knownAt = now) => callOffCover(database.sql, { on: day, knownAt });

  it('S8: counts the open practices of the day, in all and by commissioner', async () => {
    expect(await on('2009-05-01')).toMatchObject({
      practices: 3,
      onCallOff: 1,
      sharePercent: 33.3,
      commissioners: [
        { commissioner: '5YY', practices: 1, onCallOff: 0, sharePercent: 0 },
        { commissioner: '5ZZ', practices: 1, onCallOff: 1, sharePercent: 100 },
        { commissioner: null, practices: 1, onCallOff: 0, sharePercent: 0 },
      ],
    });
    expect(await on('2008-03-31')).toMatchObject({ practices: 3, onCallOff: 0, sharePercent: 0 });
    expect(await on('2012-01-01')).toMatchObject({ practices: 2, onCallOff: 1, sharePercent: 50 });
  });
  it('S8, R14: as known before anything was recorded, there is no share', async () => {
    expect(await on('2009-05-01', '2008-04-01T09:09:59.999Z')).toMatchObject({
      practices: 0,
      sharePercent: null,
      commissioners: [],
    });
  });
});

describe('the practices projection', () => {
  const builtWith = async (...sizes: readonly number[]) => {
    await database.project(practicesProjection, register, ...sizes);
    return database.rowsOf(practicesProjection);
  };

  it('has the same rows live, event by event, as rebuilt in batches of any size', async () => {
    const live = await builtWith(1);
    expect(await builtWith()).toEqual(live);
    expect(await builtWith(4, 9, 1)).toEqual(live);
  });

  it('has the same rows when batches are delivered twice', async () => {
    const once = await builtWith(6);
    await database.apply(practicesProjection, register.slice(20, 50));
    await database.apply(practicesProjection, register);
    expect(await database.rowsOf(practicesProjection)).toEqual(once);
  });

  it('has the same rows when the suppliers’ events arrive last', async () => {
    const spans = (rows: readonly string[]) => rows.filter((row) => row.startsWith('practice_span'));
    const usual = spans(await builtWith());
    const others = register.filter((each) => !referenceEvents.some(({ id }) => id === each.id));
    await database.project(practicesProjection, [...others, ...referenceEvents], 10);
    expect(spans(await database.rowsOf(practicesProjection))).toEqual(usual);
  });
});
