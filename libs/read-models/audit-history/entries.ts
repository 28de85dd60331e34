import { isCorrectedWith } from '#domain/practice/corrected.js';
import type { PayloadOf, PracticeEvent } from '#domain/practice/events.js';
import type { Actor, Recorded } from '#domain/recorded.js';
import type { HistoryEntry } from './answers.js';
import { describeEvent } from './describe.js';
import type { Names } from './names.js';

/** The entries of a file in order; corrections and what was before are of these events alone. */
export const historyEntries = (
  file: readonly Recorded<PracticeEvent>[],
  names: Names,
): readonly HistoryEntry[] => {
  const proposals = new Set(file.filter(({ type }) => type === 'CommandProposed').map(({ id }) => id));
  const events = new Map(file.map((event) => [event.id, event]));
  const correctedBy = (event: Recorded<PracticeEvent>) =>
    file.filter((one) =>
      one.type === 'GoLiveCorrected'
        ? one.payload.targetEventId === event.id
        : one.type === 'RecordCorrected' &&
          isCorrectedWith(events.get(one.payload.targetEventId), one.payload.field, event),
    );
  const noticeEnds = new Map<string, string>();
  return file.map((event) => {
    const change = changeIn(event, noticeEnds, file);
    const { causationId } = event.metadata;
    return {
      ...entryOf(event, names),
      ...(proposals.has(causationId) && { proposalId: causationId }),
      ...(isCorrection(event) && { corrects: event.payload.targetEventId }),
      correctedBy: correctedBy(event).map(({ id }) => id),
      ...change,
    };
  });
};

const isCorrection = (event: Recorded<PracticeEvent>) =>
  event.type === 'GoLiveCorrected' || event.type === 'RecordCorrected';

const entryOf = (event: Recorded<PracticeEvent>, names: Names) => {
  const { actor, confirmedBy, recordedAt, command, policyVersion, basis, scripted } = event.metadata;
  const payload = event.payload as Record<string, unknown>;
  return {
    revision: event.revision,
    eventId: event.id,
    type: event.type,
    what: describeEvent(event, names),
    effectiveDate: 'effectiveDate' in event.payload ? event.payload.effectiveDate : null,
    recordedAt,
    by: personOf(actor),
    ...(confirmedBy && { confirmedBy: personOf(confirmedBy) }),
    flags: 'flags' in event.payload ? [...(event.payload.flags ?? [])] : [],
    command,
    ...(policyVersion !== undefined && { policyVersion }),
    basis: { ...basis },
    ...(scripted && { scripted }),
    position: event.position.toString(),
    payload,
  };
};

const personOf = ({ name, role, org, onBehalfOf }: Actor) => ({
  name,
  role,
  org,
  ...(onBehalfOf !== undefined && { onBehalfOf }),
});

const moment = ({ on, cutoverTime }: { on: string; cutoverTime?: string | undefined }): string =>
  cutoverTime === undefined ? on : `${on}T${cutoverTime}`;

/** What an event changes, before and after. `noticeEnds` follows each notice's end through the file. */
const changeIn = (
  { type, payload }: Recorded<PracticeEvent>,
  noticeEnds: Map<string, string>,
  file: readonly Recorded<PracticeEvent>[],
): { readonly was?: string; readonly now?: string } => {
  switch (type) {
    case 'GoLiveCorrected':
      return { was: moment(payload.was), now: moment(payload.now) };
    case 'RecordCorrected':
      return correctionIn(payload, noticeEnds, file);
    case 'MigrationDateReplanned':
      return { was: payload.old, now: payload.new };
    case 'RetentionOptionChanged':
      return { was: payload.was, now: payload.option };
    case 'PracticeCommissionerChanged':
      return { ...(payload.from !== undefined && { was: payload.from }), now: payload.to };
    case 'NoticeGiven':
      if (payload.endsOn !== undefined) noticeEnds.set(payload.noticeId, payload.endsOn);
      return {};
    case 'NoticeExtended': {
      const was = noticeEnds.get(payload.noticeId);
      noticeEnds.set(payload.noticeId, payload.newEndsOn);
      return { ...(was !== undefined && { was }), now: payload.newEndsOn };
    }
    case 'NoticeWithdrawn': {
      const was = noticeEnds.get(payload.noticeId);
      return was === undefined ? {} : { was };
    }
    default:
      return {};
  }
};

/** What a correction changes; the end of a notice as it corrects it is what the next extension changes. */
const correctionIn = (
  { targetEventId, field, was, now }: PayloadOf<'RecordCorrected'>,
  noticeEnds: Map<string, string>,
  file: readonly Recorded<PracticeEvent>[],
): { readonly was?: string; readonly now?: string } => {
  const target = file.find(({ id }) => id === targetEventId);
  const { noticeId = '' } = (target?.payload ?? {}) as { readonly noticeId?: string };
  const isItsEnd = (field === 'endsOn' || field === 'newEndsOn') && noticeEnds.get(noticeId) === was;
  if (isItsEnd && typeof now === 'string') noticeEnds.set(noticeId, now);
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return { ...(was !== null && { was: text(was) }), ...(now !== null && { now: text(now) }) };
};
