import type { Appliers } from './apply.js';
import { byDate } from './changes.js';

/** How the state follows the events of who holds the data of a system: each from its own day on (X6). */
export const applyCustody = {
  SourceDataHeldBy: (state, entry) => ({
    ...state,
    holdings: byDate([...state.holdings, entry]),
  }),
  SourceDataDestroyed: (state, entry) => ({
    ...state,
    destroyed: { ...state.destroyed, [entry.instanceId]: entry },
  }),
} satisfies Partial<Appliers>;
