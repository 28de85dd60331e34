import type { PracticeEvent } from '#domain/practice/events.js';
import { listed, longDate, longMonth } from '../plain-english.js';
import { dated } from './dated.js';
import { describeCorrection } from './describe-correction.js';
import { describeDelivery } from './describe-delivery.js';
import { describeDispute } from './describe-dispute.js';
import { describeExits } from './describe-exits.js';
import { describeMigration } from './describe-migration.js';
import { describeStandingChanges } from './describe-standing.js';
import { describeSelection } from './describe-selection.js';
import { describeCustody } from './describe-custody.js';
import { describeWindDown } from './describe-wind-down.js';
import { commandInWords, type Names, type Tellers } from './names.js';

const waiting = {
  PR: 'the practice',
  PCT: 'the PCT',
  SUP: 'the supplier',
  NAT: 'the national team',
} as const;

const describeStanding = {
  PracticeRegistered: (payload) => {
    const { name, ods, commissioner } = payload;
    const held = commissioner === undefined ? '' : `, commissioned by ${commissioner}`;
    return `Registered as ${name} (${ods})${held}, from ${longDate(payload.effectiveDate)}`;
  },
  PracticeClosed: (payload) => `Closed; ${longDate(payload.effectiveDate)} was the last day open`,
  PracticeCommissionerChanged: ({ from, to, legalDate, left }) => {
    const before = from === undefined ? '' : `, before it ${from}`;
    const until =
      left === undefined ? `from ${longDate(legalDate)}` : `${longDate(legalDate)} to ${longDate(left)}`;
    return `Commissioned by ${to} ${until}${before}`;
  },
  SystemUseObserved: ({ supplier, product, firstMonth, lastMonth }) => {
    const months =
      firstMonth === lastMonth
        ? longMonth(firstMonth)
        : `${longMonth(firstMonth)} to ${longMonth(lastMonth)}`;
    const by = supplier === undefined ? '' : ` (${supplier})`;
    return `On a published list as using ${product}${by}, ${months}`;
  },
  SystemInstanceRegistered: (payload, names) => {
    const functions = [
      ...(payload.chooseAndBook ? ['Choose and Book'] : []),
      ...(payload.etp ? ['ETP'] : []),
    ];
    const having = functions.length > 0 ? `with ${listed(functions)}` : 'without Choose and Book or ETP';
    return dated(
      `${names.instance(payload.instanceId)} installed at Level ${payload.level}, ${having}`,
      payload,
    );
  },
  PracticeJoinedCallOff: (payload, names) =>
    dated(
      `${names.instance(payload.instanceId)} joined to the Call-Off of ${payload.pct} with ${payload.supplier}`,
      payload,
    ),
  PctPracticeAgreementSigned: (payload) =>
    dated(`PCT-Practice Agreement with ${payload.pct} signed`, payload),
  SystemRetained: (payload, names) => {
    const { instanceId, fundingBasis } = payload;
    const otherwise = names.isUnderLsp(instanceId) ? 'funded by its LSP contract' : 'locally funded alone';
    const funded = fundingBasis === 'CENTRAL' ? 'centrally funded' : otherwise;
    return dated(`${names.instance(instanceId)} retained, ${funded}`, payload);
  },
  OptionsDiscussed: (payload) => {
    const people = payload.participants.map(({ name, org }) => `${name} (${org})`);
    return dated(`Options discussed with ${listed(people)}`, payload);
  },
  CommandProposed: (payload) => {
    const waitsFor = payload.confirmerOrg ?? waiting[payload.confirmer];
    return `${dated(`Proposed: ${commandInWords(payload.command)}`, payload)}; waits for ${waitsFor} to confirm it`;
  },
  ProposalDeclined: (payload, names) => {
    const command = names.proposal(payload.proposalId);
    const what = command === undefined ? '' : `: ${command}`;
    const why = payload.reason === undefined ? '' : `; reason: ${payload.reason}`;
    return `${dated(`Proposal declined${what}`, payload)}${why}`;
  },
} satisfies Partial<Tellers>;

const tellers: Tellers = {
  ...describeStanding,
  ...describeStandingChanges,
  ...describeStandingChanges,
  ...describeMigration,
  ...describeDispute,
  ...describeDelivery,
  ...describeExits,
  ...describeSelection,
  ...describeWindDown,
  ...describeCustody,
  ...describeCorrection,
};

/** An event of a practice's file in one line of plain English: `Gone live with Vision 3 (V1), 11 March 2009`. */
export const describeEvent = (event: PracticeEvent, names: Names): string =>
  (tellers[event.type] as (payload: PracticeEvent['payload'], names: Names) => string)(event.payload, names);
