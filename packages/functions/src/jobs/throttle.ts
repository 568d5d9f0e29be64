/**
 * Work by names, now and then: what comes alone is done at once; of what comes within a while of it only the last is done, when
 * that while has passed.
 */
export interface Pace {
  /** Resolves when the work is done or put off. */
  readonly run: (name: string, work: () => Promise<void>) => Promise<void>;
  /** What was put off is not done any more. */
  readonly close: () => void;
}

export interface PaceOptions {
  readonly apartMilliseconds: number;
  /** Work that was put off and failed: nobody waits for it. */
  readonly onError: (error: unknown) => void;
}

/** Everything at once: where nobody may keep anything for later. */
export const WITHOUT_PAUSE: Pace = { run: (_, work) => work(), close() {} };

export function createPace({ apartMilliseconds, onError }: PaceOptions): Pace {
  const resting = new Map<string, { readonly timer: NodeJS.Timeout; wanted?: () => Promise<void> }>();
  async function run(name: string, work: () => Promise<void>): Promise<void> {
    const rest = resting.get(name);
    if (rest) {
      rest.wanted = work;
      return;
    }
    resting.set(name, { timer: setTimeout(() => rested(name), apartMilliseconds) });
    await work();
  }
  function rested(name: string): void {
    const wanted = resting.get(name)?.wanted;
    resting.delete(name);
    if (wanted) run(name, wanted).catch(onError);
  }
  return {
    run,
    close() {
      for (const { timer } of resting.values()) clearTimeout(timer);
      resting.clear();
    },
  };
}
