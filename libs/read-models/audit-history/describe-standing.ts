import type { PayloadOf } from '#domain/practice/events.js';
import { listed, longDate } from '../plain-english.js';
import { dated } from './dated.js';
import type { Tellers } from './names.js';

const functions: Readonly<Record<PayloadOf<'NationalFunctionInstalled'>['function'], string>> = {
  CHOOSE_AND_BOOK: 'Choose and Book',
  ETP: 'ETP',
  GP2GP: 'GP2GP',
  SUMMARY_CARE_RECORD: 'Summary Care Record',
};

/** The events of installed functions, cover by a Call-Off, agreement and contract, and what became of the practice. */
export const describeStandingChanges = {
  NationalFunctionInstalled: (payload, names) =>
    dated(`${functions[payload.function]} installed with ${names.instance(payload.instanceId)}`, payload),
  SystemUpgraded: (payload, names) => {
    const level = payload.level === undefined ? '' : ` at Level ${payload.level}`;
    return dated(`${names.instance(payload.instanceId)} upgraded to ${payload.version}${level}`, payload);
  },
  PracticeOptedOut: (payload, names) =>
    dated(
      `Opted out of the Call-Off of ${payload.pct} with ${payload.supplier} for ${names.instance(payload.instanceId)}`,
      payload,
    ),
  PracticeLeftCallOff: (payload, names) =>
    `${names.instance(payload.instanceId)} left the Call-Off of ${payload.pct} with ${payload.supplier}; ${longDate(payload.effectiveDate)} was its last day on it`,
  PctPracticeAgreementEnded: (payload) =>
    `PCT-Practice Agreement with ${payload.pct} ended; ${longDate(payload.effectiveDate)} was its last day`,
  ContractorTypeRecorded: (payload) => dated(`Works under ${payload.contractorType}`, payload),
  CentralFundingExceptionGranted: (payload, names) => {
    const days = `${longDate(payload.from)} to ${longDate(payload.until)}`;
    return dated(`Central funding of ${names.instance(payload.instanceId)} granted from ${days}`, payload);
  },
  PracticesMerged: ({ into, effectiveDate }) =>
    `Merged into ${into}; ${longDate(effectiveDate)} was the last day before it`,
  PracticeSplit: ({ into, effectiveDate }) =>
    `Split into ${listed(into)}; ${longDate(effectiveDate)} was the last day before it`,
  PracticeTakenOver: (payload, names) => {
    const how = payload.kind === 'MERGER' ? 'by merger' : 'after a split';
    const systems = (payload.instances ?? []).map(
      ({ instanceId, predecessorInstanceId }) =>
        `${names.instance(instanceId)} is its ${predecessorInstanceId}`,
    );
    const told = dated(`${payload.predecessor} taken over ${how}`, payload);
    return systems.length > 0 ? `${told}; ${listed(systems)}` : told;
  },
} satisfies Partial<Tellers>;
