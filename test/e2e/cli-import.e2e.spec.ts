import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { eventRegistry } from '#contracts/registry.js';
import type { Recorded } from '#domain/recorded.js';
import { openStore, type Store } from '#event-store/index.js';
import { useEventStore } from '#testing/event-store.js';
import { gpsoc } from './gpsoc.js';

/** A line of the ODS practice register: 27 columns, of which these matter. */
const practice = (code: string, name: string, opened: string, closed = '', setting = '4'): string =>
  [code, name, 'Y54', 'Q72', '1 Any Street', '', '', '', '', 'ZZ1 1ZZ', opened, closed, 'A', 'B', '5ZZ']
    .concat(['20130401', '', '01234 567890', '', '', '', '0', '', '5ZZ', '', setting, ''])
    .map((field) => `"${field}"`)
    .join(',');

const PRACTICES = [
  practice('A00001', 'FIRST SURGERY', '19740401'),
  practice('A00002', 'SECOND SURGERY', '19740401', '20101231'),
  practice('A00003', 'PRISON WING', '20050101', '', '1'),
  practice('A00004', 'THIRD SURGERY', '20090230'),
  practice('A00005', '', '19990101'),
  '"A00006","HALF A "LINE"',
  practice('A00007', 'FOURTH SURGERY', ''),
  practice('lower', 'FIFTH SURGERY', '19990101'),
].join('\r\n');

const LATER = [
  practice('A00002', 'SECOND SURGERY', '19740401', '20101231'),
  practice('A00001', 'FIRST MEDICAL CENTRE', '19740401'),
].join('\n');

const MEMBERSHIPS = [
  '"A00001","5ZZ","W","20010401","20130331","0"',
  '"A00001","99Z","W","20130401","","0"',
  '"A00003","5ZZ","W","20050101","","0"',
  '"A00009","5ZZ","W","20050101","","0"',
  '"A00002","5ZZ","W","20011301","","0"',
  '"A00002","5","W","20010401","","0"',
].join('\n');

const SPELLS = [
  'practice_code,supplier,system,deployment,first_month,last_month,months_listed,months_missing',
  'A00001,EMIS,EMIS LV,Local,2016-01,2017-03,15,0',
  'A00001,TPP,SystmOne,,2017-04,2019-04,24,1',
  'A00002,,EMIS PCS,,2016-13,2016-12,1,0',
  'A00002,,EMIS PCS,,2016-01,2016-12,,0',
  'A00009,TPP,SystmOne,,2016-01,2019-04,39,0',
].join('\n');

describe('gpsoc import: the published files of practices, memberships and systems in use', () => {
  const eventStore = useEventStore();
  let folder: string;
  let store: Store;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gpsoc-import-'));
    store = openStore({ ...eventStore, registry: eventRegistry });
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const run = async (kind: string, file: string, contents: string | Buffer, ...words: readonly string[]) => {
    await writeFile(join(folder, file), contents);
    const { connectionString: EVENTSTORE_URL, streamPrefix: STREAM_PREFIX } = eventStore;
    const environment = { EVENTSTORE_URL, STREAM_PREFIX, DATA_DIR: folder };
    return gpsoc(['import', kind, join(folder, file), ...words], environment);
  };
  const onRecord = async (): Promise<readonly Recorded[]> => {
    const events: Recorded[] = [];
    for await (const event of store.readAll('start')) events.push(event);
    return events;
  };
  const told = (events: readonly Recorded[]) =>
    events.map(({ stream, type, payload }) => ({ stream, type, payload }));

  const skippedPractices = [
    'line 3: A00003 skipped: prescribing setting 1: not a GP practice',
    'line 4: no code skipped: cannot be read: the opening date (column 11) must be a real date of the years 1900 to 2999, written YYYY-MM-DD ("2009-02-30")',
    'line 5: no code skipped: cannot be read: the name (column 2) is empty',
    'line 6: no code skipped: cannot be read: its quotation marks do not match',
    'line 7: no code skipped: cannot be read: the opening date (column 11) is empty',
    'line 8: no code skipped: cannot be read: the code (column 1) must be an ODS practice code, such as A00001 ("lower")',
  ];

  it('O6: a dry run says what it would add and why not, and writes nothing', async () => {
    const { code, said, complained } = await run(
      'ods-practices',
      'practices.csv.gz',
      gzipSync(PRACTICES),
      '--dry-run',
    );
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    expect(said.split('\n').slice(0, 6)).toEqual(skippedPractices);
    expect(said).toContain('8 rows: 2 kept (2 would add 3 events, 0 on record already), 6 skipped');
    expect(await onRecord()).toEqual([]);
  });

  it('O1 O2: registers and closes GP practices as the file says, naming the source, its row and the importer', async () => {
    const { code, said } = await run('ods-practices', 'practices.csv.gz', gzipSync(PRACTICES));
    expect(code).toBe(0);
    expect(said.split('\n').slice(0, 6)).toEqual(skippedPractices);
    expect(said).toContain('8 rows: 2 kept (2 added 3 events, 0 on record already), 6 skipped');
    expect(said).toContain('  1 skipped: prescribing setting 1: not a GP practice');
    const source = (row: number) => ({
      publisher: 'NHS Digital, Organisation Data Service',
      file: 'practices.csv.gz',
      row,
    });
    const events = (await onRecord()).toSorted((one, other) => (one.stream < other.stream ? -1 : 0));
    expect(told(events)).toEqual([
      {
        stream: 'practice-A00001',
        type: 'PracticeRegistered',
        payload: { effectiveDate: '1974-04-01', ods: 'A00001', name: 'FIRST SURGERY', source: source(1) },
      },
      {
        stream: 'practice-A00002',
        type: 'PracticeRegistered',
        payload: { effectiveDate: '1974-04-01', ods: 'A00002', name: 'SECOND SURGERY', source: source(2) },
      },
      {
        stream: 'practice-A00002',
        type: 'PracticeClosed',
        payload: { effectiveDate: '2010-12-31', source: source(2) },
      },
    ]);
    expect(events.map(({ metadata }) => metadata.actor)).toEqual(
      Array(3).fill({
        sub: 'importer',
        name: 'Importer',
        role: 'PM',
        org: 'NATIONAL',
        onBehalfOf: 'NHS Digital, Organisation Data Service',
      }),
    );
  });

  it('O6: the same file again adds no event', async () => {
    const before = await onRecord();
    const { said } = await run('ods-practices', 'practices.csv', PRACTICES);
    expect(said).toContain('8 rows: 2 kept (0 added 0 events, 2 on record already), 6 skipped');
    expect(await onRecord()).toEqual(before);
  });

  it('O6: a later edition adds only what changed: a name, a closure', async () => {
    const before = await onRecord();
    expect((await run('ods-practices', 'later.csv', LATER)).said).toContain(
      '2 kept (1 added 1 events, 1 on record',
    );
    const closed = LATER.replace('19740401","","A"', '19740401","20191231","A"');
    expect((await run('ods-practices', 'last.csv', closed)).said).toContain(
      '2 kept (1 added 1 events, 1 on record',
    );
    expect(told((await onRecord()).slice(before.length))).toMatchObject([
      { type: 'PracticeRegistered', payload: { name: 'FIRST MEDICAL CENTRE', effectiveDate: '1974-04-01' } },
      { type: 'PracticeClosed', payload: { effectiveDate: '2019-12-31' } },
    ]);
  });

  it('O6: an earlier edition again adds no event either', async () => {
    const before = await onRecord();
    const again = await run('ods-practices', 'later.csv', LATER);
    expect(again.said).toContain('2 rows: 2 kept (0 added 0 events, 2 on record already), 0 skipped');
    expect(await onRecord()).toEqual(before);
  });

  it('O6, F10: a later edition without the closing date on record is told: a closed code stays closed', async () => {
    const before = await onRecord();
    const { said } = await run('ods-practices', 'reopened.csv', LATER);
    expect(said).toContain(
      'line 2: A00001 skipped: The practice is closed already; 2019-12-31 was its last day.',
    );
    expect(await onRecord()).toEqual(before);
  });

  it('O2: one change of commissioner a row, for practices on record alone; a later row of the key supersedes', async () => {
    const before = await onRecord();
    const { said } = await run('ods-memberships', 'memberships.csv', MEMBERSHIPS);
    expect(said.split('\n').slice(0, 4)).toEqual([
      'line 3: A00003 skipped: Practice A00003 is not on the register.',
      'line 4: A00009 skipped: Practice A00009 is not on the register.',
      'line 5: no code skipped: cannot be read: the joining date (column 4) must be a real date of the years 1900 to 2999, written YYYY-MM-DD ("2001-13-01")',
      'line 6: no code skipped: cannot be read: the commissioner (column 2) must be a commissioner code, such as 5ZZ ("5")',
    ]);
    expect(said).toContain('6 rows: 2 kept (2 added 2 events, 0 on record already), 4 skipped');
    const edition = MEMBERSHIPS.replace('20130401",""', '20130401","20200331"');
    const again = await run('ods-memberships', 'memberships-2020.csv.gz', gzipSync(edition));
    expect(again.said).toContain('2 kept (1 added 1 events, 1 on record already)');
    const changed = { effectiveDate: '2013-04-01', legalDate: '2013-04-01', to: '99Z' };
    expect(told((await onRecord()).slice(before.length))).toMatchObject([
      {
        type: 'PracticeCommissionerChanged',
        payload: { to: '5ZZ', legalDate: '2001-04-01', left: '2013-03-31' },
      },
      { type: 'PracticeCommissionerChanged', payload: changed },
      { type: 'PracticeCommissionerChanged', payload: { ...changed, left: '2020-03-31' } },
    ]);
  });

  it('O3: a run of months becomes an observation, with no date, no decision and no actor that the source lacks', async () => {
    const before = await onRecord();
    const { said } = await run('system-use', 'spells.csv', SPELLS);
    expect(said).toContain('5 rows: 2 kept (2 added 2 events, 0 on record already), 3 skipped');
    expect(said).toContain('line 4: no code skipped: cannot be read: the spell');
    expect(said).toContain('line 5: no code skipped: cannot be read: the spell');
    expect(said).toContain('line 6: A00009 skipped: Practice A00009 is not on the register.');
    const longer = SPELLS.replace('2019-04,24,1', '2019-06,26,1');
    expect((await run('system-use', 'spells-2019-06.csv', longer)).said).toContain(
      '2 kept (1 added 1 events, 1 on',
    );
    const source = (file: string, row: number) => ({
      publisher: 'NHS Digital, GPSoC Market Share',
      file,
      row,
    });
    const observed = { supplier: 'TPP', product: 'SystmOne', firstMonth: '2017-04', monthsMissing: 1 };
    expect(told((await onRecord()).slice(before.length)).map(({ payload }) => payload)).toEqual([
      {
        supplier: 'EMIS',
        product: 'EMIS LV',
        deployment: 'Local',
        firstMonth: '2016-01',
        lastMonth: '2017-03',
        monthsListed: 15,
        monthsMissing: 0,
        source: source('spells.csv', 2),
      },
      { ...observed, lastMonth: '2019-04', monthsListed: 24, source: source('spells.csv', 3) },
      { ...observed, lastMonth: '2019-06', monthsListed: 26, source: source('spells-2019-06.csv', 3) },
    ]);
  });

  it('O6: nor does an earlier edition whose membership was still open', async () => {
    const before = await onRecord();
    const { said } = await run('ods-memberships', 'memberships.csv', MEMBERSHIPS);
    expect(said).toContain('6 rows: 2 kept (0 added 0 events, 2 on record already), 4 skipped');
    expect(await onRecord()).toEqual(before);
  });

  it('O2 O6: of the rows of one key in a file the last stands, and the same file again adds no event', async () => {
    const memberships = ['20020331', '20030331', '20030331']
      .map((left) => `"A00001","5D9","W","20000401","${left}","0"`)
      .join('\n');
    const skipped = ['line 1: A00001 skipped: a later row says it anew (line 3)'].concat(
      'line 2: A00001 skipped: a later row says it anew (line 3)',
    );
    for (const added of ['1 added 1 events, 0 on record', '0 added 0 events, 1 on record']) {
      const { said } = await run('ods-memberships', 'twice.csv', memberships);
      expect(said.split('\n').slice(0, 2)).toEqual(skipped);
      expect(said).toContain(`3 rows: 1 kept (${added} already), 2 skipped`);
      expect(said).toContain('  2 skipped: a later row says it anew\n');
    }
  });

  it('lists the skipped rows in a file where one is named', async () => {
    const report = join(folder, 'skipped.txt');
    const { said } = await run('ods-practices', 'practices.csv.gz', gzipSync(PRACTICES), '--report', report);
    expect(said).not.toContain('line 3');
    expect((await readFile(report, 'utf8')).trimEnd().split('\n')).toEqual(skippedPractices);
  });

  it('says in one sentence what keeps it from importing', async () => {
    const sentence = async (kind: string, file: string, contents: string | Buffer) => {
      const { code, said, complained } = await run(kind, file, contents);
      expect({ code, said }).toEqual({ code: 1, said: '' });
      return complained;
    };
    expect(await sentence('ods', 'practices.csv', PRACTICES)).toBe(
      'ods is not a kind of file: use one of ods-practices|ods-memberships|system-use.\n',
    );
    const damaged = gzipSync(PRACTICES).subarray(0, 100);
    expect(await sentence('ods-practices', 'damaged.csv.gz', damaged)).toBe(
      'The file damaged.csv.gz is damaged (unexpected end of file): fetch it again.\n',
    );
    expect(await sentence('system-use', 'practices.csv', PRACTICES)).toMatch(
      /has no column .*: it is of another kind/,
    );
    const report = join(folder, 'none', 'report.txt');
    const unreportable = await run('ods-practices', 'practices.csv', PRACTICES, '--report', report);
    expect(unreportable).toEqual({
      code: 1,
      said: '',
      complained: `The report ${report} cannot be written (ENOENT): name another file.\n`,
    });
    const { code, complained } = await gpsoc(['import', 'ods-practices', join(folder, 'none.csv')], {});
    expect({ code, complained }).toEqual({
      code: 1,
      complained: `The file ${join(folder, 'none.csv')} cannot be read: check its name.\n`,
    });
  });
});
