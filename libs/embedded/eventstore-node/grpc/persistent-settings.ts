import type * as Persistent from '@eventstore/db-client/generated/persistent_pb.js';
import type { FilterText } from '../persistent/filter.js';
import { filterTest } from '../persistent/filter.js';
import { positionText, revisionText } from '../persistent/position.js';
import type { Settings } from '../persistent/definition.js';
import { signedRevision } from './requests.js';
import { CallFailed, HANDLER_THREW, notSet } from './status.js';

type RequestedSettings = Persistent.CreateReq.Settings | Persistent.UpdateReq.Settings;
type StreamOptions = Persistent.CreateReq.StreamOptions | Persistent.UpdateReq.StreamOptions;
type AllOptions = Persistent.CreateReq.AllOptions | Persistent.UpdateReq.AllOptions;

/** Where a group on a stream starts, in the words of the configuration. */
export function startInStream(options: StreamOptions, request: string): string {
  if (options.hasRevision()) return revisionFrom(options.getRevision());
  if (options.hasStart()) return revisionText(0);
  if (options.hasEnd()) return revisionText(-1);
  throw notSet(`PersistentSubscriptions.${request}+Types+StreamOptions+RevisionOptionOneofCase`);
}

/** A revision at which to start; 2^64 - 1 is the end. */
export const revisionFrom = (revision: string): string => revisionText(signedRevision(revision));

/** Where a group on `$all` starts; undefined if the request does not say. */
export function startInAll(options: AllOptions): string | undefined {
  if (options.hasStart()) return positionText(0);
  if (options.hasEnd()) return positionText(-1);
  const position = options.getPosition();
  if (position === undefined) return undefined;
  const commit = signedRevision(position.getCommitPosition());
  const prepare = signedRevision(position.getPreparePosition());
  if (prepare > commit || (commit >= 0 && prepare < 0)) throw new CallFailed(HANDLER_THREW);
  return positionText(commit, prepare);
}

/** The filter of a group on `$all`. An expression wins over prefixes; neither matches nothing. */
export function filterFrom(options: Persistent.CreateReq.AllOptions.FilterOptions): FilterText {
  const subject = options.getEventType() ?? options.getStreamIdentifier();
  if (subject === undefined) {
    throw notSet('PersistentSubscriptions.CreateReq+Types+AllOptions+Types+FilterOptions+FilterOneofCase');
  }
  const context = options.hasEventType() ? 'eventtype' : 'streamid';
  const regex = subject.getRegex();
  const filter: FilterText =
    regex === ''
      ? { context, type: 'prefix', data: subject.getPrefixList().join(',') }
      : { context, type: 'regex', data: regex };
  // An expression that is none is refused now, not when the group starts.
  filterTest(filter);
  return filter;
}

const TICKS_PER_MS = 10_000;
const fromTicks = (ticks: string): number => Math.trunc(Number(ticks) / TICKS_PER_MS);
const NAMED_STRATEGIES = ['DispatchToSingle', 'RoundRobin', 'Pinned'];

/** The settings of a request, the fields of older clients included. */
export function settingsFrom(settings: RequestedSettings, startFrom: string): Settings {
  const named = settings.getNamedConsumerStrategy();
  const strategy = 'getConsumerStrategy' in settings ? settings.getConsumerStrategy() : '';
  return {
    resolveLinks: settings.getResolveLinks(),
    extraStatistics: settings.getExtraStatistics(),
    startFrom,
    messageTimeout: settings.hasMessageTimeoutTicks()
      ? fromTicks(settings.getMessageTimeoutTicks())
      : settings.getMessageTimeoutMs(),
    maxRetryCount: settings.getMaxRetryCount(),
    checkpointAfter: settings.hasCheckpointAfterTicks()
      ? fromTicks(settings.getCheckpointAfterTicks())
      : settings.getCheckpointAfterMs(),
    minCheckpointCount: settings.getMinCheckpointCount(),
    maxCheckpointCount: settings.getMaxCheckpointCount(),
    maxSubscriberCount: settings.getMaxSubscriberCount(),
    liveBufferSize: settings.getLiveBufferSize(),
    readBatchSize: settings.getReadBatchSize(),
    historyBufferSize: settings.getHistoryBufferSize(),
    strategy: strategy === '' ? (NAMED_STRATEGIES[named] ?? String(named)) : strategy,
  };
}
