import { gzipSync } from 'node:zlib';
import { formats, type FormatName } from './formats.js';
import { readRows } from './rows.js';

/** A line of the membership file: six columns. */
const membership = (code: string, more = ''): string => `"${code}","5ZZ","W","20010401","","0"${more}`;
const read = (contents: string | Buffer) =>
  readRows(Buffer.from(contents), 'members.csv', formats['ods-memberships']).map((row) => [
    row.line,
    'skipped' in row ? row.skipped : row.ods,
  ]);

describe('O6: the lines of a published file', () => {
  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('end in %s, with a byte order mark before the first or none', (_, end) => {
    const lines = [membership('A00001'), membership('A00002'), ''].join(end);
    for (const contents of [lines, `\uFEFF${lines}`, gzipSync(lines)])
      expect(read(contents)).toEqual([
        [1, 'A00001'],
        [2, 'A00002'],
      ]);
  });

  it('are skipped, each by itself, where they are of another encoding, width or open quotation marks', () => {
    const lines = ['A00001', 'A00002', 'CAF\u00C9', 'A00004'].map((code) => membership(code));
    const contents = [...lines, membership('A00005', ',"7"'), '"A00006'].join('\n');
    expect(read(Buffer.from(contents, 'latin1')).slice(2)).toEqual([
      [3, 'cannot be read: it is not UTF-8 text'],
      [4, 'A00004'],
      [5, 'cannot be read: it has 7 columns in place of 6'],
      [6, 'cannot be read: its quotation marks do not match'],
    ]);
  });

  it.each<[what: string, contents: string | Buffer, sentence: string]>([
    ['an empty file', '', 'The file members.csv is empty: fetch it again.'],
    ['blank lines', '\r\n\r\n', 'The file members.csv is empty: fetch it again.'],
    ['a ZIP archive', 'PK\u0003\u0004…', 'The file members.csv is a ZIP archive: unpack it first.'],
    [
      'a cut archive',
      gzipSync(membership('A00001')).subarray(0, 30),
      'The file members.csv is damaged (unexpected end of file): fetch it again.',
    ],
    [
      'a file in UTF-16',
      Buffer.from(`\uFEFF${membership('A00001')}\n`, 'utf16le'),
      'No line of the file members.csv can be read (line 1: it is not UTF-8 text): it is damaged or of another kind.',
    ],
    [
      'a file of another kind',
      'practice_code,system\nA00001,EMIS LV\n',
      'No line of the file members.csv can be read (line 1: it has 2 columns in place of 6): it is damaged or of another kind.',
    ],
  ])('are not imported from %s', (_, contents, sentence) =>
    expect(() => read(contents)).toThrow(new Error(sentence)),
  );
});

describe('O2, O3, O6: a line that ends before it begins is reported, not kept', () => {
  const skipped = (kind: FormatName, ...lines: readonly string[]) =>
    readRows(Buffer.from(lines.join('\n')), 'published.csv', formats[kind]).flatMap((row) =>
      'skipped' in row ? [`${row.line}: ${row.skipped}`] : [],
    );
  it('O2: a practice that closed before it opened', () => {
    const practice = (opened: string, closed: string) =>
      ['A00001', 'FIRST SURGERY', ...Array<string>(8).fill(''), opened, closed]
        .concat(Array<string>(13).fill(''), '4', '')
        .join(',');
    expect(
      skipped('ods-practices', practice('20090401', '20090331'), practice('20090401', '20090401')),
    ).toEqual([
      '1: cannot be read: the closing date (column 12) is before the opening date (column 11) ("2009-03-31")',
    ]);
  });
  it('O2: a membership that was left before it was joined', () => {
    const line = (left: string) => `"A00001","5ZZ","W","20010401","${left}","0"`;
    expect(skipped('ods-memberships', line('20010331'), line('20010401'))).toEqual([
      '1: cannot be read: the leaving date (column 5) is before the joining date (column 4) ("2001-03-31")',
    ]);
  });
  it('O3: a run of months whose last comes before its first', () => {
    const head = 'practice_code,system,first_month,last_month,months_listed,months_missing';
    const line = (last: string) => `A00001,EMIS LV,2016-02,${last},1,0`;
    expect(skipped('system-use', head, line('2016-01'), line('2016-02'))).toEqual([
      '2: cannot be read: last_month is before first_month ("2016-01")',
    ]);
  });
});
