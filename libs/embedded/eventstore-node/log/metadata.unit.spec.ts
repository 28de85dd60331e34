import { encodeEntry } from './entry.js';
import {
  firstVisible,
  isSoftDeleted,
  isYoungEnough,
  parseMetadata,
  recreatedFrom,
  SOFT_DELETED,
} from './metadata.js';

const place = { stream: Buffer.from('$$s'), revision: 0, position: 1, created: 0, tick: 0 };
const parsed = (text: string | Buffer, json = true) =>
  parseMetadata(
    encodeEntry(
      { id: Buffer.alloc(16), type: '$metadata', json, data: Buffer.from(text), metadata: Buffer.alloc(0) },
      place,
    ),
  );

describe('stream metadata', () => {
  it('takes whole numbers and ignores what is mistyped, negative, zero, no object or no JSON', () => {
    expect(parsed('{"$maxCount":3,"$maxAge":60,"$tb":5,"own":1}')).toEqual({
      maxCount: 3,
      maxAge: 60,
      truncateBefore: 5,
    });
    expect(parsed('{"$maxCount":"three","$maxAge":0,"$tb":-5}')).toEqual({});
    expect(parsed('[1]')).toEqual({});
    expect(parsed('not JSON')).toEqual({});
    expect(parsed('{"$maxCount":3}', false)).toEqual({});
  });

  it('hides what is before $tb and all but the last $maxCount', () => {
    expect(firstVisible({}, 9)).toBe(0);
    expect(firstVisible({ maxCount: 3 }, 9)).toBe(7);
    expect(firstVisible({ maxCount: 3, truncateBefore: 8 }, 9)).toBe(8);
    expect(firstVisible({ truncateBefore: 20 }, 9)).toBe(20);
  });

  it('hides what is older than $maxAge seconds', () => {
    expect(isYoungEnough({ maxAge: 2 }, 8000, 10_000)).toBe(true);
    expect(isYoungEnough({ maxAge: 2 }, 7999, 10_000)).toBe(false);
    expect(isYoungEnough({}, 0, 10_000)).toBe(true);
  });

  it('knows a soft delete, and lifts it without losing what else is said', () => {
    expect(isSoftDeleted(parsed(SOFT_DELETED))).toBe(true);
    expect(isSoftDeleted(parsed('{"$tb":4}'))).toBe(false);
    const deleted = parsed('{"$tb":9223372036854775807,"own":"kept"}');
    expect(JSON.parse(recreatedFrom(deleted, 3).toString())).toEqual({ $tb: 3, own: 'kept' });
  });
});
