import type { CivilDate } from '../calendar/dates.js';
import { commissionerOn, type PracticeState } from '../practice/state.js';
import type { FundingInterval, FundingRow } from './interval.js';
import type { Span } from './life.js';
import type { Paying } from './paying.js';

/** A yearly charge in pence, null where none is on file, and the supplier's event that it comes from. */
export interface Price {
  readonly yearlyPence: number | null;
  readonly eventId: string | null;
}

/** Everything about a row that may differ from day to day, as on one day. */
export interface Charge extends Paying {
  readonly payerOrg: string | null;
  /** The event that made the paying commissioner the practice's; null of another payer. */
  readonly payerOrgEvent: string | null;
  readonly price: Price;
}

/** Days with one and the same charge; `sharePercent` is the payer's part of one that is shared (R5). */
export type Run = Charge & { readonly sharePercent?: number } & Span & {
    readonly priceEvents: readonly string[];
  };

/** The charge of a day with the organisation that pays it (R4). */
export const charged = (state: PracticeState, paying: Paying, price: Price, on: CivilDate): Charge => {
  const commissioner = paying.payer === 'COMMISSIONER' ? commissionerOn(state, on) : undefined;
  return {
    ...paying,
    price,
    payerOrg: commissioner?.code ?? otherPayerOrg(state, paying.payer),
    payerOrgEvent: commissioner?.eventId ?? null,
  };
};

const otherPayerOrg = (state: PracticeState, payer: Paying['payer']): string | null => {
  if (payer === 'CENTRAL') return 'NATIONAL';
  return payer === 'PRACTICE' ? (state.practice?.ods ?? null) : null;
};

/** A span as runs between the days on which its charge may change. An empty span has none. */
export const runsOf = (
  span: Span,
  changeDays: readonly CivilDate[],
  chargeOn: (on: CivilDate) => Charge,
): readonly Run[] => {
  const isWithin = (day: CivilDate) => day > span.from && (span.to === null || day < span.to);
  const starts = span.to !== null && span.to <= span.from ? [] : [span.from, ...changeDays.filter(isWithin)];
  const days = [...new Set(starts)].sort();
  return days.map((from, index) => {
    const charge = chargeOn(from);
    const next = days[index + 1];
    return {
      ...charge,
      from,
      to: next ?? span.to,
      startEvents: index === 0 ? span.startEvents : [],
      endEvents: next === undefined ? span.endEvents : [],
      priceEvents: charge.price.eventId === null ? [] : [charge.price.eventId],
    };
  });
};

/**
 * The runs of one row by payer: where practice and commissioner share a charge each has runs of its own over the same
 * days (R5). All of one share stand together, in order.
 * @rule R5
 */
export const sharesOf = (runs: readonly Run[], state: PracticeState): readonly (readonly Run[])[] => {
  const shared = runs.flatMap(({ practicePercent, ...run }) =>
    practicePercent === undefined ? [] : [{ ...run, practicePercent }],
  );
  return [
    runs.filter(({ practicePercent }) => practicePercent === undefined),
    shared.map((run) => ({ ...run, sharePercent: 100 - run.practicePercent })),
    shared.map((run) => ({
      ...run,
      payer: 'PRACTICE' as const,
      payerOrg: otherPayerOrg(state, 'PRACTICE'),
      payerOrgEvent: null,
      sharePercent: run.practicePercent,
    })),
  ];
};

/**
 * The runs of one row, in order, joined where nothing that R4 names changes: the row's intervals.
 * @rule R4
 */
export const intervalsOf = (
  instanceId: string,
  row: FundingRow,
  runs: readonly Run[],
): readonly FundingInterval[] => {
  const longest = runs.reduce<readonly Run[]>((done, run) => {
    const last = done.at(-1);
    return last && isSameCharge(last, run) ? [...done.slice(0, -1), joined(last, run)] : [...done, run];
  }, []);
  return longest.map((run, index) => ({
    instanceId,
    row,
    from: run.from,
    to: run.to,
    payer: run.payer,
    payerOrg: run.payerOrg,
    yearlyPence: run.price.yearlyPence,
    ...(run.price.yearlyPence === null &&
      run.payer !== 'LSP_CONTRACT' && { penceReason: 'NO_PRICE' as const }),
    ...(run.sharePercent !== undefined && { sharePercent: run.sharePercent }),
    ...(run.policy.parameters['accrual.basis'] === 'ACT_ACT' && { accrualBasis: 'ACT_ACT' as const }),
    reason: run.reason,
    rule: run.rule,
    policyVersion: run.policy.version,
    why: run.why,
    events: eventsOf(run, longest[index - 1], longest[index + 1]),
    priceEvents: run.priceEvents,
  }));
};

const isSameCharge = (one: Run, next: Run): boolean =>
  one.to === next.from &&
  one.payer === next.payer &&
  one.payerOrg === next.payerOrg &&
  one.sharePercent === next.sharePercent &&
  one.price.yearlyPence === next.price.yearlyPence &&
  one.reason === next.reason;

const joined = (one: Run, next: Run): Run => ({
  ...one,
  to: next.to,
  endEvents: next.endEvents,
  events: unique([...one.events, ...next.events]),
  priceEvents: unique([...one.priceEvents, ...next.priceEvents]),
});

/** The start of an interval, its payer and its end: an end rests on what makes the next day another. */
const eventsOf = (run: Run, before: Run | undefined, after: Run | undefined): readonly string[] => [
  ...unique([
    ...run.startEvents,
    ...(before && isChangeOfCommissioner(before, run) ? [run.payerOrgEvent] : []),
    ...run.events,
    ...run.endEvents,
    ...(after && after.from === run.to ? after.events : []),
    ...(after && isChangeOfCommissioner(run, after) ? [after.payerOrgEvent] : []),
  ]),
];

const isChangeOfCommissioner = (one: Run, next: Run): boolean =>
  one.to === next.from && one.payer === next.payer && one.payerOrg !== next.payerOrg;

const unique = (ids: readonly (string | null)[]): readonly string[] => [
  ...new Set(ids.filter((id) => id !== null)),
];
