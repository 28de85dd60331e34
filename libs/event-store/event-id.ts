import { uuidV5 } from '#platform/ids.js';

/**
 * The ids of the events that a command appends to a stream, by place (from 0). They follow from the decision: an
 * append that is tried again offers the store the same ids, which it recognises (I16). The hash and the instant
 * belong to them because the store recognises ids alone and never looks at content: the same key sent to another
 * process, which has not seen the first answer yet, must meet a conflict and find that answer, not be told that what
 * it decided itself was written.
 */
export const eventIds =
  (command: { readonly id: string; readonly hash: string }, stream: string, recordedAt: string) =>
  (n: number): string =>
    uuidV5([command.id.toLowerCase(), command.hash, stream, recordedAt, n].join(' '));
