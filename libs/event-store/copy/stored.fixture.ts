import { systemIds } from '#platform/ids.js';
import type { Append } from './appends.js';
import type { StoredEvent } from './stored-event.js';
import { openWholeStore, type WholeStore } from './whole-store.js';

/** An event that was never stored: its position and time say nothing. */
export const stored = (
  stream: string,
  revision: number,
  more: Partial<Omit<StoredEvent, 'data' | 'metadata'>> & { data?: string; metadata?: string } = {},
): StoredEvent => ({
  stream,
  revision: BigInt(revision),
  position: { commit: 0n, prepare: 0n },
  id: systemIds.next(),
  created: '',
  type: 'Noted',
  contentType: 'application/json',
  ...more,
  data: Buffer.from(more.data ?? '{}'),
  metadata: Buffer.from(more.metadata ?? ''),
});

/** Appends these events, each by itself, in this order. */
export const put = async (store: WholeStore, events: readonly StoredEvent[]): Promise<void> => {
  const batch = await store.openBatchAppend();
  const answers = await Promise.all(events.map((event) => batch.send([event])));
  batch.close();
  const failed = answers.find(({ kind }) => kind !== 'written');
  if (failed) throw new Error(JSON.stringify(failed));
};

/** Appends these events together. */
export const putTogether = async (store: WholeStore, append: Append): Promise<void> => {
  const batch = await store.openBatchAppend();
  await batch.send(append);
  batch.close();
};

/** Every event of the streams whose names contain a text, in `$all` order. */
export const eventsOf = async (connectionString: string, text: string): Promise<StoredEvent[]> => {
  const store = openWholeStore(connectionString, 'store');
  const events: StoredEvent[] = [];
  for await (const page of store.readAll('start'))
    events.push(...page.filter(({ stream }) => stream.includes(text)));
  await store.close();
  return events;
};
