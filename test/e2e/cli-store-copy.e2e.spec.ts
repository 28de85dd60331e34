import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventsOf, put, stored } from '#event-store/copy/stored.fixture.js';
import type { StoredEvent } from '#event-store/copy/stored-event.js';
import { openWholeStore, type WholeStore } from '#event-store/copy/whole-store.js';
import { useEmbeddedEventStore } from '#testing/event-store.js';
import { gpsoc } from './gpsoc.js';

const EVENTS = 350;
const STREAMS = 7;

describe('gpsoc store copy', () => {
  const [from, to] = [useEmbeddedEventStore(), useEmbeddedEventStore()];
  let source: WholeStore;
  let target: WholeStore;
  beforeAll(() => {
    [source, target] = [
      openWholeStore(from.connectionString, 'source'),
      openWholeStore(to.connectionString, 'target'),
    ];
  });
  afterAll(() => Promise.all([source.close(), target.close()]));

  const words = (...more: readonly string[]) => [
    'store',
    'copy',
    '--from',
    from.connectionString,
    '--to',
    to.connectionString,
    ...more,
  ];
  const fill = async (name: string): Promise<StoredEvent[]> => {
    const events = Array.from({ length: EVENTS }, (_, n) =>
      stored(`${from.streamPrefix}${name}-${n % STREAMS}`, Math.floor(n / STREAMS), { data: `{"n":${n}}` }),
    );
    await put(source, events);
    return events;
  };

  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'ended by %s at any moment and begun again, it has copied each event once and in order',
    async (signal) => {
      const name = signal.toLowerCase();
      const events = await fill(name);
      const child = spawn(process.execPath, ['dist/apps/cli/main.js', ...words()], { stdio: 'ignore' });
      const ended = once(child, 'exit');
      const [{ stream }] = events as [StoredEvent];
      while ((await target.readStream(stream, 0n, 1)).length === 0 && child.exitCode === null);
      child.kill(signal);
      await ended;
      const again = await gpsoc(words(), {});
      expect(again.code).toBe(0);
      expect(again.said).toContain(
        'are the same: id, type, data, metadata, content type, and their order in each',
      );
      const copied = await eventsOf(to.connectionString, `${from.streamPrefix}${name}`);
      expect(copied.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    },
  );

  it('says in a dry run what it would copy, what is there and what stays', async () => {
    await put(source, [stored(`$$$stats-${from.streamPrefix}`, 0), stored(`${from.streamPrefix}new`, 0)]);
    const { code, said } = await gpsoc(words('--dry-run'), {});
    expect(code).toBe(0);
    expect(said).toContain('1 events would be copied, 700 are there already.');
    expect(said).toMatch(/Left in the source, as they are its server's own: .*\$stats \(1\)/);
  });

  it('ends with 1 where the target holds something else, and says where', async () => {
    await put(target, [stored(`${from.streamPrefix}new`, 0, { type: 'Other' })]);
    const { code, said, complained } = await gpsoc(words(), {});
    expect([code, said]).toEqual([1, '']);
    expect(complained).toContain(
      'The target does not hold what the source holds, in 1 events; 0 events copied.',
    );
    expect(complained).toContain(`  revision 0 of ${from.streamPrefix}new has another type, id\n`);
  });

  it('says in one sentence what is wrong with an address', async () => {
    const other = await gpsoc(['store', 'copy', '--from', 'http://here', '--to', to.connectionString], {});
    expect(other).toMatchObject({
      code: 1,
      complained: expect.stringMatching(/^--from is no address of an event store .*\n$/),
    });
    const nobody = 'esdb://127.0.0.1:1?tls=false';
    const away = await gpsoc(['store', 'copy', '--from', from.connectionString, '--to', nobody], {});
    expect(away).toMatchObject({
      code: 1,
      complained: expect.stringMatching(
        /^The target does not answer \(.*ECONNREFUSED.*\): check its address/,
      ),
    });
  });
});
