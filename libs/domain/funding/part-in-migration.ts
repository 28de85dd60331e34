import { inOrder, type CivilDate } from '../calendar/dates.js';
import type { PolicySet } from '../policy/state.js';
import { ordersOf } from '../practice/order-span.js';
import type { GoLive, Instance, Migration, Order, PracticeState } from '../practice/state.js';
import { fundedUntilAfter } from '../practice/wind-down.js';
import { policyInForce, type Reference } from '../reference.js';
import { standingEvent } from './life.js';

/**
 * What a go-live makes of an instance from its day on: the source that is wound down, or the target; of one that was
 * rolled back to the day of the return, after which the source is funded as before (A20).
 */
export type PartInMigration = SourcePart | TargetPart;

export interface SourcePart {
  readonly kind: 'SOURCE';
  readonly from: CivilDate;
  /** The day of the rollback, inclusive; null where there was none. */
  readonly until: CivilDate | null;
  /** The event that rolled it back; none where none did. */
  readonly rolledBackBy: readonly string[];
  /** The last day of central bedding-in funding (S25, A3, A11), or null where A12 gives the source none. */
  readonly beddingInEndsOn: CivilDate | null;
  /** The policy set in force on the go-live date: bedding-in's anchor (B3). */
  readonly policy: PolicySet;
  /** How much of what turns local the practice pays: as agreed, else by `local.defaultPayer` (A8). */
  readonly practicePercent: number;
  /** By `funding.beddingInRequiresOrder`; an LSP target is not ordered on the Tracking Database (A14). */
  readonly isOrderRequired: boolean;
  readonly orders: readonly Order[];
  readonly events: readonly string[];
}

export interface TargetPart {
  readonly kind: 'TARGET';
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  /** Whether it was selected as LSP, so without a Selection Process: the LSP's contract pays for it (S16, A14). */
  readonly isLsp: boolean;
  readonly orders: readonly Order[];
  /** The policy set in force on the go-live date, which says how a late order counts (A16); else that of the day does. */
  readonly policy: PolicySet;
  readonly events: readonly string[];
}

/** The parts that an instance has in the practice's migrations, by go-live date. */
export const partsInMigrations = (
  state: PracticeState,
  reference: Reference,
  instance: Instance,
): readonly PartInMigration[] =>
  inOrder(
    state.migrations.flatMap((migration): readonly PartInMigration[] => {
      const { goLive } = migration;
      if (goLive === null) return [];
      const days = { from: goLive.on, until: goLive.rolledBack?.effectiveDate ?? null };
      const part = {
        ...days,
        policy: policyInForce(reference, goLive.on),
        events: standingEvent(goLive.events),
      };
      if (goLive.sourceInstanceId === instance.instanceId)
        return [sourcePart(state, reference, migration, goLive, part)];
      if (goLive.targetInstanceId !== instance.instanceId) return [];
      const isLsp = migration.selected?.kind === 'LSP';
      return [{ kind: 'TARGET', ...part, isLsp, orders: ordersOf(migration) }];
    }),
    ({ from }) => from,
  );

const sourcePart = (
  state: PracticeState,
  reference: Reference,
  migration: Migration,
  goLive: GoLive,
  part: Pick<SourcePart, 'from' | 'until' | 'policy' | 'events'>,
): SourcePart => {
  const { policy } = part;
  const { agreed, selected } = migration;
  const byDefault = policy.parameters['local.defaultPayer'] === 'PRACTICE' ? 100 : 0;
  const practicePercent = agreed?.localPayerSplit?.practicePercent ?? byDefault;
  const isOrderRequired = policy.parameters['funding.beddingInRequiresOrder'] && selected?.kind !== 'LSP';
  return {
    kind: 'SOURCE',
    ...part,
    rolledBackBy: goLive.rolledBack ? [goLive.rolledBack.eventId] : [],
    beddingInEndsOn: fundedUntilAfter(goLive, state, reference),
    practicePercent,
    isOrderRequired,
    orders: ordersOf(migration),
  };
};
