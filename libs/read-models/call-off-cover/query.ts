import { liveSchema, type Sql } from '#projections/index.js';
import { dayAsked, type Asked } from '../asked.js';
import type { CallOffCover } from './answers.js';
import { practicesProjection } from '../practices/projection.js';

interface Counted {
  readonly commissioner: string | null;
  readonly practices: number;
  readonly on_call_off: number;
}

/** How many of the open practices a Call-Off covers on a day as known at an instant, by commissioner (S8). */
export const callOffCover = async (sql: Sql, asked: Asked): Promise<CallOffCover> => {
  const { on = null, knownAt } = asked;
  const schema = await liveSchema(sql, practicesProjection);
  const counted = await sql<Counted[]>`
    select commissioner, count(*)::int as practices, count(*) filter (where on_call_off)::int as on_call_off
    from ${sql(schema)}.practice_span
    where valid @> ${dayAsked(asked)}::text::date and recorded @> ${knownAt}::text::timestamptz
      and state <> 'CLOSED'
    group by commissioner order by commissioner nulls last`;
  const practices = counted.reduce((sum, one) => sum + one.practices, 0);
  const onCallOff = counted.reduce((sum, one) => sum + one.on_call_off, 0);
  return {
    on,
    knownAt,
    ...share(practices, onCallOff),
    commissioners: counted.map((one) => ({
      commissioner: one.commissioner,
      ...share(one.practices, one.on_call_off),
    })),
  };
};

const share = (practices: number, onCallOff: number) => ({
  practices,
  onCallOff,
  sharePercent: practices === 0 ? null : Math.round((onCallOff * 1000) / practices) / 10,
});
