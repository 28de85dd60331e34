import { londonDateOf, type CivilDate, type Instant } from '#domain/calendar/dates.js';
import { civilDate } from '#domain/fields.js';
import { z } from 'zod';

/** The day and the instant that every question may name; `knownAt` is the caller's present where none is named. */
export interface Asked {
  readonly on?: CivilDate | undefined;
  readonly knownAt: Instant;
}

/** The London day of `knownAt`: what `on` means where a question needs a day and none is named. */
export const dayAsked = ({ on, knownAt }: Asked): CivilDate => on ?? londonDateOf(knownAt);

/** How many entries of a list from which place on. `cursor` is the `next` of the page before. */
export interface Paging {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** The most entries that one page may hold. */
export const PAGE_LIMIT = 500;
const PAGE_USUAL = 50;

/** The size of the page asked for, at most PAGE_LIMIT. */
export const pageSize = ({ limit = PAGE_USUAL }: Paging): number => Math.min(limit, PAGE_LIMIT);

/** Fields that every answer has. */
export const askedFields = {
  on: civilDate.nullable().meta({ description: 'The day asked about; null for every day' }),
  knownAt: z
    .string()
    .meta({ description: 'What was on record at this instant', example: '2009-03-25T23:59:59.999Z' }),
};

export const nextPage = z
  .string()
  .nullable()
  .meta({ description: 'The cursor of the next page; null on the last' });
