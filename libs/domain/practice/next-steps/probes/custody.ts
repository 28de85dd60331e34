import { serviceSpans } from '../../service-span.js';
import { NO_EVENT, WORDS, eachInstance, oneStep, type Probes, type Scene } from '../probe.js';

export const custodyProbes = {
  'record-data-holder': (scene) =>
    eachInstance(scene, (instanceId) => [
      { instanceId, holder: { kind: 'OTHER', name: WORDS }, locationClass: 'OTHER', format: WORDS },
    ]),
  'record-data-destroyed': (scene) =>
    eachInstance(scene, (instanceId) => [
      { instanceId, certificate: { title: WORDS, sha256: '0'.repeat(64) } },
    ]),
  'request-audit-access': (scene) =>
    eachInstance(scene, (instanceId, instance) => {
      const spans = instance ? serviceSpans(scene.state, instance) : [];
      const begun = spans.map(({ from }) => from).filter((from) => from <= scene.on);
      return [...begun, scene.on].map((day) => ({
        instanceId,
        purposeClass: 'OTHER' as const,
        period: { from: day, until: day },
        onWhoseAuthority: WORDS,
      }));
    }),
  'fulfil-audit-access': (scene) => oneStep(...ofRequests(scene, { chargePence: 0 })),
  'fail-audit-access': (scene) =>
    oneStep(...(['OTHER', 'DATA_NOT_FOUND'] as const).flatMap((cause) => ofRequests(scene, { cause }))),
} satisfies Partial<Probes>;

/** A body for each request that has not been fulfilled, the latest first, or for one that there is not. */
const ofRequests = <Content extends object>({ state }: Scene, content: Content) => {
  const open = state.accessRequests.filter(({ fulfilled }) => fulfilled === null);
  const ids = open.map(({ requestId }) => requestId).reverse();
  return (ids.length > 0 ? ids : [NO_EVENT]).map((requestId) => ({ requestId, ...content }));
};
