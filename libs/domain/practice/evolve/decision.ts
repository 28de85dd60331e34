import type { CivilDate } from '../../calendar/dates.js';
import type { Entry, Migration } from '../state.js';
import type { Appliers } from './apply.js';
import { closeRefused, onMigration, overWith } from './changes.js';

/** How the state follows the events of the request, the business case and the PCT’s decision. */
export const applyDecision = {
  OptionsDiscussed: (state, entry) => ({ ...state, contacts: [...state.contacts, entry] }),
  MigrationRequested: (state, entry) => {
    const closed = closeRefused(state, entry.effectiveDate);
    return { ...closed, migrations: [...closed.migrations, requested(entry, overWith(state))] };
  },
  /** Asked for again, with another date or template, a case that is in stays in. */
  BusinessCaseRequired: (state, entry) =>
    onMigration(state, entry.migrationId, ({ businessCase }) => ({
      required: entry,
      businessCase: businessCase === 'SUBMITTED' || businessCase === 'RETURNED' ? businessCase : 'REQUIRED',
    })),
  BusinessCaseWaived: (state, entry) =>
    onMigration(state, entry.migrationId, () => ({ businessCase: 'WAIVED' })),
  BusinessCaseSubmitted: (state, entry) =>
    onMigration(state, entry.migrationId, ({ submissions }) => ({
      businessCase: 'SUBMITTED',
      submissions: [...submissions, entry],
      refused: null,
    })),
  BusinessCaseReturned: (state, entry) =>
    onMigration(state, entry.migrationId, () => ({ businessCase: 'RETURNED' })),
  ChangeAgreed: (state, entry) =>
    onMigration(state, entry.migrationId, () => ({ agreed: entry, refused: null })),
  ChangeRefused: (state, entry) => onMigration(state, entry.migrationId, () => ({ refused: entry })),
} satisfies Partial<Appliers>;

const requested = (entry: Entry<'MigrationRequested'>, closedOn: CivilDate | null): Migration => ({
  migrationId: entry.migrationId,
  status: 'OPEN',
  closedOn,
  request: entry,
  businessCase: 'UNDECIDED',
  required: null,
  submissions: [],
  agreed: null,
  refused: null,
  disputes: [],
  rounds: [],
  selection: null,
  selected: null,
  selections: [],
  dateProposal: null,
  plannedDate: null,
  orders: [],
  extracts: [],
  problems: [],
  reports: [],
  backloads: [],
  goLive: null,
  retracted: [],
  abandoned: null,
  signedOff: {},
  steps: [],
});
