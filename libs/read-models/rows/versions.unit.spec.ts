import type { Row, Version } from './table.js';
import { versionsFrom } from './versions.js';

const row = (text: string): Row => ({ from: '2009-01-01', to: null, text });
const textOf = ({ text }: Row) => String(text);
const version = (text: string, recordedFrom: string, recordedTo: string | null): Version => ({
  row: row(text),
  recordedFrom,
  recordedTo,
});
const at = (rows: Record<string, readonly string[]>) => (instant: string) => (rows[instant] ?? []).map(row);

describe('the versions of rows', () => {
  it('opens what is new, closes what no longer holds and leaves what goes on', () => {
    const versions = versionsFrom(
      [version('a', '1', null), version('b', '1', null)],
      ['2'],
      at({ '2': ['b', 'c'] }),
      textOf,
    );
    expect(versions).toEqual([version('a', '1', '2'), version('b', '1', null), version('c', '2', null)]);
  });

  it('opens again what a later version had closed, where an earlier instant leaves it standing', () => {
    const versions = versionsFrom(
      [version('a', '1', '3')],
      ['2', '3'],
      at({ '2': ['a'], '3': ['a'] }),
      textOf,
    );
    expect(versions).toEqual([version('a', '1', null)]);
  });

  it('has a version for each time that a row holds', () => {
    const versions = versionsFrom([], ['1', '2', '3'], at({ '1': ['a'], '2': [], '3': ['a'] }), textOf);
    expect(versions).toEqual([version('a', '1', '2'), version('a', '3', null)]);
  });
});
