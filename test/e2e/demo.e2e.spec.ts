import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct, type StartedProduct } from '../product.js';
import { gpsoc } from './gpsoc.js';

interface Interval {
  readonly instance: string;
  readonly row: string;
  readonly from: string;
  readonly to: string | null;
  readonly days: number;
  readonly pence: number;
  readonly reason: string;
  readonly rule: string;
  readonly policyVersion: string;
  readonly events: readonly string[];
}
interface Funding {
  readonly intervals: readonly Interval[];
  readonly totals: { readonly byInstance: readonly { instance: string; afterBeddingIn: object | null }[] };
}

describe('npm run demo: the worked data set W', () => {
  let folder: string;
  let product: StartedProduct;
  let token: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gpsoc-demo-'));
    product = await startProduct(folder, 'demo');
    token = /eyJ\S+/.exec(product.printed)![0];
  }, 120_000);
  afterAll(async () => {
    await product.end('SIGINT');
    await rm(folder, { recursive: true, force: true });
  });

  const get = async (path: string): Promise<unknown> => {
    const answer = await fetch(`${product.apiUrl}/api/v1/${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.json();
  };
  /** What falls on the PCT after bedding-in, and the routine support beside it. */
  const localCost = async (known: string) => {
    const { intervals, totals } = (await get(`practices/A00001/funding${known}`)) as Funding;
    return {
      total: totals.byInstance.find(({ instance }) => instance === 'E1')?.afterBeddingIn,
      intervals: intervals.filter(
        ({ instance, reason }) => instance === 'E1' && reason === 'AFTER_BEDDING_IN',
      ),
    };
  };

  it('A8 A33: with everything known, 49 days of local payment come to £542.57, routine support apart', async () => {
    const { total, intervals } = await localCost('');
    expect(total).toEqual({
      from: '2009-06-13',
      to: '2009-08-01',
      days: 49,
      pence: 542_57,
      routinePence: 89_28,
    });
    expect(intervals.map(({ row, pence }) => [row, pence])).toEqual([
      ['LEVEL_1_COMPLIANCE', 27_47],
      ['LEVEL_2_COMPLIANCE', 27_47],
      ['LEVEL_3_COMPLIANCE', 27_47],
      ['SOFTWARE_LICENCE', 460_16],
    ]);
    for (const { rule, policyVersion, events } of intervals) {
      expect([rule, policyVersion]).toEqual(['A8', 'gpsoc-1']);
      expect(events.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['2009-03-25', { days: 9, pence: 99_67 }],
    ['2009-04-03', { days: 8, pence: 88_60 }],
  ])('A19 R14: as known at %s', async (knownAt, expected) => {
    expect((await localCost(`?knownAt=${knownAt}`)).total).toMatchObject(expected);
  });

  it('A19: go-live as known at 20 March 2009 is 11 March', async () => {
    const known = (await get('practices/A00001?on=2009-03-20&knownAt=2009-03-20')) as {
      migration: { goLive: { on: string; events: readonly string[] } };
    };
    expect(known.migration.goLive).toMatchObject({ on: '2009-03-11', cutoverTime: null });
    expect(known.migration.goLive.events).toHaveLength(1);
  });

  it('R17: the first token printed is an auditor’s, and its time goes by the real clock', async () => {
    const expires = /"exp":(\d+)/.exec(Buffer.from(token.split('.')[1]!, 'base64url').toString())![1];
    expect(Number(expires) * 1000).toBeGreaterThan(Date.now());
    expect(product.printed.indexOf('AUD ')).toBeLessThan(product.printed.indexOf('NAT '));
  });

  it('every question in the README is answered, and finds the practice', async () => {
    const readme = await readFile('README.md', 'utf8');
    const asked = [...readme.matchAll(/^get "?([^"\s]+)"?/gm)].map(([, path]) => path!);
    expect(asked.length).toBeGreaterThan(5);
    for (const path of asked)
      expect([path, JSON.stringify(await get(path))]).toEqual([path, expect.stringContaining('A00001')]);
  });

  it('the command in the README is recorded, with a token that gpsoc makes for the practice', async () => {
    const made = await gpsoc(['token', '--role', 'PR', '--org', 'A00001', '--name', 'A Reed'], {
      DATA_DIR: folder,
    });
    const body = /-d '({.*})'/.exec(await readFile('README.md', 'utf8'))![1]!;
    const today = new Date().toISOString().slice(0, 10);
    const answer = await fetch(`${product.apiUrl}/api/v1/practices/A00001/record-contact`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${made.said.trim()}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: body.replace(/'?"?\$\(date \+%F\)"?'?/, today),
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      201,
      { events: [{ type: 'OptionsDiscussed' }] },
    ]);
  });
});
