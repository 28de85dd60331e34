import { accept, nothing, type Decision } from '../decision.js';
import { PRICE_ROWS } from '../fields.js';
import type { Actor } from '../recorded.js';
import { refuse } from '../refusals.js';
import { roleRefusal } from '../roles.js';
import { firstTwice, isSame } from '../same-content.js';
import type { PolicyCommand } from './commands.js';
import type { PolicyEvent } from './events.js';
import type { PolicyState } from './state.js';

/** Decides a command of the policy stream: by the national team, with no limit on its date (R10). */
export const decidePolicy = (
  command: PolicyCommand,
  state: PolicyState,
  { actor }: { readonly actor: Actor },
): Decision<PolicyEvent> => {
  const refused = roleRefusal(actor, command.name, ['NAT']);
  if (refused) return refused;
  return command.name === 'publish-policy-set'
    ? publishSet(command.body, state)
    : publishTemplate(command.body, state);
};

/**
 * A version of the scheme's parameters, of which one says how long a period is (A1), and its who-pays table, each price
 * row, service and payer of a service once (S14, B3). A version never changes its content (I13).
 * Refuses PERIOD_NOT_GIVEN_ONCE, ROW_MISSING_IN_WHO_PAYS, ROWS_TWICE, POLICY_VERSION_EXISTS.
 */
const publishSet = (
  body: PolicyCommand<'publish-policy-set'>['body'],
  { sets }: PolicyState,
): Decision<PolicyEvent> => {
  const { version, effectiveDate: from, parameters, services } = body;
  const isInMonths = parameters['period.months'] !== undefined;
  const isInDays = parameters['period.days'] !== undefined;
  if (isInMonths === isInDays)
    return refuse('PERIOD_NOT_GIVEN_ONCE', { given: isInDays ? 'both' : 'neither' });
  const rows = body.whoPays.map(({ row }) => row);
  const missing = PRICE_ROWS.find((row) => !rows.includes(row));
  if (missing !== undefined) return refuse('ROW_MISSING_IN_WHO_PAYS', { row: missing });
  const paid = services.flatMap(({ id, payers }) => [id, ...payers.map((payer) => `${payer} of ${id}`)]);
  const twice = firstTwice([...rows, ...paid]);
  if (twice !== undefined) return refuse('ROWS_TWICE', { row: twice }, 'S14');
  const published = sets.find((set) => set.version === version);
  if (!published) return accept({ type: 'PolicySetPublished', payload: body });
  const whoPays = Object.fromEntries(body.whoPays.map(({ row, payer }) => [row, payer]));
  const { eventId: _eventId, ...recorded } = published;
  return isSame(recorded, { version, from, parameters, whoPays, services })
    ? nothing
    : refuse('POLICY_VERSION_EXISTS', { version });
};

/** A version of the Business Case Template (S12), which never changes its content (I13). Refuses TEMPLATE_VERSION_EXISTS. */
const publishTemplate = (
  body: PolicyCommand<'publish-business-case-template'>['body'],
  { templates }: PolicyState,
): Decision<PolicyEvent> => {
  const { version, effectiveDate: from, title, sections } = body;
  const published = templates.find((template) => template.version === version);
  if (!published) return accept({ type: 'BusinessCaseTemplatePublished', payload: body });
  const { eventId: _eventId, ...recorded } = published;
  return isSame(recorded, { version, from, title, sections })
    ? nothing
    : refuse('TEMPLATE_VERSION_EXISTS', { version });
};
