import type { CivilDate } from '../../calendar/dates.js';
import { RETENTION_OPTIONS } from '../../fields.js';
import { supplierIn, type Reference } from '../../reference.js';
import { retentionTermOn } from '../../supplier/state.js';
import { accessGaps } from '../audit-access.js';
import { availableUntil } from '../retention-availability.js';
import { retentionSpans } from '../retention-span.js';
import { serviceSpanOn } from '../service-span.js';
import { isStillLeft, type Instance, type PracticeState } from '../state.js';
import { type Find, type Finding } from './finding.js';
import { hasDay } from '../spans.js';

/** What access to the old audit trail lacks, of each system that was left: A22, A25, A26, F6, S28, R6. */
export const retentionFindings: Find = (state, reference, on) =>
  systemsLeft(state, on).flatMap((source) => [
    ...notChosen(source, state, on),
    ...gaps(source, state, on),
    ...outlasting(source, state, on),
    ...notPriced(source, state, reference, on),
    ...rankBroken(source, reference, on),
  ]);

/** The sources of go-lives, and the targets of those that were rolled back: their days' records are theirs (F6). */
const systemsLeft = (state: PracticeState, on: CivilDate): readonly Instance[] => {
  const ids = state.migrations.flatMap(({ goLive }) => [
    ...(goLive && goLive.on <= on && isStillLeft(goLive, state, on) ? [goLive.sourceInstanceId] : []),
    ...(goLive?.rolledBack && goLive.rolledBack.effectiveDate <= on ? [goLive.targetInstanceId] : []),
  ]);
  return [...new Set(ids)].flatMap((id) => state.instances[id] ?? []);
};

/**
 * From the day of notice on critical, and for good once the service has ended with no option chosen; a choice made
 * after it comes too late to undo that, but for the target of a rollback, whose end nobody foresaw (S36, A25, F6).
 * @rule A25
 */
const notChosen = ({ instanceId }: Instance, state: PracticeState, on: CivilDate): readonly Finding[] => {
  const {
    until: lastDay = null,
    notice,
    serviceEnd,
    rolledBack,
  } = serviceSpanOn(state, instanceId, on) ?? {};
  const ends = [notice, serviceEnd, rolledBack].flatMap((fact) => fact ?? []);
  const isDue = (ends[0]?.effectiveDate ?? '9999') <= on;
  const held = retentionSpans(state, instanceId).map(({ retention }) => retention);
  const chosen = state.retentions.find(
    (retention) =>
      retention.instanceId === instanceId &&
      retention.effectiveDate <= on &&
      (on < (retention.endedOn ?? '9999') || held.includes(retention)),
  );
  if (lastDay === null || !isDue) return [];
  if (chosen && (rolledBack !== undefined || chosen.effectiveDate <= lastDay)) return [];
  const end = lastDay < on ? `ended on ${lastDay}` : `ends on ${lastDay}`;
  const until = chosen ? `until ${chosen.effectiveDate} nobody had chosen` : 'nobody has chosen';
  return [
    {
      code: 'NO_RETENTION_CHOSEN',
      rule: 'A25',
      message: `The service of ${instanceId} ${end}, and ${until} how its audit trail is kept.`,
      events: [...ends, ...(chosen ? [chosen] : [])].map(({ eventId }) => eventId),
      instanceId,
      dueBy: lastDay,
      ...(!chosen && { severity: 'CRITICAL' }),
    },
  ];
};

const gaps = ({ instanceId }: Instance, state: PracticeState, on: CivilDate): readonly Finding[] =>
  accessGaps(state, instanceId)
    .filter(({ from }) => from <= on)
    .map(({ from, until }) => ({
      code: 'AUDIT_ACCESS_GAP' as const,
      rule: 'A22',
      message: `No option gives access to the audit trail of ${instanceId} from ${from}${until === null ? ' on' : ` to ${until}`}.`,
      events: state.retentions
        .filter((retention) => retention.instanceId === instanceId)
        .map(({ eventId }) => eventId),
      instanceId,
    }));

/** An option that the service's end, moved since its order, leaves longer than the supplier keeps it available (A26). */
const outlasting = (
  { instanceId, supplier }: Instance,
  state: PracticeState,
  on: CivilDate,
): readonly Finding[] => {
  const { serviceEnd, rolledBack, notice } = serviceSpanOn(state, instanceId, on) ?? {};
  const end = serviceEnd ?? rolledBack ?? notice;
  if (!end || on < end.effectiveDate) return [];
  return retentionSpans(state, instanceId).flatMap(({ retention, until }) => {
    const { option, effectiveDate, priceSnapshot, eventId } = retention;
    const last = availableUntil(state, retention, priceSnapshot);
    if (last === null || (until ?? '9999') <= last || on < effectiveDate || (until ?? '9999') < on) return [];
    return {
      code: 'RETENTION_TO_REVIEW',
      rule: 'A26',
      message: `${supplier} keeps the option ${option} of ${instanceId} available until ${last} only, and it is ordered ${until === null ? 'without end' : `until ${until}`}.`,
      events: [eventId, end.eventId],
      instanceId,
      dueBy: last,
    };
  });
};

const notPriced = (
  { instanceId, supplier }: Instance,
  state: PracticeState,
  reference: Reference,
  on: CivilDate,
): readonly Finding[] =>
  retentionSpans(state, instanceId)
    .filter((span) => hasDay(span, on))
    .filter(({ retention: { option } }) => {
      const term = retentionTermOn(supplierIn(reference, supplier), option, on);
      return option !== 'FULL' && term?.yearlyPence === null
        ? term.oneOffPence === undefined
        : option !== 'FULL' && !term;
    })
    .map(({ retention }) => ({
      code: 'NO_PRICE' as const,
      rule: 'R6',
      message: `No price is on file on ${on} for the option ${retention.option} of ${instanceId}.`,
      events: [retention.eventId],
      instanceId,
    }));

/** The three options stand in descending order of cost; a list of prices that breaks it is to be looked at (S28). */
const rankBroken = (
  { instanceId, supplier }: Instance,
  reference: Reference,
  on: CivilDate,
): readonly Finding[] => {
  const priced = RETENTION_OPTIONS.flatMap((option) => {
    const yearlyPence = retentionTermOn(supplierIn(reference, supplier), option, on)?.yearlyPence ?? null;
    return yearlyPence === null ? [] : [{ option, yearlyPence }];
  });
  const broken = priced.find((one, index) => one.yearlyPence > (priced[index - 1]?.yearlyPence ?? Infinity));
  if (!broken) return [];
  return [
    {
      code: 'RETENTION_RANK_BROKEN',
      rule: 'S28',
      message: `${supplier} charges more for ${broken.option} on ${on} than for an option that gives more.`,
      events: supplierIn(reference, supplier)
        .retentionTerms.filter(({ from }) => from <= on)
        .slice(-1)
        .map(({ eventId }) => eventId),
      instanceId,
    },
  ];
};
