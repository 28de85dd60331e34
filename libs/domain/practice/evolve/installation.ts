import type { Appliers } from './apply.js';
import { byDate, closeRefused, onInstance } from './changes.js';

/** How the state follows the events of what is installed, covered and retained. */
export const applyInstallation = {
  SystemInstanceRegistered: (state, entry) => ({
    ...state,
    instances: { ...state.instances, [entry.instanceId]: { ...entry, ...asRegistered } },
  }),
  NationalFunctionInstalled: (state, entry) =>
    onInstance(state, entry.instanceId, ({ functions }) => ({ functions: [...functions, entry] })),
  SystemUpgraded: (state, entry) =>
    onInstance(state, entry.instanceId, ({ upgrades }) => ({ upgrades: byDate([...upgrades, entry]) })),
  SystemRetained: (state, entry) =>
    closeRefused({ ...state, retained: [...state.retained, entry] }, entry.effectiveDate),
} satisfies Partial<Appliers>;

const asRegistered = {
  callOffs: [],
  optOuts: [],
  functions: [],
  upgrades: [],
  fundingExceptions: [],
  serviceEnds: [],
};
