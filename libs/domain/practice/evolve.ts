import { addDays } from '../calendar/dates.js';
import type { Recorded } from '../recorded.js';
import type { PayloadOf, PracticeEvent, PracticeEventType } from './events.js';
import {
  openMigration,
  standingRetention,
  type Entry,
  type EventRef,
  type Instance,
  type Membership,
  type Migration,
  type PracticeState,
} from './state.js';
import { afterEvent } from './standing.js';
import { withStep } from './steps.js';

type Apply<Type extends PracticeEventType> = (
  state: PracticeState,
  entry: Entry<Type>,
  event: Recorded,
) => PracticeState;

/** The state after one more event of the practice's stream. */
export const evolvePractice = (state: PracticeState, event: Recorded<PracticeEvent>): PracticeState => {
  const ref: EventRef = {
    eventId: event.id,
    recordedAt: event.metadata.recordedAt,
    recordedBy: event.metadata.actor,
  };
  const apply = appliers[event.type] as Apply<PracticeEventType>;
  const entry = { ...event.payload, ...ref } as Entry<PracticeEventType>;
  return afterEvent(confirmed(withStep(apply(state, entry, event), event, ref), event), event);
};

/** An event whose causation is a proposal confirms it (R2). */
const confirmed = (state: PracticeState, event: Recorded): PracticeState => {
  const proposal = state.proposals[event.metadata.causationId];
  if (!proposal || proposal.status !== 'OPEN' || event.type === 'ProposalDeclined') return state;
  return withProposal(state, event.metadata.causationId, 'CONFIRMED');
};

const withProposal = (state: PracticeState, id: string, status: 'CONFIRMED' | 'DECLINED'): PracticeState => {
  const proposal = state.proposals[id];
  return proposal ? { ...state, proposals: { ...state.proposals, [id]: { ...proposal, status } } } : state;
};

const onMigration = (
  state: PracticeState,
  migrationId: string,
  change: (migration: Migration) => Partial<Migration>,
): PracticeState => ({
  ...state,
  migrations: state.migrations.map((migration) =>
    migration.migrationId === migrationId ? { ...migration, ...change(migration) } : migration,
  ),
});

const onInstance = (state: PracticeState, instanceId: string, change: Partial<Instance>): PracticeState => {
  const instance = state.instances[instanceId];
  if (!instance) return state;
  return { ...state, instances: { ...state.instances, [instanceId]: { ...instance, ...change } } };
};

/** A refused migration is closed by the next request or retain decision (I1), from its day on. */
const closeRefused = (state: PracticeState, closedOn: string): PracticeState => {
  const open = openMigration(state);
  return open?.refused ? onMigration(state, open.migrationId, () => ({ status: 'CLOSED', closedOn })) : state;
};

/** A membership of the same commissioner and joining day is superseded; each ends at the latest before the next (O2). */
const withMembership = (state: PracticeState, entry: Entry<'PracticeCommissionerChanged'>): PracticeState => {
  const { to: code, legalDate: from, left = null, eventId } = entry;
  const others = state.commissioners.filter((one) => one.code !== code || one.from !== from);
  const commissioners = [...others, { code, from, left, until: left, eventId }].sort((one, other) =>
    one.from < other.from ? -1 : 1,
  );
  return {
    ...state,
    commissioners: commissioners.map((one, index) => endedBefore(one, commissioners[index + 1])),
  };
};

const endedBefore = (one: Membership, next: Membership | undefined): Membership => {
  const dayBefore = next ? addDays(next.from, -1) : null;
  const until = one.left === null || (dayBefore !== null && dayBefore < one.left) ? dayBefore : one.left;
  return { ...one, until };
};

const withRetention = (state: PracticeState, entry: Entry<'RetentionOrdered'>): PracticeState => ({
  ...state,
  retentions: [...state.retentions, { ...entry, replacedBy: null, lastDay: entry.until ?? null }],
});

const appliers: { readonly [Type in PracticeEventType]: Apply<Type> } = {
  PracticeRegistered: (state, entry) => ({
    ...state,
    practice: entry,
    commissioners: entry.commissioner
      ? [
          {
            code: entry.commissioner,
            from: entry.effectiveDate,
            left: null,
            until: null,
            eventId: entry.eventId,
          },
        ]
      : state.commissioners,
  }),
  PracticeClosed: (state, { effectiveDate, eventId }) => ({
    ...state,
    closedOn: effectiveDate,
    closedBy: eventId,
  }),
  PracticeCommissionerChanged: (state, entry) => withMembership(state, entry),
  SystemUseObserved: (state, entry) => ({
    ...state,
    observations: [
      ...state.observations.filter(
        ({ product, firstMonth }) => product !== entry.product || firstMonth !== entry.firstMonth,
      ),
      entry,
    ],
  }),
  SystemInstanceRegistered: (state, entry) => ({
    ...state,
    instances: { ...state.instances, [entry.instanceId]: { ...entry, callOff: null, serviceEnd: null } },
  }),
  PracticeJoinedCallOff: (state, entry) => onInstance(state, entry.instanceId, { callOff: entry }),
  PctPracticeAgreementSigned: (state, entry) => ({ ...state, agreements: [...state.agreements, entry] }),
  SystemRetained: (state, entry) =>
    closeRefused({ ...state, retained: [...state.retained, entry] }, entry.effectiveDate),
  OptionsDiscussed: (state, entry) => ({ ...state, contacts: [...state.contacts, entry] }),
  MigrationRequested: (state, entry) => {
    const closed = closeRefused(state, entry.effectiveDate);
    return { ...closed, migrations: [...closed.migrations, requested(entry)] };
  },
  /** Asked for again, with another date or template, a case that is in stays in. */
  BusinessCaseRequired: (state, entry) =>
    onMigration(state, entry.migrationId, ({ businessCase }) => ({
      businessCase: businessCase === 'SUBMITTED' || businessCase === 'RETURNED' ? businessCase : 'REQUIRED',
    })),
  BusinessCaseWaived: (state, entry) =>
    onMigration(state, entry.migrationId, () => ({ businessCase: 'WAIVED' })),
  BusinessCaseSubmitted: (state, entry) =>
    onMigration(state, entry.migrationId, () => ({ businessCase: 'SUBMITTED', refused: null })),
  BusinessCaseReturned: (state, entry) =>
    onMigration(state, entry.migrationId, () => ({ businessCase: 'RETURNED' })),
  ChangeAgreed: (state, entry) =>
    onMigration(state, entry.migrationId, () => ({ agreed: entry, refused: null })),
  ChangeRefused: (state, entry) => onMigration(state, entry.migrationId, () => ({ refused: entry })),
  SelectionCompleted: (state, entry) => onMigration(state, entry.migrationId, () => ({ selection: entry })),
  /** Another system's supplier has agreed to no date yet (S17), and nothing has been ordered from it (S18). */
  SystemSelected: (state, entry) =>
    onMigration(state, entry.migrationId, ({ selected }) =>
      selected?.productId === entry.productId
        ? { selected: entry }
        : { selected: entry, dateProposal: null, plannedDate: null, order: null },
    ),
  MigrationDateProposed: (state, entry) =>
    onMigration(state, entry.migrationId, () => ({
      dateProposal: {
        proposalEventId: entry.eventId,
        date: entry.date,
        cause: entry.cause ?? null,
        agreedBy: [entry.by],
      },
    })),
  MigrationDateAgreed: (state, entry) =>
    onMigration(state, entry.migrationId, ({ dateProposal }) => ({
      dateProposal: dateProposal && { ...dateProposal, agreedBy: [...dateProposal.agreedBy, entry.party] },
    })),
  MigrationDatePlanned: (state, entry) => planned(state, entry.migrationId, entry.date),
  MigrationDateReplanned: (state, entry) => planned(state, entry.migrationId, entry.new),
  MigrationOrderPlaced: (state, entry) => onMigration(state, entry.migrationId, () => ({ order: entry })),
  DataExtractTaken: (state, entry) =>
    onMigration(state, entry.migrationId, ({ extracts }) => ({ extracts: [...extracts, entry] })),
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
  NoticeGiven: (state, entry) => ({
    ...state,
    notices: [...state.notices, { ...entry, currentEndsOn: entry.endsOn, extensions: [] }],
  }),
  NoticeExtended: (state, entry) => ({
    ...state,
    notices: state.notices.map((notice) =>
      notice.noticeId === entry.noticeId
        ? { ...notice, currentEndsOn: entry.newEndsOn, extensions: [...notice.extensions, entry] }
        : notice,
    ),
  }),
  RetentionOrdered: (state, entry) => withRetention(state, entry),
  RetentionOptionChanged: (state, { was: _was, ...entry }) => {
    const standing = standingRetention(state, entry.instanceId);
    const retentions = state.retentions.map((retention) =>
      retention === standing
        ? {
            ...retention,
            replacedBy: entry.eventId,
            lastDay: earliestEnd(retention.lastDay, addDays(entry.from, -1)),
          }
        : retention,
    );
    return withRetention({ ...state, retentions }, entry);
  },
  SourceServiceEnded: (state, entry) => onInstance(state, entry.instanceId, { serviceEnd: entry }),
  CommandProposed: (state, entry, event) => ({
    ...state,
    proposals: {
      ...state.proposals,
      [entry.eventId]: {
        ...entry,
        proposalId: entry.eventId,
        commandId: event.metadata.commandId,
        requestHash: event.metadata.requestHash,
        status: 'OPEN',
      },
    },
  }),
  ProposalDeclined: (state, entry) => withProposal(state, entry.proposalId, 'DECLINED'),
};

const earliestEnd = (one: string | null, other: string): string =>
  one !== null && one < other ? one : other;

const requested = (entry: Entry<'MigrationRequested'>): Migration => ({
  migrationId: entry.migrationId,
  status: 'OPEN',
  closedOn: null,
  request: entry,
  businessCase: 'UNDECIDED',
  agreed: null,
  refused: null,
  selection: null,
  selected: null,
  dateProposal: null,
  plannedDate: null,
  order: null,
  extracts: [],
  goLive: null,
  signedOff: {},
  steps: [],
});

const planned = (state: PracticeState, migrationId: string, date: string): PracticeState =>
  onMigration(state, migrationId, () => ({ dateProposal: null, plannedDate: date }));

const declared = (entry: PayloadOf<'GoLiveDeclared'> & EventRef) => ({
  migrationId: entry.migrationId,
  sourceInstanceId: entry.sourceInstanceId,
  targetInstanceId: entry.targetInstanceId,
  on: entry.effectiveDate,
  cutoverTime: entry.cutoverTime ?? null,
  finalExtractId: entry.finalExtractId ?? null,
  events: [entry.eventId],
});
