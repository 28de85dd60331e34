import { addDays, type CivilDate } from '../../../calendar/dates.js';
import { RETENTION_OPTIONS, type RetentionOption } from '../../../fields.js';
import { retentionBegan, retentionEnd } from '../../retention-span.js';
import { lastServiceDay } from '../../service-span.js';
import { goLiveFrom, standingRetention, type PracticeState } from '../../state.js';
import { eachInstance, type Probes, type Proposed, type Scene, type Trial } from '../probe.js';

export const retentionProbes = {
  'order-retention': (scene) =>
    eachOption(scene, (instanceId, option) => [
      { instanceId, option, payer: 'COMMISSIONER' },
      ...terms(scene, instanceId).map((term) => ({
        instanceId,
        option,
        payer: 'COMMISSIONER' as const,
        ...term,
      })),
    ]),
  'change-retention': (scene) =>
    eachOption(scene, (instanceId, option) =>
      terms(scene, instanceId).flatMap((term) =>
        (['COMMISSIONER', 'PRACTICE'] as const).map((payer) => ({ instanceId, option, payer, ...term })),
      ),
    ),
  'end-retention': (scene) =>
    eachInstance(scene, (instanceId) =>
      [scene.on, ...daysAfter(scene.state, instanceId)].map((until) => ({ instanceId, until })),
    ),
  'end-source-service': (scene) => eachInstance(scene, (instanceId) => [{ instanceId }]),
} satisfies Partial<Probes>;

const eachOption = <Name extends 'order-retention' | 'change-retention'>(
  scene: Scene,
  bodies: (instanceId: string, option: RetentionOption) => readonly Proposed<Name>[],
): readonly Trial<Name>[] =>
  RETENTION_OPTIONS.flatMap((option) =>
    eachInstance<Name>(scene, (instanceId) => bodies(instanceId, option)).map((trial) => ({
      ...trial,
      choice: option,
    })),
  );

/** Terms that may fit: from the day, or from what stands or the service ends, open or for a day. */
const terms = (
  { state, on }: Scene,
  instanceId: string,
): readonly { readonly from: CivilDate; readonly until?: CivilDate }[] => {
  const starts = new Set([on, ...daysAfter(state, instanceId)]);
  return [...starts].flatMap((from) => [{ from }, { from, until: from }]);
};

const daysAfter = (state: PracticeState, instanceId: string): readonly CivilDate[] => {
  const standing = standingRetention(state, instanceId);
  const lastDays = [
    standing ? retentionBegan(state, standing) : null,
    standing ? retentionEnd(state, standing) : null,
    lastServiceDay(state, instanceId),
    goLiveFrom(state, instanceId)?.on ?? null,
  ];
  return lastDays.flatMap((day) => (day === null ? [] : [addDays(day, 1)]));
};
