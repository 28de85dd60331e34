import type { CivilDate } from '../calendar/dates.js';
import type { PayloadOf } from './events.js';
import type { Migration, SelectionRound } from './state.js';

/** What one organisation scored one candidate with. */
export type CandidateScore = Pick<
  PayloadOf<'CandidateScored'>,
  'candidate' | 'by' | 'org' | 'scores' | 'weightedScore' | 'comment'
>;

/** The run of the Selection Process that the next step belongs to: the last, unless it failed (F2). */
export const currentRound = ({ rounds }: Migration): SelectionRound | undefined => {
  const last = rounds.at(-1);
  return last?.failed === null ? last : undefined;
};

/** The run that was started and has come to no end yet. */
export const roundUnderWay = (migration: Migration): SelectionRound | undefined => {
  const round = currentRound(migration);
  return round?.started && !round.completed ? round : undefined;
};

/** The mean of the scores by their weights, rounded half up to hundredths. */
export const weightedScore = (scores: CandidateScore['scores']): number => {
  const weights = scores.reduce((sum, { weight }) => sum + weight, 0);
  const total = scores.reduce((sum, { weight, score }) => sum + weight * score, 0);
  return Math.round((100 * total) / weights) / 100;
};

/** What stands by a day of each organisation's scores for each candidate, in the order of the candidates. */
export const jointScores = (
  { started, scores }: SelectionRound,
  on: CivilDate,
): readonly CandidateScore[] => {
  const given = scores.filter(({ effectiveDate }) => effectiveDate <= on);
  return (started?.candidates ?? []).flatMap((candidate) =>
    (['PR', 'PCT'] as const).flatMap((by) => {
      const score = given.findLast((one) => one.candidate === candidate && one.by === by);
      return score ? [scoreOf(score)] : [];
    }),
  );
};

const scoreOf = ({
  candidate,
  by,
  org,
  scores,
  weightedScore: mean,
  comment,
}: CandidateScore): CandidateScore => ({
  candidate,
  by,
  org,
  scores,
  weightedScore: mean,
  ...(comment !== undefined && { comment }),
});
