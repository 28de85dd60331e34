import type { PayloadOf } from '#domain/practice/events.js';
import type { RetentionOption } from '#domain/fields.js';
import { longDate } from '../plain-english.js';
import { dated } from './dated.js';
import type { Tellers } from './names.js';

/** The retention options by the names that the scheme gives them (S29 to S31). */
const options: Readonly<Record<RetentionOption, string>> = {
  FULL: 'full support',
  SINGLE_USER: 'a single user',
  DATR: 'the Data and Audit Trail Retrieval Service',
};

const payers = { COMMISSIONER: 'the commissioner', PRACTICE: 'the practice' } as const;

const span = ({ from, until }: Pick<PayloadOf<'RetentionOrdered'>, 'from' | 'until'>): string => {
  const start = from === undefined ? 'the day after the service ends' : longDate(from);
  return until === undefined ? `from ${start}` : `from ${start} to ${longDate(until)}`;
};

/** The events of a source system's end: notice, retention, end of service. */
export const describeWindDown = {
  NoticeGiven: (payload, names) =>
    `${dated(`Notice given to ${payload.supplier} for ${names.instance(payload.instanceId)}`, payload)}; ends ${longDate(payload.endsOn)}`,
  NoticeExtended: (payload, names) =>
    dated(
      `Notice for ${names.instance(payload.instanceId)} extended to ${longDate(payload.newEndsOn)}: ${payload.problemCategory}`,
      payload,
    ),
  RetentionOrdered: (payload, names) =>
    dated(
      `Access to ${names.instance(payload.instanceId)} ordered with ${options[payload.option]} ${span(payload)}, paid by ${payers[payload.payer]}`,
      payload,
    ),
  RetentionOptionChanged: (payload, names) =>
    dated(
      `Access to ${names.instance(payload.instanceId)} changed from ${options[payload.was]} to ${options[payload.option]} ${span(payload)}, paid by ${payers[payload.payer]}`,
      payload,
    ),
  SourceServiceEnded: (payload, names) =>
    `Service of ${names.instance(payload.instanceId)} ended; ${longDate(payload.effectiveDate)} was its last day`,
} satisfies Partial<Tellers>;
