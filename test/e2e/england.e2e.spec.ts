import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { eventRegistry } from '#contracts/registry.js';
import { openStore } from '#event-store/index.js';
import { issueToken } from '#platform/auth.js';
import type { RunningProduct } from '#platform/running-product.js';
import { signingKey } from '#platform/signing-key.js';
import { startProduct, type StartedProduct } from '../product.js';
import { gpsoc } from './gpsoc.js';

const DATA = resolve('..', 'shared', 'data');
const FILES = {
  'ods-practices': join(DATA, 'ods', 'epraccur-2019-08.csv.gz'),
  'ods-memberships': join(DATA, 'ods', 'epcmem-2019-08.csv.gz'),
  'system-use': join(DATA, 'practice-system-spells.csv'),
} as const;
type Kind = keyof typeof FILES;
const isThere = Object.values(FILES).every((file) => existsSync(file));

/** The files belong to no one repository: without them there is nothing to import, and the tests say so. */
const onRealData = isThere ? it : it.skip;
const title = isThere ? '' : ' (skipped: the published files are not in ../shared/data)';

/** The lines of a file as lists of fields, read by other means than the import's. */
const linesOf = (kind: Kind): string[][] => {
  const contents = readFileSync(FILES[kind]);
  const text = (FILES[kind].endsWith('.gz') ? gunzipSync(contents) : contents).toString();
  const lines = text.trimEnd().split(/\r?\n/);
  return lines.map((line) => (line.startsWith('"') ? line.slice(1, -1).split('","') : line.split(',')));
};

const storeOf = ({ eventStoreUrl: connectionString, streamPrefix }: RunningProduct) =>
  openStore({ connectionString, streamPrefix, registry: eventRegistry });

interface Page {
  readonly practices: readonly { ods: string; system: { name: string; basis: string } | null }[];
  readonly next: string | null;
}

describe('all of England', () => {
  let folder: string;
  let product: StartedProduct;
  beforeAll(async () => {
    if (!isThere) return;
    folder = await mkdtemp(join(tmpdir(), 'gpsoc-england-'));
    product = await startProduct(folder);
  }, 120_000);
  afterAll(async () => {
    if (!isThere) return;
    await product.end('SIGINT');
    await rm(folder, { recursive: true, force: true });
  });

  const run = async (kind: Kind) => {
    const report = join(folder, `${kind}.txt`);
    const { code, said } = await gpsoc(['import', kind, FILES[kind], '--report', report], {
      DATA_DIR: folder,
    });
    expect(code).toBe(0);
    return { said, skipped: (await readFile(report, 'utf8')).split('\n').filter((line) => line !== '') };
  };
  const countEvents = async (): Promise<Map<string, number>> => {
    const store = storeOf(product);
    const counts = new Map<string, number>();
    for await (const { type, metadata } of store.readAll('start'))
      if (metadata.actor.role === 'PM') counts.set(type, (counts.get(type) ?? 0) + 1);
    await store.close();
    return counts;
  };

  onRealData(
    `O2 O3: imports 8,201 of 14,303 practices, 31,015 of 47,822 memberships and 8,547 of 8,660 spells, and lists each row that it skips${title}`,
    async () => {
      const register = linesOf('ods-practices');
      const practices = register.filter((fields) => fields[25] === '4');
      const codes = new Set(practices.map(([code]) => code));
      const closed = practices.filter((fields) => fields[11] !== '');
      const memberships = linesOf('ods-memberships');
      const kept = memberships.filter(([code]) => codes.has(code));
      const spells = linesOf('system-use').slice(1);
      const observed = spells.filter(([code]) => codes.has(code));
      expect([register, practices, memberships, kept, spells, observed].map(({ length }) => length)).toEqual([
        14_303, 8_201, 47_822, 31_015, 8_660, 8_547,
      ]);

      const first = await run('ods-practices');
      expect(first.said).toContain('14303 rows: 8201 kept');
      expect(first.skipped).toHaveLength(14_303 - 8_201);
      expect(first.skipped.every((line) => line.includes('not a GP practice'))).toBe(true);
      const second = await run('ods-memberships');
      expect(second.said).toContain('47822 rows: 31015 kept (31015 added 31015 events');
      expect(second.skipped).toHaveLength(47_822 - 31_015);
      const third = await run('system-use');
      expect(third.said).toContain('8660 rows: 8547 kept (8547 added 8547 events');
      expect(third.skipped).toHaveLength(8_660 - 8_547);
      expect(Object.fromEntries(await countEvents())).toEqual({
        PracticeRegistered: 8_201,
        PracticeClosed: closed.length,
        PracticeCommissionerChanged: 31_015,
        SystemUseObserved: 8_547,
      });
    },
    600_000,
  );

  onRealData(
    `O6: importing the same files again adds no event${title}`,
    async () => {
      const before = await countEvents();
      for (const kind of Object.keys(FILES) as Kind[])
        expect((await run(kind)).said).toContain('(0 added 0 events');
      expect(await countEvents()).toEqual(before);
    },
    600_000,
  );

  onRealData(
    `O4: afterwards the list of practices answers for England, page by page${title}`,
    async () => {
      const key = await signingKey(folder);
      const token = await issueToken(key, { sub: 'q', name: 'Q Audit', role: 'AUD', org: 'AUDIT' }, 3600);
      const store = storeOf(product);
      const head = await store.headPosition();
      await store.close();
      const headers = {
        authorization: `Bearer ${token}`,
        'register-read-after': head.toString(),
        prefer: 'wait=60',
      };
      const listed = new Map<string, string | null>();
      for (let cursor: string | null = ''; cursor !== null;) {
        const page = `${product.apiUrl}/api/v1/practices?limit=500${cursor && `&cursor=${cursor}`}`;
        const answer = (await (await fetch(page, { headers })).json()) as Page;
        for (const { ods, system } of answer.practices)
          listed.set(ods, system && `${system.basis} ${system.name}`);
        cursor = answer.next;
      }
      expect(listed.size).toBe(8_201);
      const lastOf = new Map<string, { system: string; until: string }>();
      for (const [ods = '', , system = '', , , until = ''] of linesOf('system-use').slice(1))
        if (listed.has(ods) && until >= (lastOf.get(ods)?.until ?? '')) lastOf.set(ods, { system, until });
      for (const [ods, system] of listed) {
        const last = lastOf.get(ods);
        expect([ods, system]).toEqual([ods, last ? `OBSERVED ${last.system}` : null]);
      }
    },
    600_000,
  );
});
