import { accept, nothing, type Decision } from '../decision.js';
import { refuse } from '../refusals.js';
import type { PayloadOf, PracticeEvent } from './events.js';
import type { PracticeState } from './state.js';

/** What a published file says of one practice, row by row (C7). */
export type ImportedRow =
  | {
      readonly kind: 'practice';
      readonly name: string;
      readonly opened: string;
      readonly closed: string | null;
      readonly source: Source;
    }
  | {
      readonly kind: 'membership';
      readonly commissioner: string;
      readonly joined: string;
      readonly left: string | null;
      readonly source: Source;
    }
  | {
      readonly kind: 'system-use';
      readonly use: Omit<PayloadOf<'SystemUseObserved'>, 'source'>;
      readonly source: Source;
    };

/**
 * What a row of a practice is known by: of two rows of one key the later supersedes the earlier (O2, R16).
 * @rule R16
 */
export const importKey = (row: ImportedRow): string => {
  if (row.kind === 'practice') return row.kind;
  if (row.kind === 'membership') return `${row.commissioner} ${row.joined}`;
  return `${row.use.product} ${row.use.firstMonth}`;
};

type Source = NonNullable<PayloadOf<'PracticeRegistered'>['source']>;

/**
 * The events that a row adds to what is on record, however late it comes and in whatever order (F15): none where it says
 * what stands already (O6). A later edition's row supersedes the earlier one of its key. Refuses PRACTICE_UNKNOWN for a row of
 * a practice not on the register, PRACTICE_ALREADY_CLOSED for one without the closing date on record: a closed code
 * stays closed (F10).
 * @rule O6
 * @rule F15
 */
export const decideImport = (
  ods: string,
  row: ImportedRow,
  state: PracticeState,
): Decision<PracticeEvent> => {
  if (row.kind === 'practice') return practice(ods, row, state);
  if (!state.practice) return refuse('PRACTICE_UNKNOWN', { ods });
  return row.kind === 'membership' ? membership(row, state) : systemUse(row, state);
};

const practice = (
  ods: string,
  { name, opened, closed, source }: Extract<ImportedRow, { kind: 'practice' }>,
  { practice: known, closedOn }: PracticeState,
): Decision<PracticeEvent> => {
  if (closed === null && closedOn !== null) return refuse('PRACTICE_ALREADY_CLOSED', { on: closedOn });
  const isKnown = known?.name === name && known.effectiveDate === opened;
  const events: PracticeEvent[] = [];
  if (!isKnown)
    events.push({ type: 'PracticeRegistered', payload: { effectiveDate: opened, ods, name, source } });
  if (closed !== null && closed !== closedOn)
    events.push({ type: 'PracticeClosed', payload: { effectiveDate: closed, source } });
  return events.length > 0 ? accept(...events) : nothing;
};

const membership = (
  { commissioner, joined, left, source }: Extract<ImportedRow, { kind: 'membership' }>,
  { commissioners }: PracticeState,
): Decision<PracticeEvent> => {
  const known = commissioners.find(({ code, from }) => code === commissioner && from === joined);
  if (known?.left === left) return nothing;
  return accept({
    type: 'PracticeCommissionerChanged',
    payload: {
      effectiveDate: joined,
      to: commissioner,
      legalDate: joined,
      ...(left !== null && { left }),
      source,
    },
  });
};

const systemUse = (
  { use, source }: Extract<ImportedRow, { kind: 'system-use' }>,
  { observations }: PracticeState,
): Decision<PracticeEvent> => {
  const known = observations.find(
    ({ product, firstMonth }) => product === use.product && firstMonth === use.firstMonth,
  );
  const isKnown =
    known?.lastMonth === use.lastMonth &&
    known.supplier === use.supplier &&
    known.monthsListed === use.monthsListed &&
    known.monthsMissing === use.monthsMissing &&
    known.deployment === use.deployment &&
    known.contract === use.contract;
  return isKnown ? nothing : accept({ type: 'SystemUseObserved', payload: { ...use, source } });
};
