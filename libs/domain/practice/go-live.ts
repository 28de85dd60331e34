import { accept, type Refused } from '../decision.js';
import type { Actor } from '../recorded.js';
import { refuse } from '../refusals.js';
import type { BodyOf } from './commands.js';
import type { Decide } from './decider.js';
import type { Flag } from './events/fields.js';
import { restsOnRejected } from './extracts-relied-on.js';
import { beddingInRefusal, beddingInsOpenOn, extractRefusal, missingAt } from './go-live-needs.js';
import { sourceOn } from './migration-source.js';
import { notOpenRefusal } from './needs.js';
import { openMigration, type Migration, type PracticeState } from './state.js';

/**
 * Records Business Go Live, a fact: refused only as R1 says (MIGRATION_NOT_OPEN, SYSTEM_NOT_SELECTED,
 * TARGET_INSTANCE_UNKNOWN, EXTRACT_MISSING S19, FINAL_EXTRACT_… I6, BEDDING_IN_OPEN A21), where an override is not the
 * PCT's or lacks its reason (OVERRIDE_NOT_ALLOWED, REASON_REQUIRED A21), and onto the very system that a rollback
 * brought the practice back to (SAME_PRODUCT A15). What else is missing is flagged: NO_AGREEMENT, NO_PLANNED_DATE,
 * NO_PCT_PRACTICE_AGREEMENT, NO_ORDER (A17; not for an LSP target, A14), and EXTRACT_REJECTED where every extract that
 * it rests on had been rejected.
 * @rule A18
 * @rule R1
 */
export const declareGoLive: Decide<'declare-go-live'> = (asked, state, { reference, actor }) => {
  const { override, ...body } = asked;
  const migration = openMigration(state);
  const { effectiveDate: on, targetInstanceId, cutoverTime, finalExtractId } = body;
  if (!migration) return notOpenRefusal(state, on);
  if (!migration.selected) return refuse('SYSTEM_NOT_SELECTED', { on });
  const { productId } = migration.selected;
  if (!isTarget(state, targetInstanceId, migration))
    return refuse('TARGET_INSTANCE_UNKNOWN', { targetInstanceId, productId });
  const sourceInstanceId = sourceOn(migration, state, on);
  if (targetInstanceId === sourceInstanceId) return refuse('SAME_PRODUCT', { productId });
  const openBeddingIns = beddingInsOpenOn(state.migrations, state, reference, on);
  const refused =
    extractRefusal(migration, finalExtractId, { on, cutoverTime }) ??
    overrideRefusal(asked, actor) ??
    beddingInRefusal(openBeddingIns, on, override !== undefined);
  if (refused) return refused;
  const flags: Flag[] = [
    ...missingAt(migration, state, on),
    ...(restsOnRejected(migration, finalExtractId, on) ? (['EXTRACT_REJECTED'] as const) : []),
  ];
  return accept({
    type: 'GoLiveDeclared',
    payload: {
      ...body,
      ...(flags.length > 0 && { flags }),
      ...(override !== undefined && openBeddingIns.length > 0 && { override }),
      migrationId: migration.migrationId,
      sourceInstanceId,
      plannedDate: migration.plannedDate,
    },
  });
};

/** An instance of the selected product, and not the target of another migration (R1, R6). */
const isTarget = (
  state: PracticeState,
  instanceId: string,
  { selected, migrationId }: Migration,
): boolean => {
  const target = state.instances[instanceId];
  return target?.productId === selected?.productId && (target?.migrationId ?? migrationId) === migrationId;
};

/** Only the PCT overrides, and says why (A21). */
const overrideRefusal = (
  { override, reason }: BodyOf<'declare-go-live'>,
  { role }: Actor,
): Refused | undefined => {
  if (override === undefined) return undefined;
  if (role !== 'PCT') return refuse('OVERRIDE_NOT_ALLOWED');
  return reason === undefined
    ? refuse('REASON_REQUIRED', { what: 'A go-live while a bedding-in is open' }, 'A21')
    : undefined;
};
