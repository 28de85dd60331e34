import type { PayloadOf } from '#domain/practice/events.js';
import type { RetentionOption } from '#domain/fields.js';
import { counted, longDate } from '../plain-english.js';
import { dated } from './dated.js';
import type { Tellers } from './names.js';

/** The retention options by the names that the scheme gives them (S29 to S31). */
const options: Readonly<Record<RetentionOption, string>> = {
  FULL: 'Full retention',
  SINGLE_USER: 'Single-user retention',
  DATR: 'Data and Audit Trail Retrieval Service',
};

const payers = { COMMISSIONER: 'the commissioner', PRACTICE: 'the practice' } as const;

/** Where no day is stated, full retention starts on the day of its order, and the others after the service (S29). */
const terms = ({
  option,
  from,
  until,
  payer,
}: Pick<PayloadOf<'RetentionOrdered'>, 'option' | 'from' | 'until' | 'payer'>): string => {
  const unstated = option === 'FULL' ? 'that day' : 'the day after the service ends';
  const start = from === undefined ? unstated : longDate(from);
  const end = until === undefined ? '' : ` to ${longDate(until)}`;
  return `from ${start}${end}, paid by ${payers[payer]}`;
};

const noticeEnding = (notice: PayloadOf<'NoticeGiven'>): string => {
  const { endsOn, contingentOn, countedFromReceipt, minMonths = 0, minDays } = notice;
  const minimum = minDays === undefined ? counted(minMonths, 'month') : counted(minDays, 'day');
  const stated = endsOn === undefined ? '' : ` ${longDate(endsOn)}`;
  const atLeast = endsOn === undefined ? '' : `, not before${stated}`;
  const receipt = countedFromReceipt ? `, or ${minimum} from its receipt if later` : '';
  return contingentOn ? `it runs for ${minimum} from Business Go Live${atLeast}` : `ends${stated}${receipt}`;
};

/** The events of a source system's end: notice, retention, end of service. */
export const describeWindDown = {
  NoticeGiven: (payload, names) =>
    `${dated(`Notice given to ${payload.supplier} for ${names.instance(payload.instanceId)}`, payload)}; ${noticeEnding(payload)}`,
  NoticeExtended: (payload, names) =>
    dated(
      `Notice for ${names.instance(payload.instanceId)} extended to ${longDate(payload.newEndsOn)}: ${payload.problemCategory}`,
      payload,
    ),
  NoticeWithdrawn: (payload, names) =>
    dated(`Notice for ${names.instance(payload.instanceId)} withdrawn, the service runs on`, payload),
  NoticeAcknowledged: (payload, names) =>
    dated(
      `Notice for ${names.instance(payload.instanceId)} acknowledged as received on ${longDate(payload.receivedOn)}`,
      payload,
    ),
  NoticeDateDisputed: (payload, names) => {
    const claim = payload.claimedOn === undefined ? '' : ` (${longDate(payload.claimedOn)} claimed)`;
    return dated(
      `Day of notice for ${names.instance(payload.instanceId)} disputed${claim}: ${payload.grounds}`,
      payload,
    );
  },
  RetentionOrdered: (payload, names) =>
    `${dated(`${options[payload.option]} of ${names.instance(payload.instanceId)} ordered`, payload)}; ${terms(payload)}`,
  RetentionOptionChanged: (payload, names) => {
    const change = `from ${options[payload.was]} to ${options[payload.option]}`;
    return `${dated(`Access to ${names.instance(payload.instanceId)} changed ${change}`, payload)}; ${terms(payload)}`;
  },
  RetentionEnded: (payload, names) =>
    dated(
      `${options[payload.option]} of ${names.instance(payload.instanceId)} ends; ${longDate(payload.until)} is its last day`,
      payload,
    ),
  SourceServiceEnded: (payload, names) =>
    `Service of ${names.instance(payload.instanceId)} ended; ${longDate(payload.effectiveDate)} was its last day`,
} satisfies Partial<Tellers>;
