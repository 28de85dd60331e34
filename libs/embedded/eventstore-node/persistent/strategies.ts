import { createPinned } from './pinned.js';
import { correlationOf, sourceStreamOf } from './pin.js';
import { hasRoom, type Seat } from './seat.js';
import type { Strategy } from './strategy.js';

/** The strategy of a name that is one of STRATEGIES. */
export function strategyNamed(name: string): Strategy {
  if (name === 'Pinned') return createPinned(sourceStreamOf);
  if (name === 'PinnedByCorrelation') return createPinned(correlationOf);
  return createTakingTurns({ afterEachMessage: name === 'RoundRobin' });
}

/** Consumers take turns after each message or, to dispatch to a single one, when the first has no room. */
function createTakingTurns({ afterEachMessage }: { readonly afterEachMessage: boolean }): Strategy {
  let queue: readonly Seat[] = [];
  return {
    add: (seat) => (queue = [...queue, seat]),
    remove: (seat) => (queue = queue.filter((other) => other !== seat)),
    choose: () => {
      const index = queue.findIndex(hasRoom);
      const chosen = queue[index];
      if (chosen === undefined) return 'full';
      const turned = afterEachMessage ? index + 1 : index;
      if (turned > 0) queue = [...queue.slice(turned), ...queue.slice(0, turned)];
      return chosen;
    },
  };
}
