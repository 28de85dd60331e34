import { evolveCallOff } from '#domain/call-off/state.js';
import { decideCallOff } from '#domain/call-off/decide.js';
import { decideCommissioner } from '#domain/commissioner/decide.js';
import { evolveCommissioner } from '#domain/commissioner/state.js';
import type { CommissionerCommand } from '#domain/commissioner/commands.js';
import { decidePolicy } from '#domain/policy/decide.js';
import type { PolicyParameters } from '#domain/policy/events.js';
import { firstStart } from '#domain/policy/first-start.js';
import { evolvePolicy } from '#domain/policy/state.js';
import type { Decision } from '#domain/decision.js';
import type { Actor, DomainEvent, Recorded } from '#domain/recorded.js';
import { callOffIn, commissionerIn, emptyReference, supplierIn, type Reference } from '#domain/reference.js';
import type { SupplierCommand } from '#domain/supplier/commands.js';
import { decideSupplier } from '#domain/supplier/decide.js';
import { evolveSupplier } from '#domain/supplier/state.js';

const person = (sub: string, name: string, role: Actor['role'], org: string): Actor => ({
  sub,
  name,
  role,
  org,
});

/** The people of the worked data set (domain D0), and those whom its rules must keep out. */
export const reed = person('a.reed', 'A Reed', 'PR', 'A00001');
export const patel = person('j.patel', 'J Patel', 'PCT', '5ZZ');
export const cole = person('s.cole', 'S Cole', 'PCT', '5ZZ');
export const moss = person('k.moss', 'K Moss', 'SUP', 'INPS');
export const hart = person('e.hart', 'E Hart', 'SUP', 'EMIS');
export const national = person('n.team', 'N Team', 'NAT', 'NATIONAL');
export const auditor = person('q.audit', 'Q Audit', 'AUD', 'AUDIT');
export const importer = person('importer', 'Importer', 'PM', 'IMPORT');
export const otherPractice = person('b.white', 'B White', 'PR', 'A00002');
export const otherPct = person('c.green', 'C Green', 'PCT', '5YY');
export const successor = person('d.brown', 'D Brown', 'PCT', '99Z');

/** The nth id (from 0) of the events of a numbered command: the same arguments give the same UUID. */
export const idOf = (command: number, n = 0): string =>
  `00000000-0000-4000-8000-${String(command).padStart(8, '0')}${String(n).padStart(4, '0')}`;

const COMMAND = idOf(80_000_000);

/** An event as recorded, with an envelope of the fixture's. */
export const recorded = <E extends DomainEvent>(
  event: E,
  at: Pick<Recorded, 'id' | 'stream' | 'revision'>,
  metadata: Partial<Recorded['metadata']>,
): Recorded<E> => ({
  ...event,
  ...at,
  position: BigInt(at.revision),
  metadata: {
    commandId: COMMAND,
    command: 'fixture',
    commandHash: '',
    correlationId: COMMAND,
    causationId: COMMAND,
    actor: national,
    recordedAt: '2008-04-01T09:00:00.000Z',
    schemaVersion: 1,
    basis: {},
    ...metadata,
  },
});

let referenceEvents = 0;
const accepted = <E extends DomainEvent>(stream: string, decision: Decision<E>): readonly Recorded<E>[] => {
  if (decision.kind !== 'accepted') throw new Error(`The fixture of ${stream} was not accepted`);
  return decision.events.map((event) =>
    recorded(event, { id: idOf(90_000_000, referenceEvents++), stream, revision: 0 }, {}),
  );
};

/** The reference facts with one more command of a supplier. */
export const withSupplier = (reference: Reference, id: string, command: SupplierCommand): Reference => {
  const before = supplierIn(reference, id);
  const decision = decideSupplier(command, before, { id, actor: national, reference });
  const events = accepted(`supplier-${id}`, decision);
  return {
    ...reference,
    suppliers: { ...reference.suppliers, [id]: events.reduce(evolveSupplier, before) },
  };
};

/** The reference facts with one more command of a commissioner. */
export const withCommissioner = (
  reference: Reference,
  id: string,
  command: CommissionerCommand,
): Reference => {
  const before = commissionerIn(reference, id);
  const decision = decideCommissioner(command, before, { id, actor: national, reference });
  const after = accepted(`commissioner-${id}`, decision).reduce(evolveCommissioner, before);
  return { ...reference, commissioners: { ...reference.commissioners, [id]: after } };
};

/** The reference facts with one more Call-Off signed. */
export const withCallOff = (
  reference: Reference,
  commissioner: string,
  supplier: string,
  effectiveDate: string,
): Reference => {
  const command = { name: 'sign-call-off', body: { effectiveDate } } as const;
  const before = callOffIn(reference, commissioner, supplier);
  const decision = decideCallOff(command, before, { commissioner, supplier, actor: national, reference });
  const stream = `calloff-${commissioner}-${supplier}`;
  const after = accepted(stream, decision).reduce(evolveCallOff, before);
  return { ...reference, callOffs: { ...reference.callOffs, [`${commissioner}-${supplier}`]: after } };
};

/** What a policy set says that counts its periods in 90 days, in place of months (A1). */
export const in90Days: Partial<PolicyParameters> = { 'period.months': undefined, 'period.days': 90 };

/** The reference facts with these parameters in every policy set (B3). */
export const withParameters = (before: Reference, parameters: Partial<PolicyParameters>): Reference => ({
  ...before,
  policy: {
    ...before.policy,
    sets: before.policy.sets.map((set) => ({ ...set, parameters: { ...set.parameters, ...parameters } })),
  },
});

/** What first start publishes (R14), folded. */
export const publishedAtFirstStart: Reference = firstStart.reduce((reference, command) => {
  if (command.name !== 'publish-policy-set')
    return withSupplier(reference, command.stream.slice('supplier-'.length), command);
  const events = accepted(command.stream, decidePolicy(command, reference.policy, { actor: national }));
  return { ...reference, policy: events.reduce(evolvePolicy, reference.policy) };
}, emptyReference);

const established = (code: string, kind: 'PCT' | 'CCG', effectiveDate: string) => (reference: Reference) =>
  withCommissioner(reference, code, { name: 'establish-commissioner', body: { effectiveDate, kind } });

/** The reference facts of W (domain D0): first start, 5ZZ and its two Call-Offs; 5YY is a PCT beside it. */
export const reference: Reference = [
  established('5ZZ', 'PCT', '2006-10-01'),
  established('5YY', 'PCT', '2006-10-01'),
  established('99Z', 'CCG', '2013-04-01'),
  (before: Reference) => withCallOff(before, '5ZZ', 'EMIS', '2008-04-01'),
  (before: Reference) => withCallOff(before, '5ZZ', 'INPS', '2008-04-01'),
].reduce((before, change) => change(before), publishedAtFirstStart);
