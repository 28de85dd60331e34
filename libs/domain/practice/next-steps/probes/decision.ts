import { eachInstance, oneStep, WORDS, type Probes } from '../probe.js';

export const decisionProbes = {
  'record-contact': ({ ods }) =>
    oneStep({ participants: [{ name: WORDS, role: WORDS, org: ods }], optionsConsidered: [WORDS] }),
  'request-migration': (scene) =>
    eachInstance(scene, (sourceInstanceId) => [{ sourceInstanceId, reasons: [WORDS] }]),
  'decide-business-case-need': () => [
    { choice: 'REQUIRED', bodies: [{ required: true }] },
    { choice: 'NOT_REQUIRED', bodies: [{ required: false }] },
  ],
  'submit-business-case': () =>
    oneStep({
      version: WORDS,
      estimate: { lines: [{ service: WORDS, amountPence: 0, charge: 'ONE_OFF', payer: 'COMMISSIONER' }] },
    }),
  'return-business-case': () => oneStep({ points: [WORDS] }),
  'agree-change': () => oneStep({ conditions: [], decidedBy: WORDS }),
  'refuse-change': () => oneStep({ grounds: [WORDS] }),
} satisfies Partial<Probes>;
