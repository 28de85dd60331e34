import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startProduct, type StartedProduct } from '../product.js';

const run = promisify(execFile);

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
    process.env['STREAM_PREFIX'] = 'of-another-';
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
    expect(product.printed).toContain(`\n  TOKEN=${token}\n`);
    const expires = /"exp":(\d+)/.exec(Buffer.from(token.split('.')[1]!, 'base64url').toString())![1];
    expect(Number(expires) * 1000).toBeGreaterThan(Date.now());
    expect(product.printed.indexOf('AUD ')).toBeLessThan(product.printed.indexOf('NAT '));
  });

  it('every example of the README works as it is pasted, and finds the practice', async () => {
    const readme = await readFile('README.md', 'utf8');
    const shown = readme.slice(readme.indexOf('## See it work'), readme.indexOf('## Load England'));
    const pasted = [...shown.matchAll(/```sh\n(.*?)```/gs)].map(([, lines]) => lines).join('');
    const onThisDemo = pasted
      .replace('http://127.0.0.1:3000', product.apiUrl)
      .replaceAll('./var/demo', folder)
      .replaceAll('npx gpsoc', 'node bin/gpsoc.js');
    const { stdout } = await run('bash', ['-c', onThisDemo], { env: { ...process.env, TOKEN: token } });
    const answers = stdout.trimEnd().split('\n');
    expect(answers).toHaveLength([...pasted.matchAll(/^(get|curl) /gm)].length);
    for (const answer of answers.slice(0, -1)) expect(JSON.parse(answer)).not.toHaveProperty('remedy');
    for (const answer of answers.slice(0, -1)) expect(answer).toContain('A00001');
    expect(JSON.parse(answers.at(-1)!)).toMatchObject({ events: [{ type: 'OptionsDiscussed' }] });
  });
});
