import { type Id, type IdPrefix, makeId } from "@pos/core/base/id.ts";
import { formatInstant } from "@pos/core/base/time.ts";

/** Time and randomness of the browser. No other file reads them. */
export function now(): string {
  return formatInstant(Date.now());
}

/** Cryptographically strong. */
export function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** The client generates ids before it sends: a repeated request has the same id, and the server recognises it. */
export function newId<P extends IdPrefix>(prefix: P): Id<P> {
  return makeId(prefix, Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
