import { fillWithWorkedDataSet } from '#apps/standalone/fill.js';
import { people } from '#apps/standalone/worked-data-set.js';
import { otherPct, otherPractice } from '#testing/fixture.js';
import { type Answered, type Person, useApi } from './use-api.js';

const { auditor, national, patel, reed, moss, hart, grey } = people;
const practice = '/api/v1/practices/A00001';

interface Interval {
  readonly instance: string;
  readonly row: string;
  readonly payer: string;
  readonly reason: string;
  readonly rule: string;
  readonly events: string[];
}
const intervalsOf = ({ body }: Answered) => body['intervals'] as Interval[];
const localPayment = ({ body }: Answered) =>
  (body['totals'] as { byInstance: { instance: string; afterBeddingIn: object }[] }).byInstance.find(
    ({ instance }) => instance === 'E1',
  )?.afterBeddingIn;

describe('questions over HTTP, of the worked data set W', () => {
  const api = useApi(fillWithWorkedDataSet);

  it('A8, A33: who pays for E1 after bedding-in, with everything known', async () => {
    const answer = await api.get(`${practice}/funding`, auditor);
    expect(localPayment(answer)).toMatchObject({
      from: '2009-06-13',
      to: '2009-08-01',
      days: 49,
      pence: 54_257,
    });
    for (const { rule, reason, events } of intervalsOf(answer)) {
      expect([rule, reason]).not.toContain('');
      expect(events.length).toBeGreaterThan(0);
    }
  });

  it('R14: the same as known at 25 March and at 3 April 2009, a bare date being the end of that day', async () => {
    const march = await api.get(`${practice}/funding?knownAt=2009-03-25`, auditor);
    expect(march.body['knownAt']).toBe('2009-03-25T23:59:59.999Z');
    expect(localPayment(march)).toMatchObject({ days: 9, pence: 9_967 });
    const april = await api.get(`${practice}/funding?knownAt=2009-04-03`, auditor);
    expect(april.body['knownAt']).toBe('2009-04-03T22:59:59.999Z');
    expect(localPayment(april)).toMatchObject({ days: 8, pence: 8_860 });
  });

  it('S12: the Business Case Template is read by anybody, for a day and as known at an instant', async () => {
    const address = '/api/v1/policy/business-case-templates';
    expect((await api.get(address, reed)).body).toMatchObject({ on: null, templates: [] });
    const template = (effectiveDate: string, version: string) => ({
      effectiveDate,
      version,
      title: 'An example template',
      sections: [{ title: 'Estimated costs', guidance: 'Name each service and who pays for it' }],
    });
    const publish = (body: object) =>
      api.post('/api/v1/policy/publish-business-case-template', national, body);
    expect((await publish(template('2008-04-01', '1.0'))).status).toBe(201);
    expect((await publish(template('2009-01-01', '1.1'))).status).toBe(201);
    expect((await api.get(`${address}?on=2008-12-31`, reed)).body['templates']).toMatchObject([
      { version: '1.0', from: '2008-04-01', inForce: true, sections: [{ title: 'Estimated costs' }] },
    ]);
    expect((await api.get(address, moss)).body['templates']).toMatchObject([
      { version: '1.0', inForce: false },
      { version: '1.1', inForce: true },
    ]);
    const before = await api.get(`${address}?knownAt=2009-03-25`, reed);
    expect(before.body).toMatchObject({ knownAt: '2009-03-25T23:59:59.999Z', templates: [] });
  });

  it('R15: a day cuts the answer to the intervals that contain it', async () => {
    const answer = await api.get(`${practice}/funding?on=2009-06-20`, auditor);
    expect(
      intervalsOf(answer).map(({ instance, row, payer, rule }) => [instance, row, payer, rule]),
    ).toContainEqual(['E1', 'SOFTWARE_LICENCE', 'COMMISSIONER', 'A8']);
    expect(intervalsOf(answer)).toHaveLength(10);
  });

  it('the go-live on record as known at 20 March 2009 is 11 March, now 12 March', async () => {
    const then = await api.get(`${practice}?knownAt=2009-03-20&on=2009-03-20`, auditor);
    expect(then.body['migration']).toMatchObject({ goLive: { on: '2009-03-11' } });
    const now = await api.get(`${practice}?on=2009-03-20`, auditor);
    expect(now.body['migration']).toMatchObject({ goLive: { on: '2009-03-12', cutoverTime: '08:00' } });
  });

  it('a practice not yet on record at knownAt has nothing on record', async () => {
    const answer = await api.get(`${practice}?knownAt=2008-03-31`, auditor);
    expect([answer.status, answer.body['nothingOnRecord']]).toEqual([200, true]);
  });

  it('R4: a commissioner’s funding is cut to the days on which the practice was its own', async () => {
    const own = await api.get('/api/v1/commissioners/5ZZ/funding', patel);
    const later = await api.get('/api/v1/commissioners/99Z/funding', grey);
    expect(own.body).toMatchObject({ code: '5ZZ', practices: [{ ods: 'A00001' }], next: null });
    const [first] = later.body['practices'] as { intervals: { from: string }[] }[];
    expect(first?.intervals.map(({ from }) => from).sort()[0]).toBe('2013-04-01');
  });

  it('the audit history comes in pages, each naming the next', async () => {
    const revisions: number[] = [];
    let path = `${practice}/audit-history?limit=12`;
    for (let pages = 0; path !== '' && pages < 10; pages++) {
      const { headers, body } = await api.get(path, auditor);
      revisions.push(...(body['entries'] as { revision: number }[]).map(({ revision }) => revision));
      path = /<(.*)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? '';
    }
    expect(revisions).toEqual(revisions.map((_, index) => index));
    expect(revisions.length).toBeGreaterThan(30);
  });

  it('the register of systems is that of a day (S2)', async () => {
    const { body } = await api.get('/api/v1/systems?on=2009-01-09', otherPractice);
    expect(body['systems']).toContainEqual({
      productId: 'INPS.VISION-3',
      name: 'Vision 3',
      supplier: 'INPS',
      supplierName: 'INPS',
      level: 3,
      isCompliant: true,
      listedFrom: '2008-04-01',
      levelTwoPlannedFor: null,
      withdrawal: null,
      fundingSuspendedFrom: null,
    });
  });

  it.each([
    ['/api/v1/practices?on=2009-06-20', 'ods,name,commissioner,state,'],
    [`${practice}/funding`, 'ods,instance,row,from,to,payer,'],
    [`${practice}/audit-history`, 'ods,revision,type,what,'],
    ['/api/v1/commissioners/5ZZ/funding', 'ods,instance,row,from,to,payer,'],
    ['/api/v1/systems', 'productId,name,supplier,'],
  ])('%s is CSV where that is asked for', async (path, header) => {
    const { status, headers, text } = await api.get(path, auditor, { accept: 'text/csv' });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(text.startsWith(header)).toBe(true);
    expect(text.split('\r\n').length).toBeGreaterThan(2);
  });

  it('an answer says the position that it is at, and one that reads after a command knows of it', async () => {
    const { headers } = await api.get('/api/v1/practices', auditor);
    expect(headers.get('register-position')).toBe(String(await api.store.headPosition()));
  });

  describe('I2: who may read', () => {
    const paths = ['', '/next-steps', '/funding', '/audit-history', '/audit-history/0'];
    const readers: [string, Person, number][] = [
      ['the practice itself', reed, 200],
      ['another practice', otherPractice, 403],
      ['its commissioner then', patel, 200],
      ['its commissioner now', grey, 200],
      ['another commissioner', otherPct, 403],
      ['the national team', national, 200],
      ['an auditor', auditor, 200],
      ['a supplier of none of its systems', { ...moss, org: 'TPP' }, 403],
    ];

    it.each(readers)('%s', async (_who, person, expected) => {
      for (const path of paths) {
        const { status, body } = await api.get(practice + path, person);
        expect([path, status]).toEqual([path, expected]);
        if (expected === 403) expect(body).toMatchObject({ code: 'NOT_YOUR_PRACTICE', rule: 'I2' });
      }
      for (const path of ['/api/v1/practices', '/api/v1/systems'])
        expect((await api.get(path, person)).status).toBe(200);
    });

    it('a commissioner’s funding: itself, the national team and auditors', async () => {
      const path = '/api/v1/commissioners/5ZZ/funding';
      for (const person of [patel, national, auditor]) expect((await api.get(path, person)).status).toBe(200);
      for (const person of [reed, grey, moss, otherPct]) {
        const { status, body } = await api.get(path, person);
        expect([status, body['code']]).toEqual([403, 'COMMISSIONER_NOT_YOURS']);
      }
    });

    it('a supplier its own instances, and the migration that selected its system, without what is private', async () => {
      const { body } = await api.get(`${practice}?on=2009-06-01`, moss);
      expect((body['instances'] as { instanceId: string }[]).map(({ instanceId }) => instanceId)).toEqual([
        'V1',
      ]);
      expect(body).toMatchObject({ migration: { delivery: 'SIGNED_OFF' }, notice: null, proposals: [] });
      const funding = await api.get(`${practice}/funding`, moss);
      expect(new Set(intervalsOf(funding).map(({ instance }) => instance))).toEqual(new Set(['V1']));
      const history = await api.get(`${practice}/audit-history`, moss);
      const types = (history.body['entries'] as { type: string }[]).map(({ type }) => type);
      expect(types).toEqual(
        expect.arrayContaining(['SystemSelected', 'MigrationDatePlanned', 'GoLiveDeclared']),
      );
      for (const hidden of ['SelectionCompleted', 'BusinessCaseSubmitted', 'CommandProposed', 'NoticeGiven'])
        expect(types).not.toContain(hidden);
    });

    it('the source’s supplier its notice and its instance, and nothing of the migration away from it', async () => {
      const { body } = await api.get(`${practice}?on=2009-06-01`, hart);
      expect((body['instances'] as { instanceId: string }[]).map(({ instanceId }) => instanceId)).toEqual([
        'E1',
      ]);
      expect(body).toMatchObject({ migration: null, notice: { instanceId: 'E1', endsOn: '2009-07-31' } });
    });

    it('an entry that is not a supplier’s own is 404, as if there were none', async () => {
      const all = await api.get(`${practice}/audit-history?limit=500`, auditor);
      const entries = all.body['entries'] as { revision: number; type: string }[];
      const revision = entries.find(({ type }) => type === 'SelectionCompleted')?.revision;
      const hidden = await api.get(`${practice}/audit-history/${revision}`, moss);
      const absent = await api.get(`${practice}/audit-history/999`, moss);
      expect([hidden.status, hidden.body]).toEqual([404, absent.body]);
      expect(hidden.body['code']).toBe('EVENT_UNKNOWN');
    });
  });
});
