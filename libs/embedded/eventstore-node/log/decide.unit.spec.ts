import { ANY, decide, NO_STREAM, STREAM_EXISTS, type Memory } from './decide.js';
import { TOMBSTONE } from './entry.js';
import type { StreamState } from './heads.js';
import { createRecentIds } from './recent-ids.js';

const missing: StreamState = {
  key: 'k',
  last: -1,
  metadata: {},
  hasMetadata: false,
  tombstoned: false,
  softDeleted: false,
};
const atTwo: StreamState = { ...missing, last: 2 };
const softDeleted: StreamState = { ...atTwo, hasMetadata: true, softDeleted: true };
const tombstoned: StreamState = { ...atTwo, last: TOMBSTONE, tombstoned: true };
const metadataOnly: StreamState = { ...missing, hasMetadata: true };

const forgetful: Memory = { recent: () => undefined, at: () => undefined, lookedUp: true };
const kind = (expected: number, state: StreamState, ids = ['x'], memory = forgetful): string =>
  decide('s', expected, ids, state, memory).kind;

describe('every expected revision against every state of a stream', () => {
  const EXPECTED = { any: ANY, noStream: NO_STREAM, exists: STREAM_EXISTS, zero: 0, two: 2, five: 5 };
  it.each([
    ['missing', missing, 'write', 'write', 'conflict', 'conflict', 'conflict', 'conflict'],
    ['at 2', atTwo, 'write', 'conflict', 'write', 'conflict', 'write', 'conflict'],
    ['soft-deleted', softDeleted, 'write', 'write', 'deleted', 'conflict', 'write', 'conflict'],
    ['tombstoned', tombstoned, 'deleted', 'deleted', 'deleted', 'deleted', 'deleted', 'deleted'],
    ['metadata only', metadataOnly, 'write', 'write', 'write', 'conflict', 'conflict', 'conflict'],
  ])('%s', (_, state, ...verdicts) => {
    expect(Object.values(EXPECTED).map((expected) => kind(expected, state))).toEqual(verdicts);
  });
});

describe('a retry', () => {
  const recent = createRecentIds(100);
  for (const [revision, id] of ['a', 'b', 'c'].entries()) {
    recent.remember(id, { stream: 's', revision, position: 100 + revision });
  }
  recent.remember('e', { stream: 'elsewhere', revision: 0, position: 200 });
  const memory: Memory = { recent: recent.first, at: recent.at, lookedUp: true };
  const verdict = (expected: number, ...ids: string[]) => decide('s', expected, ids, atTwo, memory);

  it('with an exact revision is recognised by the ids right after it, and answered with the last of them', () => {
    expect(verdict(NO_STREAM, 'a', 'b')).toEqual({
      kind: 'repeated',
      at: { stream: 's', revision: 1, position: 101 },
    });
    expect(verdict(0, 'b').kind).toBe('repeated');
  });

  it('of old ids and a new one is a conflict, also expecting any', () => {
    expect(verdict(NO_STREAM, 'a', 'b', 'c', 'd').kind).toBe('conflict');
    expect(verdict(ANY, 'a', 'd').kind).toBe('conflict');
  });

  it('expecting any is recognised in any order, but not after a new id nor from another stream', () => {
    expect(verdict(ANY, 'b', 'a')).toEqual({
      kind: 'repeated',
      at: { stream: 's', revision: 0, position: 100 },
    });
    expect(verdict(ANY, 'd', 'a').kind).toBe('write');
    expect(verdict(ANY, 'e').kind).toBe('write');
  });

  it('of events that are no longer in memory asks for them once', () => {
    const empty = { ...forgetful, lookedUp: false };
    expect(decide('s', 0, ['b', 'c'], atTwo, empty)).toEqual({ kind: 'look-up', from: 1, to: 2 });
    const stored = new Map([[1, { id: 'b', position: 7 }]]);
    const lookedUp: Memory = {
      recent: () => undefined,
      at: (_, revision) => stored.get(revision),
      lookedUp: true,
    };
    expect(decide('s', 0, ['b'], atTwo, lookedUp)).toEqual({
      kind: 'repeated',
      at: { stream: 's', revision: 1, position: 7 },
    });
    expect(kind(0, atTwo, ['z'], lookedUp)).toBe('conflict');
  });
});
