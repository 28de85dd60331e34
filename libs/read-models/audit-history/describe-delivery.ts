import { clockTime, listed, longDate, pounds } from '../plain-english.js';
import { dated } from './dated.js';
import type { Tellers } from './names.js';

/** A London date and time: 2009-03-09T18:30 is `6.30pm on 9 March 2009`. */
const moment = (at: string): string => `${clockTime(at.slice(11))} on ${longDate(at.slice(0, 10))}`;

const suppliers = { SOURCE: 'the old system', TARGET: 'the new system' } as const;

/** The events of a migration's delivery beside its main steps. */
export const describeDelivery = {
  MigrationOrderAmended: (payload) => {
    const services = listed(payload.services.map(({ service }) => service));
    return dated(`Order ${payload.trackingRef} amended, now for ${services}`, payload);
  },
  MigrationOrderCancelled: (payload) => {
    const { trackingRef, chargePence } = payload;
    const charge = chargePence === undefined ? '' : `, with a charge of ${pounds(chargePence)}`;
    return dated(`Order ${trackingRef} cancelled${charge}`, payload);
  },
  DataExtractRejected: (payload) => dated(`Data extract rejected: ${payload.grounds.join('; ')}`, payload),
  DataAccessProblemRaised: (payload, names) =>
    dated(
      `Problem with obtaining data from ${names.instance(payload.instanceId)} raised: ${payload.problem}`,
      payload,
    ),
  DataAccessProblemEscalated: (payload, names) =>
    dated(
      `Problem with obtaining data from ${names.instance(payload.instanceId)} put to the national team`,
      payload,
    ),
  DataAccessProblemResolved: (payload, names) =>
    dated(
      `Problem with obtaining data from ${names.instance(payload.instanceId)} resolved: ${payload.resolution}`,
      payload,
    ),
  GoLiveReported: ({ effectiveDate, by, cutoverTime }) => {
    const time = cutoverTime === undefined ? '' : ` at ${clockTime(cutoverTime)}`;
    return `Business Go Live of ${longDate(effectiveDate)}${time} reported by the supplier of ${suppliers[by]}`;
  },
  CutoverGapClosed: (payload) =>
    dated(
      `Entries from ${moment(payload.from)} to ${moment(payload.to)} back-loaded: ${payload.method}`,
      payload,
    ),
} satisfies Partial<Tellers>;
