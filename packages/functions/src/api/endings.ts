/** What ended: a session by signing out, or every credential of a terminal by its revocation or a new pairing. */
export type Ended = { readonly merchantId: string } & (
  | { readonly sessionId: string }
  | { readonly terminalId: string }
);

/**
 * Carries the end of a credential from the request that ended it to the sockets of the same process, so that they need not
 * wait until the credential is checked again. Other processes learn of it by that check (`createCallers`).
 */
export interface Endings {
  readonly publish: (ended: Ended) => void;
  /** @returns a function that stops the listener */
  readonly listen: (listener: (ended: Ended) => void) => () => void;
}

export function createEndings(): Endings {
  const listeners = new Set<(ended: Ended) => void>();
  return {
    publish(ended) {
      for (const listener of listeners) listener(ended);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
