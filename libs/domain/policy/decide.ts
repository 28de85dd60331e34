import { accept, nothing, type Decision } from '../decision.js';
import { PRICE_ROWS } from '../fields.js';
import type { Actor } from '../recorded.js';
import { refuse } from '../refusals.js';
import { roleRefusal } from '../roles.js';
import { isSame } from '../same-content.js';
import type { PolicyCommand } from './commands.js';
import type { PolicyEvent } from './events.js';
import type { PolicyState } from './state.js';

/**
 * Decides `publish-policy-set`: a version of the scheme's parameters and its who-pays table, each price row once
 * (S14, B3), by the national team, with no limit on its date (R10). A version never changes its content (I13).
 */
export const decidePolicy = (
  { name, body }: PolicyCommand,
  { sets }: PolicyState,
  { actor }: { readonly actor: Actor },
): Decision<PolicyEvent> => {
  const refused = roleRefusal(actor, name, ['NAT']);
  if (refused) return refused;
  const { version, effectiveDate: from, parameters, services } = body;
  const rows = body.whoPays.map(({ row }) => row);
  const missing = PRICE_ROWS.find((row) => !rows.includes(row));
  if (missing !== undefined) return refuse('ROW_MISSING_IN_WHO_PAYS', { row: missing });
  const published = sets.find((set) => set.version === version);
  if (!published) return accept({ type: 'PolicySetPublished', payload: body });
  const whoPays = Object.fromEntries(body.whoPays.map(({ row, payer }) => [row, payer]));
  const { eventId: _eventId, ...recorded } = published;
  return isSame(recorded, { version, from, parameters, whoPays, services })
    ? nothing
    : refuse('POLICY_VERSION_EXISTS', { version });
};
