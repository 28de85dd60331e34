import { fillWithWorkedDataSet } from '#apps/standalone/fill.js';
import { people, workedDataSet } from '#apps/standalone/worked-data-set.js';
import { useApi, type Person } from './use-api.js';

const { auditor, patel, cole, reed, moss, hart, national } = people;
const practice = '/api/v1/practices/A00001';
const untilLive = workedDataSet.findIndex(({ command }) => command === 'declare-go-live') + 1;
const late = { reason: 'Entered from the paper file' };

describe('the wind-down of an old system over HTTP, from the go-live of W on', () => {
  const api = useApi((store) => fillWithWorkedDataSet(store, workedDataSet.slice(0, untilLive)));
  const post = (command: string, by: Person, body: object) =>
    api.post(`${practice}/${command}`, by, { ...late, ...body });
  const confirm = (proposalId: unknown, by: Person) =>
    api.post(`${practice}/proposals/${String(proposalId)}/confirm`, by, {});
  const revision = async () => (await api.get(practice, auditor)).body['revision'];
  const notice = { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' };

  it('S36: a notice with a retention order that is refused is refused whole', async () => {
    const before = await revision();
    const full = { option: 'FULL', payer: 'COMMISSIONER' };
    const refused = await post('give-notice', patel, { ...notice, retention: full });
    expect([refused.status, refused.body['code']]).toEqual([409, 'FULL_WHILE_NOTICE_RUNS']);
    const early = { option: 'DATR', payer: 'COMMISSIONER', until: '2009-03-21' };
    const short = await post('give-notice', patel, { ...notice, retention: early });
    expect([short.status, short.body['code']]).toEqual([409, 'DATE_ORDER']);
    expect(await revision()).toBe(before);
  });

  it('S36: and with one that is not, kept whole', async () => {
    const retention = { option: 'DATR', payer: 'COMMISSIONER' };
    const kept = await post('give-notice', patel, { ...notice, retention });
    expect([kept.status, kept.body['events']]).toMatchObject([
      201,
      [{ type: 'NoticeGiven' }, { type: 'RetentionOrdered' }],
    ]);
  });

  it('A6: the supplier acknowledges the notice, another one may not', async () => {
    const received = { effectiveDate: '2009-03-24', instanceId: 'E1', receivedOn: '2009-03-23' };
    const other = await post('acknowledge-notice', moss, received);
    expect([other.status, other.body['code']]).toEqual([403, 'NOT_YOUR_SYSTEM']);
    expect((await post('acknowledge-notice', hart, received)).status).toBe(201);
  });

  it('F8, R2: a withdrawal waits for the supplier, who alone sees it of the suppliers, and consents', async () => {
    const asked = await post('withdraw-notice', patel, { effectiveDate: '2009-05-29', instanceId: 'E1' });
    expect([asked.status, asked.body['confirmer']]).toEqual([202, 'SUP']);
    const { proposalId } = asked.body;
    expect((await api.get(practice, hart)).body['proposals']).toMatchObject([
      { proposalId, command: 'withdraw-notice', confirmer: 'SUP', confirmerOrg: 'EMIS' },
    ]);
    expect((await api.get(practice, moss)).body['proposals']).toEqual([]);
    const other = await confirm(proposalId, moss);
    expect([other.status, other.body['code']]).toEqual([403, 'NOT_YOUR_SYSTEM']);
    const done = await confirm(proposalId, hart);
    expect([done.status, done.body['events']]).toMatchObject([201, [{ type: 'NoticeWithdrawn' }]]);
    const entry = await api.get(done.headers.get('location') ?? '', hart);
    expect(entry.body).toMatchObject({
      by: { name: patel.name },
      confirmedBy: { org: 'EMIS' },
      was: '2009-06-20',
      proposalId,
    });
    const answer = await api.get(`${practice}?on=2009-06-01`, auditor);
    expect(answer.body).toMatchObject({
      notice: { status: 'WITHDRAWN', acknowledged: { receivedOn: '2009-03-23' } },
    });
  });

  it('I14, R2: destruction takes three, each with a token of their own; the last event names them', async () => {
    await post('end-source-service', patel, { effectiveDate: '2009-07-31', instanceId: 'E1' });
    const request = {
      effectiveDate: '2009-08-05',
      instanceId: 'E1',
      purposeClass: 'CORONER',
      period: { from: '2009-03-01', until: '2009-03-10' },
      onWhoseAuthority: 'The coroner',
    };
    const access = await post('request-audit-access', reed, request);
    expect(access.status).toBe(201);
    const given = { requestId: (access.body['events'] as { id: string }[])[0]!.id, chargePence: 0 };
    expect((await post('fulfil-audit-access', moss, { effectiveDate: '2009-08-06', ...given })).status).toBe(
      403,
    );
    expect((await post('fulfil-audit-access', hart, { effectiveDate: '2009-08-06', ...given })).status).toBe(
      201,
    );

    const asked = await post('record-data-destroyed', patel, {
      effectiveDate: '2009-08-10',
      instanceId: 'E1',
      certificate: { title: 'Certificate of destruction', sha256: 'a'.repeat(64) },
    });
    expect([asked.status, asked.body['confirmer']]).toEqual([202, 'PCT']);
    const second = await confirm(asked.body['proposalId'], cole);
    expect([second.status, second.body]).toMatchObject([
      202,
      { confirmer: 'NAT', events: [{ type: 'CommandProposed' }], proposalId: expect.any(String) },
    ]);
    expect((await api.get(practice, national)).body['proposals']).toMatchObject([
      { proposalId: second.body['proposalId'], confirmedBy: [{ name: cole.name }] },
    ]);
    const third = await confirm(second.body['proposalId'], national);
    expect([third.status, third.body['events']]).toMatchObject([201, [{ type: 'SourceDataDestroyed' }]]);
    const entry = await api.get(third.headers.get('location') ?? '', auditor);
    expect(entry.body).toMatchObject({
      by: { name: patel.name },
      confirmedBy: { name: national.name },
      proposalId: second.body['proposalId'],
    });
    const again = await post('request-audit-access', reed, { ...request, effectiveDate: '2009-08-11' });
    expect([again.status, again.body['code']]).toEqual([409, 'AUDIT_ACCESS_IMPOSSIBLE']);
    const answer = await api.get(`${practice}?on=2009-08-10`, auditor);
    expect(answer.body).toMatchObject({
      custody: [
        { instanceId: 'E1', spans: [{ basis: 'SERVICE' }, { basis: 'RETENTION' }, { basis: 'DESTROYED' }] },
        {},
      ],
      auditTrails: [{ instanceId: 'E1', basis: 'DESTROYED', holder: null }, { instanceId: 'V1' }],
      accessRequests: [{ status: 'FULFILLED', onWhoseAuthority: 'The coroner' }],
    });
  });

  it('I15: a body that holds an NHS number is refused as it comes', async () => {
    const asked = await post('request-audit-access', reed, {
      effectiveDate: '2009-08-05',
      instanceId: 'E1',
      purposeClass: 'COMPLAINT',
      period: { from: '2009-03-01', until: '2009-03-10' },
      onWhoseAuthority: 'The family of 943 476 5919',
    });
    expect([asked.status, asked.body['errors']]).toMatchObject([400, [{ path: 'onWhoseAuthority' }]]);
  });
});
