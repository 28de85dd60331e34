import type { DataHolder } from '#domain/practice/events/fields.js';
import { longDate, plainWord, pounds } from '../plain-english.js';
import { dated } from './dated.js';
import type { Tellers } from './names.js';

const named = (holder: DataHolder): string => (holder.kind === 'OTHER' ? holder.name : holder.org);

const allowance = ({
  nthOfFreeAllowance,
  freeAllowance,
}: {
  readonly nthOfFreeAllowance: number | null;
  readonly freeAllowance: number | null;
}): string =>
  nthOfFreeAllowance === null || freeAllowance === null
    ? ''
    : `; access ${nthOfFreeAllowance} of the year, ${freeAllowance} free`;

/** The events of who holds an old system's data and audit trail, and of access to them. */
export const describeCustody = {
  SourceDataHeldBy: (payload, names) => {
    const { holder, locationClass, format, mediaRef, reviewBy } = payload;
    const media = mediaRef === undefined ? '' : `, media ${mediaRef}`;
    const review = reviewBy === undefined ? '' : `; to be reviewed by ${longDate(reviewBy)}`;
    return `Data and audit trail of ${names.instance(payload.instanceId)} held by ${named(holder)} from ${longDate(payload.effectiveDate)}: ${format} at ${plainWord(locationClass)}${media}${review}`;
  },
  SourceDataDestroyed: (payload, names) =>
    dated(
      `Data and audit trail of ${names.instance(payload.instanceId)} destroyed, certificate: ${payload.certificate.title}`,
      payload,
    ),
  AuditAccessRequested: (payload, names) => {
    const { period, purposeClass, onWhoseAuthority } = payload;
    const records = `${longDate(period.from)} to ${longDate(period.until)}`;
    return dated(
      `Audit trail of ${names.instance(payload.instanceId)} asked for, records of ${records}, ${plainWord(purposeClass)}, on the authority of ${onWhoseAuthority}`,
      payload,
    );
  },
  AuditAccessFulfilled: (payload, names) => {
    const charge = payload.chargePence === 0 ? 'at no charge' : `for ${pounds(payload.chargePence)}`;
    return `${dated(`Audit trail of ${names.instance(payload.instanceId)} given out ${charge}`, payload)}${allowance(payload)}`;
  },
  AuditAccessFailed: (payload, names) =>
    dated(
      `Audit trail of ${names.instance(payload.instanceId)} could not be given out: ${plainWord(payload.cause)}`,
      payload,
    ),
} satisfies Partial<Tellers>;
