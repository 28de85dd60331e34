import type { CivilDate } from '../calendar/dates.js';
import type { Fact } from './fact.js';
import { selectedOn } from './order-span.js';
import { jointScores, type CandidateScore } from './selection-round.js';
import type { Migration, SelectionRound } from './state.js';

/** The Selection Process as it stood on a day (S16, F2). */
export interface SelectionView extends Fact {
  readonly status: 'UNDER_WAY' | 'COMPLETED' | 'FAILED';
  /** Null where its outcome alone was recorded. */
  readonly startedOn: CivilDate | null;
  readonly candidates: readonly string[];
  readonly scores: readonly CandidateScore[];
  readonly winner: string | null;
  /** Why no system is suitable, where none is. */
  readonly reasons: readonly string[];
  readonly endedOn: CivilDate | null;
}

/** The latest run of the Selection Process by the day; null where there was none. */
export const selectionOn = ({ rounds }: Migration, on: CivilDate): SelectionView | null => {
  const round = rounds.findLast(({ started, completed, failed }) => isBy(started ?? completed ?? failed, on));
  return round ? viewOf(round, on) : null;
};

/** Whether the latest run by the day found no suitable system, and nothing has come after it (F2). */
export const isWithoutSystemOn = (migration: Migration, on: CivilDate): boolean =>
  selectionOn(migration, on)?.status === 'FAILED' && !selectedOn(migration, on);

const viewOf = (round: SelectionRound, on: CivilDate): SelectionView => {
  const { started } = round;
  const completed = isBy(round.completed, on) ? round.completed : null;
  const failed = isBy(round.failed, on) ? round.failed : null;
  const ended = failed ?? completed;
  const scored = round.scores.filter((score) => isBy(score, on));
  return {
    status: failed ? 'FAILED' : completed ? 'COMPLETED' : 'UNDER_WAY',
    startedOn: started?.effectiveDate ?? null,
    candidates: ended?.candidates ?? started?.candidates ?? [],
    scores: jointScores(round, on),
    winner: failed ? null : (completed?.winner ?? null),
    reasons: failed?.reasons ?? [],
    endedOn: ended?.effectiveDate ?? null,
    rule: failed ? 'F2' : 'S16',
    events: [started, ...scored, completed, failed].flatMap((entry) => entry?.eventId ?? []),
  };
};

const isBy = (entry: { readonly effectiveDate: CivilDate } | null, on: CivilDate): boolean =>
  entry !== null && entry.effectiveDate <= on;
