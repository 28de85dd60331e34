import { randomUUID } from 'node:crypto';
import {
  eventTypeFilter,
  jsonEvent,
  streamNameFilter,
  type AllStreamSubscription,
  type EventStoreDBClient,
  type StreamSubscription,
} from '@eventstore/db-client';
import { UNARY } from '#testing/unary.js';
import { linesOf, listen, read, saidOf, type Listener, type Said } from './asked.js';
import * as model from './model.js';
import type { Append, Expectation, Filter, Operation } from './operations.js';
import { STREAMS, TYPES } from './operations.js';
import { subscribedToAll, subscribedToStream, type Subscribed } from './subscriptions.js';

/** What an append was, so that it can be tried again. */
interface Sent {
  readonly stream: string;
  readonly expected: model.Expected;
  readonly events: readonly model.Proposed[];
}

/**
 * Carries out operations on the node and on the model, and expects of each the same answer, and of all subscriptions
 * that are open the same events, before the next begins.
 * @param run names the streams, which nobody else uses
 */
export async function runSequence(
  clients: readonly EventStoreDBClient[],
  run: string,
  operations: readonly Operation[],
): Promise<void> {
  let log: model.Log = [];
  const positions = new Map<number, bigint>();
  const sent: Sent[] = [];
  let open: { readonly listener: Listener; subscribed: Subscribed }[] = [];
  const name = (stream: number): string => `${run}-${stream}`;
  const client = (number: number): EventStoreDBClient => clients[number % clients.length]!;
  const proposed = (types: readonly string[]): model.Proposed[] =>
    types.map((type) => ({ type, id: randomUUID() }));
  const endOf = (stream: string): model.Expected => {
    const { length } = model.eventsOf(log, stream);
    return length === 0 ? 'no_stream' : length - 1;
  };
  const known = (stream: string, expected: Expectation): model.Expected =>
    expected === 'end' ? endOf(stream) : expected;
  const onWire = (expected: model.Expected) => (typeof expected === 'number' ? BigInt(expected) : expected);
  const place = (from: number): [index: number, position: { commit: bigint; prepare: bigint }] => {
    const [index, commit] = [...positions][from % positions.size]!;
    return [index, { commit, prepare: commit }];
  };

  const send = (number: number, batch: boolean, { stream, expected, events }: Sent): Promise<Said> =>
    saidOf(
      client(number).appendToStream(
        stream,
        events.map(({ id, type }) => jsonEvent({ id: id!, type, data: {} })),
        { expectedRevision: onWire(expected), ...(!batch && UNARY) },
      ),
    );

  /** Compares what the node said with the model's answer, and takes over what the request made of the log. */
  const agree = (said: Said, step: model.Step): void => {
    const { answer } = step;
    const { position, ...plain } = said;
    const { at, ...due } = { at: undefined, ...answer };
    expect(plain).toEqual('revision' in plain || answer.kind !== 'written' ? due : { kind: 'written' });
    const before = at === undefined ? undefined : positions.get(at);
    if (before !== undefined) expect(position).toBe(before);
    if (at !== undefined) positions.set(at, position!);
    log = step.log;
  };

  const append = async (number: number, batch: boolean, one: Sent): Promise<void> => {
    sent.push(one);
    const said = await send(number, batch, one);
    const step = model.append(log, one.stream, one.expected, one.events);
    if (one.events.length > 0 && said.kind === 'written')
      expect(said.position === undefined).toBe((step.answer as { at?: number }).at === undefined);
    agree(said, step);
  };

  /** The order of writes that came at once is that of their positions; who was refused comes after them. */
  const race = async (appends: readonly Append[]): Promise<void> => {
    const all = appends.map(({ client: number, batch, stream, expected, types }, n) => ({
      number: number + n,
      batch,
      one: { stream: name(stream), expected: known(name(stream), expected), events: proposed(types) },
    }));
    const told = await Promise.all(
      all.map(async ({ number, batch, one }) => ({ one, said: await send(number, batch, one) })),
    );
    const place = ({ position }: Said): bigint => position ?? 2n ** 63n;
    for (const { one, said } of told.sort((a, b) => (place(a.said) < place(b.said) ? -1 : 1))) {
      const step = model.append(log, one.stream, one.expected, one.events);
      agree(said.kind === 'conflict' && step.answer.kind === 'conflict' ? step.answer : said, step);
    }
  };

  const listenTo = async (
    subscription: StreamSubscription | AllStreamSubscription,
    subscribed: Subscribed,
  ): Promise<void> => {
    open.push({ listener: await listen(subscription as StreamSubscription), subscribed });
  };

  const carryOut = async (operation: Operation): Promise<void> => {
    if (operation.kind === 'race') return race(operation.appends);
    const stream = name(operation.stream);
    const from = client(operation.client);
    switch (operation.kind) {
      case 'append': {
        const { client: number, batch, expected, types } = operation;
        return append(number, batch, { stream, expected: known(stream, expected), events: proposed(types) });
      }
      case 'retry': {
        const earlier = sent[operation.earlier % sent.length]!;
        const target = operation.elsewhere ? stream : earlier.stream;
        const expected = operation.expected === 'same' ? earlier.expected : known(target, operation.expected);
        const events = [
          ...earlier.events.slice(0, operation.length),
          ...(operation.more ? proposed(['made']) : []),
        ];
        return append(operation.client, operation.batch, { stream: target, expected, events });
      }
      case 'delete':
      case 'tombstone': {
        const expected = known(stream, operation.expected);
        const options = { expectedRevision: onWire(expected) as bigint | 'any' | 'no_stream' };
        const isDelete = operation.kind === 'delete';
        const said = await saidOf(
          isDelete ? from.deleteStream(stream, options) : from.tombstoneStream(stream, options),
        );
        return agree(said, (isDelete ? model.softDelete : model.tombstone)(log, stream, expected));
      }
      case 'metadata': {
        const said = await saidOf(from.setStreamMetadata(stream, operation.metadata));
        return agree(said, model.setMetadata(log, stream, operation.metadata, randomUUID()));
      }
      case 'read-metadata': {
        const found = await from.getStreamMetadata(stream).catch(() => 'deleted' as const);
        const { truncateBefore, ...others } = model.metadataOf(log, stream);
        const due = {
          ...others,
          ...(truncateBefore !== undefined && { truncateBefore: Math.min(truncateBefore, 2 ** 63) }),
        };
        if (model.isTombstoned(log, stream)) return expect(found).toBe('deleted');
        return expect(found === 'deleted' ? found : (found.metadata ?? {})).toEqual(due);
      }
      case 'read': {
        const { direction, limit } = operation;
        const start = operation.from === 'start' ? 0 : operation.from === 'end' ? Infinity : operation.from;
        if (direction === 'forwards' && start === Infinity) return;
        const fromRevision = start === Infinity ? 'end' : BigInt(start);
        const found = await read(from.readStream(stream, { direction, fromRevision, maxCount: limit }));
        const due = model.readStream(log, stream, direction, start, limit);
        return expect(found).toEqual(typeof due === 'string' ? due : linesOf(due));
      }
      case 'read-all': {
        const [index, fromPosition] = place(operation.from);
        const direction = operation.direction;
        const maxCount = direction === 'forwards' ? operation.limit : Math.min(operation.limit, index);
        if (maxCount === 0) return;
        const found = await read(from.readAll({ direction, fromPosition, maxCount }));
        return expect(found).toEqual(linesOf(model.readAll(log, direction, index, maxCount)));
      }
      case 'subscribe': {
        const start = operation.from === 'start' ? -1 : operation.from;
        const fromRevision = typeof operation.from === 'number' ? BigInt(operation.from) : operation.from;
        return listenTo(
          from.subscribeToStream(stream, { fromRevision }),
          subscribedToStream(log, stream, start),
        );
      }
      case 'subscribe-all': {
        const [index, fromPosition] = place(operation.from);
        const { passes, onNode } = filterOf(operation.filter, run);
        return listenTo(
          from.subscribeToAll({ fromPosition, ...onNode }),
          subscribedToAll(log, index, passes),
        );
      }
    }
  };

  /** While a subscription waits for its stream, nobody could say which of the racing appends is history to it. */
  const alone = (operation: Operation): readonly Operation[] =>
    operation.kind === 'race' && open.some(({ subscribed }) => subscribed.told.length === 0)
      ? operation.appends
      : [operation];

  const toldTheSame = async (): Promise<void> => {
    for (const { listener, subscribed } of open) {
      await listener.heard(subscribed.told.length);
      expect(listener.told).toEqual(linesOf(subscribed.told));
    }
  };

  try {
    await append(0, true, { stream: name(STREAMS), expected: 'no_stream', events: proposed(['begun']) });
    for (const operation of operations)
      for (const one of alone(operation)) {
        const before = log;
        await carryOut(one);
        if (log !== before) open = open.map((each) => ({ ...each, subscribed: each.subscribed.next(log) }));
        await toldTheSame();
      }
  } finally {
    await Promise.all(open.map(({ listener }) => listener.close()));
  }
}

/** A filter for the node and for the model. `$all` holds the events of other sequences only before this one's. */
function filterOf(filter: Filter | undefined, run: string) {
  if (filter === undefined) return { passes: () => true, onNode: {} };
  const { on, pattern, which } = filter;
  const prefix = on === 'streams' ? `${run}-${which}` : TYPES[which]!.slice(0, 2);
  const passes = ({ stream, type }: model.Entry): boolean =>
    (on === 'streams' ? stream : type).startsWith(prefix);
  const make = on === 'streams' ? streamNameFilter : eventTypeFilter;
  return {
    passes,
    onNode: { filter: pattern ? make({ regex: `^${prefix}` }) : make({ prefixes: [prefix] }) },
  };
}
