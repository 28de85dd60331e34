import type { Entry } from './refusals/entry.js';
import { whoMayActRefusals } from './refusals/who-may-act.js';
import { whatIsKnownRefusals } from './refusals/what-is-known.js';
import { datesRefusals } from './refusals/dates.js';
import { callOffRefusals } from './refusals/call-off.js';
import { migrationRefusals } from './refusals/migration.js';
import { businessCaseRefusals } from './refusals/business-case.js';
import { disputeRefusals } from './refusals/dispute.js';
import { deliveryRefusals } from './refusals/delivery.js';
import { windDownRefusals } from './refusals/wind-down.js';
import { correctionRefusals } from './refusals/correction.js';
import { referenceFactsRefusals } from './refusals/reference-facts.js';

/** Why a command was refused: a value. `because` says what is the case here, `remedy` what to do about it. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The rule of the domain that refuses. */
  readonly rule: string;
  readonly because: string;
  readonly remedy: string;
  /** The HTTP status that carries it: 400 shape, 403 not yours, 404 unknown, 409 refused in this state. */
  readonly status: Entry['status'];
}

/** The catalogue of refusals. A code is public and keeps its meaning. */
export const refusals = {
  ...whoMayActRefusals,
  ...whatIsKnownRefusals,
  ...datesRefusals,
  ...callOffRefusals,
  ...migrationRefusals,
  ...businessCaseRefusals,
  ...disputeRefusals,
  ...deliveryRefusals,
  ...windDownRefusals,
  ...correctionRefusals,
  ...referenceFactsRefusals,
};

export type RefusalCode = keyof typeof refusals;

/**
 * The refusal of that code with the details of the case filled in; an unknown detail stays as a dash. `byRule` names
 * the rule that refuses where a code serves several.
 */
export const refuse = (
  code: RefusalCode,
  details: Readonly<Record<string, string | number>> = {},
  byRule: string = refusals[code].rule,
): { readonly kind: 'refused'; readonly refusal: Refusal } => {
  const fill = (sentence: string) =>
    sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '–'));
  const { status, because, remedy } = refusals[code];
  return {
    kind: 'refused',
    refusal: { code, rule: byRule, status, because: fill(because), remedy: fill(remedy) },
  };
};
