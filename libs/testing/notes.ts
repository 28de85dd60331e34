/** What was told, in order, and a way to wait for more of it. */
export interface Notes {
  readonly told: string[];
  tell(what: string): void;
  /** Resolves when so many things have been told. */
  until(count: number): Promise<void>;
}

/** Begins with nothing told. One may wait at a time. */
export function takeNotes(): Notes {
  const told: string[] = [];
  let check = (): void => undefined;
  return {
    told,
    tell: (what) => {
      told.push(what);
      check();
    },
    until: (count) =>
      new Promise((resolve) => {
        check = () => {
          if (told.length >= count) resolve();
        };
        check();
      }),
  };
}
