import { fillWithWorkedDataSet } from '#apps/standalone/fill.js';
import { people } from '#apps/standalone/worked-data-set.js';
import { type Answered, type Person, useApi } from './use-api.js';

const { auditor, patel, reed, moss, hart } = people;
const practice = '/api/v1/practices/A00001';

interface Told {
  readonly command: string;
  readonly instanceId?: string;
  readonly choice?: string;
  readonly proposed?: string;
  readonly outcome?: string;
  readonly code?: string;
  readonly rule?: string;
}
interface ByActor {
  readonly role: string;
  readonly org: string;
  readonly can: Told[];
  readonly missing: Told[];
}
const actorsOf = ({ body }: Answered) => body['actors'] as ByActor[];
const ofOrg = (answer: Answered, org: string) => actorsOf(answer).find((one) => one.org === org)!;
const named = ({ command, instanceId, choice, proposed }: Told) =>
  [command, proposed, instanceId, choice].filter((word) => word !== undefined).join(' ');

describe('S37: next steps over HTTP, of the worked data set W', () => {
  const api = useApi(fillWithWorkedDataSet);
  const at = (day: string, as: Person = auditor) => api.get(`${practice}/next-steps?knownAt=${day}`, as);

  it('S1 S9: of a practice that keeps its system, on 30 April 2008', async () => {
    const answer = await at('2008-04-30');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ ods: 'A00001', on: '2008-04-30', nothingOnRecord: false });
    expect(actorsOf(answer).map(({ role, org }) => `${role} ${org}`)).toEqual([
      'PR A00001',
      'PCT 5ZZ',
      'SUP EMIS',
      'NAT NATIONAL',
    ]);
    const { can, missing } = ofOrg(answer, 'A00001');
    const told = ['retain-system E1', 'record-contact', 'request-migration E1', 'submit-business-case'];
    expect(can.map(named).filter((name) => told.includes(name))).toEqual(told.slice(0, 3));
    expect(missing.find(({ command }) => command === 'sign-off-migration')).toEqual({
      command: 'sign-off-migration',
      code: 'GO_LIVE_MISSING',
      rule: 'S37',
      because: expect.any(String),
      remedy: expect.any(String),
    });
  });

  it('S16: agreed on 19 December, the selection is missing for the system', async () => {
    const answer = await at('2008-12-19');
    const pct = ofOrg(answer, '5ZZ');
    expect(pct.can.map(named)).toEqual(
      expect.arrayContaining(['complete-selection', 'select-system LSP', 'record-contact']),
    );
    expect(pct.missing).toContainEqual(
      expect.objectContaining({
        command: 'select-system',
        choice: 'FRAMEWORK',
        code: 'SELECTION_MISSING',
        rule: 'S16',
      }),
    );
    expect(pct.can).toContainEqual({
      command: 'complete-selection',
      outcome: 'PROPOSE',
      confirmer: 'PR',
      flags: [],
      needs: [],
    });
  });

  it('R2: at 9.55 on 2 April 2009 the correction of go-live waits for another of the PCT', async () => {
    const answer = await at('2009-04-02T09:55:00%2B01:00');
    const before = await at('2009-04-02T08:55:00Z');
    expect(before.body['actors']).toEqual(answer.body['actors']);
    const then = await at('2009-04-02T09:55:00Z');
    expect(ofOrg(before, '5ZZ').can.map(named)).not.toContain('confirm correct-go-live');
    expect(ofOrg(then, '5ZZ').can[0]).toEqual({
      command: 'confirm',
      proposalId: expect.any(String),
      proposed: 'correct-go-live',
      outcome: 'ACCEPT',
      flags: [],
      needs: [],
    });
  });

  it('S34: live since 11 March, without a notice on 20 March, the PCT can give it, of E1 alone', async () => {
    const { can, missing } = ofOrg(await at('2009-03-20'), '5ZZ');
    expect(can.map(named).filter((one) => one.startsWith('give-notice'))).toEqual(['give-notice E1']);
    expect(missing.map(named)).toContain('give-notice V1');
  });

  it('I9 S35: on 29 May the notice runs, and can be extended once more', async () => {
    const { can, missing } = ofOrg(await at('2009-05-29'), '5ZZ');
    expect(can.map(named)).toContain('extend-notice E1');
    expect(missing).toContainEqual(
      expect.objectContaining({
        command: 'give-notice',
        instanceId: 'E1',
        code: 'NOTICE_RUNNING',
        rule: 'I9',
      }),
    );
  });

  it('R10: a past day is told as it would be recorded now, late', async () => {
    const answer = await api.get(`${practice}/next-steps?on=2009-03-20&knownAt=2009-05-01`, patel);
    const [contact] = ofOrg(answer, '5ZZ').can.filter(({ command }) => command === 'record-contact');
    expect(contact).toMatchObject({
      flags: ['LATE_ENTRY'],
      needs: [{ code: 'REASON_REQUIRED', rule: 'R10' }],
      with: { reason: '…' },
    });
  });

  it('tells a supplier its own steps alone', async () => {
    const inps = await at('2009-01-21', moss);
    expect(actorsOf(inps).map(({ org }) => org)).toEqual(['INPS']);
    expect(ofOrg(inps, 'INPS').can.map(named)).toEqual(
      expect.arrayContaining(['propose-date', 'agree-date', 'record-extract']),
    );
    const emis = await at('2009-03-20', hart);
    expect(actorsOf(emis).map(({ org }) => org)).toEqual(['EMIS']);
    expect(ofOrg(emis, 'EMIS').can.map(named)).toContain('end-source-service E1');
  });

  it('is nothing before the practice was on record, and 404 of one that never was', async () => {
    const early = await at('2008-03-31', reed);
    expect(early.body).toEqual({
      ods: 'A00001',
      on: '2008-03-31',
      knownAt: '2008-03-31T22:59:59.999Z',
      nothingOnRecord: true,
    });
    const unknown = await api.get('/api/v1/practices/Z99999/next-steps', auditor);
    expect([unknown.status, unknown.body['code']]).toEqual([404, 'PRACTICE_UNKNOWN']);
  });
});
