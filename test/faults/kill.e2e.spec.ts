import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventRegistry } from '#contracts/registry.js';
import type { Recorded } from '#domain/recorded.js';
import { openStore } from '#event-store/index.js';
import { issueToken, type TokenHolder } from '#platform/auth.js';
import { dataLayout } from '#platform/data-folder.js';
import { type SigningKey, signingKey } from '#platform/signing-key.js';
import { diff, openSql, rebuild, schemaOf, waitFor, type Difference } from '#projections/index.js';
import { projections } from '#read-models/index.js';
import { startProduct, type StartedProduct } from '../product.js';
import { faultsIn, type Acknowledged } from './acknowledged.js';
import { commandTo, sendAll, type Command } from './clients.js';

/** How often the product is killed: 2 in every run of the tests, 20 in `npm run test:faults`. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 2);
const COMMANDS = 1000;
/** The practices in whose streams the commands of a round meet. */
const sharedIn = (round: number): string[] =>
  [1, 2, 3, 4].map((n) => `S${String(round).padStart(2, '0')}00${n}`);

describe('I16: kill -9 of the whole product in the middle of 1,000 commands', () => {
  let folder: string;
  let product: StartedProduct;
  const asked = new Map<string, Command>();
  const told = new Map<string, Acknowledged>();
  let key: SigningKey;
  let national: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gpsoc-kill-'));
    product = await startProduct(folder);
    key = await signingKey(folder);
    national = await token('NAT', 'NATIONAL');
  }, 120_000);
  afterAll(async () => {
    await product.end('SIGINT');
    await rm(folder, { recursive: true, force: true });
  });

  const token = (role: TokenHolder['role'], org: string) =>
    issueToken(key, { sub: `${role}-1`, name: `${role} of ${org}`, role, org }, 3600);
  const acknowledge = (acknowledged: Acknowledged) => void told.set(acknowledged.commandId, acknowledged);
  const noted = (commands: readonly Command[]) => {
    for (const command of commands) asked.set(command.commandId, command);
    return commands;
  };
  const unanswered = () => [...asked.values()].filter(({ commandId }) => !told.has(commandId));

  const register = (ods: string): Command =>
    commandTo(
      `practices/${ods}/register-practice`,
      { effectiveDate: '2009-01-01', name: `Surgery ${ods}` },
      national,
    );
  /** Half of the commands found a practice, half meet in the streams of a few. */
  const commandsOf = async (round: number): Promise<Command[]> => {
    const shared = sharedIn(round);
    const tokens = await Promise.all(shared.map((ods) => token('PR', ods)));
    return Array.from({ length: COMMANDS }, (_, n) => {
      if (n % 2 === 0) return register(`K${String(round).padStart(2, '0')}${String(n).padStart(3, '0')}`);
      const which = Math.floor(n / 2) % shared.length;
      const ods = shared[which]!;
      const participants = [{ name: 'A Reed', role: 'practice manager', org: ods }];
      const optionsConsidered = [`Option ${n} of round ${round}`];
      const body = { effectiveDate: '2009-01-05', participants, optionsConsidered, reason: 'Found late' };
      return commandTo(`practices/${ods}/record-contact`, body, tokens[which]!);
    });
  };

  /** Kills the product, in every other round with its PostgreSQL; otherwise that is left to the next start. */
  const kill = async (round: number): Promise<void> => {
    const pidFile = join(dataLayout(folder).postgres, 'cluster', 'postmaster.pid');
    if (round % 2 === 0) process.kill(Number.parseInt(await readFile(pidFile, 'utf8')), 'SIGKILL');
    await product.end('SIGKILL');
  };

  const events = async (): Promise<Recorded[]> => {
    const store = openStore({ connectionString: product.eventStoreUrl, registry: eventRegistry });
    const all: Recorded[] = [];
    for await (const event of store.readAll('start')) all.push(event);
    await store.close();
    return all.filter(({ metadata }) => metadata.actor.sub !== 'installer');
  };

  /** The differences between each projection as it ran through the kills and one built now from the events. */
  const differences = async (): Promise<readonly Difference[]> => {
    const store = openStore({ connectionString: product.eventStoreUrl, registry: eventRegistry });
    const sql = openSql(product.databaseUrl, 2);
    const head = (await store.headPosition()) as bigint;
    const waited = await waitFor(
      sql,
      projections.map(({ name }) => name),
      head,
      60_000,
    );
    expect(waited).toMatchObject({ reached: true });
    const found: Difference[] = [];
    for (const projection of projections) {
      const rebuilt = await rebuild(product.databaseUrl, store, projection);
      found.push(await diff(sql, schemaOf(projection), rebuilt));
    }
    await Promise.all([sql.end(), store.close()]);
    return found;
  };

  it.each(Array.from({ length: ROUNDS }, (_, index) => index + 1))(
    'round %p: every acknowledged event is there once after the restart, none unknown, and the read models agree with a rebuild',
    async (round) => {
      await sendAll(product.apiUrl, noted(sharedIn(round).map(register)), acknowledge);
      const killAfter = told.size + 100 + Math.floor(Math.random() * (COMMANDS - 200));
      let killed: Promise<void> | undefined;
      await sendAll(product.apiUrl, noted(await commandsOf(round)), (acknowledged) => {
        acknowledge(acknowledged);
        if (told.size >= killAfter) killed ??= kill(round);
      });
      await killed;
      expect(unanswered().length).toBeGreaterThan(0);

      product = await startProduct(folder);
      expect(faultsIn(await events(), new Set(asked.keys()), [...told.values()])).toEqual([]);
      while (unanswered().length > 0) await sendAll(product.apiUrl, unanswered(), acknowledge);
      const recorded = await events();
      expect(faultsIn(recorded, new Set(asked.keys()), [...told.values()])).toEqual([]);
      expect(recorded).toHaveLength(round * (sharedIn(round).length + COMMANDS));
      for (const { tables, positions } of await differences()) {
        expect(tables).toEqual([]);
        expect(positions[0]).toBe(positions[1]);
      }
    },
    180_000,
  );

  it('a planted loss, a planted double and a planted row are caught', async () => {
    const recorded = await events();
    const keys = new Set(asked.keys());
    expect(faultsIn(recorded.slice(0, -1), keys, [...told.values()])).toHaveLength(1);
    const [first] = recorded;
    const double = {
      ...first!,
      id: 'another',
      revision: recorded.filter(({ stream }) => stream === first!.stream).length,
    };
    expect(faultsIn([...recorded, double], keys, [...told.values()])).toHaveLength(1);
    const sql = openSql(product.databaseUrl, 1);
    await sql`delete from practices_v2.practice_span where ods = 'S01001'`;
    await sql.end();
    const found = (await differences()).flatMap(({ tables }) => tables);
    expect(found).toMatchObject([{ table: 'practice_span', onlyInFirst: 0, onlyInSecond: 1 }]);
  }, 180_000);
});
