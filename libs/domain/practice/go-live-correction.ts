import { accept, nothing, type Refused } from '../decision.js';
import { policyOn } from '../policy/state.js';
import type { Reference } from '../reference.js';
import { refuse } from '../refusals.js';
import type { Decide } from './decider.js';
import type { FirstFlag } from './events/fields.js';
import { beddingInRefusal, beddingInsOpenOn, extractRefusal, missingAt } from './go-live-needs.js';
import { movedRefusal, withGoLive } from './moved-go-live.js';
import { noticeEnd } from './notice-end.js';
import { noticeFor } from './service-span.js';
import type { GoLive, PracticeState } from './state.js';
import { earliestEndOf } from './wind-down.js';

/**
 * Corrects a go-live of the practice, the latest unless one is named; a second person confirms (I14). S19, I1, I6 and
 * A21 stay binding; notices stay and are flagged NOTICE_SHORT where they now end before their minimum (A19). The moment
 * on record already: nothing. Refuses GO_LIVE_MISSING, EXTRACT_MISSING, FINAL_EXTRACT_AFTER_GO_LIVE, MIGRATION_OPEN
 * (I1), BEDDING_IN_OPEN and, of a later go-live, BEDDING_IN_REACHES_NEXT (but where the PCT had overridden it),
 * DATE_ORDER after its rollback.
 * @rule A19
 */
export const correctGoLive: Decide<'correct-go-live'> = (body, state, { reference }) => {
  const { cutoverTime, targetEventId, ...common } = body;
  const migration = state.migrations.findLast(
    ({ goLive }) => goLive && (targetEventId === undefined || goLive.events.includes(targetEventId)),
  );
  if (!migration?.goLive) return refuse('GO_LIVE_MISSING', { with: '' });
  const { goLive } = migration;
  const now = { on: body.effectiveDate, ...(cutoverTime !== undefined && { cutoverTime }) };
  if (now.on === goLive.on && (cutoverTime ?? null) === goLive.cutoverTime) return nothing;
  const moved = { ...goLive, on: now.on };
  const after = withGoLive(state, migration, moved);
  const earlier = state.migrations.filter(
    (one) => one !== migration && one.goLive !== null && one.goLive.on <= now.on,
  );
  const refused =
    rolledBackRefusal(goLive, now.on) ??
    extractRefusal(migration, goLive.finalExtractId, now) ??
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

const rolledBackRefusal = ({ rolledBack }: GoLive, on: string): Refused | undefined =>
  rolledBack && rolledBack.effectiveDate < on
    ? refuse('DATE_ORDER', {
        what: `The go-live of ${on} would lie after its rollback of ${rolledBack.effectiveDate}.`,
      })
    : undefined;

const isNoticeShort = (
  state: PracticeState,
  reference: Reference,
  instanceId: string,
  goLiveOn: string,
): boolean => {
  const notice = noticeFor(state, instanceId, goLiveOn);
  const policy = notice && policyOn(reference.policy, notice.effectiveDate);
  if (!policy) return false;
  // The end of a contingent notice moves with go-live, until an extension sets it.
  if (notice.contingentOn && notice.extensions.length === 0) return false;
  const endsOn = noticeEnd(state, notice);
  return endsOn !== null && endsOn < earliestEndOf(notice, goLiveOn, policy);
};
