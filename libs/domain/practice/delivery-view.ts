import type { CivilDate } from '../calendar/dates.js';
import { decisionOn } from './decision-status.js';
import type { PracticeEventType } from './events.js';
import type { Fact } from './fact.js';
import { orderOn, servicesOn } from './order-span.js';
import { isWithoutSystemOn } from './selection-view.js';
import type { Extract, GoLive, Migration, MigrationStep, Order } from './state.js';
import { by, stepsBy } from './steps.js';

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

/** The planned date, and those before it, each to the day on which another was agreed, and why (F3). */
export interface PlannedDateView extends Fact {
  readonly date: CivilDate;
  readonly earlier: readonly {
    readonly date: CivilDate;
    readonly until: CivilDate;
    readonly cause: MigrationStep['cause'];
  }[];
}

export interface OrderView extends Fact {
  readonly trackingRef: string;
  readonly productId: string | null;
  readonly on: CivilDate;
  readonly services: Order['services'];
  readonly cancelledOn: CivilDate | null;
  /** What its cancellation cost, in pence; null where it stands, or no charge is on record (F5). */
  readonly chargePence: number | null;
}

export interface ExtractView extends Fact {
  readonly extractId: string;
  readonly kind: Extract['kind'];
  readonly purpose: Extract['purpose'];
  readonly at: string;
  readonly rejectedOn: CivilDate | null;
}

export interface ProblemView extends Fact {
  readonly problemId: string;
  readonly problem: string;
  readonly raisedOn: CivilDate;
  readonly raisedBy: string;
  readonly escalatedOn: CivilDate | null;
  readonly resolvedOn: CivilDate | null;
}

/** The day of go-live as the supplier of the source or the target tells it (A18). */
export interface ReportView extends Fact {
  readonly on: CivilDate;
  readonly by: 'SOURCE' | 'TARGET';
  readonly cutoverTime: string | null;
}

/** The return to the source; `on` is the day reverted on (A20). */
export interface RolledBackView extends Fact {
  readonly on: CivilDate;
  readonly cause: string;
}

export interface AbandonedView extends Fact {
  readonly on: CivilDate;
  readonly stage: string;
  readonly cause: string;
}

/** A migration's go-live where it lies on or before the day. */
export const liveBy = ({ goLive }: Migration, on: CivilDate): GoLive | null =>
  goLive && goLive.on <= on ? goLive : null;

/** The steps of a delivery that count on a day: those towards a system that another one replaced do not (S17). */
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
]);

/** Whether a migration was given up by that day (F5). */
export const isAbandonedOn = ({ abandoned }: Migration, on: CivilDate): boolean =>
  abandoned !== null && abandoned.effectiveDate <= on;

/** The state that a migration had reached on a day: its delivery's, where it had begun (C2). */
export const stageOn = (migration: Migration, on: CivilDate) =>
  reachedOn(migration, on) ?? decisionOn(migration, on);

/** The Delivery region of domain C2 on a day, with its exits. */
export const deliveryOn = (migration: Migration, on: CivilDate): DeliveryStatus | null => {
  if (isAbandonedOn(migration, on)) return 'ABANDONED';
  return rolledBackOn(migration, on) ? 'ROLLED_BACK' : reachedOn(migration, on);
};

/** How far the delivery has come: a replan or an extract taken early sets nothing back (C2). */
const reachedOn = (migration: Migration, on: CivilDate): DeliveryStatus | null => {
  const steps = deliveryBy(migration, on);
  const types = new Set(steps.map(({ type }) => type));
  const isSelected = types.has('SystemSelected');
  const { PR, PCT } = migration.signedOff;
  const reached: readonly (readonly [DeliveryStatus, boolean])[] = [
    ['SELECTING', types.has('ChangeAgreed')],
    ['NO_SUITABLE_SYSTEM', isWithoutSystemOn(migration, on)],
    ['SELECTED', isSelected],
    ['DATE_PROPOSED', types.has('MigrationDateProposed')],
    ['DATE_AGREED', types.has('MigrationDatePlanned')],
    ['ORDERED', orderOn(migration, on) !== undefined],
    ['EXTRACTED', isSelected && extractsOn(migration, on).some(({ rejectedOn }) => rejectedOn === null)],
    ['LIVE', liveBy(migration, on) !== null],
    ['SIGNED_OFF', by(PR, on) !== null && by(PCT, on) !== null],
  ];
  return reached.findLast(([, isReached]) => isReached)?.[0] ?? null;
};

/** The planned date of a day, with those before it and what moved them (S17, F3). */
export const plannedOn = (migration: Migration, on: CivilDate): PlannedDateView | null => {
  const plans = deliveryBy(migration, on).filter(
    ({ type }) => type === 'MigrationDatePlanned' || type === 'MigrationDateReplanned',
  );
  const date = plans.at(-1)?.date ?? null;
  if (date === null) return null;
  const earlier = plans.slice(1).map(({ effectiveDate, cause }, index) => ({
    date: plans[index]?.date ?? date,
    until: effectiveDate,
    cause,
  }));
  return { date, earlier, rule: 'S17', events: plans.map(({ eventId }) => eventId) };
};

export const rolledBackOn = ({ goLive }: Migration, on: CivilDate): RolledBackView | null => {
  const entry = by(goLive?.rolledBack, on);
  return entry && { on: entry.effectiveDate, cause: entry.cause, rule: 'A20', events: [entry.eventId] };
};

export const abandonedOn = ({ abandoned }: Migration, on: CivilDate): AbandonedView | null => {
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

/** The order that stands on a day for the system selected, with what it was for by then (S18). */
export const orderViewOn = (migration: Migration, on: CivilDate): OrderView | null => {
  const order = orderOn(migration, on);
  return order ? orderView(order, on) : null;
};

/** Every order that was placed by a day, with what became of it: a charge stays told (F5). */
export const orderViewsBy = ({ orders }: Migration, on: CivilDate): readonly OrderView[] =>
  orders.filter(({ effectiveDate }) => effectiveDate <= on).map((order) => orderView(order, on));

const orderView = (order: Order, on: CivilDate): OrderView => {
  const amendments = order.amendments.filter(({ effectiveDate }) => effectiveDate <= on);
  const cancelled = by(order.cancelled, on);
  return {
    trackingRef: order.trackingRef,
    productId: order.productId,
    on: order.effectiveDate,
    services: servicesOn(order, on),
    cancelledOn: cancelled?.effectiveDate ?? null,
    chargePence: cancelled?.chargePence ?? null,
    rule: 'S18',
    events: [order, ...amendments, ...(cancelled ? [cancelled] : [])].map(({ eventId }) => eventId),
  };
};

/** The extracts that were taken by a day, with their rejection where there is one by then (S19). */
export const extractsOn = ({ extracts }: Migration, on: CivilDate): readonly ExtractView[] =>
  extracts
    .filter(({ effectiveDate }) => effectiveDate <= on)
    .map((extract) => {
      const rejected = by(extract.rejected, on);
      return {
        extractId: extract.eventId,
        kind: extract.kind,
        purpose: extract.purpose,
        at: extract.at,
        rejectedOn: rejected?.effectiveDate ?? null,
        rule: 'S19',
        events: [extract, ...(rejected ? [rejected] : [])].map(({ eventId }) => eventId),
      };
    });

/** The data-access problems that were raised by a day (S23). */
export const problemsOn = ({ problems }: Migration, on: CivilDate): readonly ProblemView[] =>
  problems
    .filter(({ raised }) => raised.effectiveDate <= on)
    .map(({ raised, ...then }) => {
      const [escalated, resolved] = [by(then.escalated, on), by(then.resolved, on)];
      return {
        problemId: raised.eventId,
        problem: raised.problem,
        raisedOn: raised.effectiveDate,
        raisedBy: raised.recordedBy.org,
        escalatedOn: escalated?.effectiveDate ?? null,
        resolvedOn: resolved?.effectiveDate ?? null,
        rule: 'S23',
        events: [raised, escalated, resolved].flatMap((fact) => fact?.eventId ?? []),
      };
    });

/** The latest day of go-live that a supplier had reported by a day (A18). */
export const reportOn = ({ reports }: Migration, on: CivilDate): ReportView | null => {
  const report = reports.findLast(({ effectiveDate }) => effectiveDate <= on);
  if (!report) return null;
  const { effectiveDate, by: party, cutoverTime = null, eventId } = report;
  return { on: effectiveDate, by: party, cutoverTime, rule: 'A18', events: [eventId] };
};
