import type { Position } from '@eventstore/db-client';
import { setTimeout as pause } from 'node:timers/promises';
import { isPassing } from '../attempts.js';
import { StoreUnavailable } from '../errors.js';
import { carried, compare, type Comparison } from './compare.js';
import { copyBehind, NotTaken } from './copy-behind.js';
import { isSameWriting } from './stored-event.js';
import type { WholeStore } from './whole-store.js';

/** How far a copy has come: at which position of the source, and which is the last one that counts. */
export interface Progress {
  readonly doing: 'comparing' | 'copying';
  readonly position: bigint;
  readonly upTo: bigint;
}

export interface CopyOptions {
  /** Compares and counts, and writes nothing. */
  readonly dryRun: boolean;
  /** Stops it between two appends; the next copy goes on from there. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * What a copy came to. `copied` events were acknowledged by the target, a few of which it may have had before.
 * - complete: each event that the source had when the copy began was read in both stores, and is the same
 * - differs: the target holds something else in streams of the source
 * - planned: a dry run; so many events are missing
 * - blocked: the target does not take an event, or is the source
 */
export type CopyOutcome = { readonly copied: number } & (
  | { readonly kind: 'complete' | 'differs'; readonly found: Comparison }
  | { readonly kind: 'planned'; readonly missing: number; readonly found: Comparison }
  | { readonly kind: 'blocked'; readonly why: string }
  | { readonly kind: 'stopped' }
);

const MOST_FRUITLESS = 5;
const NOTHING: Position = { commit: 0n, prepare: 0n };

/**
 * Copies what the target does not have: compares, appends what is missing, and compares again until nothing is. The
 * last comparison is the proof. Nothing is remembered between two copies: one that was stopped or killed is gone on
 * with by doing it again. Every append expects its exact revision and has the ids of the source, so that none can be
 * doubled. Throws StoreUnavailable, and the client's error where a store refuses its user.
 */
export const copyStore = async (
  source: WholeStore,
  target: WholeStore,
  { dryRun, signal, onProgress }: CopyOptions,
): Promise<CopyOutcome> => {
  let copied = 0;
  const [last, lastOfTarget] = await Promise.all([source.last(), target.last()]);
  if (isSameWriting(last, lastOfTarget))
    return { kind: 'blocked', copied, why: 'The source and the target are the same store: give two.' };
  const upTo = last?.position ?? NOTHING;
  const told = (doing: Progress['doing'], { commit }: Position): void =>
    onProgress({ doing, position: commit, upTo: upTo.commit });
  const comparing = { signal, onRead: (position: Position) => told('comparing', position) };
  const onAppended = (position: Position, events: number): void => {
    copied += events;
    told('copying', position);
  };
  try {
    for (let [missed, fruitless, failure]: [string, number, unknown] = ['', 0, undefined]; ;) {
      const found = await compare(source, target, upTo, comparing);
      if (found.differing.count > 0) return { kind: 'differs', copied, found };
      if (found.missing === undefined) return { kind: 'complete', copied, found };
      const { place, behind } = found.missing;
      if (dryRun) return { kind: 'planned', copied, found, missing: await countBehind(source, behind, upTo) };
      fruitless = place === missed ? fruitless + 1 : 0;
      if (fruitless > 0 && !isPassing(failure))
        return { kind: 'blocked', copied, why: reasonFor(failure, place) };
      if (fruitless > MOST_FRUITLESS) throw new StoreUnavailable('copying to the target', failure);
      if (fruitless > 0) await pause(250 * 2 ** fruitless, undefined, { signal });
      missed = place;
      failure = await failureOf(copyBehind(source, target, { from: behind, upTo, signal, onAppended }));
    }
  } catch (error) {
    if (signal.aborted) return { kind: 'stopped', copied };
    throw error;
  }
};

/** Why a pass ended early, if the next comparison may make it good; throws anything else. */
const failureOf = async (pass: Promise<void>): Promise<unknown> => {
  try {
    return await pass;
  } catch (error) {
    if (error instanceof NotTaken || isPassing(error)) return error;
    throw error;
  }
};

const reasonFor = (failure: unknown, place: string): string =>
  failure instanceof NotTaken
    ? failure.message
    : `The target has taken ${place} and does not have it: is it being scavenged?`;

const countBehind = async (source: WholeStore, from: Position | 'start', upTo: Position): Promise<number> => {
  let count = 0;
  for await (const page of carried(source, from, upTo)) count += page.length;
  return count;
};
