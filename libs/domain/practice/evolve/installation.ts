import type { Appliers } from './apply.js';
import { onInstance, closeRefused } from './changes.js';

/** How the state follows the events of what is installed, covered and retained. */
export const applyInstallation = {
  SystemInstanceRegistered: (state, entry) => ({
    ...state,
    instances: { ...state.instances, [entry.instanceId]: { ...entry, callOff: null, serviceEnd: null } },
  }),
  PracticeJoinedCallOff: (state, entry) => onInstance(state, entry.instanceId, { callOff: entry }),
  PctPracticeAgreementSigned: (state, entry) => ({ ...state, agreements: [...state.agreements, entry] }),
  SystemRetained: (state, entry) =>
    closeRefused({ ...state, retained: [...state.retained, entry] }, entry.effectiveDate),
} satisfies Partial<Appliers>;
