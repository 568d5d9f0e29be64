import { type Id, type IdPrefix, makeId } from "@pos/core/base/id.ts";
import { formatInstant } from "@pos/core/base/time.ts";

/** Time and chance of the browser. The only place that asks it. */
export function now(): string {
  return formatInstant(Date.now());
}

/** Whoever sees a thing happen makes its id, before it is sent: sent again, it is the same thing. */
export function newId<P extends IdPrefix>(prefix: P): Id<P> {
  return makeId(prefix, Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
