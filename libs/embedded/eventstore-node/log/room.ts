/** Room for what waits, which may be overdrawn: whoever adds something is told to add no more before there is room again. */
export interface Room {
  take(bytes: number): void;
  give(bytes: number): void;
  /** @returns what to wait for if there is no room; it never rejects */
  wait(): Promise<void> | undefined;
}

/** @param limit how many bytes may be taken before there is no room */
export function createRoom(limit: number): Room {
  let taken = 0;
  let waited: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;
  return {
    take: (bytes) => {
      taken += bytes;
    },
    give: (bytes) => {
      taken -= bytes;
      if (taken > limit || waited === undefined) return;
      waited.resolve();
      waited = undefined;
    },
    wait: () => {
      if (taken <= limit) return undefined;
      waited ??= openPromise();
      return waited.promise;
    },
  };
}

function openPromise() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
