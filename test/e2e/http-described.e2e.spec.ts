import { z } from 'zod';
import { fillWithWorkedDataSet } from '#apps/standalone/fill.js';
import { people } from '#apps/standalone/worked-data-set.js';
import { systemIds } from '#platform/ids.js';
import { otherPct } from '#testing/fixture.js';
import { type Answered, type Person, useApi } from './use-api.js';

interface Content {
  readonly schema: Readonly<Record<string, unknown>>;
}
interface Response {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, Content>>;
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly schema: { readonly pattern?: string } }[];
  readonly responses: Readonly<Record<string, Response>>;
}
interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Content['schema']>> };
}

const { auditor, patel, cole, reed, moss, hart, national } = people;
const PRACTICE = '/api/v1/practices/{ods}';
/** The headers of an answer that a client acts on. */
const ACTED_ON = ['etag', 'link', 'location', 'register-position', 'retry-after', 'www-authenticate'];

describe('the description of the API is true of the running product', () => {
  const api = useApi(fillWithWorkedDataSet);
  let description: Description;
  beforeAll(async () => {
    description = (await api.send('/api/v1/openapi.json', {})).body as unknown as Description;
  });

  const schemaOf = ({ schema }: Content): z.ZodType => {
    const { $ref: reference } = schema as { $ref?: string };
    const named = reference && description.components.schemas[reference.split('/').at(-1) ?? ''];
    return z.fromJSONSchema((named ?? schema) as never);
  };

  /** Fails unless status, type, headers and body of the answer are as described; the body of CSV is text. */
  const expectDescribed = (method: string, path: string, { status, headers, body, text }: Answered) => {
    const { responses } = description.paths[path]![method]!;
    const response = responses[String(status)];
    const type = (headers.get('content-type') ?? '').split(';')[0]!;
    expect([path, status, Object.keys(response?.content ?? {})]).toEqual([
      path,
      status,
      expect.arrayContaining([type]),
    ]);
    const found = schemaOf(response!.content![type]!).safeParse(type === 'text/csv' ? text : body);
    expect([path, status, found.error]).toEqual([path, status, undefined]);
    const described = Object.keys(response!.headers ?? {}).map((name) => name.toLowerCase());
    expect([path, status, ACTED_ON.filter((name) => headers.has(name) && !described.includes(name))]).toEqual(
      [path, status, []],
    );
  };

  it('is OpenAPI 3.1, whose schemas are JSON Schemas', () => {
    expect(description.openapi).toBe('3.1.0');
  });

  it('has no pattern that means another thing where it is compiled without the flag u, as Swagger UI does', () => {
    const operations = Object.values(description.paths).flatMap((path) => Object.values(path));
    const patterns = operations.flatMap(({ parameters = [] }) =>
      parameters.flatMap(({ schema }) => schema.pattern ?? []),
    );
    expect(patterns.length).toBeGreaterThan(10);
    expect(patterns.filter((pattern) => /\\[pP]\{/.test(pattern))).toEqual([]);
    const [name] = description.paths['/api/v1/practices']!['get']!.parameters!.filter(
      (one) => one.name === 'name',
    );
    const matches = (text: string) => new RegExp(name!.schema.pattern!).test(text);
    expect([matches('Ŵyn’s Surgery'), matches('a\u0000b'), matches('a\u0085b')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  const DAYS = [
    '2006-01-15',
    '2006-10-01',
    '2008-12-19',
    '2009-03-12',
    '2009-06-20',
    '2011-10-01',
    '2014-01-01',
  ];
  const asked = (values: readonly string[]) => [
    '',
    ...values.flatMap((day) => [`?on=${day}`, `?knownAt=${day}`]),
  ];
  const questions: [string, readonly string[], readonly Person[]][] = [
    ['/api/v1/practices', asked(['2009-06-20']), [auditor]],
    [PRACTICE, asked(DAYS), [auditor, moss, hart]],
    [`${PRACTICE}/next-steps`, asked(DAYS), [auditor, moss, hart]],
    [`${PRACTICE}/funding`, asked(DAYS), [auditor, moss]],
    [`${PRACTICE}/audit-history`, [...asked(['2009-03-20']), '?limit=5'], [auditor, moss]],
    [`${PRACTICE}/audit-history/{revision}`, ['', '?knownAt=2009-04-03'], [auditor]],
    ['/api/v1/systems', [...asked(['2009-06-20']), '?limit=1'], [auditor]],
    ['/api/v1/call-off-cover', asked(['2009-06-20']), [auditor]],
    ['/api/v1/data-access-services', asked(['2009-06-20']), [auditor]],
    ['/api/v1/commissioners/{code}/funding', asked(['2009-06-20']), [auditor]],
  ];
  const addressOf = (path: string) =>
    path.replace('{ods}', 'A00001').replace('{code}', '5ZZ').replace('{revision}', '32');

  it.each(questions)('%s answers as described', async (path, queries, readers) => {
    for (const reader of readers)
      for (const query of queries) {
        const answer = await api.get(addressOf(path) + query, reader);
        expect(answer.status).toBe(200);
        expectDescribed('get', path, answer);
      }
  });

  it.each(questions)('%s refuses as described', async (path) => {
    const address = addressOf(path);
    expectDescribed('get', path, await api.get(`${address}?colour=blue`, auditor));
    expectDescribed('get', path, await api.send(address, {}));
    const ahead = { 'register-read-after': '999999999999', prefer: 'wait=0' };
    expectDescribed('get', path, await api.get(address, auditor, ahead));
    if (!path.includes('{')) return;
    expectDescribed('get', path, await api.get(address, otherPct));
    if (!path.includes('{ods}')) return;
    expectDescribed('get', path, await api.get(address.replace('A00001', 'Z99999'), auditor));
  });

  it('every list, and nothing else, is described as CSV too, and comes as such', async () => {
    for (const [path] of questions) {
      const answer = await api.get(addressOf(path), auditor, { accept: 'text/csv' });
      const one = [PRACTICE, `${PRACTICE}/next-steps`, `${PRACTICE}/audit-history/{revision}`];
      const isList = !one.includes(path);
      expect([path, answer.headers.get('content-type')?.startsWith('text/csv')]).toEqual([path, isList]);
      expectDescribed('get', path, answer);
    }
  });

  it('a problem has no field that its schema lacks', async () => {
    const problem = z.fromJSONSchema(description.components.schemas['Problem'] as never);
    const unknown = await api.post(addressOf(`${PRACTICE}/ponder-practice`), reed, {});
    expect([unknown.status, problem.safeParse(unknown.body).error]).toEqual([404, undefined]);
    expect(problem.safeParse({ ...unknown.body, more: 1 }).success).toBe(false);
  });

  it('a command is answered and refused as described', async () => {
    const path = `${PRACTICE}/correct-go-live`;
    const address = addressOf(path);
    const body = { effectiveDate: '2009-03-12', cutoverTime: '09:00', reason: 'The log tells the time' };
    const key = { 'idempotency-key': systemIds.next() };
    const token = { authorization: `Bearer ${await api.token(patel)}` };
    const proposed = await api.post(address, patel, body, key);
    const answers = [
      proposed,
      await api.post(address, patel, body),
      await api.post(address, patel, { ...body, cutoverTime: '10:00' }, key),
      await api.post(address, patel, { ...body, cutoverTime: '10:00' }, { 'if-match': '"0"' }),
      await api.post(address, patel, {}),
      await api.post(address, reed, body),
      await api.post(address.replace('A00001', 'Z99999'), patel, body),
      await api.post(address, patel, { ...body, effectiveDate: '2009-01-01' }),
      await api.post(address, patel, { ...body, reason: 'x'.repeat(70_000) }),
      await api.send(address, { method: 'POST', headers: token, body: 'text' }),
      await api.send(address, { method: 'POST' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([
      202, 200, 422, 412, 400, 403, 404, 409, 413, 415, 401,
    ]);
    for (const answer of answers) expectDescribed('post', path, answer);

    const confirm = `${PRACTICE}/proposals/{proposalId}/confirm`;
    const confirmed = await api.post(
      addressOf(confirm).replace('{proposalId}', String(proposed.body['proposalId'])),
      cole,
      {},
    );
    expect(confirmed.status).toBe(201);
    expectDescribed('post', confirm, confirmed);

    const dryRun = `${PRACTICE}/record-contact/dry-run`;
    const contact = { effectiveDate: '2009-03-02', participants: [], optionsConsidered: [] };
    expectDescribed('post', dryRun, await api.post(addressOf(dryRun), reed, contact));
    const corrected = { ...body, effectiveDate: '2009-03-13' };
    const costly = await api.post(addressOf(`${path}/dry-run`), patel, corrected);
    expect([costly.status, Object.keys(costly.body)]).toEqual([200, expect.arrayContaining(['money'])]);
    expectDescribed('post', `${path}/dry-run`, costly);
    const supplier = '/api/v1/suppliers/{id}/register-supplier';
    const named = { effectiveDate: '2008-04-01', name: 'New' };
    expectDescribed('post', supplier, await api.post(supplier.replace('{id}', 'NEW'), national, named));
  });
});
