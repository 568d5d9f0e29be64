/** A fair read-write lock: exclusive work waits for all earlier work, shared work only for earlier exclusive work. */
export interface Turns {
  /**
   * Runs the work once the lock is acquired.
   * @returns the work's result
   */
  readonly take: <T>(how: "alone" | "shared", work: () => Promise<T>) => Promise<T>;
  /** Whether work that requests the lock now would have to wait. */
  readonly mustWait: (how: "alone" | "shared") => boolean;
}

export function createTurns(): Turns {
  let lastAlone: Promise<unknown> | undefined;
  const shared = new Set<Promise<unknown>>();
  return {
    mustWait: (how) => lastAlone !== undefined || (how === "alone" && shared.size > 0),
    take(how, work) {
      const before = how === "alone" ? [lastAlone, ...shared] : [lastAlone];
      const done = Promise.allSettled(before).then(work);
      const settled = done.then(
        () => forget(),
        () => forget(),
      );
      const forget = () => {
        shared.delete(settled);
        if (lastAlone === settled) lastAlone = undefined;
      };
      if (how === "alone") lastAlone = settled;
      else shared.add(settled);
      return done;
    },
  };
}
