/**
 * A throttle by key with a trailing call: the first call of a key runs immediately; of the calls within the interval
 * after it, only the last runs, when the interval ends.
 */
export interface Throttle {
  /** Resolves when the work is done or deferred. */
  readonly run: (name: string, work: () => Promise<void>) => Promise<void>;
  /** Drops deferred work. */
  readonly close: () => void;
}

export interface ThrottleOptions {
  readonly intervalMilliseconds: number;
  /** Receives the failure of deferred work, which has no caller to throw to. */
  readonly onError: (error: unknown) => void;
}

/** Runs everything immediately: for functions that cannot keep work between invocations. */
export const UNTHROTTLED: Throttle = { run: (_, work) => work(), close() {} };

export function createThrottle({ intervalMilliseconds, onError }: ThrottleOptions): Throttle {
  const cooling = new Map<string, { readonly timer: NodeJS.Timeout; deferred?: () => Promise<void> }>();
  async function run(name: string, work: () => Promise<void>): Promise<void> {
    const cooldown = cooling.get(name);
    if (cooldown) {
      cooldown.deferred = work;
      return;
    }
    cooling.set(name, { timer: setTimeout(() => intervalEnded(name), intervalMilliseconds) });
    await work();
  }
  function intervalEnded(name: string): void {
    const deferred = cooling.get(name)?.deferred;
    cooling.delete(name);
    if (deferred) run(name, deferred).catch(onError);
  }
  return {
    run,
    close() {
      for (const { timer } of cooling.values()) clearTimeout(timer);
      cooling.clear();
    },
  };
}
