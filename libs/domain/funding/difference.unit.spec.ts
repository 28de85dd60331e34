import { fundingDifference } from './difference.js';
import { practiceAfter, reference, type Told } from './funding.fixture.js';
import { fundingTimeline } from './timeline.js';
import * as W from './worked-example.fixture.js';

const timeline = (events: readonly Told[]) => fundingTimeline(practiceAfter(...events), reference);
/** What one more event changes, counted to that day. */
const changedBy = (events: readonly Told[], event: Told, until: string) =>
  fundingDifference(timeline(events), timeline([...events, event]), until);
const lines = (amounts: ReturnType<typeof fundingDifference>['rows'][number]['goes']) =>
  amounts.map(({ from, to, payer, days, pence }) => [from, to, payer, days, pence]);

describe('the money that a change changes', () => {
  const notice = changedBy(W.withoutNotice, W.noticeGiven, '2009-12-31');

  it('A8 A33: notice of 20 March makes 8 local days, £88.60, of what ran on without an end', () => {
    expect(notice.rows.map(({ instanceId, row }) => `${instanceId} ${row}`)).toEqual([
      'E1 SOFTWARE_LICENCE',
      'E1 LEVEL_1_COMPLIANCE',
      'E1 LEVEL_2_COMPLIANCE',
      'E1 LEVEL_3_COMPLIANCE',
      'E1 SYSTEM_SUPPORT',
    ]);
    const [licence, level] = notice.rows;
    expect(lines(licence!.goes)).toEqual([['2009-06-13', null, 'COMMISSIONER', 202, 189698]]);
    expect(lines(licence!.comes)).toEqual([['2009-06-13', '2009-06-21', 'COMMISSIONER', 8, 7513]]);
    expect(lines(level!.comes)).toEqual([['2009-06-13', '2009-06-21', 'COMMISSIONER', 8, 449]]);
    const local = notice.rows.slice(0, 4).flatMap(({ comes }) => comes);
    expect(local.reduce((sum, { pence }) => sum + (pence ?? 0), 0)).toBe(8860);
  });
  it('A10 R4: by the end of 2009 the commissioner pays £2,501.63 less: 2,236.73 − 88.60 and support 368.07 − 14.57', () => {
    const pence = 8860 - 223673 + 1457 - 36807;
    expect(notice.byPayer).toEqual([{ payer: 'COMMISSIONER', payerOrg: '5ZZ', pence, rowsWithoutPrice: 0 }]);
    expect(pence).toBe(-250163);
  });
  it('R7: on the day of the notice nobody pays another penny yet, though its days are counted in full', () => {
    const { byPayer, rows } = changedBy(W.withoutNotice, W.noticeGiven, '2009-03-20');
    expect(byPayer).toEqual([]);
    expect(lines(rows[0]!.goes)).toEqual([['2009-06-13', null, 'COMMISSIONER', 0, 0]]);
    expect(lines(rows[0]!.comes)).toEqual([['2009-06-13', '2009-06-21', 'COMMISSIONER', 8, 7513]]);
  });
  it('A8: an extension to 31 July costs the commissioner 41 days more, £453.97 and £74.71 of support', () => {
    const { byPayer } = changedBy([...W.withoutNotice, W.noticeGiven], W.extended(), '2009-07-31');
    const pence = 54257 - 8860 + (8928 - 1457);
    expect(byPayer).toEqual([{ payer: 'COMMISSIONER', payerOrg: '5ZZ', pence, rowsWithoutPrice: 0 }]);
    expect(pence).toBe(45397 + 7471);
  });
  it('S7: joining a Call-Off moves the licence and levels from the commissioner to the centre', () => {
    const { byPayer, rows } = changedBy([W.registered, W.agreement, W.e1], W.e1Joined(), '2009-03-31');
    expect(byPayer).toEqual([
      { payer: 'COMMISSIONER', payerOrg: '5ZZ', pence: -404164, rowsWithoutPrice: 0 },
      { payer: 'CENTRAL', payerOrg: 'NATIONAL', pence: 404164, rowsWithoutPrice: 0 },
    ]);
    expect(rows.map(({ row }) => row)).not.toContain('SYSTEM_SUPPORT');
  });
  it('R6: a row without a price counts as one, not as nothing', () => {
    const ended = [...W.asKnownOn3April.filter((told) => told !== W.retentionOrdered), W.serviceEnded()];
    const { byPayer } = changedBy(ended, W.retentionOrdered, '2009-12-31');
    expect(byPayer).toEqual([{ payer: 'COMMISSIONER', payerOrg: '5ZZ', pence: 0, rowsWithoutPrice: 1 }]);
  });
  it('R4: where no day, payer, charge or reason changes, nothing does, whatever the events are', () => {
    const order = W.ordered('2009-01-27');
    expect(changedBy(W.beforeGoLive, order, '2009-12-31')).toEqual({
      until: '2009-12-31',
      rows: [],
      byPayer: [],
    });
    const whole = timeline(W.w);
    expect(fundingDifference(whole, whole, '2013-12-31').rows).toEqual([]);
  });
});
