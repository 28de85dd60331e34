import type { Refused } from '../decision.js';
import type { Reference } from '../reference.js';
import { refuse } from '../refusals.js';
import type { FirstFlag } from './events/fields.js';
import { orderOn } from './order-span.js';
import { lacksAgreement } from './pct-practice-agreement.js';
import { isStillLeft, type Migration, type PracticeState } from './state.js';
import { isAfterCutover, type Moment } from './extracts-relied-on.js';
import { by } from './steps.js';
import { beddingInAfter, type BeddingIn } from './wind-down.js';

/**
 * The refusal of a go-live at that moment without an extract by its day (S19), or with a final one after it (I6).
 * @rule S19
 * @rule I6
 */
export const extractRefusal = (
  { extracts }: Migration,
  finalExtractId: string | undefined,
  moment: Moment,
): Refused | undefined => {
  const { on } = moment;
  if (!extracts.some(({ at }) => at.slice(0, 10) <= on)) return refuse('EXTRACT_MISSING', { on });
  if (finalExtractId === undefined) return undefined;
  const final = extracts.find(({ eventId }) => eventId === finalExtractId);
  if (!final) return refuse('FINAL_EXTRACT_UNKNOWN', { finalExtractId });
  return isAfterCutover(final.at, moment)
    ? refuse('FINAL_EXTRACT_AFTER_GO_LIVE', { at: final.at })
    : undefined;
};

/** The bedding-ins of these migrations that are open on a day, each to its own end (A11, A21). */
export const beddingInsOpenOn = (
  migrations: readonly Migration[],
  state: PracticeState,
  reference: Reference,
  on: string,
): readonly BeddingIn[] =>
  migrations
    .flatMap(({ goLive }) => (goLive && isStillLeft(goLive, state, on) ? [goLive] : []))
    .flatMap((goLive) => beddingInAfter(goLive, state, reference) ?? [])
    .filter(({ lastFundedDay }) => on <= lastFundedDay);

/**
 * An override lets a go-live be during a bedding-in, but never before the go-live that began it (A21).
 * @rule A21
 */
export const beddingInRefusal = (
  open: readonly BeddingIn[],
  on: string,
  isOverride: boolean,
): Refused | undefined => {
  const inTheWay = open.find(({ from }) => !isOverride || on <= from);
  return inTheWay && refuse('BEDDING_IN_OPEN', { since: inTheWay.from, until: inTheWay.lastFundedDay });
};

/**
 * What R1 flags: whatever a go-live of that day should have had, and had not.
 * @rule A17
 */
export const missingAt = (migration: Migration, state: PracticeState, on: string): FirstFlag[] => {
  const { agreed, plannedDate, selected } = migration;
  const missing: readonly (readonly [FirstFlag, boolean])[] = [
    ['NO_AGREEMENT', by(agreed, on) === null],
    ['NO_PLANNED_DATE', plannedDate === null],
    ['NO_ORDER', selected?.kind !== 'LSP' && !orderOn(migration, on)],
    ['NO_PCT_PRACTICE_AGREEMENT', lacksAgreement(state, on)],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([flag]) => flag);
};
