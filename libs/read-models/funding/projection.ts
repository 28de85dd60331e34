import { addDays } from '#domain/calendar/dates.js';
import { fundingTimeline } from '#domain/funding/index.js';
import type { FundingInterval } from '#domain/funding/index.js';
import type { PracticeState } from '#domain/practice/state.js';
import { bitemporalProjection } from '../rows/projection.js';
import type { Row, RowTable } from '../rows/table.js';

const fundingRow: RowTable = {
  name: 'funding_row',
  columns: {
    instance_id: 'text not null',
    price_row: 'text not null',
    payer: 'text not null',
    payer_org: 'text',
    yearly_pence: 'bigint',
    pence_reason: 'text',
    share: 'text not null',
    share_percent: 'int',
    accrual_basis: 'text',
    reason: 'text not null',
    rule: 'text not null',
    policy_version: 'text not null',
    why: 'text not null',
    events: 'uuid[] not null',
    price_events: 'uuid[] not null',
  },
  distinct: ['instance_id', 'price_row', 'share'],
  indexes: [],
};

const commissionerSpan: RowTable = {
  name: 'commissioner_span',
  columns: { code: 'text not null', event_id: 'uuid not null' },
  distinct: [],
  indexes: ['(code)'],
};

const asRow = (interval: FundingInterval): Row => ({
  from: interval.from,
  to: interval.to,
  instance_id: interval.instanceId,
  price_row: interval.row,
  payer: interval.payer,
  payer_org: interval.payerOrg,
  yearly_pence: interval.yearlyPence,
  pence_reason: interval.penceReason ?? null,
  share: interval.sharePercent === undefined ? 'WHOLE' : interval.payer,
  share_percent: interval.sharePercent ?? null,
  accrual_basis: interval.accrualBasis ?? null,
  reason: interval.reason,
  rule: interval.rule,
  policy_version: interval.policyVersion,
  why: interval.why,
  events: interval.events,
  price_events: interval.priceEvents,
});

/**
 * The commissioners of a practice that has a system to pay for; a membership that another of the same joining day
 * replaced has no days.
 */
const commissionerRows = ({ commissioners, instances }: PracticeState): readonly Row[] =>
  (Object.keys(instances).length === 0 ? [] : commissioners)
    .filter(({ from, until }) => until === null || from <= until)
    .map(({ code, from, until, eventId }) => ({
      from,
      to: until === null ? null : addDays(until, 1),
      code,
      event_id: eventId,
    }));

/** Who pays for every row of every instance, and whose practice it was, on any day as known at any instant (D2 P2). */
export const fundingProjection = bitemporalProjection({
  name: 'funding',
  version: 2,
  tables: [
    {
      table: fundingRow,
      rows: (state, reference) => fundingTimeline(state, reference).map(asRow),
    },
    { table: commissionerSpan, rows: commissionerRows },
  ],
  onlyWithInstances: true,
});
