import { callOffCommands } from '#domain/call-off/commands.js';
import { decideCallOff } from '#domain/call-off/decide.js';
import { evolveCallOff, initialCallOff } from '#domain/call-off/state.js';
import { commissionerCommands, type CommissionerCommand } from '#domain/commissioner/commands.js';
import { decideCommissioner } from '#domain/commissioner/decide.js';
import { evolveCommissioner, initialCommissioner } from '#domain/commissioner/state.js';
import type { Decision } from '#domain/decision.js';
import { policyCommands, type PolicyCommand } from '#domain/policy/commands.js';
import { decidePolicy } from '#domain/policy/decide.js';
import type { PolicyParameters } from '#domain/policy/events.js';
import { firstStart } from '#domain/policy/first-start.js';
import { evolvePolicy, initialPolicy } from '#domain/policy/state.js';
import type { DomainEvent, Recorded } from '#domain/recorded.js';
import { supplierCommands, type SupplierCommand } from '#domain/supplier/commands.js';
import { decideSupplier } from '#domain/supplier/decide.js';
import { evolveSupplier, initialSupplier } from '#domain/supplier/state.js';
import { idOf, national, patel, recorded, reference } from '#testing/fixture.js';
import fc from 'fast-check';

/** How a stream is decided and folded. */
interface Stream<S, C, E extends DomainEvent> {
  readonly initial: S;
  readonly decide: (command: C, state: S) => Decision<E>;
  readonly evolve: (state: S, event: Recorded<E>) => S;
}

/**
 * Gives the commands in turn, each twice, the second time in other words (R13): once an accepted one stands, asking
 * for it again adds nothing; what is refused is refused again. Returns the names of those that were accepted.
 */
const askEachTwice = <S, C extends { name: string; body: object }, E extends DomainEvent>(
  { initial, decide, evolve }: Stream<S, C, E>,
  commands: readonly C[],
): Set<string> => {
  const accepted = new Set<string>();
  commands.reduce((state, command, index) => {
    const decision = decide(command, state);
    if (decision.kind !== 'accepted') {
      expect(decide(command, state)).toEqual(decision);
      return state;
    }
    accepted.add(command.name);
    const after = decision.events
      .map((event, n) => recorded(event, { id: idOf(index, n), stream: 'any', revision: index }, {}))
      .reduce(evolve, state);
    expect(decide(command, after)).toEqual({ kind: 'nothing' });
    const inOtherWords = { ...command, body: { ...command.body, reason: 'Sent again' } };
    expect(decide(inOtherWords, after)).toEqual({ kind: 'nothing' });
    return after;
  }, initial);
  return accepted;
};

/** Any series of these commands, behind the first ones, of which every name must have been accepted in some. */
const property = <S, C extends { name: string; body: object }, E extends DomainEvent>(
  stream: Stream<S, C, E>,
  names: object,
  command: fc.Arbitrary<C>,
  first: readonly C[] = [],
): void => {
  const accepted = new Set<string>();
  const series = fc.array(command, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(series, (commands) => {
      askEachTwice(stream, [...first, ...commands]).forEach((name) => accepted.add(name));
    }),
    { numRuns: 400 },
  );
  expect([...accepted].sort()).toEqual(Object.keys(names).sort());
};

const days = fc.constantFrom('2008-04-01', '2009-04-01', '2013-04-01');
const names = fc.constantFrom('One', 'Other');
const productId = fc.constantFrom('EMIS.EMIS-LV', 'EMIS.EMIS-WEB', 'INPS.VISION-3');
const yearlyPence = fc.constantFrom(10_000, 20_000, null);

const supplierCommand = fc.oneof(
  fc.record({ effectiveDate: days, name: names }).map((body) => ({ name: 'register-supplier', body })),
  fc.record({ effectiveDate: days, productId, name: names }).map((body) => ({ name: 'list-system', body })),
  fc
    .record({ effectiveDate: days, productId, level: fc.integer({ min: 1, max: 3 }) })
    .map((body) => ({ name: 'record-level', body })),
  fc
    .record({ effectiveDate: days, productId, level: fc.constantFrom(1, 2, null) })
    .map((body) => ({ name: 'withdraw-level', body })),
  fc
    .record({ effectiveDate: days, productId, plannedFor: fc.constantFrom('2009-10-01', '2014-04-01') })
    .map((body) => ({ name: 'plan-level-2', body })),
  fc
    .record({ effectiveDate: days, productId, lastDay: fc.constantFrom('2013-04-01', '2015-03-31') })
    .map((body) => ({ name: 'announce-withdrawal', body })),
  fc
    .record({ effectiveDate: days, successor: fc.constantFrom('INPS', 'EMIS', 'NOBODY') })
    .map((body) => ({ name: 'cease-supplier', body })),
  fc.record({ effectiveDate: days, productId }).map((body) => ({ name: 'suspend-central-funding', body })),
  fc.record({ effectiveDate: days, productId }).map((body) => ({ name: 'restore-central-funding', body })),
  fc
    .record({
      effectiveDate: days,
      version: fc.constantFrom('1', '2'),
      services: fc.array(
        fc.record({
          id: fc.constantFrom('TAPE', 'EXTRACT'),
          service: names,
          chargePence: fc.constantFrom(45_000, null),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    })
    .map((body) => ({ name: 'publish-data-access-services', body })),
  fc
    .record({
      effectiveDate: days,
      rows: fc.uniqueArray(
        fc.record({ row: fc.constantFrom('SOFTWARE_LICENCE', 'SYSTEM_SUPPORT'), yearlyPence }),
        { minLength: 1, maxLength: 2 },
      ),
    })
    .map((body) => ({ name: 'publish-price-list', body })),
  fc
    .record({
      effectiveDate: days,
      terms: fc.array(
        fc.record({
          option: fc.constantFrom('SINGLE_USER', 'DATR'),
          availability: fc.constantFrom({ kind: 'PERPETUAL_ANNUAL' }, { kind: 'MONTHS', months: 3 }),
          yearlyPence,
        }),
        { minLength: 1, maxLength: 2 },
      ),
    })
    .map((body) => ({ name: 'publish-retention-terms', body })),
) as fc.Arbitrary<SupplierCommand>;

const commissionerCommand = fc.oneof(
  fc
    .record({ effectiveDate: days, kind: fc.constantFrom('PCT', 'CCG') })
    .map((body) => ({ name: 'establish-commissioner', body })),
  fc
    .record({
      effectiveDate: days,
      to: fc.constantFrom('99Z', '5YY', '5ZZ', '5XX'),
      practices: fc.constantFrom(undefined, ['A00001', 'A00002'], ['A00002', 'A00001']),
    })
    .map(({ practices, ...body }) => ({
      name: 'record-succession',
      body: practices ? { ...body, practices } : body,
    })),
) as fc.Arbitrary<CommissionerCommand>;

const published = firstStart.find(
  ({ name }) => name === 'publish-policy-set',
) as PolicyCommand<'publish-policy-set'>;
const { 'period.months': _months, ...parameters } = published.body.parameters;
const setCommand = fc
  .record({
    effectiveDate: days,
    version: fc.constantFrom('gpsoc-1', 'gpsoc-2'),
    period: fc.constantFrom<Partial<PolicyParameters>>(
      { 'period.months': 3 },
      { 'period.months': 6 },
      { 'period.days': 90 },
      { 'period.months': 3, 'period.days': 90 },
      {},
    ),
  })
  .map(({ effectiveDate, version, period }): PolicyCommand<'publish-policy-set'> => ({
    name: 'publish-policy-set',
    body: {
      ...published.body,
      effectiveDate,
      version,
      parameters: { ...parameters, ...period },
    },
  }));

const templateCommand = fc
  .record({ effectiveDate: days, version: fc.constantFrom('1.0', '1.1'), title: names })
  .map((body): PolicyCommand => ({
    name: 'publish-business-case-template',
    body: { ...body, sections: [{ title: 'Estimated costs' }] },
  }));
const policyCommand: fc.Arbitrary<PolicyCommand> = fc.oneof(setCommand, templateCommand);

describe('I16 R13: the same reference command twice is the same as once, whatever came before it', () => {
  it('those of a supplier', () => {
    const decide = (command: SupplierCommand, state: typeof initialSupplier) =>
      decideSupplier(command, state, { id: 'EMIS', actor: national, reference });
    const stream = { initial: initialSupplier, decide, evolve: evolveSupplier };
    const first: SupplierCommand[] = [
      { name: 'register-supplier', body: { effectiveDate: '2008-04-01', name: 'One' } },
      {
        name: 'list-system',
        body: { effectiveDate: '2008-04-01', productId: 'EMIS.EMIS-LV', name: 'EMIS LV' },
      },
      { name: 'record-level', body: { effectiveDate: '2008-04-01', productId: 'EMIS.EMIS-LV', level: 3 } },
    ];
    property(stream, supplierCommands, supplierCommand, first);
  });

  it('those of a commissioner', () => {
    const decide = (command: CommissionerCommand, state: typeof initialCommissioner) =>
      decideCommissioner(command, state, { id: '5ZZ', actor: national, reference });
    const stream = { initial: initialCommissioner, decide, evolve: evolveCommissioner };
    property(stream, commissionerCommands, commissionerCommand);
  });

  it('that of a Call-Off', () => {
    const context = { commissioner: '5ZZ', supplier: 'EMIS', actor: patel, reference };
    const command = days.map((effectiveDate) => ({
      name: 'sign-call-off' as const,
      body: { effectiveDate },
    }));
    property(
      {
        initial: initialCallOff,
        decide: (asked, state) => decideCallOff(asked, state, context),
        evolve: evolveCallOff,
      },
      callOffCommands,
      command,
    );
  });

  it('those of the policy', () => {
    const decide = (command: PolicyCommand, state: typeof initialPolicy) =>
      decidePolicy(command, state, { actor: national });
    property({ initial: initialPolicy, decide, evolve: evolvePolicy }, policyCommands, policyCommand);
  });
});
