import { accept, nothing, type Decision } from '../decision.js';
import type { Actor } from '../recorded.js';
import { commissionerIn, type Reference } from '../reference.js';
import { refuse } from '../refusals.js';
import { roleRefusal } from '../roles.js';
import { isSame } from '../same-content.js';
import type { CommissionerCommand, CommissionerCommandName } from './commands.js';
import type { CommissionerEvent } from './events.js';
import { isEstablished, type CommissionerState } from './state.js';

type BodyOf<Name extends CommissionerCommandName> = Extract<CommissionerCommand, { name: Name }>['body'];

/** Whose stream it is, who acts, and what is known of the other commissioners. */
export interface CommissionerContext {
  readonly id: string;
  readonly actor: Actor;
  readonly reference: Reference;
}

/**
 * Decides a command of the stream of commissioner `id`, by the national team or an import, with no limit on its date
 * (R10). What is on record already adds nothing; other content under the same key is refused (I13).
 */
export const decideCommissioner = (
  command: CommissionerCommand,
  state: CommissionerState,
  context: CommissionerContext,
): Decision<CommissionerEvent> =>
  roleRefusal(context.actor, command.name, ['NAT', 'PM']) ??
  (command.name === 'establish-commissioner'
    ? establish(command.body, state, context.id)
    : recordSuccession(command.body, state, context));

const establish = (
  body: BodyOf<'establish-commissioner'>,
  { established }: CommissionerState,
  code: string,
): Decision<CommissionerEvent> => {
  if (!established) return accept({ type: 'CommissionerEstablished', payload: { ...body, code } });
  const asked = { code, kind: body.kind, name: body.name ?? null, from: body.effectiveDate };
  return isSame(established, asked) ? nothing : refuse('COMMISSIONER_ALREADY_ESTABLISHED', { code });
};

/**
 * Records who succeeded the commissioner, for which practices (F11): one that divides has a succession to each of its
 * successors, whose lists share no practice. Where a list is not known, whose the practice is now decides (I2).
 * @rule F11
 */
const recordSuccession = (
  body: BodyOf<'record-succession'>,
  state: CommissionerState,
  { id: from, reference }: CommissionerContext,
): Decision<CommissionerEvent> => {
  const { to, practices = null, effectiveDate: legalDate } = body;
  if (!state.established) return refuse('COMMISSIONER_NOT_ESTABLISHED', { code: from });
  if (to === from) return refuse('SUCCESSION_BY_ITSELF', { from });
  if (!isEstablished(commissionerIn(reference, to), legalDate))
    return refuse('COMMISSIONER_UNKNOWN', { code: to, on: legalDate });
  const covered = state.successions.find((one) => one.to !== to && isShared(one.practices, practices));
  if (covered) return refuse('SUCCESSION_OVERLAPS', { from, to: covered.to, on: covered.legalDate });
  const recorded = state.successions.find((one) => one.to === to && one.legalDate === legalDate);
  if (!recorded) return accept({ type: 'PctSucceeded', payload: { ...body, from, legalDate } });
  return isSame(sorted(recorded.practices), sorted(practices))
    ? nothing
    : refuse('SUCCESSION_EXISTS', { from, to });
};

const sorted = (practices: readonly string[] | null) => practices && [...practices].sort();

/** Whether two lists, where both are known, have a practice in common. */
const isShared = (one: readonly string[] | null, other: readonly string[] | null): boolean =>
  one !== null && other !== null && one.some((ods) => other.includes(ods));
