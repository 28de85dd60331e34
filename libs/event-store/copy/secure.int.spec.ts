import { useSecureEventStore } from '#testing/secure-event-store.js';
import { copyStore } from './copy.js';
import { eventsOf, put, stored } from './stored.fixture.js';
import { openWholeStore } from './whole-store.js';

describe('copying from a secure store to another', () => {
  const [from, to] = [useSecureEventStore(), useSecureEventStore()];
  const admin = 'admin:changeit';
  const copy = async (source: string, target: string) => {
    const stores = [openWholeStore(source, 'source'), openWholeStore(target, 'target')] as const;
    const options = { dryRun: false, signal: new AbortController().signal, onProgress: () => undefined };
    return copyStore(...stores, options).finally(() => Promise.all(stores.map((store) => store.close())));
  };
  beforeAll(async () => {
    const source = openWholeStore(from.connectionString(admin), 'source');
    await put(source, [stored('a', 0), stored('a', 1), stored('b', 0)]);
    await source.close();
  });

  it('takes the events of its streams along, and leaves its users', async () => {
    const outcome = await copy(from.connectionString(admin), to.connectionString(admin));
    expect(outcome).toMatchObject({ kind: 'complete', copied: 3, found: { same: 3 } });
    expect('found' in outcome && outcome.found.left.get('$user')).toBe(4);
    const copied = await eventsOf(to.connectionString(admin), 'a');
    expect(copied.filter(({ stream }) => stream === 'a')).toHaveLength(2);
  });

  it.each([
    ['source', undefined, admin],
    ['source', 'admin:wrong', admin],
    ['source', 'ops:changeit', admin],
    ['target', admin, undefined],
    ['target', admin, 'ops:changeit'],
  ])('says that the %s refuses its user, as %s and %s', async (called, reader, writer) => {
    const copying = copy(from.connectionString(reader), to.connectionString(writer));
    await expect(copying).rejects.toThrow(
      `The ${called} refuses its user: put an administrator's name and password into its address`,
    );
  });
});
