import type { CivilDate } from '#domain/calendar/dates.js';
import { supplierOf } from '#domain/fields.js';
import type { PracticeAnswer } from '#domain/practice/answer.js';
import type { PracticeState } from '#domain/practice/state.js';
import type { Recorded } from '#domain/recorded.js';
import { refuse, type Refusal } from '#domain/refusals.js';
import type { Holder } from './auth/asker.js';

/** What a supplier sees of a practice's file: its own instances, and the migrations that selected its systems. */
export interface SupplierSight {
  readonly kind: 'own';
  readonly supplier: string;
  readonly instances: ReadonlySet<string>;
  readonly migrations: ReadonlySet<string>;
}

/** How much of a practice's file somebody may read. */
export type Sight =
  { readonly kind: 'all' } | SupplierSight | { readonly kind: 'none'; readonly refusal: Refusal };

/** Of a migration, what practice and PCT keep between them: costs, and what was said of competitors. */
const PRIVATE = new Set([
  'BusinessCaseSubmitted',
  'BusinessCaseReturned',
  'SelectionCompleted',
  'CommandProposed',
  'ProposalDeclined',
]);

/**
 * How much of a practice's file the holder of a token may read: a practice its own, a PCT those of practices that
 * are or were its own (I2), a supplier its own part, the national team and auditors all.
 * @param state the file as it is on record now
 * @param today for the sentence of a refusal
 */
export const sightOf = (
  { role, org }: Holder,
  ods: string,
  state: PracticeState,
  today: CivilDate,
): Sight => {
  if (role === 'NAT' || role === 'AUD') return { kind: 'all' };
  if (role === 'PR' && org === ods) return { kind: 'all' };
  if (role === 'PCT' && state.commissioners.some(({ code }) => code === org)) return { kind: 'all' };
  const own = role === 'SUP' && supplierSight(org, state);
  if (own && own.instances.size + own.migrations.size > 0) return own;
  const { refusal } = refuse('NOT_YOUR_PRACTICE', { ods, org, on: today });
  return { kind: 'none', refusal };
};

const supplierSight = (supplier: string, state: PracticeState): SupplierSight => {
  const instances = Object.values(state.instances).filter((instance) => instance.supplier === supplier);
  const migrations = state.migrations.filter(
    ({ selected }) => selected !== null && supplierOf(selected.productId) === supplier,
  );
  return {
    kind: 'own',
    supplier,
    instances: new Set(instances.map(({ instanceId }) => instanceId)),
    migrations: new Set(migrations.map(({ migrationId }) => migrationId)),
  };
};

/** Whether an entry of the file is within a supplier's sight; what it recorded itself always is. */
export const isSeen = (sight: SupplierSight, { type, payload, metadata }: Recorded): boolean => {
  const { instanceId, migrationId } = payload as { instanceId?: string; migrationId?: string };
  if (PRIVATE.has(type)) return false;
  if (metadata.actor.role === 'SUP' && metadata.actor.org === sight.supplier) return true;
  if (instanceId !== undefined && sight.instances.has(instanceId)) return true;
  return migrationId !== undefined && sight.migrations.has(migrationId);
};

/** A practice's answer as a supplier sees it: what is public, and its own part. */
export const seenOfPractice = (sight: SupplierSight, answer: PracticeAnswer): PracticeAnswer => {
  const isOwn = (instanceId: string | undefined) =>
    instanceId !== undefined && sight.instances.has(instanceId);
  const { migration, beddingIn, notice } = answer;
  return {
    ...answer,
    instances: answer.instances.filter(({ instanceId }) => isOwn(instanceId)),
    migration: migration && sight.migrations.has(migration.migrationId) ? migration : null,
    beddingIn: isOwn(beddingIn?.sourceInstanceId) ? beddingIn : null,
    notice: isOwn(notice?.instanceId) ? notice : null,
    retention: answer.retention.filter(({ instanceId }) => isOwn(instanceId)),
    proposals: [],
    findings: answer.findings.filter(({ instanceId }) => isOwn(instanceId)),
  };
};

/** Who reads the funding of all of a commissioner's practices: itself, the national team and auditors. */
export const mayReadCommissioner = ({ role, org }: Holder, code: string): boolean =>
  role === 'NAT' || role === 'AUD' || (role === 'PCT' && org === code);
