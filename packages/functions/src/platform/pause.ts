/** Waiting that can be cut short for good, so that what waits ends at once when it is to end. */
export interface Pause {
  readonly for: (milliseconds: number) => Promise<void>;
  /** Ends the waiting that is under way; there is none from now on. */
  readonly end: () => void;
}

export function createPause(): Pause {
  const waiting = new Set<() => void>();
  let isOver = false;
  return {
    for(milliseconds) {
      if (isOver) return Promise.resolve();
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        waiting.add(done);
      });
    },
    end() {
      isOver = true;
      for (const done of [...waiting]) done();
    },
  };
}
