import type { CivilDate } from '../calendar/dates.js';
import type { Recorded } from '../recorded.js';
import type { CallOffEvent } from './events.js';

/** The one Call-Off of a commissioner and a supplier, or null before it is signed. */
export interface CallOffState {
  readonly signed: {
    readonly commissioner: string;
    readonly supplier: string;
    readonly from: CivilDate;
    readonly eventId: string;
  } | null;
}

export const initialCallOff: CallOffState = { signed: null };

/** The state after one more event of the Call-Off's stream. */
export const evolveCallOff = (_state: CallOffState, event: Recorded<CallOffEvent>): CallOffState => {
  const { commissioner, supplier, effectiveDate } = event.payload;
  return { signed: { commissioner, supplier, from: effectiveDate, eventId: event.id } };
};
