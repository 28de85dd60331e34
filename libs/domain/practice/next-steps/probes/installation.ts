import { nationalFunction } from '../../events/fields.js';
import { openMigration } from '../../state.js';
import { eachInstance, NO_INSTANCE, WORDS, type Probes, type Proposed, type Scene } from '../probe.js';

/** An id that no instance has. */
const freeId = ({ state }: Scene): string => {
  const taken = Object.keys(state.instances);
  const ids = ['NEW', ...taken.map((_, index) => `NEW${index}`)];
  const [free = NO_INSTANCE] = ids.filter((id) => !taken.includes(id));
  return free;
};

const installed = (scene: Scene, productId: string): Proposed<'register-instance'> => ({
  instanceId: freeId(scene),
  productId,
  level: 0,
  contract: 'GPSOC',
  hosting: 'LOCAL_SERVER',
  chooseAndBook: false,
  etp: false,
});

export const installationProbes = {
  'register-instance': (scene) => {
    const migration = openMigration(scene.state);
    const any = { bodies: [installed(scene, 'NONE.ANY')] };
    if (!migration) return [any];
    const { migrationId, selected } = migration;
    const contract = selected?.kind === 'LSP' ? ('LSP' as const) : ('GPSOC' as const);
    const target = { ...installed(scene, selected?.productId ?? 'NONE.ANY'), contract, migrationId };
    return [{ choice: 'TARGET_OF_MIGRATION', bodies: [target] }, any];
  },
  'confirm-installed': (scene) =>
    nationalFunction.options.flatMap((one) =>
      eachInstance<'confirm-installed'>(scene, (instanceId) => [{ instanceId, function: one }]).map(
        (trial) => ({
          ...trial,
          choice: one,
        }),
      ),
    ),
  'upgrade-system': (scene) => eachInstance(scene, (instanceId) => [{ instanceId, version: WORDS }]),
  'retain-system': (scene) => eachInstance(scene, (instanceId) => [{ instanceId }]),
} satisfies Partial<Probes>;
