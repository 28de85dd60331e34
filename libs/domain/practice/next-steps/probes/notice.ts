import { addDays } from '../../../calendar/dates.js';
import { noticeEnd } from '../../notice-end.js';
import { noticeFor } from '../../service-span.js';
import { eachInstance, WORDS, type Probes } from '../probe.js';

export const noticeProbes = {
  'give-notice': (scene) => eachInstance(scene, (instanceId) => [{ instanceId, method: WORDS }]),
  'extend-notice': (scene) =>
    eachInstance(scene, (instanceId) => {
      const notice = noticeFor(scene.state, instanceId);
      const endsOn = (notice && noticeEnd(scene.state, notice)) ?? scene.on;
      return [{ instanceId, newEndsOn: addDays(endsOn, 1), problemCategory: WORDS }];
    }),
  'withdraw-notice': (scene) => eachInstance(scene, (instanceId) => [{ instanceId }]),
  'acknowledge-notice': (scene) =>
    eachInstance(scene, (instanceId) => [{ instanceId, receivedOn: scene.on }]),
  'dispute-notice': (scene) => eachInstance(scene, (instanceId) => [{ instanceId, grounds: WORDS }]),
} satisfies Partial<Probes>;
