import { itemsOf } from '../../../chain.js';
import { oneStep, WORDS, type Probes } from '../probe.js';

export const correctionProbes = {
  /** The reason is what almost every fact has, and nothing rests on it. */
  'correct-record': ({ state }) =>
    oneStep(
      ...itemsOf(state.events).map(({ id, payload }) => {
        const { reason: was = null } = payload as { readonly reason?: string };
        return { reason: WORDS, targetEventId: id, field: 'reason', was, now: WORDS };
      }),
    ),
} satisfies Partial<Probes>;
