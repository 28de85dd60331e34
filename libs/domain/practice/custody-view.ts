import { addDays, type CivilDate } from '../calendar/dates.js';
import { custodyOn, custodySpans, type CustodyBasis, type CustodySpan } from './custody.js';
import type { DataHolder } from './events/fields.js';
import type { Fact } from './fact.js';
import type { PracticeState } from './state.js';
import { declaredSystems } from './system-held.js';

/** Who held the data and audit trail of an instance on which days, gaps among them (X6). */
export interface CustodyView {
  readonly instanceId: string;
  readonly spans: readonly (Fact & {
    readonly from: CivilDate;
    readonly until: CivilDate | null;
    readonly basis: CustodyBasis;
    readonly holder: DataHolder | null;
    readonly locationClass: string | null;
    readonly format: string | null;
    readonly mediaRef: string | null;
    readonly reviewBy: CivilDate | null;
  })[];
}

/** With whom the audit trail is, on the day asked about, of the records that a system held on earlier days (S26). */
export interface AuditTrailView extends Fact {
  readonly instanceId: string;
  readonly recordsFrom: CivilDate;
  readonly recordsUntil: CivilDate | null;
  readonly basis: CustodyBasis;
  readonly holder: DataHolder | null;
}

/** The custody of every instance as far as it had begun by the day. */
export const custodyViews = (state: PracticeState, on: CivilDate): readonly CustodyView[] =>
  Object.keys(state.instances).flatMap((instanceId) => {
    const spans = custodySpans(state, instanceId).filter(({ from }) => from <= on);
    return spans.length === 0 ? [] : [{ instanceId, spans: spans.map(asView) }];
  });

const asView = ({ from, until, basis, holder, recorded, events }: CustodySpan) => ({
  from,
  until,
  basis,
  holder,
  locationClass: recorded?.locationClass ?? null,
  format: recorded?.format ?? null,
  mediaRef: recorded?.mediaRef ?? null,
  reviewBy: recorded?.reviewBy ?? null,
  rule: 'X6',
  events,
});

/**
 * The holder of each period's audit trail on a day: that of the system which held the records then, never of the one
 * that came after it (S26). The day of a go-live is in the trails of both its systems (A31).
 */
export const auditTrailViews = (state: PracticeState, on: CivilDate): readonly AuditTrailView[] =>
  declaredSystems(state)
    .filter(({ from }) => from <= on)
    .map(({ instanceId, from: recordsFrom, until, events }) => {
      const held = custodyOn(state, instanceId, on);
      return {
        instanceId,
        recordsFrom,
        recordsUntil: goLiveAfter(state, instanceId, until) ?? until,
        basis: held?.basis ?? 'GAP',
        holder: held?.holder ?? null,
        rule: 'S26',
        events: [...new Set([...events, ...(held?.events ?? [])])],
      };
    });

/** The day of the go-live that took the records from an instance in service on the day after its last. */
const goLiveAfter = (
  state: PracticeState,
  instanceId: string,
  lastDay: CivilDate | null,
): CivilDate | undefined => {
  const { serviceEnds = [] } = state.instances[instanceId] ?? {};
  if (lastDay === null || serviceEnds.some(({ effectiveDate }) => effectiveDate === lastDay))
    return undefined;
  return state.migrations.find(
    ({ goLive }) => goLive?.sourceInstanceId === instanceId && goLive.on === addDays(lastDay, 1),
  )?.goLive?.on;
};
