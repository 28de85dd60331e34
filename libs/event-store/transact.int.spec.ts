import { refuse } from '#domain/refusals.js';
import { useEventStore } from '#testing/event-store.js';
import {
  amounts,
  command,
  count,
  counted,
  type Counted,
  counting,
  countingRegistry,
  uuid,
} from './counting.fixture.js';
import { eventIds } from './event-id.js';
import { openStore, type Store } from './store.js';
import { loadStream } from './stream-memory.js';
import {
  type CommandEnvelope,
  type Decided,
  type DecisionContext,
  type Outcome,
  transact,
} from './transact.js';

describe('transact', () => {
  const node = useEventStore();
  let mine: Store;
  let theirs: Store;
  beforeAll(() => {
    const options = { ...node, registry: countingRegistry };
    [mine, theirs] = [openStore(options), openStore(options)];
  });
  afterAll(() => Promise.all([mine.close(), theirs.close()]));

  const send = (
    store: Store,
    stream: string,
    envelope: CommandEnvelope,
    decide: (sum: number, context: DecisionContext) => Decided<Counted> | Promise<Decided<Counted>>,
    now = '2009-03-20T10:00:00.000Z',
  ): Promise<Outcome> =>
    transact(store, { now: () => now }, { stream, decider: counting, command: envelope, decide });

  const refusedOver = (limit: number, amount: number) => (sum: number) =>
    sum + amount > limit ? refuse('POLICY_MISSING', { on: '2009-03-20' }) : count(amount);

  it('appends what was decided, with its envelope, and tells what it wrote', async () => {
    const stream = 'practice-A00001';
    const recordedAs = { basis: { 'policy-gpsoc': 3 }, policyVersion: 'gpsoc-1' };
    const outcome = await send(mine, stream, command(1, { requestHash: 'r1' }), () => ({
      ...count(5),
      recordedAs,
    }));
    const id = eventIds(command(1), stream, '2009-03-20T10:00:00.000Z')(0);
    const [event] = await theirs.readStream(stream);
    expect(outcome).toEqual({
      kind: 'appended',
      events: [{ id, type: 'Counted', payload: { amount: 5 } }],
      revision: 0,
      position: event!.position,
      recordedAt: '2009-03-20T10:00:00.000Z',
    });
    expect(event!.metadata).toEqual({
      commandId: uuid(1),
      command: 'count',
      commandHash: 'hash 1',
      requestHash: 'r1',
      correlationId: uuid(1),
      causationId: uuid(1),
      actor: { sub: 'u1', name: 'Pat Example', role: 'PR', org: 'A00001' },
      recordedAt: '2009-03-20T10:00:00.000Z',
      schemaVersion: 2,
      basis: { 'policy-gpsoc': 3 },
      policyVersion: 'gpsoc-1',
    });
  });

  it('R14: the events of one append share their recordedAt, 1 ms or more after the stream’s last', async () => {
    const stream = 'practice-A00002';
    const two = { kind: 'accepted' as const, events: [...count(1).events, ...count(2).events] };
    await send(mine, stream, command(1), () => two);
    await send(theirs, stream, command(2), (_, { now }) => {
      expect(now).toBe('2009-03-20T10:00:00.001Z');
      return count(3);
    });
    await send(mine, stream, command(3), () => count(4));
    expect((await mine.readStream(stream)).map(({ metadata }) => metadata.recordedAt)).toEqual([
      '2009-03-20T10:00:00.000Z',
      '2009-03-20T10:00:00.000Z',
      '2009-03-20T10:00:00.001Z',
      '2009-03-20T10:00:00.002Z',
    ]);
  });

  describe('I16: a key that the stream has', () => {
    it('gets its first answer again, whatever came later, also in another process and with an old If-Match', async () => {
      const stream = 'practice-A00003';
      const two = { kind: 'accepted' as const, events: [...count(1).events, ...count(2).events] };
      const first = await send(mine, stream, command(1), () => two);
      await send(theirs, stream, command(2), () => count(3));
      const decide = () => {
        throw new Error('decided again');
      };
      for (const store of [mine, theirs]) {
        const again = await send(store, stream, command(1, { ifMatch: -1 }), decide);
        expect(again).toEqual({ ...first, replayed: true });
      }
      expect(amounts(await mine.readStream(stream))).toEqual([1, 2, 3]);
    });

    it('with another body is a reused key', async () => {
      const stream = 'practice-A00004';
      await send(mine, stream, command(1), () => count(1));
      const other = command(1, { hash: 'other' });
      expect(await send(mine, stream, other, () => count(2))).toEqual({ kind: 'key-reused' });
      expect(await send(theirs, stream, other, () => count(2))).toEqual({ kind: 'key-reused' });
      expect(amounts(await mine.readStream(stream))).toEqual([1]);
    });

    it('is found when it was written by another process since the state was remembered', async () => {
      const stream = 'practice-A00005';
      await send(mine, stream, command(1), () => count(1));
      const first = await send(theirs, stream, command(2), () => count(2));
      const later = '2009-03-20T11:00:00.000Z';
      expect(await send(mine, stream, command(2), () => count(2), later)).toEqual({
        ...first,
        replayed: true,
      });
      await send(theirs, stream, command(3), () => count(3));
      expect(await send(mine, stream, command(3), refusedOver(0, 3))).toMatchObject({ replayed: true });
      expect(amounts(await mine.readStream(stream))).toEqual([1, 2, 3]);
    });

    it('with another body is a reused key also where only a state before it is remembered', async () => {
      const stream = 'practice-A00012';
      await send(mine, stream, command(1), () => count(1));
      await send(theirs, stream, command(2), () => count(2));
      const other = command(2, { hash: 'other' });
      expect(await send(mine, stream, other, () => count(200))).toEqual({ kind: 'key-reused' });
      expect(amounts(await mine.readStream(stream))).toEqual([1, 2]);
    });

    it('sent 20 times at once is written once, with one answer', async () => {
      const stream = 'practice-A00006';
      const sent = Array.from({ length: 20 }, (_, n) =>
        send(n % 2 ? mine : theirs, stream, command(1), () => count(1)),
      );
      const answers = (await Promise.all(sent)).map(
        ({ replayed: _, ...answer }: Outcome & { replayed?: true }) => answer,
      );
      expect(
        new Set(
          answers.map((answer) => JSON.stringify(answer, (_, v) => (typeof v === 'bigint' ? `${v}` : v))),
        ).size,
      ).toBe(1);
      expect(amounts(await mine.readStream(stream))).toEqual([1]);
    });
  });

  it('a refusal and a nothing are never given on a state that is out of date', async () => {
    const stream = 'practice-A00007';
    await send(mine, stream, command(1), () => count(5));
    await send(theirs, stream, command(2), () => count(-5));
    expect(await send(mine, stream, command(3), refusedOver(5, 5))).toMatchObject({
      kind: 'appended',
      revision: 2,
    });
    await send(theirs, stream, command(4), () => count(-5));
    const once = (sum: number): Decided<Counted> => (sum === 0 ? count(1) : { kind: 'nothing' });
    expect(await send(mine, stream, command(5), once)).toMatchObject({ kind: 'appended', revision: 4 });
    expect(await send(mine, stream, command(6), once)).toEqual({ kind: 'nothing', revision: 4 });
    expect(await send(mine, stream, command(7), refusedOver(0, 5))).toMatchObject({
      kind: 'refused',
      refusal: { code: 'POLICY_MISSING' },
    });
    expect(amounts(await mine.readStream(stream))).toEqual([5, -5, 5, -5, 1]);
  });

  it('a conflict is decided again on the new state', async () => {
    const stream = 'practice-A00008';
    await send(mine, stream, command(1), () => count(1));
    await send(theirs, stream, command(2), () => count(2));
    const seen: number[] = [];
    const outcome = await send(mine, stream, command(3), (sum) => {
      seen.push(sum);
      return count(sum);
    });
    expect(outcome).toMatchObject({ kind: 'appended', revision: 2, events: [{ payload: { amount: 3 } }] });
    expect(seen).toEqual([1, 3]);
  });

  it('a third conflict is the answer', async () => {
    const stream = 'practice-A00009';
    let others = 10;
    const outcome = await send(mine, stream, command(1), async () => {
      await send(theirs, stream, command(others++), () => count(1));
      return count(100);
    });
    expect(outcome).toEqual({ kind: 'conflict' });
    expect(amounts(await mine.readStream(stream))).toEqual([1, 1, 1]);
  });

  it('If-Match holds against the stream as it is, not as it is remembered', async () => {
    const stream = 'practice-A00010';
    await send(mine, stream, command(1), () => count(1));
    await send(theirs, stream, command(2), () => count(2));
    const failed = { kind: 'precondition-failed', revision: 1 };
    expect(await send(mine, stream, command(3, { ifMatch: 0 }), () => count(3))).toEqual(failed);
    expect(await send(mine, stream, command(4, { ifMatch: 7 }), () => count(3))).toEqual(failed);
    await send(theirs, stream, command(5), () => count(3));
    expect(await send(mine, stream, command(6, { ifMatch: 2 }), () => count(4))).toMatchObject({
      revision: 3,
    });
    expect(amounts(await mine.readStream(stream))).toEqual([1, 2, 3, 4]);
  });

  it('64 writers on one stream all succeed, once each and without a gap', async () => {
    const stream = 'practice-A00064';
    const sent = Array.from({ length: 64 }, (_, n) => send(mine, stream, command(n), () => count(n)));
    const outcomes = await Promise.all(sent);
    expect(
      outcomes.map((outcome) => (outcome.kind === 'appended' ? outcome.revision : outcome.kind)),
    ).toEqual(Array.from({ length: 64 }, (_, n) => n));
    const events = await theirs.readStream(stream);
    expect(events.map(({ revision }) => revision)).toEqual(Array.from({ length: 64 }, (_, n) => n));
    expect(new Set(events.map(({ metadata }) => metadata.commandId)).size).toBe(64);
  });

  it('a decision that throws writes nothing and leaves the stream usable', async () => {
    const stream = 'practice-A00011';
    const broken = send(mine, stream, command(1), () => Promise.reject(new Error('a fault of ours')));
    await expect(broken).rejects.toThrow('a fault of ours');
    expect(await send(mine, stream, command(2), () => count(1))).toMatchObject({ revision: 0 });
  });

  it('loads a stream as it is now, or as it was not longer ago than allowed', async () => {
    const stream = 'supplier-EMIS';
    expect(await loadStream(mine, counting, stream)).toMatchObject({ state: 0, revision: -1 });
    await theirs.append(stream, 'no_stream', [counted(1, 5)]);
    expect(await loadStream(mine, counting, stream, 60_000)).toMatchObject({ state: 0, revision: -1 });
    expect(await loadStream(mine, counting, stream)).toMatchObject({ state: 5, revision: 0 });
    expect(await loadStream(mine, counting, stream, 60_000)).toMatchObject({ state: 5, revision: 0 });
  });
});
