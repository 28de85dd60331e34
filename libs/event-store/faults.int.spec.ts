import { useEventStore } from '#testing/event-store.js';
import { amounts, counted, countingRegistry } from './counting.fixture.js';
import { StoreUnavailable } from './errors.js';
import { type FaultProxy, startFaultProxy } from './fault-proxy.fixture.js';
import { openStore, type Store } from './store.js';

describe('the store behind a faulty network', () => {
  const node = useEventStore();
  let proxy: FaultProxy;
  let store: Store;
  let direct: Store;
  beforeAll(async () => {
    proxy = await startFaultProxy(node.connectionString);
    const registry = countingRegistry;
    const { connectionString } = proxy;
    store = openStore({ ...node, connectionString, registry, timeoutMs: 400, silenceMs: 200 });
    direct = openStore({ ...node, registry });
  });
  afterAll(async () => {
    await Promise.all([store.close(), direct.close()]);
    await proxy.close();
  });

  /** Until the store has so many events of a stream, as seen past the proxy. */
  const written = async (stream: string, events: number): Promise<void> => {
    while ((await direct.readStream(stream)).length < events);
  };

  it('I16: an append whose answer is lost is tried again and is there once', async () => {
    await store.append('practice-A00001', 'no_stream', [counted(1, 1)]);
    proxy.loseAnswers();
    const appending = store.append('practice-A00001', 0, [counted(2, 2)]);
    await written('practice-A00001', 2);
    proxy.cut();
    expect(await appending).toMatchObject({ kind: 'appended', revision: 1 });
    expect(amounts(await store.readStream('practice-A00001'))).toEqual([1, 2]);
  });

  it('I16: an append that was written while another came after it is not taken for a conflict', async () => {
    await store.append('practice-A00002', 'no_stream', [counted(11, 1)]);
    proxy.loseAnswers();
    const appending = store.append('practice-A00002', 0, [counted(12, 2)]);
    await written('practice-A00002', 2);
    await direct.append('practice-A00002', 1, [counted(13, 3)]);
    proxy.cut();
    expect(await appending).toMatchObject({ kind: 'appended', revision: 1 });
    expect(amounts(await store.readStream('practice-A00002'))).toEqual([1, 2, 3]);
  });

  it('gives up on a silent store within the time allowed, for appends and for reads', async () => {
    await store.readStream('practice-A00001');
    proxy.loseAnswers();
    const began = performance.now();
    const calls = await Promise.allSettled([
      store.append('practice-A00003', 'no_stream', [counted(21, 1)]),
      store.readStream('practice-A00001'),
      store.headPosition(),
    ]);
    const tookMs = performance.now() - began;
    proxy.cut();
    expect(calls.map((call) => (call.status === 'rejected' ? call.reason : call.value))).toEqual([
      expect.any(StoreUnavailable),
      expect.any(StoreUnavailable),
      expect.any(StoreUnavailable),
    ]);
    expect(tookMs).toBeLessThan(2000);
    await written('practice-A00003', 1);
    expect(await store.append('practice-A00003', 'no_stream', [counted(21, 1)])).toMatchObject({
      revision: 0,
    });
  });

  it.each([
    ['is cut', () => proxy.cut()],
    ['falls silent', () => proxy.loseAnswers()],
  ])('resumes a subscription that %s, without a gap and without a double', async (_, fault) => {
    const from = await direct.headPosition();
    const end = new AbortController();
    const stream = `practice-B${from}`;
    const found: number[] = [];
    await direct.append(stream, 'no_stream', [counted(31, 0)]);
    for await (const batch of store.subscribeAll({ from, signal: end.signal })) {
      found.push(...amounts(batch));
      if (found.length === 1) {
        fault();
        for (let n = 1; n < 10; n++) await direct.append(stream, n - 1, [counted(31 + n, n)]);
        const healed = setInterval(() => proxy.cut(), 1500);
        end.signal.addEventListener('abort', () => clearInterval(healed));
      }
      if (found.length === 10) end.abort();
    }
    expect(found).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
