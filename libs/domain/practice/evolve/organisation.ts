import { addDays, earlierOf, inOrder, LATEST } from '../../calendar/dates.js';
import {
  openMigration,
  type Entry,
  type Membership,
  type PracticeState,
  type PracticeSuccession,
} from '../state.js';
import type { Appliers } from './apply.js';
import { onMigration, overWith } from './changes.js';

/** How the state follows the events of what the practice is and who commissions it. */
export const applyOrganisation = {
  PracticeRegistered: (state, entry) => ({
    ...state,
    practice: entry,
    commissioners: entry.commissioner
      ? [
          {
            code: entry.commissioner,
            from: entry.effectiveDate,
            left: null,
            until: null,
            eventId: entry.eventId,
          },
        ]
      : state.commissioners,
  }),
  /** The open migration is over with it; a go-live by its last day may still come (F10, R10). */
  PracticeClosed: (state, { effectiveDate, eventId }) => {
    const closed = { ...state, closedOn: effectiveDate, closedBy: eventId };
    const open = openMigration(state);
    return open ? onMigration(closed, open.migrationId, () => ({ closedOn: overWith(closed) })) : closed;
  },
  PracticesMerged: (state, { eventId, recordedAt, recordedBy, into, effectiveDate }) =>
    withSuccession(state, { eventId, recordedAt, recordedBy, effectiveDate, kind: 'MERGER', into: [into] }),
  PracticeSplit: (state, { eventId, recordedAt, recordedBy, into, effectiveDate }) =>
    withSuccession(state, { eventId, recordedAt, recordedBy, effectiveDate, kind: 'SPLIT', into }),
  PracticeTakenOver: (state, entry) => ({ ...state, takenOver: [...state.takenOver, entry] }),
  PracticeCommissionerChanged: (state, entry) => withMembership(state, entry),
  SystemUseObserved: (state, entry) => ({
    ...state,
    observations: [
      ...state.observations.filter(
        ({ product, firstMonth }) => product !== entry.product || firstMonth !== entry.firstMonth,
      ),
      entry,
    ],
  }),
} satisfies Partial<Appliers>;

const withSuccession = (state: PracticeState, succession: PracticeSuccession): PracticeState => ({
  ...state,
  successions: [...state.successions, succession],
});

/**
 * A membership of the same commissioner and joining day is superseded; each ends at the latest before the next (O2).
 * @rule O2
 */
const withMembership = (state: PracticeState, entry: Entry<'PracticeCommissionerChanged'>): PracticeState => {
  const { to: code, legalDate: from, left = null, eventId } = entry;
  const others = state.commissioners.filter((one) => one.code !== code || one.from !== from);
  const commissioners = inOrder(
    [...others, { code, from, left, until: left, eventId }],
    (membership) => membership.from,
  );
  return {
    ...state,
    commissioners: commissioners.map((one, index) => endedBefore(one, commissioners[index + 1])),
  };
};

const endedBefore = (one: Membership, next: Membership | undefined): Membership => ({
  ...one,
  until: next ? earlierOf(one.left ?? LATEST, addDays(next.from, -1)) : one.left,
});
