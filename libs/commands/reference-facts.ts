import { supplierOf } from '#domain/fields.js';
import { openMigration, type PracticeState } from '#domain/practice/state.js';
import type { Actor } from '#domain/recorded.js';
import type { Reference } from '#domain/reference.js';
import { loadStream, type Decider, type Store } from '#event-store/index.js';
import { deciders } from './register.js';

/** The reference facts that a decision may look at, and the revision of each stream that they come from. */
export interface ReferenceFacts {
  readonly reference: Reference;
  readonly basis: Readonly<Record<string, number>>;
}

/** Which reference streams a command about a practice can depend on, by their keys. */
interface Needs {
  readonly suppliers: ReadonlySet<string>;
  readonly commissioners: ReadonlySet<string>;
  readonly callOffs: ReadonlySet<string>;
}

/** Fields of command bodies that name reference facts. */
interface Naming {
  readonly productId?: string;
  readonly winner?: string;
  readonly candidates?: readonly string[];
  readonly commissioner?: string;
  readonly from?: string;
  readonly to?: string;
  readonly field?: string;
  readonly now?: unknown;
}

const needsOf = (name: string, body: Naming, state: PracticeState, actor: Actor): Needs => {
  const selected = openMigration(state)?.selected?.productId;
  const products = [body.productId, body.winner, selected, ...(body.candidates ?? [])].filter(
    (id) => id !== undefined,
  );
  const suppliers = new Set([
    ...Object.values(state.instances).map(({ supplier }) => supplier),
    ...products.map(supplierOf),
  ]);
  const held = state.commissioners.map(({ code }) => code);
  const named =
    name === 'change-commissioner' ? [body.from, body.to] : [body.commissioner, correctedTo(body)];
  const acting = actor.role === 'PCT' ? [actor.org] : [];
  const commissioners = new Set([...held, ...acting, ...named.filter((code) => code !== undefined)]);
  const pairs = held.flatMap((code) => [...suppliers].map((supplier) => `${code}-${supplier}`));
  return { suppliers, commissioners, callOffs: new Set(name === 'join-call-off' ? pairs : []) };
};

/** The commissioner that a correction names. */
const correctedTo = ({ field, now }: Naming): string | undefined =>
  (field === 'commissioner' || field === 'to') && typeof now === 'string' ? now : undefined;

type Commissioners = Reference['commissioners'];

/** These commissioners and all that succeeded them, directly or through others (I2). */
const withSuccessors = async (
  codes: ReadonlySet<string>,
  load: (codes: ReadonlySet<string>) => Promise<Commissioners>,
  known: Commissioners = {},
): Promise<Commissioners> => {
  const missing = new Set([...codes].filter((code) => !Object.hasOwn(known, code)));
  if (missing.size === 0) return known;
  const loaded = await load(missing);
  const successors = Object.values(loaded).flatMap(({ successions }) => successions.map(({ to }) => to));
  return withSuccessors(new Set(successors), load, { ...known, ...loaded });
};

/**
 * Loads the reference facts that this command can depend on. Facts remembered for at most `maxAgeMs` serve; those
 * that this process recorded are always there. Throws StoreUnavailable, UnreadableEvent.
 */
export const referenceFacts = async (
  store: Store,
  command: { readonly name: string; readonly body: object },
  state: PracticeState,
  actor: Actor,
  maxAgeMs: number,
): Promise<ReferenceFacts> => {
  const needs = needsOf(command.name, command.body as Naming, state, actor);
  const basis: Record<string, number> = {};
  const load = async <S>(stream: string, decider: Decider<S, never>): Promise<S> => {
    const { state: loaded, revision } = await loadStream(store, decider, stream, maxAgeMs);
    if (revision >= 0) basis[stream] = revision;
    return loaded;
  };
  const all = async <S>(prefix: string, keys: ReadonlySet<string>, decider: Decider<S, never>) =>
    Object.fromEntries(
      await Promise.all(
        [...keys].map(async (key) => [key, await load(`${prefix}-${key}`, decider)] as const),
      ),
    );
  const [suppliers, callOffs, commissioners, policy] = await Promise.all([
    all('supplier', needs.suppliers, deciders.supplier),
    all('calloff', needs.callOffs, deciders.callOff),
    withSuccessors(needs.commissioners, (codes) => all('commissioner', codes, deciders.commissioner)),
    load('policy-gpsoc', deciders.policy),
  ]);
  return { reference: { suppliers, callOffs, commissioners, policy }, basis };
};
