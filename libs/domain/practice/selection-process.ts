import type { CivilDate } from '../calendar/dates.js';
import { accept, nothing, type Refused } from '../decision.js';
import { supplierOfProduct } from '../reference.js';
import { refuse } from '../refusals.js';
import { isSame } from '../same-content.js';
import { isListed } from '../supplier/state.js';
import type { Decide, DecisionContext } from './decider.js';
import { sourceOn } from './migration-source.js';
import { needAgreed } from './needs.js';
import { currentRound, jointScores, roundUnderWay, weightedScore } from './selection-round.js';
import type { SelectionRound } from './state.js';

/**
 * Practice or PCT starts the Selection Process with its candidates (S16), each on the register (S2) and another product
 * than the one in use (A15); after a failure it starts anew, with another list (F2).
 * Refuses MIGRATION_NOT_OPEN, CHANGE_NOT_AGREED, SELECTION_UNDER_WAY, PRODUCT_NOT_LISTED, SAME_PRODUCT.
 */
export const startSelection: Decide<'start-selection'> = (body, state, { reference }) => {
  const { candidates, effectiveDate: on } = body;
  const needed = needAgreed(state, on);
  if (needed.kind === 'refused') return needed;
  const { migrationId } = needed.migration;
  const since = roundUnderWay(needed.migration)?.started?.effectiveDate;
  if (since !== undefined) return refuse('SELECTION_UNDER_WAY', { since });
  const unlisted = candidates.find((one) => !isListed(supplierOfProduct(reference, one), one, on));
  if (unlisted !== undefined) return refuse('PRODUCT_NOT_LISTED', { productId: unlisted, on });
  const inUse = state.instances[sourceOn(needed.migration, state, on)]?.productId ?? '';
  if (candidates.includes(inUse)) return refuse('SAME_PRODUCT', { productId: inUse });
  return accept({ type: 'SelectionStarted', payload: { ...body, migrationId } });
};

/**
 * Practice and PCT each score the candidates for themselves (S16); a later score of the same organisation for the same
 * candidate replaces its earlier one. Scored so already: nothing.
 * Refuses MIGRATION_NOT_OPEN, CHANGE_NOT_AGREED, SELECTION_NOT_STARTED, NOT_A_CANDIDATE.
 */
export const scoreCandidate: Decide<'score-candidate'> = (body, state, { actor }) => {
  const { candidate, scores, comment, effectiveDate: on } = body;
  const needed = needAgreed(state, on);
  if (needed.kind === 'refused') return needed;
  const round = roundUnderWay(needed.migration);
  if (!round?.started || on < round.started.effectiveDate) return refuse('SELECTION_NOT_STARTED', { on });
  if (!round.started.candidates.includes(candidate)) return refuse('NOT_A_CANDIDATE', { candidate });
  const by = actor.role === 'PR' ? 'PR' : 'PCT';
  const last = round.scores.findLast((one) => one.candidate === candidate && one.by === by);
  if (isSame(last && [last.scores, last.comment, last.effectiveDate], [scores, comment, on])) return nothing;
  const { migrationId } = needed.migration;
  const scored = { ...body, migrationId, by, org: actor.org, weightedScore: weightedScore(scores) } as const;
  return accept({ type: 'CandidateScored', payload: scored });
};

/**
 * Practice and PCT complete the Selection Process together (S16, I4): both organisations are its participants, the
 * winner is one of the candidates and on the register (S2). The candidates are those that it was started with, and what
 * both scored them with is told; a start is not needed. Completed so already: nothing.
 * Refuses MIGRATION_NOT_OPEN, CHANGE_NOT_AGREED, SELECTION_NOT_STARTED, CANDIDATES_DIFFER, WINNER_NOT_A_CANDIDATE,
 * PRODUCT_NOT_LISTED.
 * @rule S16
 * @rule I4
 */
export const completeSelection: Decide<'complete-selection'> = (body, state, context) => {
  const { winner, effectiveDate: on } = body;
  const needed = needAgreed(state, on);
  if (needed.kind === 'refused') return needed;
  const { migrationId, selection } = needed.migration;
  const round = currentRound(needed.migration);
  const refused = startRefusal(round, body.candidates, on);
  if (refused) return refused;
  const candidates = body.candidates ?? round?.started?.candidates ?? [];
  if (!candidates.includes(winner)) return refuse('WINNER_NOT_A_CANDIDATE', { winner });
  if (!isListed(supplierOfProduct(context.reference, winner), winner, on))
    return refuse('PRODUCT_NOT_LISTED', { productId: winner, on });
  const asked = [winner, candidates, body.docId, on];
  const stands = selection && [
    selection.winner,
    selection.candidates,
    selection.docId,
    selection.effectiveDate,
  ];
  if (isSame(stands, asked)) return nothing;
  const participants = participantsOf(context);
  const payload = { ...body, migrationId, candidates, participants, ...scoresIn(round, on) };
  return accept({ type: 'SelectionCompleted', payload });
};

/** The candidates that are told, if any, are those of the selection that was started by then. */
const startRefusal = (
  round: SelectionRound | undefined,
  told: readonly string[] | undefined,
  on: CivilDate,
): Refused | null => {
  if (!round?.started) return null;
  const { candidates, effectiveDate } = round.started;
  if (on < effectiveDate) return refuse('SELECTION_NOT_STARTED', { on });
  const isTold = told === undefined || isSame([...told].sort(), [...candidates].sort());
  return isTold ? null : refuse('CANDIDATES_DIFFER', { candidates: candidates.join(', ') });
};

/**
 * Practice and PCT find together that no system is suitable (F2): the change stays agreed, for a new list of
 * candidates, the LSP solution, or abandonment. Found so already: nothing.
 * Refuses MIGRATION_NOT_OPEN, CHANGE_NOT_AGREED, SYSTEM_ALREADY_SELECTED, SELECTION_NOT_STARTED.
 * @rule F2
 */
export const failSelection: Decide<'fail-selection'> = (body, state, context) => {
  const { reasons, effectiveDate: on } = body;
  const needed = needAgreed(state, on);
  if (needed.kind === 'refused') return needed;
  const { migrationId, selected, rounds } = needed.migration;
  if (selected) return refuse('SYSTEM_ALREADY_SELECTED', { productId: selected.productId });
  const failed = rounds.at(-1)?.failed;
  if (isSame(failed && [failed.reasons, failed.effectiveDate], [reasons, on])) return nothing;
  const round = currentRound(needed.migration);
  const refused = startRefusal(round, undefined, on);
  if (refused) return refused;
  const participants = participantsOf(context);
  const tried = round?.started ? { candidates: round.started.candidates } : {};
  const payload = { ...body, migrationId, participants, ...tried, ...scoresIn(round, on) };
  return accept({ type: 'SelectionFailed', payload });
};

const scoresIn = (round: SelectionRound | undefined, on: CivilDate) => {
  const scores = round ? [...jointScores(round, on)] : [];
  return scores.length > 0 ? { scores } : {};
};

/** The two who acted: nothing is recorded before the other has confirmed it (R2). */
const participantsOf = ({ actor, confirmedBy }: DecisionContext): string[] => [
  actor.org,
  (confirmedBy ?? actor).org,
];
