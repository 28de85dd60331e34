import type { CivilDate } from '../../calendar/dates.js';
import type { Entry } from './entry.js';

export interface Instance extends Entry<'SystemInstanceRegistered'> {
  /** Its times on a Call-Off, in order of their days. */
  readonly callOffs: readonly CallOffSpan[];
  /** In order of their days; `optOutOn` has the one of a day (X3). */
  readonly optOuts: readonly Entry<'PracticeOptedOut'>[];
  readonly functions: readonly Entry<'NationalFunctionInstalled'>[];
  /** In order of their days (A15). */
  readonly upgrades: readonly Entry<'SystemUpgraded'>[];
  readonly fundingExceptions: readonly Entry<'CentralFundingExceptionGranted'>[];
  /** One for each time that its service ran: a go-live may take it up again (R6). */
  readonly serviceEnds: readonly Entry<'SourceServiceEnded'>[];
}

/** A time on a Call-Off: from the join's effective date to `until`, the last day, inclusive; null is open (S7). */
export interface CallOffSpan extends Entry<'PracticeJoinedCallOff'> {
  readonly until: CivilDate | null;
  readonly leftBy: string | null;
}
