import type { CivilDate } from '#domain/calendar/dates.js';
import { accruedBy, exposureIfNotice } from '#domain/funding/index.js';
import { noticeStandingOn } from '#domain/practice/service-span.js';
import { goLiveFrom, type PracticeState } from '#domain/practice/state.js';
import type { Reference } from '#domain/reference.js';
import type { Sql } from '#projections/index.js';
import { z } from 'zod';
import { dayAsked, type Asked } from '../asked.js';
import { practiceKnownAt } from '../audit-history/file.js';

const pence = z
  .int()
  .nullable()
  .meta({ description: 'Pence; null, never 0, where no price is on file (R6)' });
const localCost = {
  localDays: z
    .int()
    .meta({ description: 'Days after the end of bedding-in that no national exception covers (A9)' }),
  localPence: pence.meta({
    description: 'Of the rows that were centrally funded, each rounded by itself (A33)',
  }),
  routineSupportPence: pence.meta({
    description: 'Of the rows that are always paid locally, in the same days',
  }),
};

/** The local cost of a source that was left, if notice is given on a day: GET /practices/{ods}/exposure (D2 P3). */
export const exposureAnswer = z.object({
  ods: z.string(),
  on: z.string().meta({ description: 'The day on which notice would be given' }),
  knownAt: z.string(),
  nothingOnRecord: z.boolean().meta({ description: 'The practice was not yet on record at knownAt' }),
  sources: z.array(
    z.object({
      instance: z.string(),
      goLiveOn: z.string(),
      beddingInEndsOn: z.string().meta({ description: 'The last centrally funded day (A3)' }),
      latestZeroCostNotice: z.string().nullable().meta({
        description: 'The latest day of notice that costs nothing locally (A7); null where no day does (A20)',
      }),
      noticeGivenOn: z
        .string()
        .nullable()
        .meta({ description: 'Of the notice on record, if one was given by the day' }),
      dailyPence: pence.meta({
        description:
          'What a local day comes to, at the prices of the day on which notice would be given (A10)',
      }),
      ifNoticeGiven: z.object({ earliestEndsOn: z.string(), ...localCost }),
      accrued: z.object(localCost).meta({ description: 'By the end of the day, as the record stands (A10)' }),
      rule: z.string(),
      policyVersion: z.string(),
      events: z.array(z.string()),
    }),
  ),
});
export type PracticeExposure = z.infer<typeof exposureAnswer>;

/** What notice on a day would cost locally, for each source that was left by then; undefined for an unknown practice. */
export const practiceExposure = async (
  sql: Sql,
  asked: Asked & { readonly ods: string },
): Promise<PracticeExposure | undefined> => {
  const { ods, knownAt } = asked;
  const practice = await practiceKnownAt(sql, asked);
  if (!practice) return undefined;
  const { state, reference } = practice;
  const on = dayAsked(asked);
  const sources = Object.keys(state.instances).flatMap(
    (id) => sourceExposure(state, reference, id, on) ?? [],
  );
  return { ods, on, knownAt, nothingOnRecord: state.practice === null, sources };
};

const sourceExposure = (
  state: PracticeState,
  reference: Reference,
  instanceId: string,
  on: CivilDate,
): PracticeExposure['sources'][number] | null => {
  const goLive = goLiveFrom(state, instanceId, on);
  const exposure = exposureIfNotice(state, reference, instanceId, on);
  const accrued = accruedBy(state, reference, instanceId, on);
  if (!goLive || !exposure || !accrued) return null;
  const { fundedUntil, latestZeroCostNotice, dailyPence, policyVersion, ...ifNoticeGiven } = exposure;
  const notice = noticeStandingOn(state, instanceId, on);
  return {
    instance: instanceId,
    goLiveOn: goLive.on,
    beddingInEndsOn: fundedUntil,
    latestZeroCostNotice,
    dailyPence,
    noticeGivenOn: notice?.effectiveDate ?? null,
    ifNoticeGiven,
    accrued,
    rule: 'A10',
    policyVersion,
    events: [...goLive.events, ...(notice ? [notice.eventId] : [])],
  };
};
