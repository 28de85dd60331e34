import type { CivilDate } from '../calendar/dates.js';
import type { Recorded } from '../recorded.js';
import type { CommissionerEvent } from './events.js';

/** A commissioner's establishment and by whom it was succeeded, for which practices. */
export interface CommissionerState {
  readonly established: {
    readonly code: string;
    readonly kind: string;
    readonly name: string | null;
    readonly from: CivilDate;
  } | null;
  readonly successions: readonly Succession[];
}

export interface Succession {
  readonly from: string;
  readonly to: string;
  readonly legalDate: CivilDate;
  /** Null covers every practice of the predecessor. */
  readonly practices: readonly string[] | null;
}

export const initialCommissioner: CommissionerState = { established: null, successions: [] };

/** The state after one more event of the commissioner's stream. */
export const evolveCommissioner = (
  state: CommissionerState,
  { type, payload }: Recorded<CommissionerEvent>,
): CommissionerState => {
  switch (type) {
    case 'CommissionerEstablished':
      return {
        ...state,
        established: {
          code: payload.code,
          kind: payload.kind,
          name: payload.name ?? null,
          from: payload.effectiveDate,
        },
      };
    case 'PctSucceeded': {
      const { from, to, legalDate, practices = null } = payload;
      return { ...state, successions: [...state.successions, { from, to, legalDate, practices }] };
    }
  }
};

/** Whether the commissioner is established on that day. */
export const isEstablished = (state: CommissionerState, on: CivilDate): boolean =>
  state.established !== null && state.established.from <= on;
