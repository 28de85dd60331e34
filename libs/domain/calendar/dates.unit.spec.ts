import {
  addDays,
  addMonths,
  daysBetween,
  endOfLondonDay,
  inOrder,
  instantText,
  isRealDate,
  londonDateOf,
} from './dates.js';

describe('A2: months are counted from the anchor by the corresponding date rule', () => {
  it.each([
    ['2009-11-30', '2010-02-28'],
    ['2007-11-30', '2008-02-29'],
    ['2009-08-31', '2009-11-30'],
    ['2009-02-28', '2009-05-28'],
  ])('A2: %s and three months is %s', (from, to) => {
    expect(addMonths(from, 3)).toBe(to);
  });

  it('A2: never chained month by month', () => {
    expect(addMonths('2009-08-31', 3)).toBe('2009-11-30');
    expect(addMonths(addMonths(addMonths('2009-12-31', 1), 1), 1)).toBe('2010-03-28');
    expect(addMonths('2009-12-31', 3)).toBe('2010-03-31');
  });
});

describe('A32: dates are civil days of London', () => {
  it('A32: an instant of a summer evening belongs to the next day in London', () => {
    expect(londonDateOf('2009-06-12T23:30:00.000Z')).toBe('2009-06-13');
    expect(londonDateOf('2009-01-12T23:30:00.000Z')).toBe('2009-01-12');
  });

  it('A32: a notice that ends on a Saturday stands: no day is moved', () => {
    expect(addMonths('2009-03-20', 3)).toBe('2009-06-20');
  });

  it('R14: a bare date means the last millisecond of that London day', () => {
    expect(endOfLondonDay('2009-03-25')).toBe('2009-03-25T23:59:59.999Z');
    expect(endOfLondonDay('2009-07-31')).toBe('2009-07-31T22:59:59.999Z');
  });

  it('counts days over a change of the clocks', () => {
    expect(addDays('2009-03-28', 2)).toBe('2009-03-30');
    expect(daysBetween('2009-03-28', '2009-03-30')).toBe(2);
    expect(daysBetween('2009-06-13', '2009-08-01')).toBe(49);
  });

  it('puts dated things in order of their days, those of one day as they were given', () => {
    const facts = [
      ['last', '2010-01-01'],
      ['one', '2009-03-12'],
      ['first', '2008-04-01'],
      ['other', '2009-03-12'],
    ] as const;
    expect(inOrder(facts, ([, day]) => day).map(([name]) => name)).toEqual(['first', 'one', 'other', 'last']);
    expect(facts[0][0]).toBe('last');
  });

  it('writes instants with milliseconds and Z', () => {
    expect(instantText(0)).toBe('1970-01-01T00:00:00.000Z');
  });
});

describe('isRealDate', () => {
  it.each(['2009-02-28', '2008-02-29', '1948-07-05'])('takes %s', (date) => {
    expect(isRealDate(date)).toBe(true);
  });

  it.each([
    '2009-02-29',
    '2009-02-30',
    '2009-13-01',
    '2009-1-1',
    '20090101',
    '2009-03-12T00:00',
    '9999-12-31',
    '',
  ])('refuses %p', (date) => {
    expect(isRealDate(date)).toBe(false);
  });
});
