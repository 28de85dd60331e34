import { supplierOf } from '../../../fields.js';
import { currentRound } from '../../selection-round.js';
import { sourceOn } from '../../migration-source.js';
import { openMigration } from '../../state.js';
import { listedProducts, oneStep, WORDS, type Probes, type Scene, type Trial } from '../probe.js';

/** Systems of no supplier of the register, for one of them may be what the practice has. */
const LSP_SYSTEMS = ['LSP.SYSTEM', 'LSP.OTHER', 'LSP.THIRD'];
const NO_PRODUCT = 'NONE.NONE';

export const selectionProbes = {
  'start-selection': (scene) => oneStep(...products(scene).map((productId) => ({ candidates: [productId] }))),
  'score-candidate': (scene) =>
    oneStep(
      ...[...candidatesOf(scene), NO_PRODUCT].flatMap((candidate) =>
        [WORDS, `${WORDS} ${WORDS}`].map((criterion) => ({
          candidate,
          scores: [{ criterion, weight: 100, score: 100 }],
        })),
      ),
    ),
  'complete-selection': (scene) =>
    oneStep(
      ...candidatesOf(scene).map((winner) => ({ winner })),
      ...products(scene).map((winner) => ({ winner, candidates: [winner] })),
    ),
  'fail-selection': () => oneStep({ reasons: [WORDS] }),
  'select-system': (scene) => {
    const source = sourceOf(scene);
    const winner = openMigration(scene.state)?.selection?.winner;
    const all = [...(winner === undefined ? [] : [winner]), ...products(scene)];
    const isOwn = (productId: string) => supplierOf(productId) === source?.supplier;
    const others = all.filter((productId) => !isOwn(productId));
    return [
      chosen('FRAMEWORK', others),
      chosen('SAME_SUPPLIER', all.filter(isOwn)),
      chosen('LSP', LSP_SYSTEMS),
    ];
  },
} satisfies Partial<Probes>;

const sourceOf = ({ state, on }: Scene) => {
  const migration = openMigration(state);
  return migration && state.instances[sourceOn(migration, state, on)];
};

/** Every listed product but the one in use, and last one that is not listed. */
const products = (scene: Scene): readonly string[] => {
  const inUse = sourceOf(scene)?.productId;
  return [...listedProducts(scene).filter((productId) => productId !== inUse), NO_PRODUCT];
};

/** The candidates of the selection that was started; none where none was. */
const candidatesOf = (scene: Scene): readonly string[] => {
  const migration = openMigration(scene.state);
  return (migration && currentRound(migration)?.started?.candidates) ?? [];
};

const chosen = (
  kind: 'FRAMEWORK' | 'SAME_SUPPLIER' | 'LSP',
  products: readonly string[],
): Trial<'select-system'> => ({ choice: kind, bodies: products.map((productId) => ({ productId, kind })) });
