import { connect } from 'node:net';
import { systemIds } from '#platform/ids.js';
import { auditor, national, otherPct, otherPractice, patel, reed } from '#testing/fixture.js';
import { fillWithWorkedDataSet } from '#apps/standalone/fill.js';
import { type Answered, useApi } from './use-api.js';

const contact = {
  effectiveDate: '2009-03-02',
  reason: 'Entered from the paper file',
  participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
  optionsConsidered: ['Keep EMIS LV'],
};

/** The contact with one of its fields written once more. */
const twice = (field: string, again: string) => JSON.stringify(contact).replace(field, `${field},${again}`);

describe('bad input over HTTP: a problem with a code and a remedy, and no event', () => {
  const api = useApi(fillWithWorkedDataSet);
  const practice = (command: string, ods = 'A00001') => `/api/v1/practices/${ods}/${command}`;
  const record = practice('record-contact');

  let before: unknown;
  beforeEach(async () => (before = await api.store.headPosition()));
  afterEach(async () => expect(await api.store.headPosition()).toBe(before));

  const expectProblem = ({ status, headers, body }: Answered, expected: number, code: string) => {
    expect([status, body['code']]).toEqual([expected, code]);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({
      type: `urn:gpsoc-change-register:problem:${code}`,
      title: expect.stringMatching(/^[A-Z][a-z ]+$/),
      status: expected,
      detail: expect.stringMatching(/\.$/),
      remedy: expect.stringMatching(/\.$/),
    });
    expect(JSON.stringify(body)).not.toMatch(/stack|node_modules|\.ts:/);
  };
  const raw = async (body: string, headers: Record<string, string> = {}, path = record) =>
    api.send(path, {
      method: 'POST',
      body,
      headers: {
        authorization: `Bearer ${await api.token(reed)}`,
        'content-type': 'application/json',
        'idempotency-key': systemIds.next(),
        ...headers,
      },
    });

  it('unknown, missing and wrong fields are named, every one with its path', async () => {
    const answer = await api.post(record, reed, {
      effectiveDate: '2009-02-30',
      participants: [{ name: 'J Patel', org: '5ZZ', phone: '1' }],
      optionsConsidered: [],
      recordedAt: '2009-03-02T09:00:00Z',
    });
    expectProblem(answer, 400, 'INVALID_REQUEST');
    expect((answer.body['errors'] as { path: string }[]).map(({ path }) => path).sort()).toEqual([
      'effectiveDate',
      'optionsConsidered',
      'participants.0.phone',
      'participants.0.role',
      'recordedAt',
    ]);
  });

  it.each([['2009-02-30'], ['2009-13-01'], ['1 March 2009'], ['2009-3-1'], ['']])(
    'A32: the date %p is not a real date',
    async (effectiveDate) => {
      const answer = await api.post(record, reed, { ...contact, effectiveDate });
      expectProblem(answer, 400, 'INVALID_REQUEST');
      expect(answer.body['errors']).toEqual([
        {
          path: 'effectiveDate',
          message: 'must be a real date of the years 1900 to 2999, written YYYY-MM-DD',
        },
      ]);
    },
  );

  it('I15: a text with an NHS number is refused', async () => {
    const answer = await api.post(record, reed, { ...contact, reason: 'About 943 476 5919' });
    expectProblem(answer, 400, 'INVALID_REQUEST');
    expect(answer.body['errors']).toMatchObject([{ path: 'reason' }]);
  });

  it('I7: a go-live in the future is refused', async () => {
    const answer = await api.post(practice('declare-go-live'), reed, {
      effectiveDate: '2999-01-01',
      targetInstanceId: 'V1',
    });
    expectProblem(answer, 409, 'GO_LIVE_IN_FUTURE');
    expect(answer.body).toMatchObject({ rule: 'I7' });
  });

  it('an unknown practice is 404, to a command and to a question', async () => {
    const command = await api.post(practice('record-contact', 'Z99999'), national, contact);
    expectProblem(command, 403, 'ROLE_NOT_ALLOWED');
    expectProblem(
      await api.post(practice('record-contact', 'Z99999'), patel, contact),
      404,
      'PRACTICE_UNKNOWN',
    );
    for (const path of ['', '/funding', '/audit-history', '/audit-history/0'])
      expectProblem(await api.get(`/api/v1/practices/Z99999${path}`, national), 404, 'PRACTICE_UNKNOWN');
  });

  it('a code that no practice can have is 400', async () => {
    for (const ods of ['a00001', '12', 'A00001%00', 'A0000100000'])
      expectProblem(await api.post(practice('record-contact', ods), reed, contact), 400, 'INVALID_REQUEST');
  });

  it('C3: the wrong role is 403, an auditor’s whatever the command', async () => {
    const answer = await api.post(practice('agree-change'), reed, {
      effectiveDate: '2009-03-02',
      conditions: [],
      decidedBy: 'A Reed',
    });
    expectProblem(answer, 403, 'ROLE_NOT_ALLOWED');
    expectProblem(await api.post(record, auditor, contact), 403, 'ROLE_NOT_ALLOWED');
    const supplier = { effectiveDate: '2008-04-01', name: 'New supplier' };
    const registered = await api.post('/api/v1/suppliers/NEW/register-supplier', patel, supplier);
    expectProblem(registered, 403, 'ROLE_NOT_ALLOWED');
  });

  it('I2: the wrong PCT and the wrong practice are 403 with the rule', async () => {
    for (const person of [otherPct, otherPractice]) {
      const answer = await api.post(record, person, contact);
      expectProblem(answer, 403, 'NOT_YOUR_PRACTICE');
      expect(answer.body).toMatchObject({ rule: 'I2' });
    }
  });

  it('a body over 64 KiB is 413', async () => {
    expectProblem(
      await api.post(record, reed, { ...contact, reason: 'x'.repeat(65_536) }),
      413,
      'BODY_TOO_LARGE',
    );
  });

  it.each([
    ['{"effectiveDate":'],
    [''],
    ['{"a":1}}'],
    ['\uFEFF'],
    ['{"__proto__":{"role":"NAT"}}'],
    ['{"constructor":{"prototype":{}}}'],
    ['{"\\u005f_proto__":1}'],
    [twice('"effectiveDate":"2009-03-02"', '"effectiveDate":"2009-03-03"')],
    [twice('"name":"J Patel"', '"name":"S Cole"')],
    [twice('"name":"J Patel"', '"n\\u0061me":"S Cole"')],
    [JSON.stringify(contact).replace('"Keep EMIS LV"', '-0')],
  ])('malformed JSON is 400: %p', async (body) => {
    expectProblem(await raw(body), 400, 'MALFORMED_JSON');
  });

  it('bytes that are not UTF-8 are malformed JSON', async () => {
    const token = await api.token(reed);
    const answer = await api.send(record, {
      method: 'POST',
      body: new Uint8Array([0x22, 0xc3, 0x28, 0x22]),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
    expectProblem(answer, 400, 'MALFORMED_JSON');
  });

  it.each([['null'], ['[]'], ['"x"'], ['1']])('JSON that is no object is 400: %p', async (body) => {
    expectProblem(await raw(body), 400, 'INVALID_REQUEST');
  });

  it('another type than JSON is 415', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])
      expectProblem(await raw('a=1', { 'content-type': type }), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it('R17: a token that is missing, wrong or past its time is 401', async () => {
    const authorization = async (value?: string) =>
      api.send(record, { method: 'POST', ...(value !== undefined && { headers: { authorization: value } }) });
    const good = await api.token(reed);
    const none = await authorization();
    expectProblem(none, 401, 'TOKEN_MISSING');
    expect(none.headers.get('www-authenticate')).toBe('Bearer realm="gpsoc-change-register"');
    expectProblem(await authorization(`Basic ${good}`), 401, 'TOKEN_MISSING');
    expectProblem(await authorization('Bearer'), 401, 'TOKEN_MISSING');
    expectProblem(await authorization(`Bearer ${good} ${good}`), 401, 'TOKEN_MISSING');
    const wrong = await authorization(`Bearer ${good}x`);
    expectProblem(wrong, 401, 'TOKEN_INVALID');
    expect(wrong.headers.get('www-authenticate')).toContain('error="invalid_token"');
    expectProblem(await authorization(`Bearer ${await api.token(reed, -5)}`), 401, 'TOKEN_EXPIRED');
    const importer = { ...reed, role: 'PM' as const };
    expectProblem(await authorization(`Bearer ${await api.token(importer)}`), 401, 'TOKEN_INVALID');
  });

  it('I16: a key that is missing or no UUID is 400', async () => {
    for (const key of ['', 'abc', '1234'])
      expectProblem(
        await api.post(record, reed, contact, { 'idempotency-key': key }),
        400,
        'IDEMPOTENCY_KEY_REQUIRED',
      );
    expectProblem(await api.post(record, reed, contact, { 'if-match': '7' }), 400, 'INVALID_REQUEST');
  });

  it('an address that is none is 404, and a broken one 400', async () => {
    for (const path of [
      '/',
      '/api',
      '/api/v2/practices',
      '/docs/absent.js',
      '/api/v1/practices/A00001/x/y/z',
    ])
      expectProblem(await api.get(path, national), 404, 'ROUTE_UNKNOWN');
    expectProblem(await api.get('/api/v1/practices/%E0%A4%A', national), 400, 'MALFORMED_REQUEST');
    const bytes = await sentRaw(Number(new URL(api.address).port), 'NONSENSE\r\n\r\n');
    expect(bytes).toMatch(/^HTTP\/1\.1 400 Bad Request[\s\S]*"code":"MALFORMED_REQUEST"/);
  });

  it('I2: whose the practice is, and whether there is one, is said before whether it has changed', async () => {
    const behind = { 'if-match': '"0"' };
    for (const person of [otherPct, otherPractice])
      expectProblem(await api.post(record, person, contact, behind), 403, 'NOT_YOUR_PRACTICE');
    expectProblem(await api.post(record, auditor, contact, behind), 403, 'ROLE_NOT_ALLOWED');
    const unknown = practice('record-contact', 'Z99999');
    expectProblem(await api.post(unknown, patel, contact, behind), 404, 'PRACTICE_UNKNOWN');
    const asked = { effectiveDate: '2009-03-02', name: 'A surgery' };
    const none = await api.post(practice('register-practice', 'Z99999'), national, asked, behind);
    expectProblem(none, 412, 'PRECONDITION_FAILED');
    expect(none.body).not.toHaveProperty('revision');
  });

  it.each([
    ['/api/v1/practices', 'abc'],
    ['/api/v1/practices', 'A00001x'],
    ['/api/v1/practices', '%EF%BF%BD'],
    ['/api/v1/commissioners/5ZZ/funding', 'a00001'],
    ['/api/v1/systems', 'Vision%203'],
    ['/api/v1/practices/A00001/audit-history', '-1'],
  ])('a cursor that %s never gave is 400: %s', async (path, cursor) => {
    const answer = await api.get(`${path}?cursor=${cursor}`, national);
    expectProblem(answer, 400, 'INVALID_REQUEST');
    expect(answer.body['errors']).toEqual([{ path: 'cursor', message: 'must be `next` of the page before' }]);
  });

  it('R14: a question with a wrong date, instant, page or unknown parameter is 400', async () => {
    const path = '/api/v1/practices';
    for (const query of [
      'on=2009-02-30',
      'knownAt=yesterday',
      'knownAt=2009-02-30',
      'knownAt=2009-03-01T25:00:00Z',
      'knownAt=0000-01-01T00:00:00Z',
      'on=9999-12-31',
      'limit=0',
      'limit=501',
      'limit=x',
      'state=HAPPY',
      'name=%00',
      'colour=blue',
      'on=2009-01-01&on=2009-01-02',
    ])
      expectProblem(await api.get(`${path}?${query}`, national), 400, 'INVALID_REQUEST');
    const token = { 'register-read-after': 'soon' };
    expectProblem(await api.get(path, national, token), 400, 'INVALID_REQUEST');
  });

  it('a position that is not reached in the time allowed is 503 with how far behind', async () => {
    const ahead = String(BigInt(String(before)) + 1_000_000n);
    const headers = { 'register-read-after': ahead, prefer: 'wait=0' };
    const answer = await api.get('/api/v1/practices', national, headers);
    expectProblem(answer, 503, 'READ_MODEL_BEHIND');
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(answer.body).toMatchObject({
      wanted: ahead,
      behind: [{ projection: 'practices', stopped: false }],
    });
  });
});

/** What a server answers to bytes. */
const sentRaw = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
    socket.on('error', reject);
  });
