import type { Recorded } from '#domain/recorded.js';
import { isPassing, withinLimit } from './attempts.js';
import { count, counted, counting, type Counted, uuid } from './counting.fixture.js';
import { eventIds } from './event-id.js';
import { emptyFold, fold } from './folded.js';
import { nextInstant } from './instants.js';
import { ownStreams } from './own-streams.js';

const recorded = (n: number, revision: number, amount: number): Recorded<Counted> =>
  ({
    ...counted(n, amount),
    stream: 'practice-A00001',
    revision,
    position: BigInt(revision),
  }) as Recorded<Counted>;

describe('R14: recordedAt', () => {
  it.each([
    ['an empty stream', undefined, '2009-03-20T10:00:00.000Z'],
    ['an earlier last event', '2009-03-20T09:59:59.999Z', '2009-03-20T10:00:00.000Z'],
    ['the same instant', '2009-03-20T10:00:00.000Z', '2009-03-20T10:00:00.001Z'],
    ['a clock that went back over the end of a day', '2009-03-20T23:59:59.999Z', '2009-03-21T00:00:00.000Z'],
  ])('is at least 1 ms after the stream’s last: %s', (_, last, expected) => {
    expect(nextInstant('2009-03-20T10:00:00.000Z', last)).toBe(expected);
  });
});

describe('I16: event ids', () => {
  const command = { id: uuid(1), hash: 'hash 1' };
  const id = eventIds(command, 'practice-A00001', '2009-03-20T10:00:00.000Z');

  it('follow from the decision alone', () => {
    const again = eventIds(command, 'practice-A00001', '2009-03-20T10:00:00.000Z');
    expect([id(0), id(1)]).toEqual([again(0), again(1)]);
    expect(id(0)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('differ by place, stream, key, body and instant', () => {
    const others = [
      id(0),
      id(1),
      eventIds(command, 'practice-A00002', '2009-03-20T10:00:00.000Z')(0),
      eventIds({ ...command, id: uuid(2) }, 'practice-A00001', '2009-03-20T10:00:00.000Z')(0),
      eventIds({ ...command, hash: 'hash 2' }, 'practice-A00001', '2009-03-20T10:00:00.000Z')(0),
      eventIds(command, 'practice-A00001', '2009-03-20T10:00:00.001Z')(0),
    ];
    expect(new Set(others).size).toBe(6);
  });

  it('are the same for a key in capitals', () => {
    const lower = { id: 'abcdef00-0000-4000-8000-000000000001', hash: 'hash 1' };
    const upper = { ...lower, id: lower.id.toUpperCase() };
    const [one, other] = [lower, upper].map((key) =>
      eventIds(key, 'practice-A00001', '2009-03-20T10:00:00.000Z')(0),
    );
    expect(one).toBe(other);
  });
});

describe('own streams', () => {
  const names = ownStreams('test1-');
  it.each([
    ['test1-practice-A00001', 'practice-A00001'],
    ['test1-supplier-EMIS', 'supplier-EMIS'],
    ['test1-calloff-5ZZ-EMIS', 'calloff-5ZZ-EMIS'],
    ['test1-commissioner-5ZZ', 'commissioner-5ZZ'],
    ['test1-policy-gpsoc', 'policy-gpsoc'],
    ['practice-A00001', undefined],
    ['test1-audit-A00001', undefined],
    ['test1-practice', undefined],
    ['$$test1-practice-A00001', undefined],
  ])('%s is %s to the register', (stored, own) => {
    expect(names.own(stored)).toBe(own);
    if (own !== undefined) expect(names.stored(own)).toBe(stored);
  });
});

describe('the fold of a stream', () => {
  it('knows each command’s first and last event, and passes over what it has already', () => {
    const two = [recorded(1, 0, 5), { ...recorded(1, 1, 6), id: uuid(9) }];
    const once = fold(counting, emptyFold(0), two);
    const folded = fold(counting, once, [...two, recorded(2, 2, 7)]);
    expect(folded).toMatchObject({ state: 18, revision: 2, lastRecordedAt: '2009-03-20T10:00:00.000Z' });
    expect(Object.fromEntries(folded.commands)).toEqual({
      [uuid(1)]: { hash: 'hash 1', first: 0, last: 1 },
      [uuid(2)]: { hash: 'hash 2', first: 2, last: 2 },
    });
    expect(once.state).toBe(11);
  });
});

describe('errors of the store', () => {
  it.each([
    [{ type: 'unavailable', code: 14 }, true],
    [{ type: 'deadline-exceeded', code: 4 }, true],
    [{ type: 'not-leader' }, true],
    [{ code: 14 }, true],
    [{ type: 'access-denied', code: 7 }, false],
    [{ type: 'wrong-expected-version' }, false],
    [new Error('a fault of ours'), false],
    [undefined, false],
  ])('%j pass: %s', (error, passing) => {
    expect(isPassing(error)).toBe(passing);
  });

  it('a call that never settles ends at its limit', async () => {
    const released: string[] = [];
    const call = withinLimit(new Promise(() => undefined), 5, () => released.push('given up'));
    await expect(call).rejects.toThrow('no answer within 5 ms');
    expect(released).toEqual(['given up']);
    expect(await withinLimit(Promise.resolve(count(1).kind), 5)).toBe('accepted');
  });
});
