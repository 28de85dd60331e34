export { EventTooLarge, StoreUnavailable, UnreadableEvent } from './errors.js';
export type { EventRegistry, NewEvent } from './codec.js';
export type { Decider, Folded } from './folded.js';
export { type CopyOutcome, copyStore, type Progress } from './copy/copy.js';
export type { Comparison } from './copy/compare.js';
export { openWholeStore, type WholeStore } from './copy/whole-store.js';
export { type Appended, openStore, type Store, type StoreOptions } from './store.js';
export { loadStream } from './stream-memory.js';
export {
  type CommandEnvelope,
  type DecisionContext,
  type Decided,
  type Outcome,
  type RecordedAs,
  transact,
} from './transact.js';
