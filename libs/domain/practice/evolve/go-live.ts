import type { PayloadOf } from '../events.js';
import type { EventRef } from '../state.js';
import type { Appliers } from './apply.js';
import { onMigration } from './changes.js';

/** How the state follows the events of Business Go Live, its corrections and sign-off. */
export const applyGoLive = {
  GoLiveDeclared: (state, entry) => ({
    ...onMigration(state, entry.migrationId, () => ({ status: 'LIVE', goLive: declared(entry) })),
    contacts: state.contacts.filter(({ effectiveDate }) => effectiveDate > entry.effectiveDate),
  }),
  GoLiveCorrected: (state, entry) =>
    onMigration(state, entry.migrationId, ({ goLive }) => ({
      goLive: goLive && {
        ...goLive,
        on: entry.now.on,
        cutoverTime: entry.now.cutoverTime ?? null,
        events: [...goLive.events, entry.eventId],
      },
    })),
  MigrationSignedOff: (state, entry) =>
    onMigration(state, entry.migrationId, ({ signedOff }) => ({
      signedOff: { ...signedOff, [entry.by]: entry },
    })),
} satisfies Partial<Appliers>;

const declared = (entry: PayloadOf<'GoLiveDeclared'> & EventRef) => ({
  migrationId: entry.migrationId,
  sourceInstanceId: entry.sourceInstanceId,
  targetInstanceId: entry.targetInstanceId,
  on: entry.effectiveDate,
  cutoverTime: entry.cutoverTime ?? null,
  finalExtractId: entry.finalExtractId ?? null,
  events: [entry.eventId],
});
