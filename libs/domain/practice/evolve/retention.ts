import { addDays, earlierOf, LATEST } from '../../calendar/dates.js';
import { standingRetention, type Entry, type PracticeState } from '../state.js';
import type { Appliers } from './apply.js';
import { onInstance } from './changes.js';

/** How the state follows the events of how the old audit trail is kept, and the end of the source’s service. */
export const applyRetention = {
  RetentionOrdered: (state, entry) => withRetention(state, entry),
  RetentionOptionChanged: (state, { was: _was, ...entry }) => {
    const standing = standingRetention(state, entry.instanceId);
    const retentions = state.retentions.map((retention) =>
      retention === standing
        ? {
            ...retention,
            replacedBy: entry.eventId,
            lastDay: earlierOf(retention.lastDay ?? LATEST, addDays(entry.from, -1)),
          }
        : retention,
    );
    return withRetention({ ...state, retentions }, entry);
  },
  RetentionEnded: (state, entry) => {
    const standing = standingRetention(state, entry.instanceId);
    const retentions = state.retentions.map((retention) =>
      retention === standing
        ? { ...retention, endedBy: entry.eventId, endedOn: entry.effectiveDate, lastDay: entry.until }
        : retention,
    );
    return { ...state, retentions };
  },
  SourceServiceEnded: (state, entry) =>
    onInstance(state, entry.instanceId, ({ serviceEnds }) => ({ serviceEnds: [...serviceEnds, entry] })),
} satisfies Partial<Appliers>;

const withRetention = (state: PracticeState, entry: Entry<'RetentionOrdered'>): PracticeState => ({
  ...state,
  retentions: [
    ...state.retentions,
    { ...entry, replacedBy: null, endedBy: null, endedOn: null, lastDay: entry.until ?? null },
  ],
});
