import streams from '@eventstore/db-client/generated/streams_pb.js';
import {
  BODY,
  createdOf,
  dataOf,
  encodeEntry,
  idOf,
  isJson,
  lastByteOf,
  positionOf,
  revisionOf,
  splitEntries,
  streamOf,
  TOMBSTONE,
  typeOf,
} from './entry.js';

const proposed = {
  id: Buffer.from('0102030405067708890a0b0c0d0e0f10', 'hex'),
  type: 'SystemRetained',
  json: true,
  data: Buffer.from('{"a":1}'),
  metadata: Buffer.from('{"b":2}'),
};
const place = {
  stream: Buffer.from('practice-ü☂'),
  revision: 70_000,
  position: 5_000_000_000,
  created: 1_238_572_800_123,
  tick: 42,
};

describe('a stored event', () => {
  const entry = encodeEntry(proposed, place);

  it('tells the server what it needs to know', () => {
    expect(streamOf(entry)).toBe('practice-ü☂');
    expect(typeOf(entry)).toBe('SystemRetained');
    expect(revisionOf(entry)).toBe(70_000);
    expect(positionOf(entry)).toBe(5_000_000_000);
    expect(lastByteOf(entry)).toBe(5_000_000_000 + entry.length - 1);
    expect(createdOf(entry)).toBe(1_238_572_800_123);
    expect(isJson(entry)).toBe(true);
    expect(idOf(entry).toString('hex')).toBe('0102030405067708890a0b0c0d0e0f10');
    expect(dataOf(entry).toString()).toBe('{"a":1}');
  });

  it('has a body that the generated messages read as the same event', () => {
    const recorded = streams.ReadResp.ReadEvent.RecordedEvent.deserializeBinary(entry.subarray(BODY));
    expect(Buffer.from(recorded.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe(
      'practice-ü☂',
    );
    expect(recorded.getStreamRevision()).toBe('70000');
    expect(recorded.getCommitPosition()).toBe('5000000000');
    expect(recorded.getPreparePosition()).toBe('5000000000');
    expect(recorded.getMetadataMap().get('type')).toBe('SystemRetained');
    expect(recorded.getMetadataMap().get('content-type')).toBe('application/json');
    expect(recorded.getMetadataMap().get('created')).toBe('12385728001230042');
    expect(Buffer.from(recorded.getCustomMetadata_asU8()).toString()).toBe('{"b":2}');
    expect(Buffer.from(recorded.getData_asU8()).toString()).toBe('{"a":1}');
  });

  it('writes the revision of a tombstone exactly', () => {
    const tombstone = encodeEntry(proposed, { ...place, revision: TOMBSTONE });
    const recorded = streams.ReadResp.ReadEvent.RecordedEvent.deserializeBinary(tombstone.subarray(BODY));
    expect(recorded.getStreamRevision()).toBe('9223372036854775807');
  });

  it('is found again among others', () => {
    const empty = encodeEntry(
      { ...proposed, json: false, data: Buffer.alloc(0), metadata: Buffer.alloc(0) },
      { ...place, revision: 0 },
    );
    const [first, second, ...rest] = splitEntries(Buffer.concat([entry, empty]));
    expect(rest).toEqual([]);
    expect(first?.equals(entry)).toBe(true);
    expect(second?.equals(empty)).toBe(true);
    expect(revisionOf(empty)).toBe(0);
    expect(dataOf(empty)).toHaveLength(0);
  });
});
