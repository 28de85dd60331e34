/** A memory of bounded size. What was neither set nor asked for lately is forgotten. */
export interface Bounded<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  clear(): void;
}

/**
 * Remembers the last `limit` keys that were used, and up to as many older ones. It forgets a generation at a time: to
 * take the oldest key out of a Map with each new one would cost a walk over all that were taken out before.
 */
export function createBounded<Value>(limit: number): Bounded<Value> {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  const set = (key: string, value: Value): void => {
    young.set(key, value);
    if (young.size <= limit) return;
    old = young;
    young = new Map();
  };
  return {
    get: (key) => {
      const value = young.get(key);
      if (value !== undefined || old.size === 0) return value;
      const older = old.get(key);
      if (older !== undefined) set(key, older);
      return older;
    },
    set,
    clear: () => {
      young = new Map();
      old = new Map();
    },
  };
}
