/** A cancellable delay, so that waiting code ends promptly on shutdown. */
export interface Pause {
  readonly for: (milliseconds: number) => Promise<void>;
  /** Ends all current waits; later ones resolve immediately. */
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
