import type { Entry } from './entry.js';

/** One run of the Selection Process (S16); `started` is null where its outcome alone was recorded. */
export interface SelectionRound {
  readonly started: Entry<'SelectionStarted'> | null;
  /** In the order of their recording: a later one of the same organisation for the same candidate replaces. */
  readonly scores: readonly Entry<'CandidateScored'>[];
  readonly completed: Entry<'SelectionCompleted'> | null;
  readonly failed: Entry<'SelectionFailed'> | null;
}
