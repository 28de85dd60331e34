import { commissionerOn } from '../../state.js';
import { oneStep, WORDS, type Probes } from '../probe.js';

export const organisationProbes = {
  /** Nothing for a practice that is there. */
  'register-practice': ({ state: { practice } }) => (practice ? [] : oneStep({ name: WORDS })),
  'change-commissioner': ({ state, reference, on }) => {
    const { code: present = '' } = commissionerOn(state, on) ?? {};
    const successors = reference.commissioners[present]?.successions.map(({ to }) => to) ?? [];
    const others = Object.keys(reference.commissioners).filter((code) => code !== present);
    return oneStep(...[...successors, ...others, 'NONE'].map((to) => ({ to })));
  },
  'close-practice': () => oneStep({}),
  'merge-practice': ({ ods }) => oneStep(...others(ods).map((into) => ({ into }))),
  'split-practice': ({ ods }) => oneStep({ into: [...others(ods)] }),
  'take-over-practice': ({ ods }) =>
    oneStep(...others(ods).map((predecessor) => ({ predecessor, kind: 'MERGER' as const }))),
} satisfies Partial<Probes>;

/** Practices other than this one: that they are on the register is not asked for. */
const others = (ods: string): readonly string[] =>
  ['Z99997', 'Z99998', 'Z99999'].filter((code) => code !== ods);
