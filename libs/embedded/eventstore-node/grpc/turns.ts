import type { Call } from './call.js';

/** Does work with a value in the order in which it was asked for, at once if nothing is waited for. */
export type InTurn = <Value>(value: Value | Promise<Value>, work: (value: Value) => void) => void;

/** The turns of a call: work waits for its own value and for the work before it; what fails ends the call. */
export function createTurns(call: Call): InTurn {
  let last: Promise<unknown> | undefined;
  return (value, work) => {
    if (last === undefined && !(value instanceof Promise)) {
      work(value);
      return;
    }
    const turn = Promise.all([value, last]).then(([known]) => {
      if (!call.closed) work(known);
    });
    const over = (): void => {
      if (last === turn) last = undefined;
    };
    last = turn;
    turn.then(over, over);
    call.run(turn);
  };
}
