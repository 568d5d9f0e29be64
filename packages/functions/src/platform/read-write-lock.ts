/** Exclusive work waits for all earlier work, shared work only for earlier exclusive work. */
export type LockMode = "exclusive" | "shared";

/** A fair read-write lock: work runs in the order in which it was requested. */
export interface ReadWriteLock {
  /**
   * Runs the work once the lock is acquired.
   * @returns the work's result
   */
  readonly run: <T>(mode: LockMode, work: () => Promise<T>) => Promise<T>;
  /** Whether work that requests the lock now would have to wait. */
  readonly isBlocked: (mode: LockMode) => boolean;
}

export function createReadWriteLock(): ReadWriteLock {
  let lastExclusive: Promise<unknown> | undefined;
  const shared = new Set<Promise<unknown>>();
  return {
    isBlocked: (mode) => lastExclusive !== undefined || (mode === "exclusive" && shared.size > 0),
    run(mode, work) {
      const before = mode === "exclusive" ? [lastExclusive, ...shared] : [lastExclusive];
      const done = Promise.allSettled(before).then(work);
      const settled = done.then(
        () => forget(),
        () => forget(),
      );
      const forget = () => {
        shared.delete(settled);
        if (lastExclusive === settled) lastExclusive = undefined;
      };
      if (mode === "exclusive") lastExclusive = settled;
      else shared.add(settled);
      return done;
    },
  };
}
