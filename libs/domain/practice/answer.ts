import type { CivilDate, Instant } from '../calendar/dates.js';
import type { Actor } from '../recorded.js';
import type { Reference } from '../reference.js';
import type { ConfirmerRole } from './events/fields.js';
import { findings, type Finding } from './findings/index.js';
import { instanceViews, productName, type InstanceView } from './instance-view.js';
import { standingOn, type StandingView } from './standing-view.js';
import { liveBy } from './delivery-view.js';
import { migrationView, type Fact, type MigrationView } from './migration-view.js';
import { noticesOn, type NoticeView } from './notice-view.js';
import { namingCorrections } from './naming-corrections.js';
import { practiceStateOn, type PracticeStateName } from './practice-states.js';
import { retentionViews, type RetentionView } from './retention-view.js';
import { accessRequestViews, type AccessRequestView } from './access-request-view.js';
import { auditTrailViews, custodyViews, type AuditTrailView, type CustodyView } from './custody-view.js';
import { lastServiceDay } from './service-span.js';
import { commissionerOn, type GoLive, type PracticeState } from './state.js';
import { lastKnownSystem, systemOn, type SystemHeld } from './system-held.js';
import { beddingInAfter } from './wind-down.js';
import { latestZeroCostFor } from './zero-cost-notice.js';

/** A practice as it stood on a day, by the events that were folded; each fact with its rule and events. */
export interface PracticeAnswer extends StandingView {
  readonly ods: string;
  readonly name: string;
  readonly on: CivilDate;
  readonly registered: Fact & { readonly on: CivilDate };
  /** The last day on which it was open. */
  readonly closed: (Fact & { readonly on: CivilDate }) | null;
  /** Null before the practice's registration. */
  readonly state: PracticeStateName | null;
  readonly commissioner: (Fact & { readonly code: string; readonly from: CivilDate }) | null;
  readonly system: (SystemHeld & { readonly name: string }) | null;
  readonly instances: readonly InstanceView[];
  readonly migration: MigrationView | null;
  readonly beddingIn:
    | (Fact & {
        readonly sourceInstanceId: string;
        readonly from: CivilDate;
        readonly lastFundedDay: CivilDate;
        readonly latestZeroCostDate: CivilDate | null;
        readonly policyVersion: string;
      })
    | null;
  /** The notice that matters most on the day; `notices` has them all. */
  readonly notice: NoticeView | null;
  readonly notices: readonly NoticeView[];
  readonly retention: readonly RetentionView[];
  readonly custody: readonly CustodyView[];
  readonly auditTrails: readonly AuditTrailView[];
  readonly accessRequests: readonly AccessRequestView[];
  /** On the day of go-live or of a rollback alone, when both systems held the record (A31, F6). */
  readonly cutover: CutoverView | null;
  readonly proposals: readonly ProposalView[];
  readonly findings: readonly Finding[];
}

/**
 * Which system held the record on that day: source before, target from `at` (London), or both (A31).
 * @rule A31
 */
export interface CutoverView extends Fact {
  readonly source: string;
  readonly target: string;
  readonly at: string | null;
  readonly held: string;
}

/** A command that waits for whoever must confirm it next (R2). */
export interface ProposalView extends Fact {
  readonly proposalId: string;
  readonly command: string;
  readonly effectiveDate: CivilDate;
  readonly proposedBy: Pick<Actor, 'name' | 'role' | 'org'>;
  readonly recordedAt: Instant;
  readonly confirmer: ConfirmerRole;
  /** The supplier that may consent, where the confirmer is one. */
  readonly confirmerOrg: string | null;
  /** Whoever has confirmed it so far, of a command of three. */
  readonly confirmedBy: readonly Pick<Actor, 'name' | 'role' | 'org'>[];
}

/**
 * The answer of `GET /practices/{ods}` for a day, or null while the practice is not on record. Where the day was not
 * asked for but is today, the system falls back to the last observation of all (O4). Open proposals are told as they
 * are known, whatever the day (R2).
 */
export const practiceAnswer = (
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
  dayWasAsked: boolean,
): PracticeAnswer | null => {
  const { practice } = state;
  if (!practice) return null;
  const goLive = state.migrations.findLast((migration) => liveBy(migration, on))?.goLive ?? null;
  const notices = Object.keys(state.instances).flatMap((id) => noticesOn(state, reference, id, on));
  const system = dayWasAsked ? systemOn(state, on) : lastKnownSystem(state, on);
  return namingCorrections(state, {
    ods: practice.ods,
    name: practice.name,
    on,
    registered: { on: practice.effectiveDate, rule: 'R10', events: [practice.eventId] },
    closed: closedBy(state, on),
    state: practice.effectiveDate <= on ? practiceStateOn(state, reference, on) : null,
    commissioner: commissionerBy(state, on),
    ...standingOn(state, on),
    system: system && { ...system, name: systemName(system, reference) },
    cutover: goLive && cutoverOn(goLive, on),
    instances: instanceViews(state, reference, on),
    migration: migrationView(state, reference, on),
    beddingIn: goLive && beddingInView(goLive, state, reference),
    notice: noticeBy(notices, state, on),
    notices,
    retention: retentionViews(state, reference, on),
    custody: custodyViews(state, on),
    auditTrails: auditTrailViews(state, on),
    accessRequests: accessRequestViews(state, on),
    proposals: openProposals(state),
    findings: findings(state, reference, on),
  });
};

/** The name of a system: its product's listed name, or the name on the list that it was observed on. */
export const systemName = (system: SystemHeld, reference: Reference): string =>
  system.basis === 'OBSERVED' ? system.product : productName(reference, system.productId, system.supplier);

const closedBy = ({ closedOn, closedBy: event }: PracticeState, on: CivilDate): PracticeAnswer['closed'] =>
  closedOn !== null && closedOn < on
    ? { on: closedOn, rule: 'O2', events: event === null ? [] : [event] }
    : null;

const commissionerBy = (state: PracticeState, on: CivilDate): PracticeAnswer['commissioner'] => {
  const membership = commissionerOn(state, on);
  if (!membership) return null;
  return { code: membership.code, from: membership.from, rule: 'R4', events: [membership.eventId] };
};

const beddingInView = (
  goLive: GoLive,
  state: PracticeState,
  reference: Reference,
): PracticeAnswer['beddingIn'] => {
  const beddingIn = beddingInAfter(goLive, state, reference);
  if (!beddingIn) return null;
  const latestZeroCostDate = latestZeroCostFor(goLive, state, reference);
  return { ...beddingIn, latestZeroCostDate, rule: 'S33', events: goLive.events };
};

/** Of a day that was both go-live's and the rollback's, the go-live is told. */
const cutoverOn = (goLive: GoLive, on: CivilDate): CutoverView | null => {
  if (goLive.on === on) return cutoverView(goLive);
  return goLive.rolledBack?.effectiveDate === on ? revertedView(goLive, goLive.rolledBack.eventId) : null;
};

const revertedView = (
  { sourceInstanceId: source, targetInstanceId: target }: GoLive,
  rolledBackBy: string,
): CutoverView => ({
  source,
  target,
  at: null,
  held: `Both: the practice returned from ${target} to ${source}`,
  rule: 'F6',
  events: [rolledBackBy],
});

const cutoverView = ({
  sourceInstanceId: source,
  targetInstanceId: target,
  cutoverTime,
  events,
}: GoLive): CutoverView => ({
  source,
  target,
  at: cutoverTime,
  held:
    cutoverTime === null
      ? 'Both, cutover time not recorded'
      : `${source} until ${cutoverTime}, ${target} from ${cutoverTime}`,
  rule: 'A31',
  events,
});

/**
 * The latest notice to the source of the latest go-live; until one is given, one that still runs to an earlier source
 * (A21); else the latest that waits for a go-live or was withdrawn before it (A5).
 */
const noticeBy = (notices: readonly NoticeView[], state: PracticeState, on: CivilDate): NoticeView | null => {
  const left = state.migrations.flatMap((migration) => liveBy(migration, on)?.sourceInstanceId ?? []);
  const isRunning = ({ instanceId, givenOn, status }: NoticeView) =>
    (status === 'RUNNING' || status === 'SHORT') && on <= (lastServiceDay(state, instanceId, givenOn) ?? on);
  return (
    notices.findLast(({ instanceId }) => instanceId === left.at(-1)) ??
    notices.findLast(isRunning) ??
    notices.findLast(({ instanceId }) => !left.includes(instanceId)) ??
    null
  );
};

const openProposals = (state: PracticeState): readonly ProposalView[] =>
  Object.values(state.proposals)
    .filter(({ status }) => status === 'OPEN')
    .map((proposal) => ({
      proposalId: proposal.proposalId,
      command: proposal.command,
      effectiveDate: proposal.effectiveDate,
      proposedBy: personOf(proposal.recordedBy),
      recordedAt: proposal.recordedAt,
      confirmer: proposal.confirmer,
      confirmerOrg: proposal.confirmerOrg ?? null,
      confirmedBy: proposal.agreedBy.slice(1).map(personOf),
      rule: 'R2',
      events: [proposal.proposalId],
    }));

const personOf = ({ name, role, org }: Actor) => ({ name, role, org });
