import type { Id, IdPrefix } from "./id.ts";

/** Time and chance come from here and never from the platform, so that a simulation can own them. */
export interface Clock {
  /** The present, as a canonical instant. */
  now(): string;
  newId<P extends IdPrefix>(prefix: P): Id<P>;
  /** Cryptographically strong bytes, for secrets. */
  randomBytes(length: number): Uint8Array;
  /** 0 <= n < 1, for jitter. */
  random(): number;
  sleep(milliseconds: number): Promise<void>;
}
