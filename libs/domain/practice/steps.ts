import type { CivilDate } from '../calendar/dates.js';
import type { Recorded } from '../recorded.js';
import type { PracticeEvent } from './events.js';
import type { EventRef, Migration, MigrationStep, PracticeState } from './state.js';

/** The state with the event added to its migration's steps, where it belongs to one. */
export const withStep = (
  state: PracticeState,
  event: Recorded<PracticeEvent>,
  ref: EventRef,
): PracticeState => {
  const { migrationId } = event.payload as { migrationId?: string };
  if (migrationId === undefined) return state;
  const { effectiveDate } = event.payload as { effectiveDate: string };
  const step: MigrationStep = {
    ...ref,
    type: event.type,
    effectiveDate,
    date: dateIn(event),
    productId: productIn(event),
    cause: event.type === 'MigrationDateReplanned' ? event.payload.cause : null,
  };
  return {
    ...state,
    migrations: state.migrations.map((migration) =>
      migration.migrationId === migrationId ? { ...migration, steps: [...migration.steps, step] } : migration,
    ),
  };
};

/** The steps of a migration that were done by that day, in the order of their recording. */
export const stepsBy = ({ steps }: Migration, on: CivilDate): readonly MigrationStep[] =>
  steps.filter(({ effectiveDate }) => effectiveDate <= on);

/** A fact where there is one, and it lies on or before the day. */
export const by = <Dated extends { readonly effectiveDate: CivilDate }>(
  fact: Dated | null | undefined,
  on: CivilDate,
): Dated | null => (fact && fact.effectiveDate <= on ? fact : null);

const productIn = ({ type, payload }: PracticeEvent): string | null =>
  type === 'SystemSelected' ? payload.productId : null;

const dateIn = ({ type, payload }: PracticeEvent): string | null => {
  switch (type) {
    case 'MigrationDatePlanned':
      return payload.date;
    case 'MigrationDateReplanned':
      return payload.new;
    case 'BusinessCaseRequired':
      return payload.dueBy ?? null;
    default:
      return null;
  }
};
