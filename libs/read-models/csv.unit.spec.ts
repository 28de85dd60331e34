import { toCsv } from './csv.js';

const columns = {
  name: ([name]: [string, number | null]) => name,
  pence: ([, pence]: [string, number | null]) => pence,
};

describe('CSV', () => {
  it('starts with a byte order mark and a header row and ends its lines as RFC 4180 says', () => {
    expect(toCsv(columns, [['Elm', 4492]])).toBe('\uFEFFname,pence\r\nElm,4492\r\n');
  });

  it('quotes commas, quotes and line ends', () => {
    expect(toCsv(columns, [['Elm, "The"\nOld', null]])).toBe('\uFEFFname,pence\r\n"Elm, ""The""\nOld",\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@cmd', '\t=1'])('keeps %j from running as a formula', (text) => {
    expect(toCsv(columns, [[text, -1]])).toBe(`\uFEFFname,pence\r\n'${text},-1\r\n`);
  });
});
