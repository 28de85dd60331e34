import { itemsOf } from '../../../chain.js';
import { oneStep, WORDS, type Probes } from '../probe.js';

export const correctionProbes = {
  /** The reason is what almost every fact has, and nothing rests on it. */
  'correct-record': ({ state }) =>
    oneStep(
      ...itemsOf(state.events).map(({ id, payload }) => {
        const was = 'reason' in payload ? (payload.reason ?? null) : null;
        return { reason: WORDS, targetEventId: id, field: 'reason', was, now: was === WORDS ? null : WORDS };
      }),
    ),
} satisfies Partial<Probes>;
