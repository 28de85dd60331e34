import { idOf, national, patel, recorded, reference, withSupplier } from '#testing/fixture.js';
import type { Decision } from '../decision.js';
import { emptyReference, supplierIn } from '../reference.js';
import { supplierCommands, type SupplierCommand } from './commands.js';
import { decideSupplier } from './decide.js';
import { evolveSupplier, isListed, levelOn, priceListOn, retentionTermOn } from './state.js';
import type { SupplierEvent } from './events.js';

const inps = supplierIn(reference, 'INPS');
const day = { effectiveDate: '2010-07-01' };
const decide = (command: SupplierCommand, state = inps, actor = national) =>
  decideSupplier(command, state, { id: 'INPS', actor, reference });
const after = (decision: Decision<SupplierEvent>, state = inps) =>
  (decision.kind === 'accepted' ? decision.events : []).reduce(
    (before, event) =>
      evolveSupplier(before, recorded(event, { id: idOf(1), stream: 'supplier-INPS', revision: 0 }, {})),
    state,
  );
const list: SupplierCommand = {
  name: 'list-system',
  body: { ...day, productId: 'INPS.VISION-360', name: 'Vision 360' },
};
const level: SupplierCommand = {
  name: 'record-level',
  body: { ...day, productId: 'INPS.VISION-3', level: 4 },
};
const prices: SupplierCommand = {
  name: 'publish-price-list',
  body: { ...day, rows: [{ row: 'SOFTWARE_LICENCE', yearlyPence: 500_000 }] },
};
const datr = {
  option: 'DATR',
  availability: { kind: 'PERPETUAL_ANNUAL' },
  yearlyPence: 10_000,
} as const;
const terms: SupplierCommand = {
  name: 'publish-retention-terms',
  body: { ...day, terms: [datr] },
};
const refusal = (code: string) => ({ kind: 'refused', refusal: { code } });

describe('S2: the register of systems', () => {
  it('S2: lists a product from its effective date, with its level as of any date', () => {
    const listed = after(decide(list));
    expect(isListed(listed, 'INPS.VISION-360', '2010-06-30')).toBe(false);
    expect(isListed(listed, 'INPS.VISION-360', '2010-07-01')).toBe(true);
    const raised = after(decide(level));
    expect(levelOn(raised, 'INPS.VISION-3', '2010-06-30')).toBe(3);
    expect(levelOn(raised, 'INPS.VISION-3', '2010-07-01')).toBe(4);
    expect(levelOn(raised, 'INPS.VISION-3', '2008-03-31')).toBeNull();
  });
  it('S2: a product is listed under its own supplier, and its level only once it is listed', () => {
    const elsewhere = { ...list, body: { ...list.body, productId: 'EMIS.VISION-360' } } as SupplierCommand;
    expect(decide(elsewhere)).toMatchObject(refusal('PRODUCT_NOT_THE_SUPPLIERS'));
    const level2 = { ...day, productId: 'EMIS.EMIS-LV', level: 2 };
    expect(decide({ name: 'record-level', body: level2 })).toMatchObject(
      refusal('PRODUCT_NOT_THE_SUPPLIERS'),
    );
    const unlisted: SupplierCommand = {
      name: 'record-level',
      body: { ...day, productId: 'INPS.VISION-360', level: 2 },
    };
    expect(decide(unlisted)).toMatchObject(refusal('PRODUCT_NOT_LISTED'));
  });
  it('S2: a supplier is registered first', () =>
    expect(decide(list, supplierIn(emptyReference, 'INPS'))).toMatchObject(
      refusal('SUPPLIER_NOT_REGISTERED'),
    ));
});

describe('S32: prices and terms by date', () => {
  it('S32: the price list in force on the day', () => {
    const published = after(decide(prices));
    expect(priceListOn(published, '2010-06-30')?.rows[0]?.yearlyPence).toBe(468_100);
    expect(priceListOn(published, '2010-07-01')?.rows[0]?.yearlyPence).toBe(500_000);
    expect(priceListOn(published, '2008-03-31')).toBeUndefined();
  });
  it('S32: the retention terms in force on the day', () => {
    const published = after(decide(terms));
    expect(retentionTermOn(published, 'DATR', '2010-06-30')).toBeNull();
    expect(retentionTermOn(published, 'DATR', '2010-07-01')?.yearlyPence).toBe(10_000);
  });
  it('S32: each row stands once', () => {
    const rows = [
      { row: 'SOFTWARE_LICENCE', yearlyPence: 1 },
      { row: 'SOFTWARE_LICENCE', yearlyPence: 2 },
    ] as const;
    expect(decide({ name: 'publish-price-list', body: { ...day, rows: [...rows] } })).toMatchObject(
      refusal('ROWS_TWICE'),
    );
  });
  it('S28: each retention option stands once', () => {
    const body = { ...day, terms: [datr, datr] };
    expect(decide({ name: 'publish-retention-terms', body })).toMatchObject(refusal('ROWS_TWICE'));
  });
  it('A26: a term in months says how many', () => {
    const term = { option: 'DATR', availability: { kind: 'MONTHS' }, yearlyPence: null };
    const body = { ...day, terms: [term] };
    expect(supplierCommands['publish-retention-terms'].safeParse(body).success).toBe(false);
  });
});

describe('C3: national reference commands', () => {
  const commands: readonly SupplierCommand[] = [
    { name: 'register-supplier', body: { effectiveDate: '2008-04-01', name: 'INPS' } },
    list,
    level,
    prices,
    terms,
  ];
  const contradictions: readonly (readonly [SupplierCommand, string])[] = [
    [
      { name: 'register-supplier', body: { effectiveDate: '2008-04-01', name: 'Other' } },
      'SUPPLIER_ALREADY_REGISTERED',
    ],
    [{ name: 'list-system', body: { ...list.body, name: 'Other' } as never }, 'PRODUCT_ALREADY_LISTED'],
    [{ name: 'record-level', body: { ...level.body, level: 5 } as never }, 'LEVEL_EXISTS'],
    [
      { name: 'publish-price-list', body: { ...day, rows: [{ row: 'SOFTWARE_LICENCE', yearlyPence: 1 }] } },
      'PRICE_LIST_EXISTS',
    ],
    [
      {
        name: 'publish-retention-terms',
        body: {
          ...day,
          terms: [{ option: 'DATR', availability: { kind: 'PERPETUAL_ANNUAL' }, yearlyPence: 1 }],
        },
      },
      'TERMS_EXIST',
    ],
  ];
  const full = commands.reduce((state, command) => after(decide(command, state), state), inps);

  it.each(commands.map((command) => [command.name, command] as const))(
    'C3: %s is the national team’s alone',
    (_name, command) => expect(decide(command, inps, patel)).toMatchObject(refusal('ROLE_NOT_ALLOWED')),
  );
  it.each(commands.map((command) => [command.name, command] as const))(
    'R13: %s of what is so already adds nothing',
    (_name, command) => expect(decide(command, full).kind).toBe('nothing'),
  );
  it.each(contradictions)('I13: %o is refused rather than overwritten', (command, code) =>
    expect(decide(command, full)).toMatchObject(refusal(code)),
  );
  it('R10: has no limit on its date', () =>
    expect(
      supplierIn(
        withSupplier(reference, 'INPS', {
          ...prices,
          body: { ...prices.body, effectiveDate: '2099-01-01' },
        } as SupplierCommand),
        'INPS',
      ).priceLists.length,
    ).toBe(2));
});
