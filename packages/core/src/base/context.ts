import type { Id, IdPrefix } from "./id.ts";

/** Time and randomness come from this interface and never from the platform, so that a simulation can control them. */
export interface Clock {
  /** The current time as a canonical instant. */
  now(): string;
  newId<P extends IdPrefix>(prefix: P): Id<P>;
  /** Cryptographically strong bytes, for secrets. */
  randomBytes(length: number): Uint8Array;
  /** A number from 0 (inclusive) to 1 (exclusive), for jitter. */
  random(): number;
  sleep(milliseconds: number): Promise<void>;
}
