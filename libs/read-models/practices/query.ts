import type { PracticeStateName } from '#domain/practice/practice-states.js';
import { liveSchema, type Sql } from '#projections/index.js';
import { dayAsked, pageSize, type Asked, type Paging } from '../asked.js';
import type { PracticeListed, Practices } from './answers.js';
import { practicesProjection } from './projection.js';

/** What to list: each filter narrows; text is compared without regard to case. */
export interface PracticesAsked extends Asked, Paging {
  /** The code, or how it begins. */
  readonly code?: string | undefined;
  /** A part of the name. */
  readonly name?: string | undefined;
  readonly commissioner?: string | undefined;
  /** A product's id or its name. */
  readonly system?: string | undefined;
  readonly state?: PracticeStateName | undefined;
  /** Only practices on a system whose withdrawal is announced by the day (F12). */
  readonly withdrawal?: 'ANNOUNCED' | undefined;
}

interface Found {
  readonly ods: string;
  readonly name: string | null;
  readonly commissioner: string | null;
  readonly state: PracticeStateName;
  readonly system_basis: 'DECLARED' | 'OBSERVED' | null;
  readonly system_id: string | null;
  readonly shown_name: string | null;
  readonly shown_supplier: string | null;
  readonly system_instance: string | null;
  readonly shown_first_month: string | null;
  readonly shown_last_month: string | null;
  readonly withdrawn_after: string | null;
  readonly events: string[];
}

/** A page of the practices on record, by code. Without `on` the day is that of `knownAt`, and the last observation serves (O4). */
export const listPractices = async (sql: Sql, asked: PracticesAsked): Promise<Practices> => {
  const { on = null, knownAt } = asked;
  const limit = pageSize(asked);
  const schema = await liveSchema(sql, practicesProjection);
  const found = await sql<Found[]>`
    select ods, name, commissioner, state, system_basis, system_id, shown_name, shown_supplier, system_instance,
      shown_first_month, shown_last_month, withdrawn_after, events
    from (
      select *,
        ${shown(sql, on, 'name')} as shown_name, ${shown(sql, on, 'supplier')} as shown_supplier,
        ${shown(sql, on, 'first_month')} as shown_first_month, ${shown(sql, on, 'last_month')} as shown_last_month
      from ${sql(schema)}.practice_span
      where valid @> ${dayAsked(asked)}::text::date and recorded @> ${knownAt}::text::timestamptz
    ) span
    left join lateral (
      select payload->>'lastDay' as withdrawn_after from ${sql(schema)}.reference_event
      where type = 'SystemWithdrawalAnnounced' and payload->>'productId' = system_id
        and effective_date <= ${dayAsked(asked)}::text::date
        and recorded_at <= ${knownAt}::text::timestamptz
      order by effective_date desc, revision desc limit 1
    ) announced on true
    where ods > ${asked.cursor ?? ''} ${filters(sql, asked)}
    order by ods limit ${limit + 1}`;
  const page = found.slice(0, limit);
  return {
    on,
    knownAt,
    practices: page.map(toListed),
    next: found.length > limit ? (page.at(-1)?.ods ?? null) : null,
  };
};

/** A system's column of the day; where no day is asked about, else that of the last observation. */
const shown = (sql: Sql, on: string | null, column: string) => {
  const ofDay = sql(`system_${column}`);
  if (on !== null) return sql`${ofDay}`;
  return sql`case when system_basis is null then ${sql(`last_seen_${column}`)} else ${ofDay} end`;
};

const filters = (sql: Sql, { code, name, commissioner, system, state, withdrawal }: PracticesAsked) => sql`
  ${code === undefined ? sql`` : sql`and starts_with(ods, upper(${code}))`}
  ${name === undefined ? sql`` : sql`and strpos(lower(name), lower(${name})) > 0`}
  ${commissioner === undefined ? sql`` : sql`and commissioner = upper(${commissioner})`}
  ${withdrawal === undefined ? sql`` : sql`and withdrawn_after is not null`}
  ${state === undefined ? sql`` : sql`and state = ${state}`}
  ${system === undefined ? sql`` : sql`and lower(${system}) in (lower(shown_name), lower(system_id))`}`;

const toListed = (found: Found): PracticeListed => ({
  ods: found.ods,
  name: found.name,
  commissioner: found.commissioner,
  state: found.state,
  system:
    found.shown_name === null
      ? null
      : {
          basis: found.system_basis ?? 'OBSERVED',
          productId: found.system_id,
          name: found.shown_name,
          supplier: found.shown_supplier,
          instance: found.system_instance,
          firstMonth: found.shown_first_month,
          lastMonth: found.shown_last_month,
          isOver: found.system_basis === null,
          withdrawnAfter: found.withdrawn_after,
        },
  events: found.events,
});
