import fc from 'fast-check';
import { addDays } from './dates.js';
import { accrue } from './money.js';

describe('A33: a yearly charge accrues by the day, rounded half-up once', () => {
  it.each([
    // yearly pence, from, to (exclusive), pence
    [342_772, '2009-06-13', '2009-06-21', 7_513],
    [20_464, '2009-06-13', '2009-06-21', 449],
    [342_772, '2009-06-13', '2009-08-01', 46_016],
    [66_508, '2008-04-01', '2009-06-21', 81_267],
    [66_508, '2008-04-01', '2009-06-13', 79_810],
    [36_500, '2008-01-01', '2009-01-01', 36_600],
    [73, '2009-01-01', '2009-01-01', 0],
  ])('A33: %i a year from %s to %s is %i pence', (yearly, from, to, pence) => {
    expect(accrue(yearly, from, to)).toBe(pence);
  });

  it('A33: more than half a penny rounds up, less rounds down', () => {
    expect(accrue(365, '2009-01-01', '2009-01-02')).toBe(1);
    expect(accrue(183, '2009-01-01', '2009-01-02')).toBe(1);
    expect(accrue(182, '2009-01-01', '2009-01-02')).toBe(0);
  });

  it('A33: one more day never costs less', () => {
    const yearly = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(yearly, fc.integer({ min: 0, max: 5_000 }), (pence, days) => {
        const until = (count: number) => accrue(pence, '2008-04-01', addDays('2008-04-01', count));
        expect(until(days + 1) >= until(days)).toBe(true);
      }),
    );
  });
});

describe('A33: accrual.basis=ACT_ACT counts a day as a part of its own calendar year', () => {
  it.each([
    [36_600, '2008-01-01', '2009-01-01', 36_600],
    [36_500, '2009-01-01', '2010-01-01', 36_500],
    [36_600, '2008-12-31', '2009-01-02', 200],
    [342_772, '2008-04-01', '2009-03-12', 323_284],
    [73, '2009-01-01', '2009-01-01', 0],
    [36_500, '2007-07-01', '2010-07-01', 109_500],
  ])('A33: %i a year from %s to %s is %i pence', (yearly, from, to, pence) => {
    expect(accrue(yearly, from, to, 'ACT_ACT')).toBe(pence);
  });

  it('R5: of a share only its percent counts, rounded half-up', () => {
    expect(accrue(365, '2009-01-01', '2009-01-02', 'ACT_365F', 50)).toBe(1);
    expect(accrue(365, '2009-01-01', '2009-01-02', 'ACT_365F', 49)).toBe(0);
  });
});
