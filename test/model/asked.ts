import {
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type AllStreamSubscription,
  type RecordedEvent,
  type StreamSubscription,
} from '@eventstore/db-client';
import { takeNotes } from '#testing/notes.js';
import { TOMBSTONE, type Entry } from './model.js';
import type { Told } from './subscriptions.js';

/** What an answer of the node says, in the model's words. */
export interface Said {
  readonly kind: 'written' | 'conflict' | 'deleted';
  readonly revision?: number;
  readonly current?: number;
  /** The commit position of the last event. */
  readonly position?: bigint | undefined;
}

/** What became of a write. Throws what no write should be told. */
export async function saidOf(
  write: Promise<{ nextExpectedRevision?: bigint; position?: { commit: bigint } | undefined }>,
): Promise<Said> {
  try {
    const { nextExpectedRevision, position } = await write;
    const revision = nextExpectedRevision === undefined ? {} : { revision: Number(nextExpectedRevision) };
    return { kind: 'written', ...revision, position: position?.commit };
  } catch (error) {
    if (error instanceof StreamDeletedError) return { kind: 'deleted' };
    if (!(error instanceof WrongExpectedVersionError)) throw error;
    return {
      kind: 'conflict',
      current: typeof error.actualVersion === 'bigint' ? Number(error.actualVersion) : -1,
    };
  }
}

/** An event in one line: the server's own without its id, and a tombstone without its revision. */
export const lineOf = ({ stream, revision, type, id }: Entry): string =>
  `${type === TOMBSTONE ? '' : `${revision}@`}${stream} ${type}${type.startsWith('$') ? '' : ` ${id}`}`;
export const linesOf = (entries: readonly Told[]): string[] =>
  entries.map((entry) => (typeof entry === 'string' ? entry : lineOf(entry)));

const line = ({ streamId, revision, type, id }: RecordedEvent): string =>
  lineOf({ stream: streamId, revision: Number(revision), type, id });

/** The events of a read in lines, or why there are none. */
export async function read(
  events: AsyncIterable<{ event?: RecordedEvent }>,
): Promise<string[] | 'missing' | 'deleted'> {
  const lines: string[] = [];
  try {
    for await (const { event } of events) if (event !== undefined) lines.push(line(event));
  } catch (error) {
    if (error instanceof StreamNotFoundError) return 'missing';
    if (error instanceof StreamDeletedError) return 'deleted';
    throw error;
  }
  return lines;
}

/** What a subscription of the node tells. */
export interface Listener {
  readonly told: readonly string[];
  /** Settles when it has told so much; after some seconds in any case. */
  heard(amount: number): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 5000;

type Subscription = StreamSubscription | (AllStreamSubscription & StreamSubscription);

/** Listens to a subscription; settles when the server has confirmed or refused it. */
export function listen(subscription: Subscription): Promise<Listener> {
  const { told, tell, until } = takeNotes();
  subscription.on('caughtUp', () => tell('caught up'));
  subscription.on('data', ({ event }) => tell(event === undefined ? 'nothing' : line(event)));
  const heard = async (amount: number): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
    await Promise.race([until(amount), patience]);
    clearTimeout(timer);
  };
  return new Promise((ready) => {
    const listener = { told, heard, close: () => subscription.unsubscribe() };
    subscription.on('confirmation', () => ready(listener));
    subscription.on('error', (error) => {
      tell((error as { type?: string }).type ?? error.message);
      ready(listener);
    });
  });
}
