import { londonDateOf } from '#domain/calendar/dates.js';
import { supplierOf } from '#domain/fields.js';
import type { PracticeCommandName } from '#domain/practice/commands.js';
import type { PayloadOf, PracticeEvent, PracticeEventType } from '#domain/practice/events.js';
import { evolvePractice } from '#domain/practice/evolve.js';
import { commandRules } from '#domain/practice/rules.js';
import { commissionerOn, openMigration, type PracticeState } from '#domain/practice/state.js';
import type { Recorded } from '#domain/recorded.js';
import type { History } from '#testing/practice-history.js';

/** The invariants of domain C4 that what was added between two points of a stream breaks, by their ids. */
export const brokenBy = (before: History, after: History): string[] => {
  const wrong: string[] = [];
  if (before.events.some((event, index) => after.events[index] !== event)) wrong.push('I13');
  if (after.events.some(({ revision }, index) => revision !== index)) wrong.push('I13 revision');
  let { state } = before;
  for (const event of after.events.slice(before.events.length)) {
    wrong.push(...brokenByAny(event, state));
    const own = brokenByType[event.type] as ((event: Recorded, state: PracticeState) => string[]) | undefined;
    wrong.push(...(own?.(event, state) ?? []));
    state = evolvePractice(state, event);
  }
  return wrong;
};

const brokenByAny = ({ metadata, payload }: Recorded<PracticeEvent>, state: PracticeState): string[] => {
  const { actor, command, recordedAt } = metadata;
  const { roles, lateness } = commandRules[command as PracticeCommandName];
  const on = (payload as { effectiveDate: string }).effectiveDate;
  const last = state.events?.last.metadata.recordedAt ?? '';
  const acting = actor.onBehalfOf ?? actor.org;
  const isItsPct = state.closedOn !== null || acting === commissionerOn(state, on)?.code;
  return [
    ...(roles.includes(actor.role) ? [] : ['C3']),
    ...(actor.role === 'PCT' && !isItsPct ? ['I2'] : []),
    ...(lateness !== 'NONE' && on > londonDateOf(recordedAt) ? ['R10'] : []),
    ...(recordedAt < last ? ['I12'] : []),
  ];
};

type Broken<Type extends PracticeEventType> = (
  event: Recorded & { readonly payload: PayloadOf<Type> },
  state: PracticeState,
) => string[];

const bothPersons: Broken<PracticeEventType> = ({ metadata: { actor, confirmedBy } }) =>
  confirmedBy && confirmedBy.sub !== actor.sub ? [] : ['I14'];

const planned: Broken<'MigrationDatePlanned' | 'MigrationDateReplanned'> = (_event, state) => {
  const open = openMigration(state);
  return open?.selected && open.dateProposal?.agreedBy.length === 3 ? [] : ['I3'];
};

const brokenByType: { readonly [Type in PracticeEventType]?: Broken<Type> } = {
  MigrationRequested: ({ metadata }, state) => {
    const open = openMigration(state);
    return metadata.actor.role === 'PR' && (!open || open.refused) ? [] : ['I1'];
  },
  SystemSelected: ({ payload, metadata }, state) => {
    const { kind, productId, levelAtDate } = payload;
    const open = openMigration(state);
    const isChosen = open?.selection?.winner === productId && new Set(open.selection.participants).size === 2;
    return [
      ...(open?.agreed && metadata.confirmedBy ? [] : ['I3']),
      ...(kind === 'LSP' || isChosen ? [] : ['I4']),
      ...(kind === 'LSP' || (levelAtDate ?? 0) >= 2 ? [] : ['I5']),
    ];
  },
  MigrationDatePlanned: planned,
  MigrationDateReplanned: planned,
  GoLiveDeclared: ({ payload, metadata }) =>
    payload.effectiveDate <= londonDateOf(metadata.recordedAt) ? [] : ['I7'],
  NoticeGiven: ({ payload, metadata }, state) => {
    const { instanceId, supplier, endsOn, earliestEndsOn } = payload;
    const instance = state.instances[instanceId];
    const isTheirs = instance?.supplier === supplier && supplierOf(instance.productId) === supplier;
    const isLong = (endsOn ?? '9999') >= (earliestEndsOn ?? '');
    return metadata.actor.role === 'PCT' && isTheirs && isLong ? [] : ['I8'];
  },
  NoticeExtended: ({ metadata }) => (metadata.actor.role === 'PCT' ? [] : ['I9']),
  GoLiveCorrected: bothPersons,
  GoLiveRetracted: bothPersons,
  RecordCorrected: bothPersons,
};
