import { fillWithWorkedDataSet } from '#apps/standalone/fill.js';
import { people } from '#apps/standalone/worked-data-set.js';
import { firstStart } from '#domain/policy/first-start.js';
import { fictionalPractices } from './fictional-practices.js';
import { type Answered, useApi } from './use-api.js';

const { auditor, national } = people;
const api = '/api/v1';

/** A cost of P3: pence, and days from the end of bedding-in. */
const cost = (localDays: number, localPence: number, routineSupportPence: number) => ({
  localDays,
  localPence,
  routineSupportPence,
});
const sourceIn = ({ body }: Answered) => (body['sources'] as object[])[0];

describe('D0 P2 P3: the worked values of W, through HTTP', () => {
  const register = useApi(fillWithWorkedDataSet);
  const ask = (question: string) => register.get(`${api}/practices/A00001/${question}`, auditor);

  it.each([
    ['2009-03-12', '2009-06-12', cost(0, 0, 0)],
    ['2009-03-20', '2009-06-20', cost(8, 8_860, 1_457)],
    ['2009-12-31', '2010-03-31', cost(292, 323_331, 53_206)],
  ])('P3: notice on %s ends on %s at the earliest', async (on, earliestEndsOn, local) => {
    expect(sourceIn(await ask(`exposure?on=${on}&knownAt=2009-04-03`))).toMatchObject({
      instance: 'E1',
      goLiveOn: '2009-03-12',
      beddingInEndsOn: '2009-06-12',
      latestZeroCostNotice: '2009-03-12',
      dailyPence: 1_107,
      ifNoticeGiven: { earliestEndsOn, ...local },
      rule: 'A10',
      policyVersion: 'gpsoc-1',
    });
  });

  it('P3 A19: as known on 25 March 2009, go-live 11 March and notice 20 March: 9 days, £99.67', async () => {
    expect(sourceIn(await ask('exposure?on=2009-06-20&knownAt=2009-03-25'))).toMatchObject({
      goLiveOn: '2009-03-11',
      noticeGivenOn: '2009-03-20',
      accrued: { localDays: 9, localPence: 9_967 },
    });
  });

  it('P3 A19: after the correction, before the extension: 8 days, £88.60, beside £14.57 of routine support', async () => {
    expect(sourceIn(await ask('exposure?on=2009-06-20&knownAt=2009-04-03'))).toMatchObject({
      accrued: cost(8, 8_860, 1_457),
    });
  });

  it('P3 A9: with the extension to 31 July 2009: 49 days, £542.57, beside £89.28', async () => {
    expect(sourceIn(await ask('exposure?on=2009-07-31'))).toMatchObject({ accrued: cost(49, 54_257, 8_928) });
  });

  it('P2: the licence of E1 from 13 June to 31 July 2009 is the commissioner’s: 49 days, £460.16', async () => {
    const { body } = await ask('funding?on=2009-06-20');
    expect(body['intervals']).toContainEqual(
      expect.objectContaining({
        ...{ instance: 'E1', row: 'SOFTWARE_LICENCE', from: '2009-06-13', to: '2009-08-01' },
        ...{ payer: 'COMMISSIONER', payerOrg: '5ZZ', yearlyPence: 342_772, days: 49, pence: 46_016 },
        ...{ reason: 'AFTER_BEDDING_IN', rule: 'A8', policyVersion: 'gpsoc-1' },
        why: 'After bedding-in end, before the notice end as extended',
      }),
    );
  });
});

describe('B4 P3: the date vectors, and no notice at all, through HTTP', () => {
  const register = useApi();
  const { sent, reference, goneLive } = fictionalPractices(register);

  const vectors = [
    // anchor, last funded day by CORRESPONDING_DATE, by DAY_BEFORE, latest zero-cost notice
    ['A00011', '2009-03-12', '2009-06-12', '2009-06-11', '2009-03-12'],
    ['A00012', '2008-02-29', '2008-05-29', '2008-05-28', '2008-02-29'],
    ['A00013', '2009-08-31', '2009-11-30', '2009-11-29', '2009-08-31'],
    ['A00014', '2009-11-28', '2010-02-28', '2010-02-27', '2009-11-30'],
    ['A00015', '2009-11-30', '2010-02-28', '2010-02-27', '2009-11-30'],
  ] as const;
  const policy = firstStart.find(({ name }) => name === 'publish-policy-set')!.body as {
    parameters: object;
  };
  let before = '';

  beforeAll(async () => {
    await reference();
    for (const [ods, anchor] of vectors) await goneLive(ods, anchor);
    const { body } = await register.get(`${api}/practices/A00015`, auditor);
    before = String(body['knownAt']);
    await sent('policy/publish-policy-set', national, {
      ...policy,
      version: 'day-before',
      parameters: { ...policy.parameters, 'period.endConvention': 'DAY_BEFORE' },
    });
  });

  it.each(vectors)(
    'A1 A2 A3 A7: %s, gone live on %s',
    async (ods, anchor, corresponding, dayBefore, zeroCost) => {
      const ask = async (knownAt: string) => {
        const answer = await register.get(`${api}/practices/${ods}?on=${anchor}${knownAt}`, auditor);
        return answer.body['beddingIn'];
      };
      expect(await ask(`&knownAt=${before}`)).toMatchObject({
        ...{
          from: anchor,
          lastFundedDay: corresponding,
          latestZeroCostDate: zeroCost,
          policyVersion: 'gpsoc-1',
        },
      });
      expect(await ask('')).toMatchObject({ lastFundedDay: dayBefore, policyVersion: 'day-before' });
    },
  );

  it('P3 A10: gone live on 12 March 2009, no notice: by 31 December 202 days, £2,236.73, beside £368.07', async () => {
    const question = `practices/A00011/exposure?on=2009-12-31&knownAt=${before}`;
    expect(sourceIn(await register.get(`${api}/${question}`, auditor))).toMatchObject({
      noticeGivenOn: null,
      accrued: cost(202, 223_673, 36_807),
      ifNoticeGiven: { earliestEndsOn: '2010-03-31', ...cost(292, 323_331, 53_206) },
    });
  });

  it('R5: practice and commissioner share what turned local, as agreed: 33 and 67 per cent', async () => {
    const answer = await register.get(
      `${api}/practices/A00011/funding?on=2009-12-31&until=2009-12-31&knownAt=${before}`,
      auditor,
    );
    const shares = (answer.body['intervals'] as { row: string; sharePercent?: number }[]).filter(
      ({ row, sharePercent }) => row === 'SOFTWARE_LICENCE' && sharePercent !== undefined,
    );
    expect(shares).toMatchObject([
      { payer: 'COMMISSIONER', payerOrg: '5ZZ', sharePercent: 67, days: 202, pence: 127098 },
      { payer: 'PRACTICE', payerOrg: 'A00011', sharePercent: 33, days: 202, pence: 62600 },
    ]);
    expect(answer.body['totals']).toMatchObject({
      byInstance: [{ instance: 'E1', afterBeddingIn: { days: 202, pence: 223_673 } }, { instance: 'L1' }],
    });
  });
});
