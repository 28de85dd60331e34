import { NO_EVENT, oneStep, WORDS, type Probes } from '../probe.js';

export const exitProbes = {
  'retract-go-live': ({ state: { migrations } }) => {
    const goLive = migrations.findLast((migration) => migration.goLive)?.goLive;
    return oneStep({ reason: WORDS, targetEventId: goLive?.events[0] ?? NO_EVENT });
  },
  'roll-back': () => oneStep({ cause: WORDS }),
  'abandon-migration': () => oneStep({ cause: WORDS }),
} satisfies Partial<Probes>;
