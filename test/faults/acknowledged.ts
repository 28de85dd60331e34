import type { Recorded } from '#domain/recorded.js';
import { groupBy } from '#platform/group-by.js';

/** What a client was told of a command: its key, and the events that it was said to have added. */
export interface Acknowledged {
  readonly commandId: string;
  readonly eventIds: readonly string[];
}

type Stored = Pick<Recorded, 'id' | 'stream' | 'revision'> & {
  readonly metadata: Pick<Recorded['metadata'], 'commandId'>;
};

/**
 * What is wrong with what the streams hold, by what clients were told: an acknowledged event that is lost, one that
 * is there twice (under other ids too), one that nobody asked for, a gap in a stream's revisions. `asked` holds the
 * keys of all commands, answered or not. Empty if nothing is wrong.
 */
export const faultsIn = (
  events: readonly Stored[],
  asked: ReadonlySet<string>,
  acknowledged: readonly Acknowledged[],
): string[] => {
  const faults: string[] = [];
  const ids = new Map<string, number>();
  for (const { id } of events) ids.set(id, (ids.get(id) ?? 0) + 1);
  for (const [id, times] of ids) if (times > 1) faults.push(`${id} is there ${times} times`);
  for (const [stream, own] of groupBy(events, (event) => event.stream)) {
    const gap = own.findIndex(({ revision }, index) => revision !== index);
    if (gap >= 0) faults.push(`${stream} has revision ${own[gap]?.revision} in place of ${gap}`);
  }
  const byCommand = groupBy(events, ({ metadata }) => metadata.commandId);
  for (const commandId of byCommand.keys())
    if (!asked.has(commandId)) faults.push(`nobody gave command ${commandId}`);
  for (const { commandId, eventIds } of acknowledged) {
    const found = byCommand.get(commandId)?.map(({ id }) => id) ?? [];
    if (found.join() !== eventIds.join())
      faults.push(`command ${commandId} was told ${eventIds.join()} and has ${found.join() || 'nothing'}`);
  }
  return faults;
};
