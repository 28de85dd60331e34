import { civilDate, localDateTime, text } from './fields.js';

const isTaken = (schema: typeof civilDate, value: string) => schema.safeParse(value).success;

describe('A32: dates that every part of the register can hold', () => {
  it.each(['1900-01-01', '2009-03-12', '2999-12-31'])('A32: takes %s', (date) => {
    expect(isTaken(civilDate, date)).toBe(true);
  });

  it.each(['0000-01-01', '0001-01-01', '1899-12-31', '3000-01-01', '9999-12-31'])(
    'A32: refuses %s, which no store of days needs or can count on',
    (date) => {
      expect(isTaken(civilDate, date)).toBe(false);
      expect(isTaken(localDateTime, `${date}T08:00`)).toBe(false);
    },
  );
});

describe('Free text', () => {
  const free = text(200);

  it.each(['9434765918', '1943 476 5919', '943, 476, 5919 and 12 pounds'])(
    'I15: takes %j, which holds none',
    (value) => {
      expect(isTaken(free, value)).toBe(true);
    },
  );

  it.each(['The first entries are of 12 March.', 'Two\nlines,\tand a tab', 'Ŵyn’s £5 😀'])(
    'takes %j',
    (value) => {
      expect(isTaken(free, value)).toBe(true);
    },
  );

  it.each(['a\u0000b', 'a\u0007b', 'a\u007fb', 'a\ud800b', 'a\udc00b'])(
    'refuses %j: it is stored and read back as it was sent, or not at all',
    (value) => {
      expect(isTaken(free, value)).toBe(false);
    },
  );

  it.each([
    '943 476 5919',
    '943 476 5870',
    'patient 9434765919 asked',
    '943.476.5919',
    '943\u00a0476\u00a05919',
    '943 – 476 – 5919',
    '943/476/5919',
    '943\n476 5919',
    '９４３４７６５９１９',
  ])('I15: refuses %j, which holds an NHS number', (value) => {
    expect(isTaken(free, value)).toBe(false);
  });
});
