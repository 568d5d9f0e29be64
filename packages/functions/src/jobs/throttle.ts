/**
 * A throttle by key with a trailing call: the first call of a key runs immediately; of the calls within the interval
 * after it, only the last runs, when the interval ends.
 */
export interface Pace {
  /** Resolves when the work is done or deferred. */
  readonly run: (name: string, work: () => Promise<void>) => Promise<void>;
  /** Drops deferred work. */
  readonly close: () => void;
}

export interface PaceOptions {
  readonly apartMilliseconds: number;
  /** Receives the failure of deferred work, which has no caller to throw to. */
  readonly onError: (error: unknown) => void;
}

/** Runs everything immediately: for functions that cannot keep work between invocations. */
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
