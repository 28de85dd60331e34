import { addDays, earlierOf, LATEST, type CivilDate } from '../calendar/dates.js';
import { isAfterCutover } from './extracts-relied-on.js';
import { isLapsed, noticeEnd, noticesOf } from './notice-end.js';
import { openBeside } from './open-spans.js';
import { noticeOverFrom } from './service-span.js';
import { retentionSpans } from './retention-span.js';
import { meet, type Lasting, type Span } from './spans.js';
import type { Instance, Migration, Notice, PracticeState } from './state.js';

/**
 * The invariants of domain C4 that a state breaks, by their ids; empty if none. The decisions keep them; a correction,
 * which may change any field, is refused by what this finds.
 */
export const brokenInvariants = (state: PracticeState): readonly string[] => [
  ...(isOpenTwice(state) ? ['I1'] : []),
  ...(state.migrations.some(isSelectedEarly) ? ['I3'] : []),
  ...(state.migrations.some(isWithoutExtract) ? ['S19'] : []),
  ...(state.migrations.some(isFinalLate) ? ['I6'] : []),
  ...(state.migrations.some((one) => isAbandonedEarly(one) || isCancelledEarly(one)) ? ['F5'] : []),
  ...(state.migrations.some(isRolledBackEarly) ? ['A20'] : []),
  ...(state.agreements.some(isEndedBeforeBegun) ? ['X1'] : []),
  ...Object.values(state.instances).flatMap((instance) => brokenFor(state, instance)),
];

const brokenFor = (state: PracticeState, { instanceId, callOffs }: Instance): readonly string[] => {
  const given = noticesOf(state, instanceId);
  const notices = given
    .filter((notice) => !isLapsed(state, notice))
    .map((notice) => ({
      from: notice.effectiveDate,
      until: lastNoticeDay(state, notice),
    }))
    .filter(({ from, until }) => from <= until);
  const spans = retentionSpans(state, instanceId);
  const full = spans.filter(({ retention }) => retention.option === 'FULL');
  return [
    ...(callOffs.some(isEndedBeforeBegun) || anyTwoMeet(callOffs.map(asSpan)) ? ['S7'] : []),
    ...(given.some(isEndAmiss) ? ['I8'] : []),
    ...(anyTwoMeet(notices) || given.some(isExtensionAmiss) ? ['I9'] : []),
    ...(full.some((span) => notices.some((notice) => meet(span, notice))) ? ['I10'] : []),
    ...(anyTwoMeet(spans) ? ['I11'] : []),
  ];
};

const isOpenTwice = (state: PracticeState): boolean =>
  state.migrations.some((migration) => openBeside(migration, state) !== undefined);

/** Its end, or the day before its withdrawal or before its service was taken up again where that is earlier. */
const lastNoticeDay = (state: PracticeState, notice: Notice): CivilDate =>
  earlierOf(addDays(noticeOverFrom(state, notice), -1), noticeEnd(state, notice) ?? LATEST);

/** A system is selected once the PCT has agreed to the change. */
const isSelectedEarly = ({ agreed, selected }: Migration): boolean =>
  agreed !== null && selected !== null && selected.effectiveDate < agreed.effectiveDate;

const isWithoutExtract = ({ goLive, extracts }: Migration): boolean =>
  goLive !== null && !extracts.some(({ at }) => at.slice(0, 10) <= goLive.on);

const isFinalLate = ({ goLive, extracts }: Migration): boolean =>
  goLive !== null &&
  extracts.some(({ eventId, at }) => eventId === goLive.finalExtractId && isAfterCutover(at, goLive));

/** Nothing is given up before it was asked for or ordered, or returned from before it was live. */
const isAbandonedEarly = ({ abandoned, request }: Migration): boolean =>
  abandoned !== null && abandoned.effectiveDate < request.effectiveDate;

const isCancelledEarly = ({ orders }: Migration): boolean =>
  orders.some(
    ({ cancelled, effectiveDate }) => cancelled !== null && cancelled.effectiveDate < effectiveDate,
  );

const isRolledBackEarly = ({ goLive }: Migration): boolean =>
  goLive?.rolledBack ? goLive.rolledBack.effectiveDate < goLive.on : false;

/** Only a contingent notice may be without an end (R9). */
const isEndAmiss = ({ effectiveDate, endsOn, contingentOn }: Notice): boolean =>
  endsOn === undefined ? contingentOn === undefined : endsOn < effectiveDate;

/** Each extension is later than the end before it, and made on or before that end. */
const isExtensionAmiss = ({ endsOn = '', effectiveDate, extensions }: Notice): boolean =>
  extensions.some(({ newEndsOn, effectiveDate: on }, index) => {
    const before = extensions[index - 1]?.newEndsOn ?? endsOn;
    return newEndsOn <= before || (before !== '' && on > before) || on < effectiveDate;
  });

const asSpan = ({ effectiveDate: from, until }: Lasting): Span => ({ from, until });

const isEndedBeforeBegun = ({ effectiveDate, until }: Lasting): boolean =>
  until !== null && until < effectiveDate;

const anyTwoMeet = (spans: readonly Span[]): boolean =>
  spans.some((one, index) => spans.slice(index + 1).some((other) => meet(one, other)));
