import { addDays, type CivilDate } from '#domain/calendar/dates.js';
import type { BodyOf, PracticeCommandName } from '#domain/practice/commands.js';
import { openMigration, type PracticeState } from '#domain/practice/state.js';
import { RETENTION_OPTIONS } from '#domain/fields.js';

/** Random numbers from 0 on, of which a body takes what it needs. */
export type Numbers = readonly number[];

export type Body<Name extends PracticeCommandName> = (
  numbers: Numbers,
  state: PracticeState,
  on: CivilDate,
) => Omit<BodyOf<Name>, 'effectiveDate' | 'reason' | 'evidence'>;

/** One of these, by the nth random number. */
export const pick = <Value>(numbers: Numbers, n: number, values: readonly [Value, ...Value[]]): Value =>
  values[(numbers[n] ?? 0) % values.length] ?? values[0];

/** The value, or undefined, by the nth random number. */
export const some = <Value>(numbers: Numbers, n: number, value: Value): Value | undefined =>
  pick(numbers, n, [value, undefined]);

/** Products of the fixture, the usual target more often than others. */
export const PRODUCTS = [
  'EMIS.EMIS-LV',
  'INPS.VISION-3',
  'INPS.VISION-3',
  'Microtest.EVOLUTION',
  'TPP.ONE',
] as const;
/** An instance that there often is. */
export const instanceOf = (numbers: Numbers, n: number) => pick(numbers, n, ['E1', 'E1', 'V1', 'X1']);
/** The winner on record, or any product. */
export const winnerOf = (numbers: Numbers, state: PracticeState) =>
  pick(numbers, 0, [openMigration(state)?.selection?.winner ?? PRODUCTS[1], ...PRODUCTS]);

/** A day somewhat before or mostly after that day. */
export const near = (numbers: Numbers, n: number, on: CivilDate) =>
  addDays(on, ((numbers[n] ?? 0) % 200) - 20);

/** The fields of a retention option. */
export const retention = (numbers: Numbers, on: CivilDate) => {
  const [from, until] = [some(numbers, 2, near(numbers, 3, on)), some(numbers, 4, near(numbers, 5, on))];
  return {
    option: pick(numbers, 1, RETENTION_OPTIONS),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    payer: pick(numbers, 6, ['COMMISSIONER', 'PRACTICE'] as const),
  };
};

/** A body of each command that has some chance in a state; `on` is its effective date. */
export type RandomBodies = { readonly [Name in PracticeCommandName]: Body<Name> };
