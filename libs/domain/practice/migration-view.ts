import type { CivilDate } from '../calendar/dates.js';
import { supplierIn, type Reference } from '../reference.js';
import { withdrawalOn } from '../supplier/state.js';
import { auditAccessOn, type AuditAccess } from './audit-access.js';
import type { MigrationKind } from './commands.js';
import { isAtRisk } from './compliance.js';
import { decisionOn, type DecisionStatus } from './decision-status.js';
import { disputeOn, isDisputedOn, type DisputeView } from './dispute-view.js';
import type { PracticeEventType } from './events.js';
import type { Fact } from './fact.js';
import { isWithoutSystemOn, selectionOn, type SelectionView } from './selection-view.js';
import type { GoLive, Migration, MigrationStep, PracticeState } from './state.js';
import { stepsBy } from './steps.js';
import { windDownOn, type WindDown } from './wind-down.js';

export type { Fact } from './fact.js';

export type DeliveryStatus =
  | 'SELECTING'
  | 'NO_SUITABLE_SYSTEM'
  | 'SELECTED'
  | 'DATE_PROPOSED'
  | 'DATE_AGREED'
  | 'ORDERED'
  | 'EXTRACTED'
  | 'LIVE'
  | 'SIGNED_OFF'
  | 'ABANDONED'
  | 'ROLLED_BACK';

/** What is the matter with a migration: X7, A17, A19, A29, F10, F12. */
export type MigrationFlag =
  | 'ORDER_MISSING'
  | 'DISPUTE'
  | 'UNDER_CORRECTION'
  | 'COMPLIANCE_AT_RISK'
  | 'FORCED_MIGRATION'
  | 'PRACTICE_CLOSED';

/** One migration as it stood on a day: the regions of domain C2 and the facts that they rest on. */
export interface MigrationView {
  readonly migrationId: string;
  readonly requestedOn: CivilDate;
  readonly sourceInstanceId: string;
  readonly targetInstanceId: string | null;
  readonly decision: DecisionStatus;
  /** Null before the PCT agrees to the change (I3). */
  readonly delivery: DeliveryStatus | null;
  readonly sourceWindDown: WindDown;
  readonly auditAccess: AuditAccess;
  readonly flags: readonly MigrationFlag[];
  readonly agreed: AgreedView | null;
  readonly dispute: DisputeView | null;
  readonly selection: SelectionView | null;
  readonly selected: (Fact & { readonly productId: string; readonly kind: MigrationKind }) | null;
  readonly plannedDate: (Fact & { readonly date: CivilDate }) | null;
  readonly order: (Fact & { readonly trackingRef: string; readonly on: CivilDate }) | null;
  readonly goLive: (Fact & { readonly on: CivilDate; readonly cutoverTime: string | null }) | null;
  /** The day reverted on (A20). */
  readonly rolledBack: (Fact & { readonly on: CivilDate; readonly cause: string }) | null;
  readonly abandoned:
    (Fact & { readonly on: CivilDate; readonly stage: string; readonly cause: string }) | null;
  /** The day on which each party signed the migrated data off. */
  readonly signedOff: { readonly PR: CivilDate | null; readonly PCT: CivilDate | null };
  /** Every event of the migration up to the day. */
  readonly events: readonly string[];
}

/** What the PCT agreed to; `practicePercent` is the practice's share of what falls on the local payer, if agreed (A8). */
export interface AgreedView extends Fact {
  readonly on: CivilDate;
  readonly decidedBy: string;
  readonly conditions: readonly string[];
  readonly practicePercent: number | null;
}

/** The practice's latest migration that was requested on or before that day, as it stood on it; null where none was. */
export const migrationView = (
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): MigrationView | null => {
  const migration = migrationOn(state, on);
  if (!migration) return null;
  const goLive = liveBy(migration, on);
  const { sourceInstanceId } = migration.request;
  const selected = by(migration.selected, on);
  return {
    migrationId: migration.migrationId,
    requestedOn: migration.request.effectiveDate,
    sourceInstanceId,
    targetInstanceId: goLive?.targetInstanceId ?? null,
    decision: decisionOn(migration, on),
    delivery: deliveryOn(migration, on),
    sourceWindDown: goLive ? windDownOn(goLive, state, reference, on) : 'IN_SERVICE',
    auditAccess: auditAccessOn(state, sourceInstanceId, on),
    flags: [...flagsOf(state, migration, on), ...standingFlags(state, reference, migration, on)],
    agreed: agreedBy(migration, on),
    dispute: disputeOn(migration, on),
    selection: selectionOn(migration, on),
    selected: selected && {
      productId: selected.productId,
      kind: selected.kind,
      rule: 'S15',
      events: [selected.eventId],
    },
    plannedDate: plannedOn(migration, on),
    order: orderOn(migration, on),
    goLive: goLive && { on: goLive.on, cutoverTime: goLive.cutoverTime, rule: 'S24', events: goLive.events },
    rolledBack: rolledBackOn(migration, on),
    abandoned: abandonedOn(migration, on),
    signedOff: {
      PR: by(migration.signedOff.PR ?? null, on)?.effectiveDate ?? null,
      PCT: by(migration.signedOff.PCT ?? null, on)?.effectiveDate ?? null,
    },
    events: stepsBy(migration, on).map(({ eventId }) => eventId),
  };
};

/** The latest migration requested on or before the day. */
const migrationOn = (state: PracticeState, on: CivilDate): Migration | undefined =>
  state.migrations.findLast(({ request }) => request.effectiveDate <= on);

/** A migration's go-live where it lies on or before the day. */
export const liveBy = ({ goLive }: Migration, on: CivilDate): GoLive | null =>
  goLive && goLive.on <= on ? goLive : null;

const by = <Dated extends { readonly effectiveDate: CivilDate }>(fact: Dated | null, on: CivilDate) =>
  fact && fact.effectiveDate <= on ? fact : null;

/** The steps of a delivery that count on a day: those towards a system that another one replaced do not (S17, S18). */
const deliveryBy = (migration: Migration, on: CivilDate): readonly MigrationStep[] => {
  const steps = stepsBy(migration, on);
  const selections = steps.flatMap(({ productId }, index) =>
    productId === null ? [] : [{ productId, index }],
  );
  const current = selections.findLastIndex(
    ({ productId }, nth) => productId !== selections[nth - 1]?.productId,
  );
  const since = selections[current]?.index ?? 0;
  return steps.filter(({ type }, index) => since <= index || !TOWARDS_A_SYSTEM.has(type));
};

const TOWARDS_A_SYSTEM = new Set<PracticeEventType>([
  'MigrationDateProposed',
  'MigrationDatePlanned',
  'MigrationDateReplanned',
  'MigrationOrderPlaced',
]);

const agreedBy = (migration: Migration, on: CivilDate): AgreedView | null => {
  const agreed = by(migration.agreed, on);
  return (
    agreed && {
      on: agreed.effectiveDate,
      decidedBy: agreed.decidedBy,
      conditions: agreed.conditions,
      practicePercent: agreed.localPayerSplit?.practicePercent ?? null,
      rule: 'S15',
      events: [agreed.eventId],
    }
  );
};

/** Whether a migration was given up by that day (F5). */
export const isAbandonedOn = ({ abandoned }: Migration, on: CivilDate): boolean =>
  abandoned !== null && abandoned.effectiveDate <= on;

/** The state that a migration had reached on a day: its delivery's, where it had begun (C2). */
export const stageOn = (migration: Migration, on: CivilDate) =>
  reachedOn(migration, on) ?? decisionOn(migration, on);

/** The Delivery region of domain C2 on a day, with its exits. */
const deliveryOn = (migration: Migration, on: CivilDate): DeliveryStatus | null => {
  if (isAbandonedOn(migration, on)) return 'ABANDONED';
  return rolledBackOn(migration, on) ? 'ROLLED_BACK' : reachedOn(migration, on);
};

/** How far the delivery has come: a replan or an extract taken early sets nothing back (C2). */
const reachedOn = (migration: Migration, on: CivilDate): DeliveryStatus | null => {
  const types = new Set(deliveryBy(migration, on).map(({ type }) => type));
  const isSelected = types.has('SystemSelected');
  const { PR, PCT } = migration.signedOff;
  const reached: readonly (readonly [DeliveryStatus, boolean])[] = [
    ['SELECTING', types.has('ChangeAgreed')],
    ['NO_SUITABLE_SYSTEM', isWithoutSystemOn(migration, on)],
    ['SELECTED', isSelected],
    ['DATE_PROPOSED', types.has('MigrationDateProposed')],
    ['DATE_AGREED', types.has('MigrationDatePlanned')],
    ['ORDERED', types.has('MigrationOrderPlaced')],
    ['EXTRACTED', isSelected && types.has('DataExtractTaken')],
    ['LIVE', liveBy(migration, on) !== null],
    ['SIGNED_OFF', by(PR ?? null, on) !== null && by(PCT ?? null, on) !== null],
  ];
  return reached.findLast(([, isReached]) => isReached)?.[0] ?? null;
};

const plannedOn = (migration: Migration, on: CivilDate): MigrationView['plannedDate'] => {
  const plans = deliveryBy(migration, on).filter(
    ({ type }) => type === 'MigrationDatePlanned' || type === 'MigrationDateReplanned',
  );
  const date = plans.at(-1)?.date ?? null;
  return date === null ? null : { date, rule: 'S17', events: plans.map(({ eventId }) => eventId) };
};

const rolledBackOn = ({ goLive }: Migration, on: CivilDate): MigrationView['rolledBack'] => {
  const entry = by(goLive?.rolledBack ?? null, on);
  return entry && { on: entry.effectiveDate, cause: entry.cause, rule: 'A20', events: [entry.eventId] };
};

const abandonedOn = ({ abandoned }: Migration, on: CivilDate): MigrationView['abandoned'] => {
  const entry = by(abandoned, on);
  return (
    entry && {
      on: entry.effectiveDate,
      stage: entry.stage,
      cause: entry.cause,
      rule: 'F5',
      events: [entry.eventId],
    }
  );
};

const orderOn = (migration: Migration, on: CivilDate): MigrationView['order'] => {
  const order = by(migration.order, on);
  return (
    order && {
      trackingRef: order.trackingRef,
      on: order.effectiveDate,
      rule: 'S18',
      events: [order.eventId],
    }
  );
};

const CORRECTS_GO_LIVE = new Set(['correct-go-live', 'retract-go-live']);

/** Of an open migration's source, and of its target once it is live: A29, F12; and whether the practice closed (F10). */
const standingFlags = (
  state: PracticeState,
  reference: Reference,
  migration: Migration,
  on: CivilDate,
): MigrationView['flags'] => {
  const goLive = liveBy(migration, on);
  const isOpen = !goLive && (migration.closedOn ?? '9999') > on;
  const instance = state.instances[goLive?.targetInstanceId ?? migration.request.sourceInstanceId];
  const withdrawal =
    instance && withdrawalOn(supplierIn(reference, instance.supplier), instance.productId, on);
  const held: readonly (readonly [MigrationFlag, boolean])[] = [
    ['COMPLIANCE_AT_RISK', instance !== undefined && isAtRisk(instance, reference, on)],
    ['FORCED_MIGRATION', isOpen && withdrawal !== undefined],
    ['PRACTICE_CLOSED', isOpen && (state.closedOn ?? '9999') < on],
  ];
  return held.flatMap(([flag, isSo]) => (isSo ? [flag] : []));
};

const flagsOf = (state: PracticeState, migration: Migration, on: CivilDate): MigrationView['flags'] => {
  const isMissing =
    liveBy(migration, on) && migration.selected?.kind !== 'LSP' && by(migration.order, on) === null;
  const isCorrecting = Object.values(state.proposals).some(
    ({ command, status }) => CORRECTS_GO_LIVE.has(command) && status === 'OPEN',
  );
  return [
    ...(isMissing ? (['ORDER_MISSING'] as const) : []),
    ...(isCorrecting && liveBy(migration, on) ? (['UNDER_CORRECTION'] as const) : []),
    ...(isDisputedOn(migration, on) ? (['DISPUTE'] as const) : []),
  ];
};
