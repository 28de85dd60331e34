import { z } from 'zod';

/** A list that an answer has. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

/** What every fact of an answer has: its rule, and the events that it rests on. */
export const fact = { rule: z.string(), events: listOf(z.string()) };

export const dayOrNull = z.string().nullable();
