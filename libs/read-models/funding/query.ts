import { londonDateOf, type CivilDate } from '#domain/calendar/dates.js';
import { cut, withAmounts, type FundingAmount } from '#domain/funding/index.js';
import { groupBy } from '#platform/group-by.js';
import { liveSchema, type Sql } from '#projections/index.js';
import { pageSize, type Asked, type Paging } from '../asked.js';
import type { CommissionerFunding, PracticeFunding } from './answers.js';
import { toAnswer, toInterval, type FundingRowFound } from './stored-intervals.js';
import { totalsByInstance, totalsByPayer } from './totals.js';
import { fundingProjection } from './projection.js';

/** `until` is the last day to which open intervals are counted; by default the London day of `knownAt` (R7). */
export type FundingAsked = Asked & { readonly until?: CivilDate | undefined };

const columns = (sql: Sql) => sql`
  ods, instance_id, price_row, lower(funding_row.valid)::text as from, upper(funding_row.valid)::text as to, payer,
  payer_org, yearly_pence, pence_reason, share_percent, accrual_basis, reason, rule, policy_version, why, events, price_events`;

/**
 * Who pays for every row of every instance of a practice: without `on` every interval, with it those that contain
 * the day (R15). Undefined for a practice that is unknown now.
 */
export const practiceFunding = async (
  sql: Sql,
  asked: FundingAsked & { readonly ods: string },
): Promise<PracticeFunding | undefined> => {
  const { ods, knownAt, on = null } = asked;
  const until = asked.until ?? londonDateOf(knownAt);
  const schema = await liveSchema(sql, fundingProjection);
  const [[first], found] = await Promise.all([
    sql<{ known_then: boolean }[]>`
      select recorded_at <= ${knownAt}::text::timestamptz as known_then
      from ${sql(schema)}.practice_event where ods = ${ods} order by revision limit 1`,
    sql<FundingRowFound[]>`
      select ${columns(sql)} from ${sql(schema)}.funding_row
      where ods = ${ods} and recorded @> ${knownAt}::text::timestamptz
        and (${on}::text is null or valid @> ${on}::text::date)
      order by instance_id, price_row, lower(valid), payer`,
  ]);
  if (!first) return undefined;
  const amounts = found.map((row) => withAmounts(toInterval(row), until));
  return {
    ods,
    on,
    knownAt,
    until,
    nothingOnRecord: !first.known_then,
    intervals: amounts.map(toAnswer),
    totals: { byPayer: totalsByPayer(amounts), byInstance: totalsByInstance(amounts, until) },
  };
};

/**
 * All rows of the practices of a commissioner, cut to the days on which they were its own (R4), by practice; the
 * totals are of all pages. A commissioner that no practice had has no practices here.
 */
export const commissionerFunding = async (
  sql: Sql,
  asked: FundingAsked & Paging & { readonly code: string },
): Promise<CommissionerFunding> => {
  const { code, knownAt, on = null, cursor = '' } = asked;
  const until = asked.until ?? londonDateOf(knownAt);
  const schema = await liveSchema(sql, fundingProjection);
  const found = await sql<(FundingRowFound & { own_from: string; own_to: string | null })[]>`
    select ${columns(sql)}, lower(own.valid)::text as own_from, upper(own.valid)::text as own_to
    from ${sql(schema)}.commissioner_span own join ${sql(schema)}.funding_row using (ods)
    where own.code = ${code} and own.recorded @> ${knownAt}::text::timestamptz
      and funding_row.recorded @> ${knownAt}::text::timestamptz and own.valid && funding_row.valid
      and (${on}::text is null or own.valid * funding_row.valid @> ${on}::text::date)
    order by ods, instance_id, price_row, lower(funding_row.valid), lower(own.valid), payer`;
  const parts = found
    .map((row) => ({ ods: row.ods, part: cut(toInterval(row), row.own_from, row.own_to, until) }))
    .filter((own): own is { ods: string; part: FundingAmount } => own.part !== null);
  const byPractice = [...groupBy(parts, ({ ods }) => ods)].filter(([ods]) => ods > cursor);
  const page = byPractice.slice(0, pageSize(asked));
  return {
    code,
    on,
    knownAt,
    until,
    practices: page.map(([ods, own]) => ({ ods, intervals: own.map(({ part }) => toAnswer(part)) })),
    totals: { byPayer: totalsByPayer(parts.map(({ part }) => part)) },
    next: byPractice.length > page.length ? (page.at(-1)?.[0] ?? null) : null,
  };
};
