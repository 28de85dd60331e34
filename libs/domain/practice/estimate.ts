import type { Refused } from '../decision.js';
import type { PolicySet } from '../policy/state.js';
import { refuse } from '../refusals.js';
import type { BodyOf } from './commands.js';
import type { PayloadOf } from './events.js';

type LineSent = NonNullable<BodyOf<'submit-business-case'>['estimate']>['lines'][number];
export type EstimateLine = PayloadOf<'BusinessCaseSubmitted'>['estimate']['lines'][number];

/** The lines of an estimate with their payers, and whether each names its rule of the who-pays table. */
export interface Classified {
  readonly lines: EstimateLine[];
  readonly isWhole: boolean;
}

/**
 * Classifies the lines of an estimate by the who-pays table of a policy set (S14): a line that names its rule is paid by
 * one whom that allows, who follows from it where there is only one; a line that names none is paid as it says.
 * Refuses WHO_PAYS_RULE_UNKNOWN, PAYER_NOT_ALLOWED, PAYER_MISSING.
 * @rule S14
 */
export const classified = (sent: readonly LineSent[], policy: PolicySet): Classified | Refused => {
  const lines: EstimateLine[] = [];
  for (const line of sent) {
    const payer = payerOf(line, policy);
    if (typeof payer !== 'string') return payer;
    lines.push({ ...line, payer });
  }
  return {
    lines,
    isWhole: lines.every(({ whoPaysRuleId }) => whoPaysRuleId !== undefined),
  };
};

const payerOf = (line: LineSent, policy: PolicySet): EstimateLine['payer'] | Refused => {
  const { service, payer, whoPaysRuleId: rule } = line;
  if (rule === undefined) return payer ?? refuse('PAYER_MISSING', { service, allowed: '' });
  const { version } = policy;
  const table = whoMayPay(policy);
  const payers = table.get(rule);
  if (!payers) return refuse('WHO_PAYS_RULE_UNKNOWN', { version, rule, known: [...table.keys()].join(', ') });
  const allowed = payers.join(' or ');
  if (payer !== undefined)
    return payers.includes(payer) ? payer : refuse('PAYER_NOT_ALLOWED', { version, rule, allowed, payer });
  const [only, ...others] = payers;
  return only !== undefined && others.length === 0
    ? only
    : refuse('PAYER_MISSING', { service, allowed: `: ${allowed}` });
};

/** Who may pay, by the price list's row or the id of the service. */
const whoMayPay = ({ whoPays, services }: PolicySet): ReadonlyMap<string, readonly EstimateLine['payer'][]> =>
  new Map<string, readonly EstimateLine['payer'][]>([
    ...Object.entries(whoPays).map(([row, payer]) => [row, [payer]] as const),
    ...services.map(({ id, payers }) => [id, payers] as const),
  ]);
