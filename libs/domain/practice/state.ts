import { inOrder, LATEST, type CivilDate } from '../calendar/dates.js';
import type { Chain } from '../chain.js';
import type { Recorded } from '../recorded.js';
import type { PracticeEvent } from './events.js';
import type { AccessRequest } from './state/audit-access.js';
import type { Entry } from './state/entry.js';
import type { GoLive } from './state/go-live.js';
import type { Instance } from './state/installation.js';
import type { Migration } from './state/migration.js';
import type { Membership, PctPracticeAgreement, PracticeSuccession } from './state/organisation.js';
import type { Proposal, StandingRequest } from './state/proposals.js';
import type { Notice, Retention } from './state/wind-down.js';
import { hasDay } from './spans.js';

export type * from './state/audit-access.js';
export type * from './state/delivery.js';
export type * from './state/dispute.js';
export type * from './state/entry.js';
export type * from './state/go-live.js';
export type * from './state/installation.js';
export type * from './state/migration.js';
export type * from './state/organisation.js';
export type * from './state/proposals.js';
export type * from './state/selection.js';
export type * from './state/wind-down.js';

/** What the practice's decisions, funding and answers need of its events: one value, folded from the stream. */
export interface PracticeState {
  readonly practice: Entry<'PracticeRegistered'> | null;
  /** The last day on which the practice was open, where it closed. */
  readonly closedOn: CivilDate | null;
  /** The event that closed it. */
  readonly closedBy: string | null;
  readonly commissioners: readonly Membership[];
  readonly instances: Readonly<Record<string, Instance>>;
  readonly agreements: readonly PctPracticeAgreement[];
  readonly contractorTypes: readonly Entry<'ContractorTypeRecorded'>[];
  /** The practices that this one was merged or split into (F10). */
  readonly successions: readonly PracticeSuccession[];
  /** The practices that this one took over (F10). */
  readonly takenOver: readonly Entry<'PracticeTakenOver'>[];
  readonly retained: readonly Entry<'SystemRetained'>[];
  /** Every contact; those before the last go-live count no more (S10). */
  readonly contacts: readonly Entry<'OptionsDiscussed'>[];
  readonly migrations: readonly Migration[];
  readonly notices: readonly Notice[];
  readonly retentions: readonly Retention[];
  /** Who held the data of old systems, in order of their first days (X6). */
  readonly holdings: readonly Entry<'SourceDataHeldBy'>[];
  /** By instance. */
  readonly destroyed: Readonly<Record<string, Entry<'SourceDataDestroyed'>>>;
  readonly accessRequests: readonly AccessRequest[];
  readonly observations: readonly Entry<'SystemUseObserved'>[];
  readonly corrections: readonly Entry<'RecordCorrected'>[];
  /** The stream as it is now known: corrected fields stand as corrected. */
  readonly events: Chain<Recorded<PracticeEvent>> | null;
  readonly proposals: Readonly<Record<string, Proposal>>;
  /** Requests whose entries still stand (R13). */
  readonly requests: Chain<StandingRequest> | null;
}

export const initialPractice: PracticeState = {
  practice: null,
  closedOn: null,
  closedBy: null,
  commissioners: [],
  instances: {},
  agreements: [],
  contractorTypes: [],
  successions: [],
  takenOver: [],
  retained: [],
  contacts: [],
  migrations: [],
  notices: [],
  retentions: [],
  holdings: [],
  destroyed: {},
  accessRequests: [],
  observations: [],
  corrections: [],
  events: null,
  proposals: {},
  requests: null,
};

/** The commissioner of the practice on that day, or undefined if none is on file (R4). */
export const commissionerOn = (state: PracticeState, on: CivilDate): Membership | undefined =>
  state.commissioners.findLast((membership) => hasDay(membership, on));

/** The migration that I1 calls open, if there is one; of a closed practice the one that was open until then (F10). */
export const openMigration = (state: PracticeState): Migration | undefined =>
  state.migrations.find(({ status }) => status === 'OPEN');

/** Whether a migration had been closed by that day (I1, F10). */
export const isClosedOn = ({ closedOn }: Migration, on: CivilDate): boolean =>
  closedOn !== null && closedOn <= on;

/** The go-lives on record in order of their days, those that were rolled back too. */
const goLivesInOrder = ({ migrations }: PracticeState): readonly GoLive[] =>
  inOrder(
    migrations.flatMap(({ goLive }) => goLive ?? []),
    ({ on }) => on,
  );

/** Whether a go-live still stood on a day: it was not rolled back by then, the day itself counts (A20). */
export const standsOn = ({ rolledBack }: GoLive, on: CivilDate): boolean =>
  rolledBack === null || on <= rolledBack.effectiveDate;

/** Whether a go-live that stands had by a day returned the practice to the system that an earlier go-live left. */
const isReturnedTo = (
  { migrationId, sourceInstanceId }: GoLive,
  state: PracticeState,
  on: CivilDate,
): boolean => {
  const goLives = goLivesInOrder(state);
  return goLives
    .slice(goLives.findIndex((one) => one.migrationId === migrationId) + 1)
    .some((one) => one.targetInstanceId === sourceInstanceId && one.on <= on && standsOn(one, on));
};

/**
 * Whether the system that a go-live left is a system that was left on a day: the go-live stands, and no later one onto
 * that system does, which makes it the practice's own again (A20).
 */
export const isStillLeft = (goLive: GoLive, state: PracticeState, on: CivilDate): boolean =>
  standsOn(goLive, on) && !isReturnedTo(goLive, state, on);

/** The latest go-live by which this instance was left on a day, or as now on record. */
export const goLiveFrom = (
  state: PracticeState,
  instanceId: string,
  on: CivilDate = LATEST,
): GoLive | undefined =>
  state.migrations
    .flatMap(({ goLive }) => goLive ?? [])
    .findLast(
      (goLive) => goLive.sourceInstanceId === instanceId && goLive.on <= on && isStillLeft(goLive, state, on),
    );

/** The go-lives onto this instance in order of their days, those that were rolled back too. */
export const goLivesOnto = (state: PracticeState, instanceId: string): readonly GoLive[] =>
  goLivesInOrder(state).filter(({ targetInstanceId }) => targetInstanceId === instanceId);

/** Whether a go-live was onto a system that an earlier one had left: a return to it. */
export const isReturn = (goLive: GoLive, state: PracticeState): boolean => {
  const goLives = goLivesInOrder(state);
  return goLives
    .slice(0, goLives.indexOf(goLive))
    .some((one) => one.sourceInstanceId === goLive.targetInstanceId && standsOn(one, goLive.on));
};

/** The retention option of an instance that nothing has replaced, ended ones included. */
export const standingRetention = (state: PracticeState, instanceId: string): Retention | undefined =>
  state.retentions.findLast(
    (retention) => retention.instanceId === instanceId && retention.replacedBy === null,
  );

/** The day by which the practice had left an instance on a day: by a go-live from it, or by a rollback from it (A20, F6). */
export const leftOn = (state: PracticeState, instanceId: string, on: CivilDate): CivilDate | undefined =>
  (goLiveFrom(state, instanceId, on) ?? goLiveFrom(state, instanceId))?.on ??
  goLivesOnto(state, instanceId).findLast((goLive) => goLive.on <= on)?.rolledBack?.effectiveDate;
