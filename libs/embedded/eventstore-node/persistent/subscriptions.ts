import { CONFIG_METADATA, CONFIG_STREAM, CONFIG_TYPE, decodeConfig, encodeConfig } from './config.js';
import { keyOf, type Definition, type Settings } from './definition.js';
import { metastreamOf } from '../log/metadata.js';
import type { Parts } from './parts.js';
import { refusedSizes, refusedStart } from './refusal.js';
import { runGroup, type RunningGroup } from './running-group.js';
import { appendOwn, lastData, StoreUnavailable } from './store.js';

/** What became of a change. `failed` comes with the real server's sentence. */
export type Change =
  | { readonly kind: 'done' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly reason: string };

/** The persistent subscriptions of a node. Every method rejects while their configuration cannot be read or written. */
export interface PersistentSubscriptions {
  create(definition: Definition, user: string): Promise<Change>;
  /** A group keeps its filter, its checkpoint and what it parked; its consumers are dropped. */
  update(stream: string, group: string, settings: Settings, user: string): Promise<Change>;
  /** A group's checkpoint and what it parked go with it; its consumers are dropped. */
  remove(stream: string, group: string, user: string): Promise<Change>;
  find(stream: string, group: string): Promise<RunningGroup | undefined>;
  list(): Promise<readonly RunningGroup[]>;
  /** Drops all consumers and starts every group again from what is stored. */
  restart(): Promise<void>;
  stop(): void;
}

/** How often messages are looked through for those that were not answered in time: as often as the real server does. */
const TICK_MS = 1000;

const DONE: Change = { kind: 'done' };
const EXISTS: Change = { kind: 'exists' };
const MISSING: Change = { kind: 'missing' };

/** Starts all groups that are stored. Rejects if PostgreSQL does not answer. */
export async function startPersistentSubscriptions(parts: Parts): Promise<PersistentSubscriptions> {
  const running = new Map<string, RunningGroup>();
  let readable = true;
  let stopped = false;
  const isStopped = (): boolean => stopped;

  const run = async (...definitions: readonly Definition[]): Promise<void> => {
    const groups = await Promise.all(definitions.map((each) => runGroup(parts, each, isStopped)));
    for (const group of groups) running.set(keyOf(group.definition.stream, group.definition.group), group);
  };
  const load = async (): Promise<void> => {
    const data = await lastData(parts, CONFIG_STREAM);
    const definitions = data === undefined ? [] : decodeConfig(data);
    // Whoever damaged the configuration is not to have the rest of it overwritten as well.
    readable = definitions !== undefined;
    await run(...(definitions ?? []));
  };

  let last: Promise<unknown> = load();
  await last;
  // One after the other, so that the configuration and what runs are always the same.
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(() => {
      if (!readable) throw new StoreUnavailable();
      return work();
    });
    last = result.catch(() => undefined);
    return result;
  };
  const definitionsWith = (key: string, changed: Definition | undefined): Definition[] => {
    const definitions = new Map([...running].map(([each, { definition }]) => [each, definition]));
    if (changed === undefined) definitions.delete(key);
    else definitions.set(key, changed);
    return [...definitions.values()];
  };
  const save = async (key: string, changed: Definition | undefined, user: string): Promise<void> => {
    const data = encodeConfig(definitionsWith(key, changed), parts.timeStamp(), user);
    const { hasMetadata } = await parts.reader.state(CONFIG_STREAM);
    const metadata = { type: '$metadata', json: true, data: Buffer.from(CONFIG_METADATA) };
    if (!hasMetadata) await appendOwn(parts, metastreamOf(CONFIG_STREAM), metadata);
    await appendOwn(parts, CONFIG_STREAM, { type: CONFIG_TYPE, json: true, data });
  };

  const timer = setInterval(() => {
    for (const group of running.values()) group.tick();
  }, TICK_MS);

  return {
    create: (definition, user) =>
      inTurn(async () => {
        const { stream, group, settings } = definition;
        const key = keyOf(stream, group);
        const reason = refusedStart(stream, settings, parts.feed.committed());
        if (reason !== undefined) return { kind: 'failed', reason };
        if (running.has(key)) return EXISTS;
        const sizes = refusedSizes(settings);
        if (sizes !== undefined) return { kind: 'failed', reason: sizes };
        await save(key, definition, user);
        await run(definition);
        return DONE;
      }),
    update: (stream, group, settings, user) =>
      inTurn(async () => {
        const key = keyOf(stream, group);
        const old = running.get(key);
        if (old === undefined) return MISSING;
        const reason = refusedStart(stream, settings, parts.feed.committed()) ?? refusedSizes(settings);
        if (reason !== undefined) return { kind: 'failed', reason };
        const definition = { ...old.definition, settings };
        await save(key, definition, user);
        await old.stop();
        await run(definition);
        return DONE;
      }),
    remove: (stream, group, user) =>
      inTurn(async () => {
        const key = keyOf(stream, group);
        const old = running.get(key);
        if (old === undefined) return MISSING;
        await save(key, undefined, user);
        running.delete(key);
        await old.stop();
        await old.removeStreams();
        return DONE;
      }),
    find: (stream, group) => inTurn(() => Promise.resolve(running.get(keyOf(stream, group)))),
    list: () => inTurn(() => Promise.resolve([...running.values()])),
    restart: () =>
      inTurn(async () => {
        await Promise.all([...running.values()].map((group) => group.stop()));
        running.clear();
        await load();
      }),
    stop: () => {
      stopped = true;
      clearInterval(timer);
    },
  };
}
