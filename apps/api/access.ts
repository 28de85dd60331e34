import type { CivilDate } from '#domain/calendar/dates.js';
import { supplierOf } from '#domain/fields.js';
import { refuse, type Refusal } from '#domain/refusals.js';
import { groupBy } from '#platform/group-by.js';
import type {
  AuditHistory,
  HistoryEntry,
  NextStepsAnswer,
  PracticeExposure,
  PracticeFunding,
  PracticeParties,
  PracticeQueryAnswer,
} from '#read-models/index.js';
import type { Holder } from './auth/asker.js';

/** What a supplier sees of a practice's file: its own instances and orders, and the migrations that selected its systems. */
export interface SupplierSight {
  readonly kind: 'own';
  readonly supplier: string;
  readonly instances: ReadonlySet<string>;
  /** The instances of others whose data and audit trail it holds: it sees who held them, and who asks for them. */
  readonly held: ReadonlySet<string>;
  readonly migrations: ReadonlySet<string>;
  /** What placed, amended and cancelled the orders for its systems, by event id, also of one that another replaced. */
  readonly orders: ReadonlySet<string>;
}

/** How much of a practice's file somebody may read. */
export type Sight =
  { readonly kind: 'all' } | SupplierSight | { readonly kind: 'none'; readonly refusal: Refusal };

/** What practice and PCT keep between them: costs, disputes, what was said of competitors, what waits for one of them. */
const PRIVATE = new Set([
  'BusinessCaseSubmitted',
  'BusinessCaseReturned',
  'DisputeRaised',
  'DisputeEscalated',
  'DisputeReferredToNhsla',
  'DisputeDetermined',
  'SelectionStarted',
  'CandidateScored',
  'SelectionCompleted',
  'SelectionFailed',
  'CommandProposed',
  'ProposalDeclined',
]);

/** What is ordered and charged is between the PCT and the supplier that it is ordered from. */
const OF_ORDERS = new Set(['MigrationOrderPlaced', 'MigrationOrderAmended', 'MigrationOrderCancelled']);

/** What whoever holds the data of another's system needs to know of it. */
const OF_CUSTODY = new Set([
  'SourceDataHeldBy',
  'SourceDataDestroyed',
  'AuditAccessRequested',
  'AuditAccessFulfilled',
  'AuditAccessFailed',
]);

/**
 * How much of a practice's file the holder of a token may read: a practice its own, and those that it succeeded (F10),
 * a PCT those of practices that
 * are or were its own (I2), a supplier its own part, the national team and auditors all.
 * @param parties whom the file concerns, as on record now
 * @param today the London day on which is asked: whose the practice is to be later does not count yet
 */
export const sightOf = (
  { role, org }: Holder,
  ods: string,
  parties: PracticeParties,
  today: CivilDate,
): Sight => {
  if (role === 'NAT' || role === 'AUD') return { kind: 'all' };
  if (role === 'PR' && (org === ods || parties.successors.includes(org))) return { kind: 'all' };
  const isOrWas = ({ code, from }: PracticeParties['commissioners'][number]) => code === org && from <= today;
  if (role === 'PCT' && parties.commissioners.some(isOrWas)) return { kind: 'all' };
  const supplier = role === 'SUP' ? org : null;
  const instances = idsOf(parties.instances, supplier);
  const migrations = idsOf(parties.targets, supplier);
  const orders = idsOf(parties.orders, supplier);
  const held = idsOf(parties.held, supplier);
  if (instances.size + migrations.size + orders.size + held.size > 0)
    return { kind: 'own', supplier: org, instances, migrations, orders, held };
  const { refusal } = refuse('NOT_YOUR_PRACTICE', { ods, whose: `${org}’s on ${today}` });
  return { kind: 'none', refusal };
};

/** The ids that are of a supplier; none for nobody. */
const idsOf = (suppliers: Readonly<Record<string, string>>, supplier: string | null): ReadonlySet<string> =>
  new Set(Object.keys(suppliers).filter((id) => suppliers[id] === supplier));

/** Whether an entry of the file is within a supplier's sight; what it recorded itself, or may consent to, always is. */
export const isSeen = (sight: SupplierSight, { type, payload, by, eventId }: HistoryEntry): boolean => {
  const { instanceId, migrationId, sourceInstanceId, confirmerOrg, productId } = payload;
  if (by.role === 'SUP' && by.org === sight.supplier) return true;
  if (confirmerOrg === sight.supplier) return true;
  if (PRIVATE.has(type) || 'localPayerSplit' in payload) return false;
  if (OF_ORDERS.has(type)) return sight.orders.has(eventId);
  if (type === 'SystemSelected' && supplierOf(String(productId)) !== sight.supplier) return false;
  // The old system is in use again: its supplier is to know.
  if (type === 'MigrationRolledBack' && sight.instances.has(String(sourceInstanceId))) return true;
  if (OF_CUSTODY.has(type) && sight.held.has(String(instanceId))) return true;
  return sight.instances.has(String(instanceId)) || sight.migrations.has(String(migrationId));
};

/** A page of a practice's file as a supplier sees it: the entries within its sight. */
export const seenOfHistory = (sight: SupplierSight, answer: AuditHistory): AuditHistory => ({
  ...answer,
  entries: answer.entries.filter((entry) => isSeen(sight, entry)),
});

/** A practice's answer as a supplier sees it: what is public, and its own part. */
export const seenOfPractice = (sight: SupplierSight, answer: PracticeQueryAnswer): PracticeQueryAnswer => {
  if (answer.nothingOnRecord) return answer;
  const isOwn = (instanceId: string | undefined) =>
    instanceId !== undefined && sight.instances.has(instanceId);
  const isInCustody = ({ instanceId }: { readonly instanceId: string }) =>
    isOwn(instanceId) || sight.held.has(instanceId);
  const { migration, beddingIn, notice } = answer;
  return {
    ...answer,
    cutover:
      answer.cutover && [answer.cutover.source, answer.cutover.target].some(isOwn) ? answer.cutover : null,
    instances: answer.instances.filter(({ instanceId }) => isOwn(instanceId)),
    migration:
      migration && sight.migrations.has(migration.migrationId)
        ? withoutWhatIsPrivate(migration, sight)
        : null,
    beddingIn: isOwn(beddingIn?.sourceInstanceId) ? beddingIn : null,
    notice: isOwn(notice?.instanceId) ? notice : null,
    notices: answer.notices.filter(({ instanceId }) => isOwn(instanceId)),
    retention: answer.retention.filter(({ instanceId }) => isOwn(instanceId)),
    custody: answer.custody.filter(isInCustody),
    auditTrails: answer.auditTrails.filter(isInCustody),
    accessRequests: answer.accessRequests.filter(isInCustody),
    agreement: null,
    proposals: answer.proposals.filter(({ confirmerOrg }) => confirmerOrg === sight.supplier),
    findings: answer.findings.filter(({ instanceId }) => isOwn(instanceId)),
  };
};

type Migration = NonNullable<Extract<PracticeQueryAnswer, { nothingOnRecord: false }>['migration']>;

/** A migration without what practice and PCT keep between them, and without the selections of other suppliers’ systems and the orders from them. */
const withoutWhatIsPrivate = (migration: Migration, { supplier }: SupplierSight): Migration => ({
  ...migration,
  decision: migration.decision === 'DISPUTED' ? 'REFUSED' : migration.decision,
  delivery: migration.delivery === 'NO_SUITABLE_SYSTEM' ? 'SELECTING' : migration.delivery,
  flags: migration.flags.filter((flag) => flag !== 'DISPUTE'),
  agreed: migration.agreed && { ...migration.agreed, practicePercent: null },
  businessCase: null,
  dispute: null,
  selection: null,
  selected: isOf(migration.selected, supplier) ? migration.selected : null,
  orders: migration.orders.filter((order) => isOf(order, supplier)),
});

const isOf = (about: { readonly productId: string | null } | null, supplier: string): boolean =>
  about !== null && about.productId !== null && supplierOf(about.productId) === supplier;

/** A practice's funding as a supplier sees it: the intervals of its own instances, and their sums. */
export const seenOfFunding = (sight: SupplierSight, answer: PracticeFunding): PracticeFunding => {
  const intervals = answer.intervals.filter(({ instance }) => sight.instances.has(instance));
  const byInstance = answer.totals.byInstance.filter(({ instance }) => sight.instances.has(instance));
  return { ...answer, intervals, totals: { byPayer: sumsByPayer(intervals), byInstance } };
};

/** The exposure of a practice as a supplier sees it: that of its own instances. */
export const seenOfExposure = (sight: SupplierSight, answer: PracticeExposure): PracticeExposure => ({
  ...answer,
  sources: answer.sources.filter(({ instance }) => sight.instances.has(instance)),
});

const sumsByPayer = (intervals: PracticeFunding['intervals']): PracticeFunding['totals']['byPayer'] =>
  [...groupBy(intervals, ({ payer, payerOrg }) => `${payer} ${payerOrg ?? ''}`).values()].map((same) => ({
    payer: same[0]!.payer,
    payerOrg: same[0]!.payerOrg,
    pence: same.reduce((sum, { pence }) => sum + (pence ?? 0), 0),
    rowsWithoutPrice: same.filter(({ pence }) => pence === null).length,
  }));

/** A practice's next steps as a supplier sees them: its own. */
export const seenOfNextSteps = (sight: SupplierSight, answer: NextStepsAnswer): NextStepsAnswer =>
  answer.nothingOnRecord
    ? answer
    : {
        ...answer,
        actors: answer.actors.filter(({ role, org }) => role === 'SUP' && org === sight.supplier),
      };

/** Who reads the funding of all of a commissioner's practices: itself, the national team and auditors. */
export const mayReadCommissioner = ({ role, org }: Holder, code: string): boolean =>
  role === 'NAT' || role === 'AUD' || (role === 'PCT' && org === code);
