import { STRATEGIES, ALL, type Definition, type Settings } from './definition.js';
import type { FilterText } from './filter.js';
import { parsePosition } from './position.js';

/** The stream in which the groups of the node are kept, and the type of its events: each holds all of them. */
export const CONFIG_STREAM = '$persistentSubscriptionConfig';
export const CONFIG_TYPE = '$PersistentConfig';
/** What the metadata of that stream says. */
export const CONFIG_METADATA = '{"$maxCount":2}';

/** A group as the real server writes it. */
interface Entry {
  readonly stream: string;
  readonly group: string;
  readonly filter?: FilterText & { readonly isAllStream?: boolean };
  readonly resolveLinkTos?: boolean;
  readonly extraStatistics?: boolean;
  readonly messageTimeout?: number;
  /** The revision at which it starts, for servers that know no `startPosition`. */
  readonly startFrom?: number;
  readonly startPosition?: string;
  readonly liveBufferSize?: number;
  readonly historyBufferSize?: number;
  readonly maxRetryCount?: number;
  readonly readBatchSize?: number;
  readonly checkPointAfter?: number;
  readonly minCheckPointCount?: number;
  readonly maxCheckPointCount?: number;
  readonly maxSubscriberCount?: number;
  readonly namedConsumerStrategy?: string;
}

/** Groups as the data of a configuration event; values that are 0 or false are left out, as the real server does. */
export function encodeConfig(definitions: readonly Definition[], updated: string, updatedBy: string): Buffer {
  const config = { version: '2', updated, updatedBy, entries: definitions.map(toEntry) };
  const isThere = (_: string, value: unknown): unknown =>
    value === 0 || value === false ? undefined : value;
  return Buffer.from(JSON.stringify(config, isThere));
}

function toEntry({ stream, group, filter, settings }: Definition): Entry {
  const from = parsePosition(settings.startFrom);
  return {
    stream,
    group,
    ...(filter === undefined ? {} : { filter: { ...filter, isAllStream: true } }),
    resolveLinkTos: settings.resolveLinks,
    extraStatistics: settings.extraStatistics,
    messageTimeout: settings.messageTimeout,
    ...(stream === ALL ? {} : { startFrom: from === 'end' ? -1 : from }),
    startPosition: settings.startFrom,
    liveBufferSize: settings.liveBufferSize,
    historyBufferSize: settings.historyBufferSize,
    maxRetryCount: settings.maxRetryCount,
    readBatchSize: settings.readBatchSize,
    checkPointAfter: settings.checkpointAfter,
    minCheckPointCount: settings.minCheckpointCount,
    maxCheckPointCount: settings.maxCheckpointCount,
    maxSubscriberCount: settings.maxSubscriberCount,
    namedConsumerStrategy: settings.strategy,
  };
}

/** The groups of a configuration event, less those whose strategy is not known; undefined if it is none. */
export function decodeConfig(data: string): Definition[] | undefined {
  try {
    const { version, entries = [] } = JSON.parse(data) as {
      readonly version?: string;
      readonly entries?: readonly Entry[];
    };
    if (version === undefined) return undefined;
    return entries
      .map(fromEntry)
      .filter(({ settings }) => STRATEGIES.some((strategy) => strategy === settings.strategy));
  } catch {
    return undefined;
  }
}

function fromEntry({ stream, group, filter, ...entry }: Entry): Definition {
  const settings: Settings = {
    resolveLinks: entry.resolveLinkTos ?? false,
    extraStatistics: entry.extraStatistics ?? false,
    startFrom: entry.startPosition ?? String(entry.startFrom ?? 0),
    messageTimeout: entry.messageTimeout ?? 0,
    maxRetryCount: entry.maxRetryCount ?? 0,
    checkpointAfter: entry.checkPointAfter ?? 0,
    minCheckpointCount: entry.minCheckPointCount ?? 0,
    maxCheckpointCount: entry.maxCheckPointCount ?? 0,
    maxSubscriberCount: entry.maxSubscriberCount ?? 0,
    liveBufferSize: entry.liveBufferSize ?? 0,
    readBatchSize: entry.readBatchSize ?? 0,
    historyBufferSize: entry.historyBufferSize ?? 0,
    strategy: entry.namedConsumerStrategy ?? '',
  };
  if (filter === undefined) return { stream, group, settings };
  return {
    stream,
    group,
    filter: { context: filter.context, type: filter.type, data: filter.data },
    settings,
  };
}
