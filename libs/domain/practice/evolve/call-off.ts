import { itemsOf } from '../../chain.js';
import { inOrder, type CivilDate } from '../../calendar/dates.js';
import { isWithin, type Lasting } from '../spans.js';
import type { PctPracticeAgreement, PracticeState } from '../state.js';
import type { Appliers } from './apply.js';
import { byDate, onInstance } from './changes.js';

/** How the state follows the events of cover, the PCT-Practice Agreement and exceptions. */
export const applyCallOff = {
  PracticeJoinedCallOff: (state, entry) =>
    onInstance(state, entry.instanceId, ({ callOffs }) => ({
      callOffs: byDate([...callOffs, { ...entry, until: null, leftBy: null }]),
    })),
  PracticeOptedOut: (state, entry) =>
    onInstance(state, entry.instanceId, ({ optOuts }) => ({ optOuts: byDate([...optOuts, entry]) })),
  PracticeLeftCallOff: (state, { instanceId, effectiveDate: until, eventId: leftBy }) =>
    onInstance(state, instanceId, ({ callOffs }) => ({ callOffs: ended(callOffs, { until, leftBy }) })),
  PctPracticeAgreementSigned: (state, entry) => ({
    ...state,
    agreements: byDate([...state.agreements, { ...entry, ...endFrom(state, entry.effectiveDate) }]),
  }),
  PctPracticeAgreementEnded: (state, { effectiveDate: until, eventId: endedBy }) => ({
    ...state,
    agreements: ended(state.agreements, { until, endedBy }),
  }),
  ContractorTypeRecorded: (state, entry) => ({
    ...state,
    contractorTypes: byDate([...state.contractorTypes, entry]),
  }),
  CentralFundingExceptionGranted: (state, entry) =>
    onInstance(state, entry.instanceId, ({ fundingExceptions }) => ({
      fundingExceptions: [...fundingExceptions, entry],
    })),
} satisfies Partial<Appliers>;

/**
 * Cover with what was in force on that day ended by it; where a correction would leave nothing in force, the latest, so
 * that it ends before it begins and the correction is refused (`brokenInvariants`).
 */
const ended = <Cover extends Lasting>(
  covers: readonly Cover[],
  end: Partial<Cover> & { readonly until: CivilDate },
): readonly Cover[] => {
  const inForce = covers.filter((cover) => isWithin(cover, end.until));
  const ending = inForce.length > 0 ? inForce : covers.slice(-1);
  return covers.map((cover) => (ending.includes(cover) ? { ...cover, ...end } : cover));
};

/** What ends an agreement of that day, however late it is recorded: the first end on or after it (F15). */
const endFrom = (
  { events }: PracticeState,
  on: CivilDate,
): Pick<PctPracticeAgreement, 'until' | 'endedBy'> => {
  const ends = itemsOf(events)
    .filter((event) => event.type === 'PctPracticeAgreementEnded')
    .map(({ id: endedBy, payload }) => ({ until: payload.effectiveDate, endedBy }))
    .filter(({ until }) => on <= until);
  return inOrder(ends, ({ until }) => until)[0] ?? { until: null, endedBy: null };
};
