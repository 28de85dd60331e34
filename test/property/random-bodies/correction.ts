import { addDays } from '#domain/calendar/dates.js';
import { itemsOf } from '#domain/chain.js';
import { idOf } from '#testing/fixture.js';
import { pick, type RandomBodies } from './draw.js';

/** Another value for a field: a date some days off, another text, or none. */
const other = (value: unknown, days: number): string | null => {
  if (typeof value !== 'string') return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? addDays(value, days) : `${value.slice(0, 20)} rather`;
};

export const correctionBodies = {
  'correct-record': (n, state) => {
    const events = itemsOf(state.events);
    const target = events[(n[0] ?? 0) % Math.max(1, events.length)];
    const fields = Object.entries(target?.payload ?? {}) as [string, string][];
    const [field, was] = fields[(n[1] ?? 0) % Math.max(1, fields.length)] ?? ['effectiveDate', '2009-03-12'];
    return {
      reason: 'As the letter says',
      targetEventId: target?.id ?? idOf(1),
      field,
      was: pick(n, 2, [was, was, was, 'something else']),
      now: other(was, (pick(n, 3, [1, 2, 3, 10, 30]) as number) * pick(n, 4, [1, -1])),
    };
  },
} satisfies Partial<RandomBodies>;
