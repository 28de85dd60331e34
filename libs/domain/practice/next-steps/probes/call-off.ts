import { addDays } from '../../../calendar/dates.js';
import { contractorType } from '../../events/fields.js';
import { eachInstance, oneStep, type Probes } from '../probe.js';

export const callOffProbes = {
  'join-call-off': (scene) => eachInstance(scene, (instanceId) => [{ instanceId }]),
  'opt-out': (scene) => eachInstance(scene, (instanceId) => [{ instanceId }]),
  'leave-call-off': (scene) => eachInstance(scene, (instanceId) => [{ instanceId }]),
  'record-pct-practice-agreement': () => oneStep({}),
  'end-pct-practice-agreement': () => oneStep({}),
  'record-contractor-type': () =>
    oneStep(...contractorType.options.map((type) => ({ contractorType: type }))),
  'grant-funding-exception': (scene) =>
    eachInstance(scene, (instanceId) =>
      [0, 3650].map((days) => {
        const from = addDays(scene.on, days);
        return { instanceId, from, until: addDays(from, 27) };
      }),
    ),
} satisfies Partial<Probes>;
