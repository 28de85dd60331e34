import { clockTime, listed, longDate, longMonth, plainWord, pounds } from './plain-english.js';

describe('plain English, as the NHS writes it', () => {
  it('writes dates with the month in full and no ordinal', () => {
    expect(longDate('2018-08-06')).toBe('6 August 2018');
    expect(longMonth('2009-03')).toBe('March 2009');
  });

  it.each([
    ['08:00', '8am'],
    ['17:30', '5.30pm'],
    ['12:00', 'midday'],
    ['12:05', '12.05pm'],
    ['00:00', 'midnight'],
    ['00:10', '12.10am'],
  ])('writes the time %s as %s', (time, text) => expect(clockTime(time)).toBe(text));

  it('writes money with its pence and a comma over 999', () => {
    expect([pounds(101871), pounds(5), pounds(123456700)]).toEqual(['£1,018.71', '£0.05', '£1,234,567.00']);
  });

  it('writes lists and enumerated words as a sentence would', () => {
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(listed(['a'])).toBe('a');
    expect(plainWord('SINGLE_USER')).toBe('single user');
    expect(['PCT', 'NHS_SITE', 'MEDICO_LEGAL_CLAIM'].map(plainWord)).toEqual([
      'PCT',
      'NHS site',
      'medico-legal claim',
    ]);
  });
});
