import { decodeConfig, encodeConfig } from './config.js';
import type { Definition } from './definition.js';

const onStream: Definition = {
  stream: 'practice-1',
  group: 'letters',
  settings: {
    resolveLinks: true,
    extraStatistics: false,
    startFrom: '-1',
    messageTimeout: 30_000,
    maxRetryCount: 0,
    checkpointAfter: 2000,
    minCheckpointCount: 10,
    maxCheckpointCount: 1000,
    maxSubscriberCount: 0,
    liveBufferSize: 500,
    readBatchSize: 20,
    historyBufferSize: 500,
    strategy: 'Pinned',
  },
};
const onAll: Definition = {
  stream: '$all',
  group: 'audit',
  filter: { context: 'eventtype', type: 'prefix', data: 'a,b' },
  settings: { ...onStream.settings, startFrom: 'C:5/P:5' },
};

it('is written as the real server writes it, without what is 0 or false', () => {
  expect(JSON.parse(encodeConfig([onStream, onAll], '2009-04-01T00:00:00Z', 'system').toString())).toEqual({
    version: '2',
    updated: '2009-04-01T00:00:00Z',
    updatedBy: 'system',
    entries: [
      {
        stream: 'practice-1',
        group: 'letters',
        resolveLinkTos: true,
        messageTimeout: 30_000,
        startFrom: -1,
        startPosition: '-1',
        liveBufferSize: 500,
        historyBufferSize: 500,
        readBatchSize: 20,
        checkPointAfter: 2000,
        minCheckPointCount: 10,
        maxCheckPointCount: 1000,
        namedConsumerStrategy: 'Pinned',
      },
      expect.objectContaining({
        stream: '$all',
        filter: { context: 'eventtype', type: 'prefix', data: 'a,b', isAllStream: true },
        startPosition: 'C:5/P:5',
      }),
    ],
  });
});

it('is read as it was written', () => {
  expect(decodeConfig(encodeConfig([onStream, onAll], '', '').toString())).toEqual([onStream, onAll]);
});

it('takes the start of older servers, and leaves out a group whose strategy it does not know', () => {
  const old = { stream: 's', group: 'g', startFrom: 7, namedConsumerStrategy: 'RoundRobin' };
  const unknown = { stream: 's', group: 'h', namedConsumerStrategy: 'ByMoonlight' };
  const decoded = decodeConfig(JSON.stringify({ version: '2', entries: [old, unknown] }));
  expect(decoded?.map(({ group, settings }) => [group, settings.startFrom])).toEqual([['g', '7']]);
});

it('is nothing if it is no configuration', () => {
  expect(decodeConfig('oh')).toBeUndefined();
  expect(decodeConfig('{"entries":[]}')).toBeUndefined();
  expect(decodeConfig('{"version":"2","entries":7}')).toBeUndefined();
});
