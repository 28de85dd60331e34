import { supplierOf } from '../../../fields.js';
import { currentRound } from '../../selection-round.js';
import { openMigration, type PracticeState } from '../../state.js';
import { listedProducts, oneStep, WORDS, type Probes, type Trial } from '../probe.js';

/** Systems of no supplier of the register, for one of them may be what the practice has. */
const LSP_SYSTEMS = ['LSP.SYSTEM', 'LSP.OTHER', 'LSP.THIRD'];
const NO_PRODUCT = 'NONE.NONE';

export const selectionProbes = {
  'start-selection': (scene) =>
    oneStep(...[...listedProducts(scene), NO_PRODUCT].map((one) => ({ candidates: [one] }))),
  'score-candidate': ({ state }) =>
    oneStep(
      ...[...candidatesIn(state), NO_PRODUCT].map((candidate) => ({
        candidate,
        scores: [{ criterion: WORDS, weight: 1, score: 0 }],
      })),
    ),
  'complete-selection': (scene) =>
    oneStep(
      ...candidatesIn(scene.state).map((winner) => ({ winner })),
      ...[...listedProducts(scene), NO_PRODUCT].map((winner) => ({
        winner,
        candidates: [winner] as string[],
      })),
    ),
  'fail-selection': () => oneStep({ reasons: [WORDS] }),
  'select-system': (scene) => {
    const { state } = scene;
    const migration = openMigration(state);
    const source = state.instances[migration?.request.sourceInstanceId ?? ''];
    const winner = migration?.selection?.winner;
    const products = [...(winner === undefined ? [] : [winner]), ...listedProducts(scene)].filter(
      (productId) => productId !== source?.productId,
    );
    const isOwn = (productId: string) => supplierOf(productId) === source?.supplier;
    return [
      chosen('FRAMEWORK', [...products.filter((productId) => !isOwn(productId)), NO_PRODUCT]),
      chosen('SAME_SUPPLIER', products.filter(isOwn)),
      chosen('LSP', LSP_SYSTEMS),
    ].filter(({ bodies }) => bodies.length > 0);
  },
} satisfies Partial<Probes>;

const candidatesIn = (state: PracticeState): readonly string[] => {
  const migration = openMigration(state);
  return (migration && currentRound(migration)?.started?.candidates) ?? [];
};

const chosen = (
  kind: 'FRAMEWORK' | 'SAME_SUPPLIER' | 'LSP',
  products: readonly string[],
): Trial<'select-system'> => ({ choice: kind, bodies: products.map((productId) => ({ productId, kind })) });
