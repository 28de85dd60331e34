import { endOfLondonDay } from '#domain/calendar/dates.js';
import { useProjections } from '#testing/projecting.js';
import { workedRegister } from '#testing/register-events.js';
import { practiceParties } from '../practice/parties.js';
import { practiceOn } from '../practice/query.js';
import { listSystems } from '../systems/query.js';
import { practiceQueryAnswer } from '../practice/answers.js';
import { auditHistoryProjection } from './projection.js';
import { auditHistory, auditHistoryEntry } from './query.js';

const now = '2014-05-14T09:00:00.000Z';
const ods = 'A00001';
const database = useProjections([auditHistoryProjection]);
const register = workedRegister('rehomed');
beforeAll(() => database.project(auditHistoryProjection, register));
const history = async (asked: { on?: string; knownAt?: string; cursor?: string; limit?: number } = {}) =>
  (await auditHistory(database.sql, { ods, knownAt: now, ...asked }))!;
const entry = async (type: string, knownAt = now) =>
  (await history({ knownAt })).entries.find((one) => one.type === type);
const goLiveKnownAt = async (knownAt: string) => {
  const answer = await practiceOn(database.sql, { ods, knownAt });
  return answer && !answer.nothingOnRecord ? answer.migration?.goLive?.on : undefined;
};

describe('audit history', () => {
  it('has the whole file in order, from the first revision to the last', async () => {
    const { entries, next } = await history();
    expect(entries.map(({ revision }) => revision)).toEqual(entries.map((_entry, index) => index));
    expect(entries).toHaveLength(37);
    expect(next).toBeNull();
  });

  it('M3, R18: says who, by name in clear, when effective and when recorded', async () => {
    expect(await entry('NoticeGiven')).toMatchObject({
      what: 'Notice given to EMIS for EMIS LV (E1), 20 March 2009; ends 20 June 2009',
      by: { name: 'J Patel', role: 'PCT', org: '5ZZ' },
      effectiveDate: '2009-03-20',
      recordedAt: '2009-03-23T09:40:00.000Z',
      command: 'give-notice',
    });
  });

  it('M4, A19: shows a correction with what was and is now, its author and its reviewer, and the original still', async () => {
    const [declared, corrected] = [await entry('GoLiveDeclared'), await entry('GoLiveCorrected')];
    expect(declared).toMatchObject({ effectiveDate: '2009-03-11', correctedBy: [corrected?.eventId] });
    expect(corrected).toMatchObject({
      corrects: declared?.eventId,
      was: '2009-03-11',
      now: '2009-03-12T08:00',
      by: { name: 'J Patel' },
      confirmedBy: { name: 'S Cole' },
      recordedAt: '2009-04-02T10:05:00.000Z',
    });
  });

  it('M4: as known before the correction the declaration stands uncorrected', async () => {
    expect(await entry('GoLiveDeclared', '2009-04-02T10:04:59.999Z')).toMatchObject({ correctedBy: [] });
    expect(await entry('GoLiveCorrected', '2009-04-02T10:04:59.999Z')).toBeUndefined();
  });

  it('R2: shows a proposal and the event that confirmed it', async () => {
    const proposals = (await history()).entries.filter(({ type }) => type === 'CommandProposed');
    expect(proposals).toHaveLength(3);
    expect((await entry('SelectionCompleted'))?.proposalId).toBe(proposals[0]?.eventId);
  });

  it('shows what an extension and a change of option replaced', async () => {
    expect(await entry('NoticeExtended')).toMatchObject({ was: '2009-06-20', now: '2009-07-31' });
    expect(await entry('RetentionOptionChanged')).toMatchObject({ was: 'SINGLE_USER', now: 'DATR' });
    expect(await entry('MigrationDateReplanned')).toMatchObject({ was: '2009-03-05', now: '2009-03-12' });
  });

  it('with on= leaves out what took effect later', async () => {
    const { entries } = await history({ on: '2009-03-11' });
    expect(entries.at(-1)).toMatchObject({ type: 'GoLiveDeclared' });
    expect(entries.some(({ type }) => type === 'NoticeGiven')).toBe(false);
  });

  it('has cursor pages', async () => {
    const first = await history({ limit: 30 });
    expect([first.entries.length, first.next]).toEqual([30, '29']);
    const second = await history({ limit: 30, cursor: first.next ?? '' });
    expect([second.entries[0]?.revision, second.entries.length, second.next]).toEqual([30, 7, null]);
  });

  it('gives one event by its revision, where it was known', async () => {
    const asked = { ods, revision: 26 };
    expect(await auditHistoryEntry(database.sql, { ...asked, knownAt: now })).toMatchObject({
      type: 'GoLiveDeclared',
    });
    expect(
      await auditHistoryEntry(database.sql, { ...asked, knownAt: '2009-03-13T09:11:59.999Z' }),
    ).toBeUndefined();
  });

  it('R14: before its first recording a practice has nothing on record; an unknown one is undefined', async () => {
    expect(await history({ knownAt: '2008-03-31T12:00:00.000Z' })).toMatchObject({
      nothingOnRecord: true,
      entries: [],
    });
    expect(await auditHistory(database.sql, { ods: 'Z99999', knownAt: now })).toBeUndefined();
  });

  it('has the same rows in batches of any size, and delivered twice', async () => {
    const once = await database.rowsOf(auditHistoryProjection);
    await database.apply(auditHistoryProjection, register.slice(5, 40));
    expect(await database.rowsOf(auditHistoryProjection)).toEqual(once);
    await database.project(auditHistoryProjection, register, 1, 6);
    expect(await database.rowsOf(auditHistoryProjection)).toEqual(once);
  });
});

describe('a practice', () => {
  it('A19: the go-live on record as known at 20 Mar 2009 is 11 March, and as known now 12 March', async () => {
    expect(await goLiveKnownAt(endOfLondonDay('2009-03-20'))).toBe('2009-03-11');
    expect(await goLiveKnownAt(now)).toBe('2009-03-12');
  });

  it('answers in the shape that the API publishes', async () => {
    const answer = await practiceOn(database.sql, { ods, on: '2009-06-20', knownAt: now });
    expect(practiceQueryAnswer.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      nothingOnRecord: false,
      state: 'NOTICE_RUNNING',
      commissioner: { code: '5ZZ' },
      system: { name: 'Vision 3', basis: 'DECLARED' },
      notice: { endsOn: '2009-07-31' },
    });
  });

  it('R14: has nothing on record before it was recorded; an unknown one is undefined', async () => {
    const answer = await practiceOn(database.sql, { ods, knownAt: '2008-03-31T12:00:00.000Z' });
    expect(answer).toEqual({
      ods,
      on: '2008-03-31',
      knownAt: '2008-03-31T12:00:00.000Z',
      nothingOnRecord: true,
    });
    expect(await practiceOn(database.sql, { ods: 'Z99999', knownAt: now })).toBeUndefined();
  });

  it('I2: names the parties that may read it', async () => {
    expect(await practiceParties(database.sql, ods)).toEqual({
      commissioners: [
        { code: '5ZZ', from: '2006-10-01' },
        { code: '99Z', from: '2013-04-01' },
      ],
      instances: { E1: 'EMIS', V1: 'INPS' },
      targets: { '00000000-0000-4000-8000-000000070000': 'INPS' },
      orders: { '00000000-0000-4000-8000-000000180000': 'INPS' },
      successors: [],
      held: {},
    });
    expect(await practiceParties(database.sql, 'Z99999')).toBeUndefined();
  });
});

describe('the register of systems', () => {
  it('S2: lists the products of every supplier as of a day, with level and compliance', async () => {
    const { systems } = await listSystems(database.sql, { on: '2009-01-01', knownAt: now });
    expect(systems.map(({ productId }) => productId)).toContain('INPS.VISION-3');
    expect(systems.find(({ productId }) => productId === 'EMIS.EMIS-LV')).toEqual({
      productId: 'EMIS.EMIS-LV',
      name: 'EMIS LV',
      supplier: 'EMIS',
      supplierName: 'EMIS',
      level: 3,
      isCompliant: true,
      listedFrom: '2008-04-01',
      levelTwoPlannedFor: null,
      withdrawal: null,
      fundingSuspendedFrom: null,
    });
  });

  it('S2: lists nothing before the first effective date, nor before it was known (R14)', async () => {
    expect((await listSystems(database.sql, { on: '2008-03-31', knownAt: now })).systems).toEqual([]);
    const early = await listSystems(database.sql, { on: '2009-01-01', knownAt: '2008-04-01T08:59:59.999Z' });
    expect(early.systems).toEqual([]);
  });

  it('has cursor pages', async () => {
    const first = await listSystems(database.sql, { knownAt: now, limit: 2 });
    expect(first.systems.map(({ productId }) => productId)).toEqual(['EMIS.EMIS-LV', 'EMIS.EMIS-PCS']);
    const rest = await listSystems(database.sql, { knownAt: now, cursor: first.next ?? '' });
    expect(rest.systems[0]?.productId).toBe('INPS.VISION-3');
  });
});
