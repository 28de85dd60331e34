import { civilDate, eventId, instanceId, localTime } from '#domain/fields.js';
import { firstPayload } from '#domain/practice/events/fields.js';
import type { EventVersions } from '../event-versions.js';

const first = firstPayload({
  migrationId: eventId,
  sourceInstanceId: instanceId,
  targetInstanceId: instanceId,
  cutoverTime: localTime.optional(),
  finalExtractId: eventId.optional(),
  plannedDate: civilDate.nullable(),
});

/** The first version of GoLiveDeclared knew no override of an open bedding-in (A21). */
export const goLiveDeclaredVersions: EventVersions = { schemas: [first], upcasts: [(payload) => payload] };
