/**
 * How long to wait before a connection is tried again. A connection that did not hold counts as one that failed, so that a
 * server which takes connections and closes them at once is not asked thousands of times a second.
 */
export interface Backoff {
  /** Milliseconds to wait before this attempt. */
  readonly before: () => number;
  readonly connected: () => void;
  /** The attempt, or the connection that came of it, is over. */
  readonly over: () => void;
}

export interface BackoffOptions {
  /** Milliseconds from any beginning. */
  readonly now: () => number;
  /** 0 <= n < 1. */
  readonly random: () => number;
}

const HELD_MILLISECONDS = 10_000;
const FIRST_MILLISECONDS = 1_000;
const LONGEST_MILLISECONDS = 30_000;

export function createBackoff({ now, random }: BackoffOptions): Backoff {
  let attempts = 0;
  let failures = 0;
  let isOpen = false;
  let connectedAt: number | undefined;
  return {
    before() {
      isOpen = true;
      connectedAt = undefined;
      if (attempts++ === 0) return 0;
      // All who were cut at one moment do not come back at one moment.
      if (failures === 0) return random() * FIRST_MILLISECONDS;
      const longest = Math.min(LONGEST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** (failures - 1));
      return longest * (0.5 + random() / 2);
    },
    connected() {
      connectedAt = now();
    },
    over() {
      // An error and the close behind it are one end.
      if (!isOpen) return;
      isOpen = false;
      const held = connectedAt !== undefined && now() - connectedAt >= HELD_MILLISECONDS;
      failures = held ? 0 : failures + 1;
    },
  };
}
