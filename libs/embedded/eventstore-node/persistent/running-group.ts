import { checkpointStream, keyOf, parkedStream, type Definition } from './definition.js';
import { Group, type Effects, type Start } from './group.js';
import { insist } from './insist.js';
import { createLatest } from './latest.js';
import type { Parts } from './parts.js';
import { parsePosition, type Position } from './position.js';
import { deleteOwn, park, parkedRange, readCheckpoint, truncateParked, writeCheckpoint } from './store.js';
import { sourceOf, StreamGone, streamSource, type Source } from './source.js';
import { createSurvey, type Survey } from './survey.js';

/** A group at work: its state machine, what it reads from and what it writes to. */
export interface RunningGroup {
  readonly definition: Definition;
  readonly group: Group;
  /** What it tells about itself. Rejects if PostgreSQL does not answer. */
  survey(): Promise<Survey>;
  /** Replays parked events. @param stopAt the revision at which to stop; undefined: all that there are now */
  replay(stopAt: number | undefined): Promise<void>;
  tick(): void;
  /** Drops the consumers; resolves when nothing is being written any more. */
  stop(): Promise<void>;
  /** Removes the streams that it kept. */
  removeStreams(): Promise<void>;
}

/**
 * Starts a group where its checkpoint is. Waits for PostgreSQL if that is away.
 * @throws Stopped if the node stops meanwhile
 */
export async function runGroup(
  parts: Parts,
  definition: Definition,
  isStopping: () => boolean,
): Promise<RunningGroup> {
  const { stream, group: name, settings } = definition;
  const key = keyOf(stream, name);
  const source = sourceOf(parts, definition);
  const parked = parkedStream(key);
  let stopped = false;
  const isStopped = (): boolean => stopped || isStopping();

  const checkpoints = createLatest((position: Position) =>
    writeCheckpoint(parts, checkpointStream(key), source.describe(position)),
  );
  const truncations = createLatest((before: Position) => truncateParked(parts, parked, before));
  const parkedSource = streamSource(parts, parked, true);
  const considered = Math.max(settings.readBatchSize, settings.maxCheckpointCount);
  const ifRunning = <Result>(work: (result: Result) => void): ((result: Result) => void) => {
    return (result) => {
      if (!isStopped()) work(result);
    };
  };

  const effects: Effects = {
    read: (from, count) => {
      source.read(from, count, Math.max(count, considered)).then(
        ifRunning((batch) => group.read(batch)),
        ifRunning((error) => (error instanceof StreamGone ? group.fail() : group.readFailed())),
      );
    },
    readParked: (from, count) => {
      parkedSource.read(from, count, count).then(
        ifRunning((batch) => group.parkedRead(batch)),
        ifRunning(() => group.parkedReadFailed()),
      );
    },
    park: (message, reason) => {
      insist(() => park(parts, parked, message, reason), isStopped).then(
        ifRunning(() => group.parked(message)),
        () => undefined,
      );
    },
    writeCheckpoint: checkpoints.set,
    truncateParked: truncations.set,
  };

  const start = await insist(() => startOf(parts, source, definition), isStopped);
  const group = new Group(settings, start, effects, parts.now);
  const unfollow = source.follow((items) => group.told(items));
  group.start();
  const surveyed = createSurvey(definition, source, parts.now);

  return {
    definition,
    group,
    survey: async () => surveyed(group.state(), await parkedRange(parts, parked)),
    replay: async (stopAt) => {
      const { end } = await parkedRange(parts, parked);
      group.replay(Math.min(stopAt ?? end, end));
    },
    tick: () => {
      checkpoints.retry();
      truncations.retry();
      group.tick();
    },
    stop: async () => {
      stopped = true;
      unfollow();
      group.drop();
      await checkpoints.idle();
      await truncations.idle();
    },
    removeStreams: async () => {
      await deleteOwn(parts, checkpointStream(key));
      await deleteOwn(parts, parked);
    },
  };
}

/** After its checkpoint or, without one, at the event that it was created to start from, that included. */
async function startOf(
  parts: Parts,
  source: Source,
  { stream, group, settings }: Definition,
): Promise<Start> {
  const checkpoint = await readCheckpoint(parts, checkpointStream(keyOf(stream, group)));
  if (checkpoint !== undefined) return { checkpoint, next: checkpoint + 1, live: false };
  const from = parsePosition(settings.startFrom);
  return from === 'end' ? { next: await source.end(), live: true } : { next: from, live: false };
}
