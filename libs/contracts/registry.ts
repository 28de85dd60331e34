import { callOffEvents } from '#domain/call-off/events.js';
import { commissionerEvents } from '#domain/commissioner/events.js';
import { policyEvents } from '#domain/policy/events.js';
import { practiceEvents } from '#domain/practice/events.js';
import type { DomainEvent } from '#domain/recorded.js';
import { supplierEvents } from '#domain/supplier/events.js';
import type { z } from 'zod';
import { earlierVersions } from './earlier-versions.js';
import type { EventVersions } from './event-versions.js';

/** The current schemas, each behind those that were stored before it. */
const allVersions = (events: Readonly<Record<string, z.ZodType<object>>>): Record<string, EventVersions> =>
  Object.fromEntries(
    Object.entries(events).map(([type, current]) => {
      const { schemas, upcasts } = earlierVersions[type] ?? { schemas: [], upcasts: [] };
      return [type, { schemas: [...schemas, current], upcasts }];
    }),
  );

/** The one list of what the register's streams may hold. */
export const eventVersions: Readonly<Record<string, EventVersions>> = {
  ...allVersions(practiceEvents),
  ...allVersions(supplierEvents),
  ...allVersions(callOffEvents),
  ...allVersions(commissionerEvents),
  ...allVersions(policyEvents),
};

/** A type or version that this release does not know: its reader stops, and never skips it. */
export class UnknownEvent extends Error {
  constructor(type: string, schemaVersion: number) {
    super(
      `This release does not know ${type} version ${schemaVersion}. Run the release that wrote it, or a later one.`,
    );
  }
}

const versionsOf = (versions: typeof eventVersions, type: string, schemaVersion: number): EventVersions => {
  const known = Object.hasOwn(versions, type) ? versions[type] : undefined;
  if (!known || schemaVersion < 1 || schemaVersion > known.schemas.length)
    throw new UnknownEvent(type, schemaVersion);
  return known;
};

/** Reads and versions the events of such a list; `eventRegistry` is that of the register. */
export const registryOf = (versions: typeof eventVersions) => ({
  /** Validates stored data against the version that it was written with, then lifts it to the current one. */
  decode: (type: string, schemaVersion: number, data: unknown): DomainEvent => {
    const { schemas, upcasts } = versionsOf(versions, type, schemaVersion);
    const stored = schemas[schemaVersion - 1]!.parse(data);
    const payload = upcasts.slice(schemaVersion - 1).reduce((value, upcast) => upcast(value), stored);
    return { type, payload };
  },
  /** Throws where a payload is not of the current version, so that nothing is written that could not be read again. */
  check: (type: string, payload: object): void =>
    void versionsOf(versions, type, 1).schemas.at(-1)!.parse(payload),
  /** The version that is written today. */
  currentVersion: (type: string): number => versionsOf(versions, type, 1).schemas.length,
});

export const eventRegistry = registryOf(eventVersions);
