import type { CivilDate } from '../../calendar/dates.js';
import type { Entry } from './entry.js';

/** A notice with all that was recorded of it; `notice-end.ts` says when it ends. */
export interface Notice extends Entry<'NoticeGiven'> {
  readonly extensions: readonly Entry<'NoticeExtended'>[];
  readonly withdrawn: Entry<'NoticeWithdrawn'> | null;
  readonly acknowledged: Entry<'NoticeAcknowledged'> | null;
  readonly disputes: readonly Entry<'NoticeDateDisputed'>[];
}

/** A retention option of an instance: its last day is set by what replaces or ends it. */
export interface Retention extends Entry<'RetentionOrdered'> {
  readonly replacedBy: string | null;
  readonly endedBy: string | null;
  /** The day on which its end was said. */
  readonly endedOn: CivilDate | null;
  readonly lastDay: CivilDate | null;
}
