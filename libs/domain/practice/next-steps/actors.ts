import { itemsOf } from '../../chain.js';
import { supplierOf } from '../../fields.js';
import type { Actor, Role } from '../../recorded.js';
import { actingCommissioner } from '../authority.js';
import { practicesFor } from '../closure.js';
import { WORDS, type Scene } from './probe.js';

/**
 * Those who would act in a role for the practice on a day, each as anybody of its organisation: the practice itself or,
 * once it has closed, its successors (F10), its PCT of that day or who has succeeded it (I2), each supplier of a system
 * that it has or ever selected, that holds an old one's data (X6) or that recorded anything, the national team. Nobody
 * for a PCT where none is on file; auditors record nothing, and imports are nobody's step (R16).
 */
export const actorsOf = (role: Role, scene: Scene): readonly Actor[] =>
  organisationsOf(role, scene).map((org) => ({ sub: WORDS, name: WORDS, role, org }));

const organisationsOf = (role: Role, scene: Scene): readonly string[] => {
  const { ods, state, today } = scene;
  if (role === 'PR') return practicesFor(state, ods, today);
  if (role === 'NAT') return ['NATIONAL'];
  if (role === 'SUP') return suppliersOf(scene);
  const pct = role === 'PCT' ? actingCommissioner(state, scene) : undefined;
  return pct === undefined ? [] : [pct];
};

const suppliersOf = ({ state }: Scene): readonly string[] => {
  const ofSystems = Object.values(state.instances).map(({ supplier }) => supplier);
  const ofSelected = state.migrations.flatMap(({ selected }) =>
    selected ? [supplierOf(selected.productId)] : [],
  );
  const holders = state.holdings.flatMap(({ holder }) => (holder.kind === 'SUPPLIER' ? [holder.org] : []));
  const recorders = itemsOf(state.events)
    .map(({ metadata: { actor } }) => actor)
    .filter(({ role }) => role === 'SUP')
    .map(({ org }) => org);
  return [...new Set([...ofSystems, ...ofSelected, ...holders, ...recorders])];
};
