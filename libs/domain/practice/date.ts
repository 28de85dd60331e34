import type { CivilDate } from '../calendar/dates.js';
import { accept, nothing, type Refused } from '../decision.js';
import { supplierOf } from '../fields.js';
import { refuse } from '../refusals.js';
import type { BodyOf, DateParty } from './commands.js';
import type { Decide, DecisionContext } from './decider.js';
import type { PracticeEvent } from './events.js';
import { dateParty } from './events/fields.js';
import { isBy, needOpen } from './needs.js';
import type { DateProposal, Migration, PracticeState } from './state.js';

interface Negotiable {
  readonly kind: 'negotiable';
  readonly migration: Migration;
  /** In whose name the actor proposes or agrees. */
  readonly party: DateParty;
}

/**
 * Practice, PCT or target supplier proposes the first planned date, and so agrees to it (R3); it closes an open
 * proposal. Refuses NOT_YOUR_SYSTEM, MIGRATION_NOT_OPEN, SYSTEM_NOT_SELECTED, DATE_STANDS, DATE_BEFORE_PROPOSAL.
 * @rule R3
 */
export const proposeDate: Decide<'propose-date'> = (body, state, context) => {
  const found = negotiable(body.effectiveDate, state, context);
  if (found.kind === 'refused') return found;
  const { plannedDate, migrationId } = found.migration;
  if (plannedDate !== null) return refuse('DATE_STANDS', { date: plannedDate });
  return (
    earlyRefusal(body) ??
    accept({ type: 'MigrationDateProposed', payload: { ...body, migrationId, by: found.party } })
  );
};

/**
 * One of the three proposes another date and the cause while one stands, which stands until all three agree (R3,
 * S17). The date that stands already: nothing. Refuses as `proposeDate` does, with NO_DATE_STANDS.
 * @rule F3
 */
export const replan: Decide<'replan'> = (body, state, context) => {
  const found = negotiable(body.effectiveDate, state, context);
  if (found.kind === 'refused') return found;
  const { plannedDate, dateProposal, migrationId } = found.migration;
  if (plannedDate === null) return refuse('NO_DATE_STANDS');
  if (plannedDate === body.date && !dateProposal) return nothing;
  return (
    earlyRefusal(body) ??
    accept({ type: 'MigrationDateProposed', payload: { ...body, migrationId, by: found.party } })
  );
};

/**
 * A party agrees to the open proposal; with the third the date is planned, or replanned, in the same append (R3, S17,
 * I3). Agreed by that party already: nothing. Refuses NOT_YOUR_SYSTEM, MIGRATION_NOT_OPEN, SYSTEM_NOT_SELECTED,
 * DATE_PROPOSAL_NOT_OPEN.
 * @rule S17
 */
export const agreeDate: Decide<'agree-date'> = (body, state, context) => {
  const found = negotiable(body.effectiveDate, state, context);
  if (found.kind === 'refused') return found;
  const { migration, party } = found;
  const { proposalEventId, effectiveDate: on } = body;
  const proposal = migration.dateProposal;
  if (proposal?.proposalEventId !== proposalEventId || !isBy(migration, on, 'MigrationDateProposed'))
    return refuse('DATE_PROPOSAL_NOT_OPEN', { proposalEventId, on });
  if (proposal.agreedBy.includes(party)) return nothing;
  const { migrationId } = migration;
  const agreed: PracticeEvent = {
    type: 'MigrationDateAgreed',
    payload: { ...body, migrationId, party },
  };
  const isUnanimous = dateParty.options.every((one) => one === party || proposal.agreedBy.includes(one));
  return isUnanimous ? accept(agreed, planned(migration, proposal, on)) : accept(agreed);
};

const planned = (
  { migrationId, plannedDate: old }: Migration,
  { proposalEventId, date, cause }: DateProposal,
  effectiveDate: string,
): PracticeEvent => {
  const made = { effectiveDate, migrationId, proposalEventId };
  return old !== null && cause !== null
    ? { type: 'MigrationDateReplanned', payload: { ...made, old, new: date, cause } }
    : { type: 'MigrationDatePlanned', payload: { ...made, date } };
};

/** The supplier who has a say is the selected system's (R3): to any other the migration is not shown. */
const negotiable = (
  on: CivilDate,
  state: PracticeState,
  { actor }: DecisionContext,
): Negotiable | Refused => {
  const open = needOpen(state, on);
  const selected = open.kind === 'ready' ? open.migration.selected : null;
  if (actor.role === 'SUP' && (!selected || supplierOf(selected.productId) !== actor.org))
    return refuse('NOT_YOUR_SYSTEM', { org: actor.org });
  if (open.kind === 'refused') return open;
  if (!isBy(open.migration, on, 'SystemSelected')) return refuse('SYSTEM_NOT_SELECTED', { on });
  return { kind: 'negotiable', migration: open.migration, party: dateParty.parse(actor.role) };
};

const earlyRefusal = ({ date, effectiveDate: on }: BodyOf<'propose-date'>): Refused | null =>
  date < on ? refuse('DATE_BEFORE_PROPOSAL', { date, on }) : null;
