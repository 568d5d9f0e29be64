import type { Following } from "./follower.ts";
import type { Live } from "./live.ts";

/** Those parts of one screen that follow the same thing share one subscription: each event is sent once, however many show it. */
export interface Sharing {
  /** Calls back after each event of a document that takes `$after`, from now on. Answers the way to stop. */
  readonly hear: (document: string, variables: Readonly<Record<string, unknown>>, listener: () => void) => () => void;
}

export function createSharing(live: Pick<Live, "subscribeFrom">): Sharing {
  const shared = new Map<string, { readonly listeners: Set<() => void>; readonly following: Following }>();
  const begin = (name: string, document: string, variables: Readonly<Record<string, unknown>>) => {
    const listeners = new Set<() => void>();
    const event = () => {
      for (const listener of [...listeners]) listener();
    };
    // A gap is a change too; after a final refusal, the next subscriber opens a new subscription.
    const handlers = { event, missed: event, error: () => shared.delete(name) };
    return { listeners, following: live.subscribeFrom(document, variables, {}, handlers) };
  };
  return {
    hear(document, variables, listener) {
      const name = JSON.stringify([document, variables]);
      const one = shared.get(name) ?? begin(name, document, variables);
      shared.set(name, one);
      // As a function of its own, so that one that is given twice is called twice.
      const own = () => listener();
      one.listeners.add(own);
      return () => {
        one.listeners.delete(own);
        if (one.listeners.size > 0 || shared.get(name) !== one) return;
        shared.delete(name);
        one.following.stop();
      };
    },
  };
}
