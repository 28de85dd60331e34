import { instantText } from '#domain/calendar/dates.js';
import { decideCallOff } from '#domain/call-off/decide.js';
import type { CommissionerCommand } from '#domain/commissioner/commands.js';
import { decideCommissioner } from '#domain/commissioner/decide.js';
import type { Decision } from '#domain/decision.js';
import { decidePolicy } from '#domain/policy/decide.js';
import { firstStart } from '#domain/policy/first-start.js';
import type { DomainEvent, Recorded } from '#domain/recorded.js';
import { callOffIn, commissionerIn, emptyReference, supplierIn, type Reference } from '#domain/reference.js';
import { decideSupplier } from '#domain/supplier/decide.js';
import { evolveReference } from '#read-models/reference.js';
import { given } from './decisions.js';
import { idOf, national, recorded } from './fixture.js';
import { workedUntil, type Milestone } from './worked-data-set.js';

const FIRST_INSTANT = Date.parse('2008-04-01T09:00:00.000Z');

/** The reference streams so far, and what they come to. */
interface Streams {
  readonly events: readonly Recorded[];
  readonly reference: Reference;
}

const record = ({ events, reference }: Streams, stream: string, decision: Decision<DomainEvent>): Streams => {
  if (decision.kind !== 'accepted') throw new Error(`${stream}: ${JSON.stringify(decision)}`);
  const added = decision.events.map((event, n) => {
    const number = events.length + n;
    const revision = events.filter((known) => known.stream === stream).length + n;
    return recorded(
      event,
      { id: idOf(80_000_000 + number), stream, revision },
      { recordedAt: instantText(FIRST_INSTANT + number) },
    );
  });
  return { events: [...events, ...added], reference: added.reduce(evolveReference, reference) };
};

const withFirstStart = (before: Streams): Streams =>
  firstStart.reduce((streams, command) => {
    const { stream } = command;
    if (command.name === 'publish-policy-set')
      return record(streams, stream, decidePolicy(command, streams.reference.policy, { actor: national }));
    const id = stream.slice('supplier-'.length);
    const { reference } = streams;
    const decision = decideSupplier(command, supplierIn(reference, id), { id, actor: national, reference });
    return record(streams, stream, decision);
  }, before);

const withCommissioner =
  (id: string, command: CommissionerCommand) =>
  (streams: Streams): Streams => {
    const { reference } = streams;
    const decision = decideCommissioner(command, commissionerIn(reference, id), {
      id,
      actor: national,
      reference,
    });
    return record(streams, `commissioner-${id}`, decision);
  };

const withCallOff =
  (commissioner: string, supplier: string) =>
  (streams: Streams): Streams => {
    const { reference } = streams;
    const decision = decideCallOff(
      { name: 'sign-call-off', body: { effectiveDate: '2008-04-01' } },
      callOffIn(reference, commissioner, supplier),
      { commissioner, supplier, actor: national, reference },
    );
    return record(streams, `calloff-${commissioner}-${supplier}`, decision);
  };

/** The events of the reference streams of W (domain D0), recorded from 1 Apr 2008 09:00 on, a millisecond apart. */
export const referenceEvents: readonly Recorded[] = [
  withFirstStart,
  withCommissioner('5ZZ', {
    name: 'establish-commissioner',
    body: { effectiveDate: '2006-10-01', kind: 'PCT' },
  }),
  withCallOff('5ZZ', 'EMIS'),
  withCallOff('5ZZ', 'INPS'),
].reduce((streams, step) => step(streams), { events: [], reference: emptyReference } as Streams).events;

/** The events with the commit positions of a store that took them in this order: 1, 2, 3 and so on. */
export const positioned = (events: readonly Recorded[]): readonly Recorded[] =>
  events.map((event, index) => ({ ...event, position: BigInt(index + 1) }));

/** The whole register of W up to and including that row, in order of recording. */
export const workedRegister = (milestone: Milestone): readonly Recorded[] =>
  positioned([...referenceEvents, ...given(...workedUntil(milestone)).history.events]);
