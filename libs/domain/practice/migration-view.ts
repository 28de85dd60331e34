import type { CivilDate } from '../calendar/dates.js';
import { supplierIn, type Reference } from '../reference.js';
import { withdrawalOn } from '../supplier/state.js';
import { auditAccessOn, type AuditAccess } from './audit-access.js';
import { businessCaseOn, type BusinessCaseView } from './business-case-view.js';
import type { MigrationKind } from './commands.js';
import { isAtRisk } from './compliance.js';
import { cutoverGapOn, type CutoverGap } from './cutover-gap.js';
import { problemsOpenOn } from './data-access.js';
import { decisionOn, type DecisionStatus } from './decision-status.js';
import {
  abandonedOn,
  deliveryOn,
  extractsOn,
  liveBy,
  orderViewOn,
  orderViewsBy,
  plannedOn,
  problemsOn,
  reportOn,
  rolledBackOn,
  type AbandonedView,
  type DeliveryStatus,
  type ExtractView,
  type OrderView,
  type PlannedDateView,
  type ProblemView,
  type ReportView,
  type RolledBackView,
} from './delivery-view.js';
import { disputeOn, isDisputedOn, type DisputeView } from './dispute-view.js';
import type { Fact } from './fact.js';
import { sourceOn } from './migration-source.js';
import { orderOn, selectedOn } from './order-span.js';
import { selectionOn, type SelectionView } from './selection-view.js';
import { isClosedOn, type Migration, type PracticeState } from './state.js';
import { by, stepsBy } from './steps.js';
import { windDownOn, type WindDown } from './wind-down.js';

export type { Fact } from './fact.js';

/** What is the matter with a migration: X7, F4, A17, A19, A29, F10, F12. */
export type MigrationFlag =
  | 'ORDER_MISSING'
  | 'DISPUTE'
  | 'DATA_ACCESS_PROBLEM'
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
  readonly businessCase: BusinessCaseView | null;
  readonly agreed: AgreedView | null;
  readonly dispute: DisputeView | null;
  readonly selection: SelectionView | null;
  readonly selected: (Fact & { readonly productId: string; readonly kind: MigrationKind }) | null;
  readonly plannedDate: PlannedDateView | null;
  /** The one that stands for the system selected. */
  readonly order: OrderView | null;
  /** All of them, also the cancelled, and those for systems that another one replaced (F5). */
  readonly orders: readonly OrderView[];
  readonly extracts: readonly ExtractView[];
  readonly dataAccessProblems: readonly ProblemView[];
  readonly reported: ReportView | null;
  readonly goLive: (Fact & { readonly on: CivilDate; readonly cutoverTime: string | null }) | null;
  readonly cutoverGap: CutoverGap | null;
  readonly rolledBack: RolledBackView | null;
  readonly abandoned: AbandonedView | null;
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
  const sourceInstanceId = sourceOn(migration, state, on);
  const selected = selectedOn(migration, on);
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
    businessCase: businessCaseOn(migration, on),
    agreed: agreedBy(migration, on),
    dispute: disputeOn(migration, on),
    selection: selectionOn(migration, on),
    selected: selected
      ? {
          productId: selected.productId,
          kind: selected.kind,
          rule: 'S15',
          events: [selected.eventId],
        }
      : null,
    plannedDate: plannedOn(migration, on),
    order: orderViewOn(migration, on),
    orders: orderViewsBy(migration, on),
    extracts: extractsOn(migration, on),
    dataAccessProblems: problemsOn(migration, on),
    reported: reportOn(migration, on),
    goLive: goLive && { on: goLive.on, cutoverTime: goLive.cutoverTime, rule: 'S24', events: goLive.events },
    cutoverGap: cutoverGapOn(migration, on),
    rolledBack: rolledBackOn(migration, on),
    abandoned: abandonedOn(migration, on),
    signedOff: {
      PR: by(migration.signedOff.PR, on)?.effectiveDate ?? null,
      PCT: by(migration.signedOff.PCT, on)?.effectiveDate ?? null,
    },
    events: stepsBy(migration, on).map(({ eventId }) => eventId),
  };
};

/** The latest migration requested on or before the day. */
const migrationOn = (state: PracticeState, on: CivilDate): Migration | undefined =>
  state.migrations.findLast(({ request }) => request.effectiveDate <= on);

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

const CORRECTS_GO_LIVE = new Set(['correct-go-live', 'retract-go-live']);

/** Of an open migration's source, and of its target once it is live: A29, F12; and whether the practice closed (F10). */
const standingFlags = (
  state: PracticeState,
  reference: Reference,
  migration: Migration,
  on: CivilDate,
): MigrationView['flags'] => {
  const goLive = liveBy(migration, on);
  const isOpen = !goLive && !isClosedOn(migration, on);
  const closedOn = state.closedOn ?? '9999';
  const instance = state.instances[goLive?.targetInstanceId ?? sourceOn(migration, state, on)];
  const withdrawal =
    instance && withdrawalOn(supplierIn(reference, instance.supplier), instance.productId, on);
  const held: readonly (readonly [MigrationFlag, boolean])[] = [
    ['COMPLIANCE_AT_RISK', instance !== undefined && isAtRisk(instance, reference, on)],
    ['FORCED_MIGRATION', isOpen && withdrawal !== undefined],
    ['PRACTICE_CLOSED', !goLive && closedOn < on && !isClosedOn(migration, closedOn)],
  ];
  return held.flatMap(([flag, isSo]) => (isSo ? [flag] : []));
};

const flagsOf = (state: PracticeState, migration: Migration, on: CivilDate): MigrationView['flags'] => {
  const isMissing = liveBy(migration, on) && migration.selected?.kind !== 'LSP' && !orderOn(migration, on);
  const hasProblem = !isClosedOn(migration, on) && problemsOpenOn(migration, on).length > 0;
  const isCorrecting = Object.values(state.proposals).some(
    ({ command, status }) => CORRECTS_GO_LIVE.has(command) && status === 'OPEN',
  );
  return [
    ...(isMissing ? (['ORDER_MISSING'] as const) : []),
    ...(isCorrecting && liveBy(migration, on) ? (['UNDER_CORRECTION'] as const) : []),
    ...(isDisputedOn(migration, on) ? (['DISPUTE'] as const) : []),
    ...(hasProblem ? (['DATA_ACCESS_PROBLEM'] as const) : []),
  ];
};
