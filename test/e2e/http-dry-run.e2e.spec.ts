import { fillWithWorkedDataSet } from '#apps/standalone/fill.js';
import { people, workedDataSet } from '#apps/standalone/worked-data-set.js';
import { type Answered, useApi } from './use-api.js';

const { patel, reed, national } = people;
const practice = (path: string) => `/api/v1/practices/A00001/${path}`;
const reason = 'Entered from the paper file';
const untilNotice = workedDataSet.slice(
  0,
  workedDataSet.findIndex(({ command }) => command === 'give-notice'),
);

interface Amount {
  readonly from: string;
  readonly to: string | null;
  readonly payer: string;
  readonly days: number;
  readonly pence: number | null;
  readonly events: string[];
}
interface Money {
  readonly until: string;
  readonly rows: { instance: string; row: string; goes: Amount[]; comes: Amount[] }[];
  readonly byPayer: object[];
}
const moneyOf = ({ body }: Answered) => body['money'] as Money | undefined;
const pick = ({ from, to, payer, days, pence }: Amount) => [from, to, payer, days, pence];

describe('the money in a dry run over HTTP, of W as it was before its notice', () => {
  const api = useApi((store) => fillWithWorkedDataSet(store, untilNotice));
  const notice = { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter', reason };

  it('A8 A10: notice of 20 March ends what the commissioner would pay without end after 9 days, £99.67', async () => {
    const tried = await api.post(practice('give-notice/dry-run?until=2009-12-31'), patel, notice);
    expect([tried.status, tried.body['outcome'], tried.body['flags']]).toEqual([
      200,
      'ACCEPT',
      ['LATE_ENTRY'],
    ]);
    const money = moneyOf(tried)!;
    expect(money.until).toBe('2009-12-31');
    expect(money.rows.map(({ instance, row }) => `${instance} ${row}`)).toEqual([
      'E1 SOFTWARE_LICENCE',
      'E1 LEVEL_1_COMPLIANCE',
      'E1 LEVEL_2_COMPLIANCE',
      'E1 LEVEL_3_COMPLIANCE',
      'E1 SYSTEM_SUPPORT',
    ]);
    const [licence, ...others] = money.rows;
    expect(licence!.goes.map(pick)).toEqual([['2009-06-12', null, 'COMMISSIONER', 203, 190638]]);
    expect(licence!.comes.map(pick)).toEqual([['2009-06-12', '2009-06-21', 'COMMISSIONER', 9, 8452]]);
    const levels = others.slice(0, 3).flatMap(({ comes }) => comes.map(({ pence }) => pence));
    expect(levels).toEqual([505, 505, 505]);
    expect(8452 + 3 * 505).toBe(9967);
    expect(licence!.goes[0]!.events).toHaveLength(1);
    expect(licence!.comes[0]!.events).toEqual(licence!.goes[0]!.events);
    expect(money.byPayer).toEqual([
      { payer: 'COMMISSIONER', payerOrg: '5ZZ', pence: -250_164, rowsWithoutPrice: 0 },
    ]);
  });

  it('R2: of a proposal it is what its confirmation would change', async () => {
    const corrected = { effectiveDate: '2009-03-12', cutoverTime: '08:00', reason };
    const tried = await api.post(practice('correct-go-live/dry-run?until=2009-12-31'), patel, corrected);
    expect(tried.body).toMatchObject({ outcome: 'PROPOSE', confirmer: 'PCT' });
    expect(tried.body['events']).toMatchObject([{ type: 'CommandProposed' }]);
    const licence = moneyOf(tried)!.rows.find(({ row }) => row === 'SOFTWARE_LICENCE')!;
    expect(licence.goes.map(pick)).toContainEqual(['2009-06-12', null, 'COMMISSIONER', 203, 190638]);
    expect(licence.comes.map(pick)).toContainEqual(['2009-06-13', null, 'COMMISSIONER', 202, 189698]);
  });

  it('counts to the end of today where no day is named', async () => {
    const tried = await api.post(practice('give-notice/dry-run'), patel, notice);
    expect(moneyOf(tried)!.until).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it('is left out where nothing changes, with a refusal, and of a reference command', async () => {
    const contact = {
      effectiveDate: '2009-03-20',
      participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
      optionsConsidered: ['Keep Vision 3'],
      reason,
    };
    const price = { effectiveDate: '2010-04-01', rows: [{ row: 'SOFTWARE_LICENCE', yearlyPence: 1 }] };
    const supplier = '/api/v1/suppliers/EMIS/publish-price-list/dry-run';
    const tries = [
      await api.post(practice('record-contact/dry-run'), reed, contact),
      await api.post(practice('give-notice/dry-run'), patel, { ...notice, instanceId: 'V1' }),
      await api.post(supplier, national, price),
    ];
    expect(tries.map(({ status }) => status)).toEqual([200, 409, 200]);
    for (const tried of tries) expect(tried.body).not.toHaveProperty('money');
  });

  it('takes a real day and nothing else in its query string, and records nothing', async () => {
    const before = await api.store.headPosition();
    const wrong = await api.post(practice('give-notice/dry-run?until=2009-02-29'), patel, notice);
    const unknown = await api.post(practice('give-notice/dry-run?to=2009-12-31'), patel, notice);
    expect([wrong.status, unknown.status]).toEqual([400, 400]);
    expect(await api.store.headPosition()).toBe(before);
  });
});
