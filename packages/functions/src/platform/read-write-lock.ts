/** Who waits for whom: work that must be alone, and work that shares. In the order in which it was asked for. */
export interface Turns {
  /** Answers with what the work does, once it had its turn. */
  readonly take: <T>(how: "alone" | "shared", work: () => Promise<T>) => Promise<T>;
  /** Whether work that asks now would have to wait. */
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
