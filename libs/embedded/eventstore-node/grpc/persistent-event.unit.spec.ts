import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import { storedEntry } from '#testing/stored-entry.js';
import { newMessage } from '../persistent/message.js';
import { FRAME_HEADER } from '../wire.js';
import { messageFrame } from './persistent-event.js';

const event = storedEntry('s', 300, { position: 70_000, id: 2, data: '{}', metadata: '{"m":1}' });
const link = storedEntry('links', 0, { position: 5_000_000_000, id: 3, type: '$>', data: '300@s' });

const sent = (resolved: Parameters<typeof newMessage>[0], format: 'text' | 'structured', retryCount = 0) => {
  const message = { ...newMessage(resolved, 0, 0, false), retryCount };
  const bytes = messageFrame(message, format).subarray(FRAME_HEADER);
  const read = persistent.ReadResp.deserializeBinary(bytes).getEvent();
  if (read === undefined) throw new Error('no event');
  return read;
};

it('an event comes with its position and a retry count, also if that is 0', () => {
  const read = sent({ event }, 'text');
  expect(read.hasRetryCount()).toBe(true);
  expect(read.getRetryCount()).toBe(0);
  expect(read.getCommitPosition()).toBe('70000');
  expect(read.hasLink()).toBe(false);
  const recorded = read.getEvent();
  expect(recorded?.getId()?.getString()).toBe('00000000-0000-0000-4000-000000000000');
  expect(recorded?.getStreamRevision()).toBe('300');
  expect(recorded?.getPreparePosition()).toBe('70000');
  expect(Buffer.from(recorded?.getCustomMetadata_asU8() ?? []).toString()).toBe('{"m":1}');
});

it('an event behind a link has the position of the link, and everything else of its own', () => {
  const read = sent({ event, link }, 'structured', 3);
  expect(read.getRetryCount()).toBe(3);
  expect(read.getCommitPosition()).toBe('5000000000');
  expect(read.getLink()?.getCommitPosition()).toBe('5000000000');
  const recorded = read.getEvent();
  expect(recorded?.getCommitPosition()).toBe('5000000000');
  expect(recorded?.getPreparePosition()).toBe('5000000000');
  expect(recorded?.getStreamRevision()).toBe('300');
  expect(recorded?.getMetadataMap().get('type')).toBe('Happened');
  expect(Buffer.from(recorded?.getData_asU8() ?? []).toString()).toBe('{}');
  expect(recorded?.getId()?.getStructured()?.getMostSignificantBits()).toBe('0');
});

it('a link that points nowhere comes alone', () => {
  const read = sent({ link }, 'text');
  expect([read.hasEvent(), read.hasLink()]).toEqual([false, true]);
});
