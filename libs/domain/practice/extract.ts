import { accept } from '../decision.js';
import { supplierOf } from '../fields.js';
import { refuse } from '../refusals.js';
import type { Decide } from './decider.js';
import type { Flag } from './events/fields.js';
import { latestLive, notOpenRefusal, suppliersOf } from './needs.js';
import { openMigration } from './state.js';

/**
 * Puts a data extract on file, a backup tape or a documented data extract (S19, S20), by the practice or the supplier
 * of the source or the target. One taken after go-live is a fact too, and flagged (R1), and so is a tape without a
 * reason (S21).
 * Refuses NOT_YOUR_SYSTEM, MIGRATION_NOT_OPEN, EXTRACT_TIME_DIFFERS.
 * @rule S20
 */
export const recordExtract: Decide<'record-extract'> = (body, state, { actor }) => {
  const migration = openMigration(state) ?? latestLive(state);
  const { at, effectiveDate: on } = body;
  if (actor.role === 'SUP' && !suppliersOf(migration, state).includes(actor.org))
    return refuse('NOT_YOUR_SYSTEM', { org: actor.org });
  if (!migration) return notOpenRefusal(state, on);
  if (at.slice(0, 10) !== on) return refuse('EXTRACT_TIME_DIFFERS', { at, on });
  const isAfter = migration.goLive !== null && on > migration.goLive.on;
  const isTapeAlone = body.kind === 'BACKUP_TAPE' && body.reason === undefined;
  const flags: Flag[] = [
    ...(isAfter ? (['EXTRACT_AFTER_GO_LIVE'] as const) : []),
    ...(isTapeAlone ? (['TAPE_WITHOUT_REASON'] as const) : []),
  ];
  return accept({
    type: 'DataExtractTaken',
    payload: { ...body, migrationId: migration.migrationId, ...(flags.length > 0 && { flags }) },
  });
};

/**
 * The practice or the target's supplier rejects an extract, with the grounds. It goes on satisfying S19 (R1): a go-live
 * that rests on nothing else is flagged. Refuses NOT_YOUR_SYSTEM, EXTRACT_UNKNOWN, EXTRACT_ALREADY_REJECTED, DATE_ORDER
 * before it was taken.
 */
export const rejectExtract: Decide<'reject-extract'> = (body, { migrations }, { actor }) => {
  const { extractId, effectiveDate: on } = body;
  const found = migrations
    .flatMap(({ migrationId, selected, extracts }) =>
      extracts.map((extract) => ({ migrationId, selected, extract })),
    )
    .find(({ extract }) => extract.eventId === extractId);
  const target = found?.selected && supplierOf(found.selected.productId);
  if (actor.role === 'SUP' && target !== actor.org) return refuse('NOT_YOUR_SYSTEM', { org: actor.org });
  if (!found) return refuse('EXTRACT_UNKNOWN', { extractId });
  const { rejected, effectiveDate: takenOn } = found.extract;
  if (rejected) return refuse('EXTRACT_ALREADY_REJECTED', { extractId, on: rejected.effectiveDate });
  if (on < takenOn)
    return refuse('DATE_ORDER', {
      what: `The extract was taken on ${takenOn}, after its rejection of ${on}.`,
    });
  return accept({ type: 'DataExtractRejected', payload: { ...body, migrationId: found.migrationId } });
};
