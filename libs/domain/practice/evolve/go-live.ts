import type { PayloadOf } from '../events.js';
import { openMigration, type EventRef } from '../state.js';
import type { Appliers } from './apply.js';
import { onMigration, overWith } from './changes.js';

/** How the state follows the events of Business Go Live, its corrections and sign-off, and of the ways out. */
export const applyGoLive = {
  /** A date that was proposed before it is proposed no more, whatever becomes of the go-live (R3, F7). */
  GoLiveDeclared: (state, entry) =>
    onMigration(state, entry.migrationId, () => ({
      status: 'LIVE',
      closedOn: null,
      dateProposal: null,
      goLive: declared(entry),
    })),
  GoLiveCorrected: (state, entry) =>
    onMigration(state, entry.migrationId, ({ goLive }) => ({
      goLive: goLive && {
        ...goLive,
        on: entry.now.on,
        cutoverTime: entry.now.cutoverTime ?? null,
        events: [...goLive.events, entry.eventId],
      },
    })),
  GoLiveReported: (state, entry) =>
    onMigration(state, entry.migrationId, ({ reports }) => ({ reports: [...reports, entry] })),
  CutoverGapClosed: (state, entry) =>
    onMigration(state, entry.migrationId, ({ backloads }) => ({ backloads: [...backloads, entry] })),
  MigrationSignedOff: (state, entry) =>
    onMigration(state, entry.migrationId, ({ signedOff }) => ({
      signedOff: { ...signedOff, [entry.by]: entry },
    })),
  /**
   * The migration is open again, and what was signed off was never live (F7); where another was open when the practice
   * closed, it is closed as that one is (I1, F10).
   */
  GoLiveRetracted: (state, entry) =>
    onMigration(state, entry.migrationId, ({ goLive, retracted }) => ({
      status: state.closedOn !== null && openMigration(state) ? 'CLOSED' : 'OPEN',
      closedOn: overWith(state),
      goLive: null,
      signedOff: {},
      retracted: goLive ? [...retracted, { goLive, by: entry }] : retracted,
    })),
  MigrationRolledBack: (state, entry) =>
    onMigration(state, entry.migrationId, ({ goLive }) => ({
      status: 'CLOSED',
      closedOn: entry.effectiveDate,
      goLive: goLive && { ...goLive, rolledBack: entry },
    })),
  MigrationAbandoned: (state, entry) =>
    onMigration(state, entry.migrationId, () => ({
      status: 'CLOSED',
      closedOn: entry.effectiveDate,
      abandoned: entry,
    })),
} satisfies Partial<Appliers>;

const declared = (entry: PayloadOf<'GoLiveDeclared'> & EventRef) => ({
  migrationId: entry.migrationId,
  sourceInstanceId: entry.sourceInstanceId,
  targetInstanceId: entry.targetInstanceId,
  on: entry.effectiveDate,
  cutoverTime: entry.cutoverTime ?? null,
  finalExtractId: entry.finalExtractId,
  isOverride: entry.override !== undefined,
  rolledBack: null,
  events: [entry.eventId],
});
