import { isWithin } from '../spans.js';
import type { Appliers } from './apply.js';
import { byDate, onInstance } from './changes.js';

/** How the state follows the events of cover, the PCT-Practice Agreement and exceptions. */
export const applyCallOff = {
  PracticeJoinedCallOff: (state, entry) => {
    const { callOffs = [] } = state.instances[entry.instanceId] ?? {};
    const joined = { ...entry, until: null, leftBy: null };
    return onInstance(state, entry.instanceId, { callOffs: byDate([...callOffs, joined]), optedOut: null });
  },
  PracticeOptedOut: (state, entry) => onInstance(state, entry.instanceId, { optedOut: entry }),
  PracticeLeftCallOff: (state, { instanceId, effectiveDate: until, eventId: leftBy }) => {
    const { callOffs = [] } = state.instances[instanceId] ?? {};
    return onInstance(state, instanceId, {
      callOffs: callOffs.map((span) => (isWithin(span, until) ? { ...span, until, leftBy } : span)),
    });
  },
  PctPracticeAgreementSigned: (state, entry) => ({
    ...state,
    agreements: byDate([...state.agreements, { ...entry, until: null, endedBy: null }]),
  }),
  PctPracticeAgreementEnded: (state, { effectiveDate: until, eventId: endedBy }) => ({
    ...state,
    agreements: state.agreements.map((one) => (isWithin(one, until) ? { ...one, until, endedBy } : one)),
  }),
  ContractorTypeRecorded: (state, entry) => ({
    ...state,
    contractorTypes: byDate([...state.contractorTypes, entry]),
  }),
  CentralFundingExceptionGranted: (state, entry) => {
    const { fundingExceptions = [] } = state.instances[entry.instanceId] ?? {};
    return onInstance(state, entry.instanceId, { fundingExceptions: [...fundingExceptions, entry] });
  },
} satisfies Partial<Appliers>;
