import { systemIds } from '#platform/ids.js';
import { cole, national, patel, reed } from '#testing/fixture.js';
import { useApi } from './use-api.js';

const LATE = { reason: 'Entered from the paper file' };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const contact = {
  effectiveDate: '2009-03-02',
  participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
  optionsConsidered: ['Keep EMIS LV'],
  ...LATE,
};

describe('commands over HTTP', () => {
  const api = useApi();
  const practice = (path: string) => `/api/v1/practices/A00001/${path}`;

  beforeAll(async () => {
    await api.post('/api/v1/commissioners/5ZZ/establish-commissioner', national, {
      effectiveDate: '2006-10-01',
      kind: 'PCT',
    });
    const registered = await api.post(practice('register-practice'), national, {
      effectiveDate: '2006-10-01',
      name: 'The Example Surgery',
      commissioner: '5ZZ',
    });
    expect(registered.status).toBe(201);
  });

  it('answer 201 with the place of the entry, its revision, the position and its flags', async () => {
    const { status, headers, body } = await api.post(practice('record-contact'), reed, contact);
    expect(status).toBe(201);
    expect(headers.get('location')).toBe('/api/v1/practices/A00001/audit-history/1');
    expect(headers.get('etag')).toBe('"1"');
    expect(headers.get('register-position')).toBe(body['position']);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      revision: 1,
      position: expect.stringMatching(/^\d+$/),
      recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      events: [{ id: expect.stringMatching(UUID), type: 'OptionsDiscussed' }],
      flags: ['LATE_ENTRY'],
    });
    const entry = await api.get(headers.get('location') ?? '', reed);
    expect(entry.body).toMatchObject({ revision: 1, type: 'OptionsDiscussed', by: { name: 'A Reed' } });
  });

  it('I16: answer the same key with the same answer, and another request with it by 422', async () => {
    const key = { 'idempotency-key': systemIds.next() };
    const asked = { ...contact, effectiveDate: '2009-03-03' };
    const first = await api.post(practice('record-contact'), reed, asked, key);
    const again = await api.post(practice('record-contact'), reed, asked, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    const other = await api.post(
      practice('record-contact'),
      reed,
      { ...asked, effectiveDate: '2009-03-04' },
      key,
    );
    expect(other.status).toBe(422);
    expect(other.body).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', rule: 'I16' });
  });

  it('R13: answer 200 with the revision where the same stands already', async () => {
    const asked = { ...contact, effectiveDate: '2009-03-05' };
    const first = await api.post(practice('record-contact'), reed, asked);
    const again = await api.post(practice('record-contact'), reed, { ...asked, reason: 'Once more' });
    expect(again.status).toBe(200);
    expect(again.body).toEqual({ revision: first.body['revision'] });
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  });

  it('answer 412 with the revision to an If-Match that is behind, and record with the right one', async () => {
    const asked = { ...contact, effectiveDate: '2009-03-06' };
    const behind = await api.post(practice('record-contact'), reed, asked, { 'if-match': '"0"' });
    expect(behind.status).toBe(412);
    expect(behind.body).toMatchObject({ code: 'PRECONDITION_FAILED' });
    const seen = { 'if-match': `"${String(behind.body['revision'])}"` };
    expect((await api.post(practice('record-contact'), reed, asked, seen)).status).toBe(201);
  });

  it('take the ETag of the practice’s answer as If-Match, and refuse that of an earlier one', async () => {
    const read = await api.get('/api/v1/practices/A00001', reed);
    const seen = { 'if-match': read.headers.get('etag') ?? '' };
    const first = await api.post(
      practice('record-contact'),
      reed,
      { ...contact, effectiveDate: '2009-03-07' },
      seen,
    );
    expect([first.status, first.body['revision']]).toEqual([201, Number(read.body['revision']) + 1]);
    const second = await api.post(
      practice('record-contact'),
      reed,
      { ...contact, effectiveDate: '2009-03-08' },
      seen,
    );
    expect(second.status).toBe(412);
    const before = await api.get('/api/v1/practices/A00001?knownAt=2008-01-01', reed);
    expect([before.body['nothingOnRecord'], before.headers.get('etag')]).toEqual([true, null]);
  });

  it('answer a dry run with what would be recorded, without ids, and record nothing', async () => {
    const before = await api.store.headPosition();
    const asked = { ...contact, effectiveDate: '2009-03-09' };
    const { status, body } = await api.post(practice('record-contact/dry-run'), reed, asked);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      outcome: 'ACCEPT',
      events: [{ type: 'OptionsDiscussed', payload: { effectiveDate: '2009-03-09', flags: ['LATE_ENTRY'] } }],
      flags: ['LATE_ENTRY'],
    });
    const refused = await api.post(practice('agree-change/dry-run'), patel, {
      effectiveDate: '2009-03-09',
      conditions: [],
      decidedBy: 'J Patel',
      ...LATE,
    });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'MIGRATION_NOT_OPEN', rule: 'S37' });
    expect(await api.store.headPosition()).toBe(before);
  });

  it('answer an unknown command by 404 with the commands that there are', async () => {
    for (const command of ['ponder-practice', 'constructor', '__proto__']) {
      const { status, body } = await api.post(practice(command), reed, contact);
      expect(status).toBe(404);
      expect(body).toMatchObject({ code: 'COMMAND_UNKNOWN' });
      expect(body['commands']).toContain('declare-go-live');
    }
  });

  it('record the national team’s reference facts, and try them without recording', async () => {
    const price = { effectiveDate: '2010-04-01', rows: [{ row: 'SOFTWARE_LICENCE', yearlyPence: 343_000 }] };
    const tried = await api.post('/api/v1/suppliers/EMIS/publish-price-list/dry-run', national, price);
    expect(tried.body).toMatchObject({ outcome: 'ACCEPT', events: [{ type: 'PriceListPublished' }] });
    const made = await api.post('/api/v1/suppliers/EMIS/publish-price-list', national, price);
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBeNull();
    const signed = await api.post('/api/v1/call-offs/5ZZ/EMIS/sign-call-off', patel, {
      effectiveDate: '2008-04-01',
    });
    expect(signed.body).toMatchObject({ events: [{ type: 'CallOffSigned' }] });
    const again = await api.post('/api/v1/call-offs/5ZZ/EMIS/sign-call-off', cole, {
      effectiveDate: '2008-04-01',
    });
    expect([again.status, again.body]).toEqual([200, { revision: 0 }]);
  });
});
