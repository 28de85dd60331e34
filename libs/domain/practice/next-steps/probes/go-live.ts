import { openMigration } from '../../state.js';
import { NO_INSTANCE, oneStep, WORDS, type Probes } from '../probe.js';

export const goLiveProbes = {
  'declare-go-live': ({ state }) => {
    const selected = openMigration(state)?.selected?.productId;
    const instances = Object.values(state.instances);
    const targets = instances.filter(({ productId }) => productId === selected);
    const ids = [...targets.map(({ instanceId }) => instanceId), NO_INSTANCE];
    const plain = ids.map((targetInstanceId) => ({ targetInstanceId }));
    const overriding = plain.map((body) => ({ ...body, override: 'BEDDING_IN_OPEN' as const }));
    return oneStep(...plain, ...overriding);
  },
  'correct-go-live': () =>
    oneStep(
      { reason: WORDS },
      { reason: WORDS, cutoverTime: '23:59' },
      { reason: WORDS, cutoverTime: '23:58' },
    ),
  'report-go-live': () => oneStep({}, { cutoverTime: '23:59' }, { cutoverTime: '23:58' }),
  'record-backload': ({ on }) =>
    oneStep(
      ...['00:01', '00:02', '00:03'].map((time) => ({
        from: `${on}T00:00`,
        to: `${on}T${time}`,
        method: WORDS,
      })),
    ),
  'sign-off-migration': () => oneStep({ exceptions: [] }),
} satisfies Partial<Probes>;
