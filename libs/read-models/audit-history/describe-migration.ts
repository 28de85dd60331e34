import type { PayloadOf } from '#domain/practice/events.js';
import { clockTime, longDate, plainWord, pounds } from '../plain-english.js';
import { dated } from './dated.js';
import type { Tellers } from './names.js';

const parties = { PR: 'the practice', PCT: 'the PCT', SUP: 'the supplier' } as const;

/** A go-live's day, with its cutover time where one is on record. */
const moment = ({ on, cutoverTime }: PayloadOf<'GoLiveCorrected'>['was']): string =>
  cutoverTime === undefined ? longDate(on) : `${longDate(on)} at ${clockTime(cutoverTime)}`;

/** ` on template 1.1`. */
const onTemplate = ({ templateVersion }: { readonly templateVersion?: string | undefined }): string =>
  templateVersion === undefined ? '' : ` on template ${templateVersion}`;

/** `£500.00 and £165.09 a year`: what is charged once and what every year are never one sum. */
const estimated = ({ estimate: { lines } }: PayloadOf<'BusinessCaseSubmitted'>): string => {
  const total = (charge: (typeof lines)[number]['charge']) =>
    lines.filter((line) => line.charge === charge).reduce((sum, { amountPence }) => sum + amountPence, 0);
  const once = pounds(total('ONE_OFF'));
  const yearly = `${pounds(total('ANNUAL'))} a year`;
  if (lines.every(({ charge }) => charge === 'ONE_OFF')) return once;
  return lines.every(({ charge }) => charge === 'ANNUAL') ? yearly : `${once} and ${yearly}`;
};

/** The events of a migration, from its request to its sign-off. */
export const describeMigration = {
  MigrationRequested: (payload, names) =>
    dated(`Change from ${names.instance(payload.sourceInstanceId)} requested`, payload),
  BusinessCaseRequired: (payload) => {
    const due = payload.dueBy === undefined ? '' : `; due by ${longDate(payload.dueBy)}`;
    return `${dated(`Business case required${onTemplate(payload)}`, payload)}${due}`;
  },
  BusinessCaseWaived: (payload) => dated('Business case not required', payload),
  BusinessCaseSubmitted: (payload) =>
    dated(
      `Business case ${payload.version} submitted${onTemplate(payload)}, estimated at ${estimated(payload)}`,
      payload,
    ),
  BusinessCaseReturned: (payload) => dated(`Business case returned: ${payload.points.join('; ')}`, payload),
  ChangeAgreed: (payload) => {
    const conditions = payload.conditions.length > 0 ? ` on condition: ${payload.conditions.join('; ')}` : '';
    const percent = payload.localPayerSplit?.practicePercent;
    const share = percent === undefined ? '' : `; the practice pays ${percent}% of the local cost`;
    return `${dated(`Change of system agreed by ${payload.decidedBy}${conditions}`, payload)}${share}`;
  },
  ChangeRefused: (payload) => dated(`Change of system refused: ${payload.grounds.join('; ')}`, payload),
  SystemSelected: (payload, names) => dated(`${names.product(payload.productId)} selected`, payload),
  MigrationDateProposed: (payload) =>
    dated(`${longDate(payload.date)} proposed for the migration by ${parties[payload.by]}`, payload),
  MigrationDateAgreed: (payload, names) => {
    const date = names.proposedDate(payload.proposalEventId);
    const which = date === undefined ? '' : ` of ${longDate(date)}`;
    return dated(`Proposed date${which} agreed by ${parties[payload.party]}`, payload);
  },
  MigrationDatePlanned: (payload) => dated(`Migration planned for ${longDate(payload.date)}`, payload),
  MigrationDateReplanned: (payload) =>
    dated(
      `Migration replanned from ${longDate(payload.old)} to ${longDate(payload.new)}, cause: ${plainWord(payload.cause)}`,
      payload,
    ),
  MigrationOrderPlaced: (payload) =>
    dated(`Order ${payload.trackingRef} placed on the Tracking Database`, payload),
  DataExtractTaken: (payload) => {
    const audit = payload.includesAuditTrail ? 'with' : 'without';
    const what = `${plainWord(payload.purpose)} ${plainWord(payload.kind)}`;
    return dated(
      `Data extract taken (${what}, ${audit} audit trail) at ${clockTime(payload.at.slice(11))}`,
      payload,
    );
  },
  GoLiveDeclared: (payload, names) => {
    const { targetInstanceId, effectiveDate: on, cutoverTime, override } = payload;
    const time = cutoverTime === undefined ? '' : ` at ${clockTime(cutoverTime)}`;
    const during = override === undefined ? '' : ', while a bedding-in was open';
    return `Gone live with ${names.instance(targetInstanceId)}, ${longDate(on)}${time}${during}`;
  },
  GoLiveCorrected: ({ was, now }) => `Go-live corrected: was ${moment(was)}, now ${moment(now)}`,
  MigrationSignedOff: (payload) => {
    const exceptions =
      payload.exceptions.length > 0 ? ` with exceptions: ${payload.exceptions.join('; ')}` : '';
    return dated(`Migration signed off by ${parties[payload.by]}${exceptions}`, payload);
  },
} satisfies Partial<Tellers>;
