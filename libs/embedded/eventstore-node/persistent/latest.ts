/** Writes values of which only the latest matters, one at a time. */
export interface Latest<Value> {
  set(value: Value): void;
  /** Tries again what failed. */
  retry(): void;
  /** Resolves when nothing is being written. */
  idle(): Promise<void>;
}

/** @param write rejects if it could not be done */
export function createLatest<Value>(write: (value: Value) => Promise<unknown>): Latest<Value> {
  let waiting: { readonly value: Value } | undefined;
  let writing: Promise<void> | undefined;
  const start = (): void => {
    if (writing !== undefined || waiting === undefined) return;
    writing = run().finally(() => (writing = undefined));
  };
  const run = async (): Promise<void> => {
    while (waiting !== undefined) {
      const { value } = waiting;
      waiting = undefined;
      try {
        await write(value);
      } catch {
        waiting ??= { value };
        return;
      }
    }
  };
  return {
    set: (value) => {
      waiting = { value };
      start();
    },
    retry: start,
    idle: async () => {
      await writing;
    },
  };
}
