import { policyOn } from '../policy/state.js';
import { accept, nothing, type Refused } from '../decision.js';
import type { Actor } from '../recorded.js';
import type { Reference } from '../reference.js';
import { refuse } from '../refusals.js';
import type { BodyOf } from './commands.js';
import type { Decide } from './decider.js';
import type { FirstFlag, Flag } from './events/fields.js';
import { restsOnRejected } from './extracts-relied-on.js';
import { movedRefusal, withGoLive } from './moved-go-live.js';
import { countedFrom, noticeEnd, noticeFor } from './notice-end.js';
import { orderOn } from './order-span.js';
import { lacksAgreement } from './pct-practice-agreement.js';
import { openMigration, type GoLive, type Migration, type PracticeState } from './state.js';
import { by } from './steps.js';
import { beddingInAfter, earliestNoticeEnd, type BeddingIn } from './wind-down.js';

/** A moment of Business Go Live: the day, and the London time of cutover where it is known (A31). */
interface Moment {
  readonly on: string;
  readonly cutoverTime?: string | undefined;
}

/**
 * Records Business Go Live, a fact: refused only as R1 says (MIGRATION_NOT_OPEN, SYSTEM_NOT_SELECTED,
 * TARGET_INSTANCE_UNKNOWN, EXTRACT_MISSING S19, FINAL_EXTRACT_… I6, BEDDING_IN_OPEN A21), and where an override is not
 * the PCT's or lacks its reason (OVERRIDE_NOT_ALLOWED, REASON_REQUIRED A21). What else is missing is
 * flagged: NO_AGREEMENT, NO_PLANNED_DATE, NO_PCT_PRACTICE_AGREEMENT, NO_ORDER (A17; not for an LSP target, A14), and
 * EXTRACT_REJECTED where every extract that it rests on had been rejected.
 */
export const declareGoLive: Decide<'declare-go-live'> = (asked, state, { reference, actor }) => {
  const { override, ...body } = asked;
  const migration = openMigration(state);
  const { effectiveDate: on, targetInstanceId, cutoverTime, finalExtractId } = body;
  if (!migration) return refuse('MIGRATION_NOT_OPEN', { on });
  if (!migration.selected) return refuse('SYSTEM_NOT_SELECTED', { on });
  const { productId } = migration.selected;
  if (!isTarget(state, targetInstanceId, migration))
    return refuse('TARGET_INSTANCE_UNKNOWN', { targetInstanceId, productId });
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
      sourceInstanceId: migration.request.sourceInstanceId,
      plannedDate: migration.plannedDate,
    },
  });
};

/**
 * Corrects a go-live of the practice, the latest unless one is named; a second person confirms (I14). S19, I1, I6 and
 * A21 stay binding; notices stay and are flagged NOTICE_SHORT where they now end before their minimum (A19). The moment
 * on record already: nothing. Refuses GO_LIVE_MISSING, EXTRACT_MISSING, FINAL_EXTRACT_AFTER_GO_LIVE, MIGRATION_OPEN
 * (I1), BEDDING_IN_OPEN and, of a later go-live, BEDDING_IN_REACHES_NEXT (but where the PCT had overridden it),
 * DATE_ORDER after its rollback.
 */
export const correctGoLive: Decide<'correct-go-live'> = (body, state, { reference }) => {
  const { cutoverTime, targetEventId, ...common } = body;
  const migration = state.migrations.findLast(
    ({ goLive }) => goLive && (targetEventId === undefined || goLive.events.includes(targetEventId)),
  );
  const goLive = migration?.goLive;
  if (!migration || !goLive) return refuse('GO_LIVE_MISSING', { with: '' });
  const now = { on: body.effectiveDate, ...(cutoverTime !== undefined && { cutoverTime }) };
  if (now.on === goLive.on && (cutoverTime ?? null) === goLive.cutoverTime) return nothing;
  const moved = { ...goLive, on: now.on, cutoverTime: cutoverTime ?? null };
  const after = withGoLive(state, migration, moved);
  const earlier = state.migrations.filter((one) => one !== migration && (one.goLive?.on ?? '9999') <= now.on);
  const refused =
    rolledBackRefusal(goLive, now.on) ??
    extractRefusal(migration, goLive.finalExtractId ?? undefined, now) ??
    beddingInRefusal(beddingInsOpenOn(earlier, after, reference, now.on), now.on, goLive.isOverride) ??
    movedRefusal(moved, after, reference);
  if (refused) return refused;
  const short = isNoticeShort(state, reference, goLive.sourceInstanceId, now.on);
  const flags: FirstFlag[] = [
    ...missingAt(migration, state, now.on),
    ...(short ? (['NOTICE_SHORT'] as const) : []),
  ];
  return accept({
    type: 'GoLiveCorrected',
    payload: {
      ...common,
      ...(flags.length > 0 && { flags }),
      migrationId: migration.migrationId,
      targetEventId: goLive.events[0] ?? '',
      was: { on: goLive.on, ...(goLive.cutoverTime !== null && { cutoverTime: goLive.cutoverTime }) },
      now,
    },
  });
};

/**
 * Records one party's acceptance of the migrated data, which both give (X5), on or after go-live; it starts no clock (S33). Refuses
 * GO_LIVE_MISSING, GO_LIVE_ROLLED_BACK (F6), ALREADY_SIGNED_OFF.
 */
export const signOffMigration: Decide<'sign-off-migration'> = (body, state, { actor }) => {
  const migration = state.migrations.findLast(({ goLive }) => goLive);
  if (!migration?.goLive) return refuse('GO_LIVE_MISSING', { with: '' });
  const { rolledBack } = migration.goLive;
  if (rolledBack) return refuse('GO_LIVE_ROLLED_BACK', { on: rolledBack.effectiveDate });
  if (body.effectiveDate < migration.goLive.on)
    return refuse('GO_LIVE_MISSING', { with: ` on or before ${body.effectiveDate}` });
  const by = actor.role === 'PR' ? 'PR' : 'PCT';
  const earlier = migration.signedOff[by];
  if (earlier) return refuse('ALREADY_SIGNED_OFF', { party: by, on: earlier.effectiveDate });
  return accept({
    type: 'MigrationSignedOff',
    payload: { ...body, migrationId: migration.migrationId, by },
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

const extractRefusal = (
  { extracts }: Migration,
  finalExtractId: string | undefined,
  { on, cutoverTime }: Moment,
): Refused | undefined => {
  if (!extracts.some(({ at }) => at.slice(0, 10) <= on)) return refuse('EXTRACT_MISSING', { on });
  if (finalExtractId === undefined) return undefined;
  const final = extracts.find(({ eventId }) => eventId === finalExtractId);
  if (!final) return refuse('FINAL_EXTRACT_UNKNOWN', { finalExtractId });
  return final.at > `${on}T${cutoverTime ?? '23:59'}`
    ? refuse('FINAL_EXTRACT_AFTER_GO_LIVE', { at: final.at })
    : undefined;
};

const beddingInsOpenOn = (
  migrations: readonly Migration[],
  state: PracticeState,
  reference: Reference,
  on: string,
): readonly BeddingIn[] =>
  migrations
    .flatMap(({ goLive }) => (goLive && beddingInAfter(goLive, state, reference)) ?? [])
    .filter(({ lastFundedDay }) => on <= lastFundedDay);

/** An override lets a go-live be during a bedding-in, but never before the go-live that began it (A21). */
const beddingInRefusal = (
  open: readonly BeddingIn[],
  on: string,
  isOverride: boolean,
): Refused | undefined => {
  const inTheWay = open.find(({ from }) => !isOverride || on <= from);
  return inTheWay && refuse('BEDDING_IN_OPEN', { since: inTheWay.from, until: inTheWay.lastFundedDay });
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

const rolledBackRefusal = ({ rolledBack }: GoLive, on: string): Refused | undefined =>
  rolledBack && rolledBack.effectiveDate < on
    ? refuse('DATE_ORDER', {
        what: `The go-live of ${on} would lie after its rollback of ${rolledBack.effectiveDate}.`,
      })
    : undefined;

/** What R1 flags: whatever a go-live of that day should have had, and had not. */
const missingAt = (migration: Migration, state: PracticeState, on: string): FirstFlag[] => {
  const { agreed, plannedDate, selected } = migration;
  const missing: readonly (readonly [FirstFlag, boolean])[] = [
    ['NO_AGREEMENT', by(agreed, on) === null],
    ['NO_PLANNED_DATE', plannedDate === null],
    ['NO_ORDER', selected?.kind !== 'LSP' && !orderOn(migration, on)],
    ['NO_PCT_PRACTICE_AGREEMENT', lacksAgreement(state, on)],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([flag]) => flag);
};

const isNoticeShort = (
  state: PracticeState,
  reference: Reference,
  instanceId: string,
  goLiveOn: string,
): boolean => {
  const notice = noticeFor(state, instanceId);
  const policy = notice && policyOn(reference.policy, notice.effectiveDate);
  if (!policy) return false;
  const basis = policy.parameters['notice.basis'];
  // The end of a contingent notice moves with go-live, until an extension sets it.
  if (notice.contingentOn && notice.extensions.length === 0) return false;
  const endsOn = noticeEnd(state, notice);
  return endsOn !== null && endsOn < earliestNoticeEnd(countedFrom(notice, basis), goLiveOn, policy);
};
