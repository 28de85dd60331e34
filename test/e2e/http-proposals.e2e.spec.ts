import { fillWithWorkedDataSet } from '#apps/standalone/fill.js';
import { people } from '#apps/standalone/worked-data-set.js';
import { systemIds } from '#platform/ids.js';
import { useApi } from './use-api.js';

const { patel, cole, reed, moss, auditor } = people;
const practice = '/api/v1/practices/A00001';

describe('R2, I14: a command of two over HTTP', () => {
  const api = useApi(fillWithWorkedDataSet);
  const correction = (cutoverTime: string) => ({
    effectiveDate: '2009-03-12',
    cutoverTime,
    reason: 'The first entries on Vision 3 tell the time',
  });
  const settle = (proposalId: unknown, word: string) => `${practice}/proposals/${String(proposalId)}/${word}`;

  it('waits for the other person, changes no answer, and is recorded once that one confirms', async () => {
    const key = { 'idempotency-key': systemIds.next() };
    const asked = await api.post(`${practice}/correct-go-live`, patel, correction('09:00'), key);
    expect(asked.status).toBe(202);
    expect(asked.body).toMatchObject({ confirmer: 'PCT', events: [{ type: 'CommandProposed' }] });
    const { proposalId } = asked.body;
    const open = await api.get(`${practice}?on=2009-04-01`, auditor);
    expect(open.body).toMatchObject({
      proposals: [{ proposalId, command: 'correct-go-live', proposedBy: { name: patel.name } }],
      migration: { goLive: { cutoverTime: '08:00' } },
    });

    const own = await api.post(settle(proposalId, 'confirm'), patel, {});
    expect([own.status, own.body['code']]).toEqual([403, 'SECOND_PERSON_REQUIRED']);
    for (const person of [reed, moss, auditor]) {
      const answer = await api.post(settle(proposalId, 'confirm'), person, {});
      expect([answer.status, answer.body['code']]).toEqual([403, 'PROPOSAL_NOT_YOURS']);
    }

    const confirmed = await api.post(settle(proposalId, 'confirm'), cole, {});
    expect([confirmed.status, confirmed.body['events']]).toEqual([
      201,
      [{ id: expect.any(String), type: 'GoLiveCorrected' }],
    ]);
    const entry = await api.get(confirmed.headers.get('location') ?? '', auditor);
    expect(entry.body).toMatchObject({
      by: { name: patel.name },
      confirmedBy: { name: cole.name },
      was: '2009-03-12T08:00',
      now: '2009-03-12T09:00',
      proposalId,
    });
    const again = await api.post(settle(proposalId, 'confirm'), cole, {});
    expect([again.status, again.body]).toEqual([200, { revision: confirmed.body['revision'] }]);
    const first = await api.post(`${practice}/correct-go-live`, patel, correction('09:00'), key);
    expect([first.status, first.body]).toEqual([202, asked.body]);
  });

  it('is declined with a reason, and then closed', async () => {
    const asked = await api.post(`${practice}/correct-go-live`, patel, correction('10:00'));
    const { proposalId } = asked.body;
    const bare = await api.post(settle(proposalId, 'decline'), cole, {});
    expect([bare.status, bare.body['errors']]).toMatchObject([400, [{ path: 'reason' }]]);
    const declined = await api.post(settle(proposalId, 'decline'), cole, {
      reason: 'The log says 9 o’clock',
    });
    expect([declined.status, declined.body['events']]).toMatchObject([201, [{ type: 'ProposalDeclined' }]]);
    const late = await api.post(settle(proposalId, 'confirm'), cole, {});
    expect([late.status, late.body['code']]).toEqual([409, 'PROPOSAL_CLOSED']);
  });

  it('of an id that is none: 404, and 400 where it cannot be one', async () => {
    const unknown = await api.post(settle('6b1f0c2e-8d6a-5f3b-9a56-0d4f2c1e7b90', 'confirm'), cole, {});
    expect([unknown.status, unknown.body['code']]).toEqual([404, 'PROPOSAL_UNKNOWN']);
    const none = await api.post(settle('12', 'confirm'), cole, {});
    expect([none.status, none.body['code']]).toEqual([400, 'INVALID_REQUEST']);
  });

  it('is confirmed without a body too', async () => {
    const asked = await api.post(`${practice}/correct-go-live`, patel, correction('11:00'));
    const { status } = await api.send(settle(asked.body['proposalId'], 'confirm'), {
      method: 'POST',
      headers: { authorization: `Bearer ${await api.token(cole)}`, 'idempotency-key': systemIds.next() },
    });
    expect(status).toBe(201);
  });
});
