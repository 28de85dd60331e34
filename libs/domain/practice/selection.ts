import { accept, nothing, type Refused } from '../decision.js';
import { supplierOf } from '../fields.js';
import { supplierOfProduct } from '../reference.js';
import { refuse } from '../refusals.js';
import { isSame } from '../same-content.js';
import { isListed, levelOn } from '../supplier/state.js';
import type { BodyOf } from './commands.js';
import { SIGN_UP_LEVEL } from './compliance.js';
import type { Decide } from './decider.js';
import { sourceOn } from './migration-source.js';
import { isBy, needAgreed } from './needs.js';
import type { Migration, PracticeState } from './state.js';

/**
 * Practice and PCT select the target system (S15, I3): for one from the Framework a completed selection names it
 * (S16) and it is listed at Level 2 or more (S2, I5); for an LSP system neither (A14). Selected so already: nothing.
 * Refuses MIGRATION_NOT_OPEN, CHANGE_NOT_AGREED, SAME_PRODUCT, SELECTION_KIND_WRONG, PRODUCT_NOT_LISTED,
 * TARGET_LEVEL_TOO_LOW, SELECTION_MISSING.
 * @rule I5
 */
export const selectSystem: Decide<'select-system'> = (body, state, { reference }) => {
  const needed = needAgreed(state, body.effectiveDate);
  if (needed.kind === 'refused') return needed;
  const { migration } = needed;
  const { productId, kind, effectiveDate: on } = body;
  const { selected } = migration;
  const isSo = isSame(selected && [selected.productId, selected.kind, selected.effectiveDate], [
    productId,
    kind,
    on,
  ]);
  if (isSo) return nothing;
  const levelAtDate = levelOn(supplierOfProduct(reference, productId), productId, on);
  const isListedThen = isListed(supplierOfProduct(reference, productId), productId, on);
  const refused =
    sourceRefusal(body, migration, state) ??
    (kind === 'LSP' ? null : frameworkRefusal(body, isListedThen ? (levelAtDate ?? 0) : null)) ??
    selectionRefusal(body, migration);
  if (refused) return refused;
  const { migrationId, selection } = migration;
  const named = kind !== 'LSP' && selection ? { selectionId: selection.eventId } : {};
  const payload = { ...body, migrationId, levelAtDate, ...named };
  return accept({ type: 'SystemSelected', payload });
};

const sourceRefusal = (
  { productId, kind, effectiveDate: on }: BodyOf<'select-system'>,
  migration: Migration,
  state: PracticeState,
): Refused | null => {
  const instanceId = sourceOn(migration, state, on);
  const source = state.instances[instanceId];
  if (!source) return refuse('INSTANCE_UNKNOWN', { instanceId });
  if (source.productId === productId) return refuse('SAME_PRODUCT', { productId });
  const { supplier } = source;
  const isSameSupplier = supplierOf(productId) === supplier;
  const isRight = kind === 'LSP' || isSameSupplier === (kind === 'SAME_SUPPLIER');
  return isRight ? null : refuse('SELECTION_KIND_WRONG', { productId, kind, supplier });
};

/** `level` is the product's on the day, null where it is not listed. */
const frameworkRefusal = (
  { productId, effectiveDate: on }: BodyOf<'select-system'>,
  level: number | null,
): Refused | null => {
  if (level === null) return refuse('PRODUCT_NOT_LISTED', { productId, on });
  return level < SIGN_UP_LEVEL ? refuse('TARGET_LEVEL_TOO_LOW', { productId, level, on }) : null;
};

const selectionRefusal = (
  { productId, kind, selectionId, effectiveDate: on }: BodyOf<'select-system'>,
  migration: Migration,
): Refused | null => {
  const { selection } = migration;
  const isNamed =
    kind === 'LSP' || (selection?.winner === productId && isBy(migration, on, 'SelectionCompleted'));
  const isRightId = selectionId === undefined || selectionId === selection?.eventId;
  const asked = isRightId ? 'selection' : `selection ${selectionId}`;
  return isNamed && isRightId ? null : refuse('SELECTION_MISSING', { selection: asked, productId, on });
};
