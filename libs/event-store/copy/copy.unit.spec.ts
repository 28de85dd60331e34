import { appendsOf } from './appends.js';
import { isCarried, kindOf } from './carried.js';
import { differences, printOf } from './sameness.js';
import { stored } from './stored.fixture.js';

describe('which streams go along when a store is copied', () => {
  it.each(['practice-A00001', '$$practice-A00001', 'a', '$$a', 'costs-$'])('%s does', (stream) => {
    expect(isCarried(stream)).toBe(true);
  });

  it.each([
    ['$settings', '$settings'],
    ['$$$settings', '$settings'],
    ['$user-admin', '$user'],
    ['$users', '$users'],
    ['$persistentSubscriptionConfig', '$persistentSubscriptionConfig'],
    ['$persistentsubscription-practice-A00001::group-checkpoint', '$persistentsubscription'],
    ['$stats-127.0.0.1:2113', '$stats'],
    ['$ce-practice', '$ce'],
    ['$streams', '$streams'],
  ])('%s stays, as a %s', (stream, kind) => {
    expect([isCarried(stream), kindOf(stream)]).toEqual([false, kind]);
  });
});

describe('events that are appended together', () => {
  const revisions = (appends: ReturnType<typeof appendsOf>) =>
    appends.map((append) => append.map(({ stream, revision }) => `${stream}${revision}`).join(' '));

  it('are neighbours in $all that follow each other in one stream', () => {
    const events = [
      stored('a', 0),
      stored('a', 1),
      stored('b', 4),
      stored('a', 2),
      stored('a', 4),
      stored('a', 5),
    ];
    expect(revisions(appendsOf(events))).toEqual(['a0 a1', 'b4', 'a2', 'a4 a5']);
  });

  it('are never metadata: a server may add some of its own after each', () => {
    const events = [stored('a', 0), stored('a', 1), stored('$$a', 0), stored('$$a', 1)];
    expect(revisions(appendsOf(events))).toEqual(['a0 a1', '$$a0', '$$a1']);
  });

  it('are at most 100, and have at most 512 KiB of data and metadata unless one has more', () => {
    const many = Array.from({ length: 150 }, (_, n) => stored('a', n));
    expect(appendsOf(many).map(({ length }) => length)).toEqual([100, 50]);
    const data = 'x'.repeat(200 * 1024);
    const large = [data, data, data, data.repeat(4)].map((text, n) => stored('a', n, { data: text }));
    expect(revisions(appendsOf(large))).toEqual(['a0 a1', 'a2', 'a3']);
    const described = [0, 1, 2].map((revision) => stored('a', revision, { metadata: data }));
    expect(revisions(appendsOf(described))).toEqual(['a0 a1', 'a2']);
  });

  it('never include a tombstone', () => {
    const tombstone = { ...stored('a', 0, { type: '$streamDeleted' }), revision: 2n ** 63n - 1n };
    expect(appendsOf([stored('a', 0), tombstone, stored('b', 0)])).toHaveLength(3);
  });
});

describe('two events are the same', () => {
  const event = stored('a', 0, { data: '{"n":1}', metadata: '{"m":1}' });
  const differ = (other: object) => differences(printOf(event), printOf({ ...event, ...other }));

  it('if id, type, content type and the bytes of data and metadata are', () => {
    expect(differ({})).toEqual([]);
    expect(differ({ id: stored('a', 0).id })).toEqual(['id']);
    expect(differ({ type: 'Other' })).toEqual(['type']);
    expect(differ({ contentType: 'application/octet-stream' })).toEqual(['content type']);
    expect(differ({ data: Buffer.from('{"n": 1}') })).toEqual(['data']);
    expect(differ({ metadata: new Uint8Array() })).toEqual(['metadata']);
  });

  it('if they are metadata with which two servers brought back a stream: their ids and layout are the servers’ own', () => {
    const metadata = (data: string) => printOf(stored('$$a', 1, { type: '$metadata', data }));
    expect(metadata('{"$tb":3,"$maxCount":2}')).toEqual(metadata('{\n  "$maxCount": 2,\n  "$tb": 3\n}'));
    expect(metadata('{"$tb":3}')).not.toEqual(metadata('{"$tb":4}'));
    expect(metadata('{"$maxCount":3}')).not.toEqual(metadata('{"$maxCount":3}'));
  });

  it('if both are tombstones', () => {
    const tombstone = () => printOf(stored('a', 0, { type: '$streamDeleted' }));
    expect(tombstone()).toEqual(tombstone());
  });
});
