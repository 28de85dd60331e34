import { people } from '#apps/standalone/worked-data-set.js';
import { firstStart } from '#domain/policy/first-start.js';
import { fictionalPractices } from './fictional-practices.js';
import { useApi } from './use-api.js';

const { auditor, national, patel } = people;
const published = firstStart.find(({ name }) => name === 'publish-policy-set')!.body as {
  parameters: Record<string, unknown>;
};
const { 'period.months': months, ...parameters } = published.parameters;
/** gpsoc-1 from 12 March 2009 on, with this length of a period in place of three months. */
const policySet = (version: string, period: object) => ({
  ...published,
  effectiveDate: '2009-03-12',
  version,
  parameters: { ...parameters, ...period },
});

describe('A1 B3: a policy set that counts its periods in days, through HTTP', () => {
  const register = useApi();
  const { sent, reference, goneLive } = fictionalPractices(register);
  const ask = async (question: string) => (await register.get(`/api/v1/practices/${question}`, auditor)).body;
  const publish = (body: object) => register.post('/api/v1/policy/publish-policy-set', national, body);

  beforeAll(async () => {
    await reference();
    await goneLive('A00011', '2009-03-11');
    await sent('policy/publish-policy-set', national, policySet('90-days', { 'period.days': 90 }));
    await goneLive('A00012', '2009-03-12');
  });

  it('A1 A3: gone live on 12 March 2009, 10 June is the last day of 90 that is funded centrally', async () => {
    expect((await ask('A00012?on=2009-06-10'))['beddingIn']).toMatchObject({
      ...{ from: '2009-03-12', lastFundedDay: '2009-06-10', latestZeroCostDate: '2009-03-12' },
      policyVersion: '90-days',
    });
    const { intervals } = (await ask('A00012/funding?until=2009-06-30')) as { intervals: object[] };
    const licence = { instance: 'E1', row: 'SOFTWARE_LICENCE' };
    expect(intervals).toContainEqual(
      expect.objectContaining({
        ...{ ...licence, from: '2009-03-12', to: '2009-06-11', days: 91, pence: 85_458 },
        ...{ payer: 'CENTRAL', reason: 'BEDDING_IN', policyVersion: '90-days' },
      }),
    );
    expect(intervals).toContainEqual(
      expect.objectContaining({ ...licence, from: '2009-06-11', reason: 'AFTER_BEDDING_IN' }),
    );
  });

  it('B3: gone live the day before, it keeps three months; its notice is of 90 days from that day on', async () => {
    expect((await ask('A00011?on=2009-06-10'))['beddingIn']).toMatchObject({
      ...{ from: '2009-03-11', lastFundedDay: '2009-06-11', latestZeroCostDate: '2009-03-13' },
      policyVersion: 'gpsoc-1',
    });
  });

  it('I8 A1: a notice of 12 March ends on 10 June at the earliest, as its event and audit history tell', async () => {
    const give = (path: string, body: object) =>
      register.post(`/api/v1/practices/A00012/give-notice${path}`, patel, {
        ...{ effectiveDate: '2009-03-12', reason: 'Entered late', instanceId: 'E1', method: 'Letter' },
        ...body,
      });
    expect((await give('', { endsOn: '2009-06-09' })).body).toMatchObject({
      code: 'NOTICE_TOO_SHORT',
      detail: expect.stringContaining('2009-06-10'),
    });
    const notice = { minDays: 90, endsOn: '2009-06-10', earliestEndsOn: '2009-06-10' };
    const tried = (await give('/dry-run', {})).body;
    expect(tried).toMatchObject({ events: [{ type: 'NoticeGiven', payload: notice }] });
    expect((await give('', {})).status).toBe(201);
    const { entries } = (await ask('A00012/audit-history')) as { entries: { type: string }[] };
    expect(entries.find(({ type }) => type === 'NoticeGiven')).toMatchObject({
      what: 'Notice given to SYSTEMS for One (E1), 12 March 2009; ends 10 June 2009',
      payload: notice,
    });
  });

  it.each([
    ['both', { 'period.months': months, 'period.days': 90 }],
    ['neither', {}],
  ])('A1: one that gives %s of months and days is refused, and told what to send', async (given, period) => {
    const { status, body } = await publish(policySet('unclear', period));
    expect([status, body]).toMatchObject([
      400,
      {
        code: 'PERIOD_NOT_GIVEN_ONCE',
        rule: 'A1',
        detail: `The policy set gives ${given} of \`period.months\` and \`period.days\`.`,
        remedy: expect.stringContaining('such as 3 months or 90 days'),
      },
    ]);
  });

  it('A1: no period of 0 days', async () => {
    const { status, body } = await publish(policySet('none', { 'period.days': 0 }));
    expect([status, body]).toMatchObject([400, { code: 'INVALID_REQUEST' }]);
    expect(JSON.stringify(body['errors'])).toContain('period.days');
  });
});
