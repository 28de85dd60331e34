import type { CivilDate } from '../calendar/dates.js';
import type { EstimateLine } from './estimate.js';
import type { Fact } from './fact.js';
import type { Migration } from './state.js';

/** The business case as last submitted by a day, and what its estimate comes to for each payer (S13, S14). */
export interface BusinessCaseView extends Fact {
  readonly submittedOn: CivilDate;
  readonly version: string;
  /** Null where no template was asked for or in force (S12). */
  readonly templateVersion: string | null;
  /** Whose who-pays table classified the lines; null of one that was submitted before that was looked at. */
  readonly policyVersion: string | null;
  readonly lines: readonly EstimateLine[];
  readonly byPayer: readonly {
    readonly payer: EstimateLine['payer'];
    readonly oneOffPence: number;
    readonly annualPence: number;
  }[];
}

/** The latest business case that was submitted by the day; null where none was. */
export const businessCaseOn = ({ submissions }: Migration, on: CivilDate): BusinessCaseView | null => {
  const submitted = submissions.findLast(({ effectiveDate }) => effectiveDate <= on);
  if (!submitted) return null;
  const { lines } = submitted.estimate;
  const payers = [...new Set(lines.map(({ payer }) => payer))].sort();
  return {
    submittedOn: submitted.effectiveDate,
    version: submitted.version,
    templateVersion: submitted.templateVersion ?? null,
    policyVersion: submitted.policyVersion ?? null,
    lines,
    byPayer: payers.map((payer) => ({
      payer,
      oneOffPence: sumOf(lines, payer, 'ONE_OFF'),
      annualPence: sumOf(lines, payer, 'ANNUAL'),
    })),
    rule: 'S13',
    events: [submitted.eventId],
  };
};

const sumOf = (
  lines: readonly EstimateLine[],
  payer: EstimateLine['payer'],
  charge: EstimateLine['charge'],
): number =>
  lines
    .filter((line) => line.payer === payer && line.charge === charge)
    .reduce((sum, { amountPence }) => sum + amountPence, 0);
