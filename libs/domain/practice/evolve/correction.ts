import type { Appliers } from './apply.js';

/** How the state follows a correction, beside what the corrected event now leads to. */
export const applyCorrection = {
  RecordCorrected: (state, entry) => ({ ...state, corrections: [...state.corrections, entry] }),
} satisfies Partial<Appliers>;
