import { addDays, laterOf, type CivilDate } from '../../../calendar/dates.js';
import { contractorType } from '../../events/fields.js';
import type { PracticeState } from '../../state.js';
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
    eachInstance(scene, (instanceId, instance) => {
      const ungranted = (instance?.fundingExceptions ?? []).map(({ until }) => addDays(until, 1));
      return [scene.on, ...daysLeft(scene.state, instanceId)].map((from) => ({
        instanceId,
        from,
        until: [from, ...ungranted].reduce(laterOf),
      }));
    }),
} satisfies Partial<Probes>;

/** The days of the go-lives that left an instance, those that were rolled back too. */
const daysLeft = ({ migrations }: PracticeState, instanceId: string): readonly CivilDate[] =>
  migrations.flatMap(({ goLive }) => (goLive?.sourceInstanceId === instanceId ? [goLive.on] : []));
