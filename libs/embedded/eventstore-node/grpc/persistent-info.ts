import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import type * as Persistent from '@eventstore/db-client/generated/persistent_pb.js';
import { ALL } from '../persistent/definition.js';
import type { RunningGroup } from '../persistent/running-group.js';
import type { ConnectionSurvey, Survey } from '../persistent/survey.js';
import type { PersistentSubscriptions } from '../persistent/subscriptions.js';
import type { Method } from './call.js';
import { onStore, present, sourceFrom } from './persistent-changes.js';
import { groupMissing } from './persistent-status.js';
import { streamName } from './requests.js';
import { CallFailed, HANDLER_THREW } from './status.js';
import { unary } from './unary.js';

/** Tells everything about a group: its settings, its consumers and how far it has got. */
export const groupInfo = (groups: PersistentSubscriptions): Method =>
  unary(async (bytes) => {
    const options = present(persistent.GetInfoReq.deserializeBinary(bytes).getOptions());
    const stream = sourceFrom(options);
    const found = await onStore(groups.find(stream, options.getGroupName()));
    if (found === undefined) throw groupMissing(stream, options.getGroupName());
    const info = toMessage(await onStore(found.survey()));
    return Buffer.from(new persistent.GetInfoResp().setSubscriptionInfo(info).serializeBinary());
  });

/** The same of all groups, or of those on a stream or on `$all`; there must be one. */
export const listGroups = (groups: PersistentSubscriptions): Method =>
  unary(async (bytes) => {
    const options = present(persistent.ListReq.deserializeBinary(bytes).getOptions());
    const stream = streamToList(options);
    const all = await onStore(groups.list());
    const listed = all.filter(({ definition }) => stream === undefined || definition.stream === stream);
    if (stream !== undefined && listed.length === 0) throw groupMissing(stream, '');
    const surveys = await onStore(Promise.all(listed.map((group: RunningGroup) => group.survey())));
    const response = new persistent.ListResp().setSubscriptionsList(surveys.map(toMessage));
    return Buffer.from(response.serializeBinary());
  });

/** The stream of which groups are to be listed; undefined for all groups. */
function streamToList(options: Persistent.ListReq.Options): string | undefined {
  if (options.hasListAllSubscriptions()) return undefined;
  const wanted = present(options.getListForStream());
  if (wanted.hasAll()) return ALL;
  if (!wanted.hasStream()) throw new CallFailed(HANDLER_THREW);
  return streamName(wanted.getStream());
}

/** What the real server shows for "never after a time alone". */
const NEVER_MS = 2 ** 31 - 1;

function toMessage(survey: Survey): Persistent.SubscriptionInfo {
  const { stream, group, settings } = survey.definition;
  const inFlight = survey.connections.reduce((sum, { seat }) => sum + seat.inFlight, 0);
  return new persistent.SubscriptionInfo()
    .setEventSource(stream)
    .setGroupName(group)
    .setStatus(survey.status)
    .setConnectionsList(survey.connections.map(toConnection))
    .setAveragePerSecond(survey.rate.perSecond)
    .setTotalItems(String(survey.rate.total))
    .setCountSinceLastMeasurement(String(survey.rate.since))
    .setLastCheckpointedEventPosition(survey.lastCheckpoint)
    .setLastKnownEventPosition(survey.lastKnown)
    .setResolveLinkTos(settings.resolveLinks)
    .setStartFrom(settings.startFrom)
    .setMessageTimeoutMilliseconds(settings.messageTimeout)
    .setExtraStatistics(settings.extraStatistics)
    .setMaxRetryCount(settings.maxRetryCount)
    .setLiveBufferSize(settings.liveBufferSize)
    .setBufferSize(settings.historyBufferSize)
    .setReadBatchSize(settings.readBatchSize)
    .setCheckPointAfterMilliseconds(settings.checkpointAfter === 0 ? NEVER_MS : settings.checkpointAfter)
    .setMinCheckPointCount(settings.minCheckpointCount)
    .setMaxCheckPointCount(settings.maxCheckpointCount)
    .setReadBufferCount(survey.readCount)
    .setLiveBufferCount(String(survey.liveCount))
    .setRetryBufferCount(survey.retryCount)
    .setTotalInFlightMessages(inFlight)
    .setOutstandingMessagesCount(survey.outstanding)
    .setNamedConsumerStrategy(settings.strategy)
    .setMaxSubscriberCount(settings.maxSubscriberCount)
    .setParkedMessageCount(String(survey.parkedCount));
}

function toConnection({ seat, rate }: ConnectionSurvey): Persistent.SubscriptionInfo.ConnectionInfo {
  const measured = (seat.timings?.measurements() ?? []).map(([key, value]) =>
    new persistent.SubscriptionInfo.Measurement().setKey(key).setValue(String(value)),
  );
  return new persistent.SubscriptionInfo.ConnectionInfo()
    .setUsername(seat.consumer.user)
    .setAverageItemsPerSecond(rate.perSecond)
    .setTotalItems(String(rate.total))
    .setCountSinceLastMeasurement(String(rate.since))
    .setObservedMeasurementsList(measured)
    .setAvailableSlots(seat.consumer.limit - seat.inFlight)
    .setInFlightMessages(seat.inFlight)
    .setConnectionName(seat.consumer.connectionName);
}
