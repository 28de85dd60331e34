import { eventId, text } from '#domain/fields.js';
import { firstPayload } from '#domain/practice/events/fields.js';
import { z } from 'zod';
import type { EventVersions } from '../event-versions.js';

const first = firstPayload({ migrationId: eventId, grounds: z.array(text(1000)).min(1) });

/** ChangeRefused before it could be flagged as against a determination. */
export const changeRefusedVersions: EventVersions = { schemas: [first], upcasts: [(payload) => payload] };
