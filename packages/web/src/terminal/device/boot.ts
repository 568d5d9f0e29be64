import { openStore } from "../outbox/indexed-db.ts";
import type { Store } from "../outbox/store.ts";

/** What a browser must have, and who of its tabs is the terminal. */
export interface Platform {
  /** Another tab is the terminal; this one takes over when that one is closed. */
  readonly elsewhere: () => void;
  /** The store was taken away: nothing more can be kept. */
  readonly lost: () => void;
}

const LOCK = "pos-terminal";

/** Undefined: this browser, or an address without TLS, cannot keep what a terminal has to keep. */
export async function openPlatform({ elsewhere, lost }: Platform): Promise<Store | undefined> {
  if (navigator.locks === undefined || typeof indexedDB === "undefined") return undefined;
  await becomeOwner(elsewhere);
  const store = await openStore(lost);
  // Asked for and not waited for: a browser may ask a person first. What waits to be sent is shown all the time.
  void navigator.storage?.persist?.();
  return store;
}

/** One tab at a time owns the receipt numbers and the outbox. Resolves when it is this one, and stays so until it is closed. */
function becomeOwner(elsewhere: () => void): Promise<void> {
  const forever = new Promise<void>(() => {});
  return new Promise((resolve, reject) => {
    const own = () => {
      resolve();
      return forever;
    };
    navigator.locks
      .request(LOCK, { ifAvailable: true }, (lock) => {
        if (lock !== null) return own();
        elsewhere();
        navigator.locks.request(LOCK, own).catch(reject);
        return undefined;
      })
      .catch(reject);
  });
}
