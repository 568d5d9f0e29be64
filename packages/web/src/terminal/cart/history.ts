import { type Cart, EMPTY_CART, takenOf, withQuoteKept } from "./cart.ts";

/** A cart with what it was before, step by step, and what was undone. */
export interface CartHistory {
  readonly cart: Cart;
  /** The newest last. */
  readonly past: readonly Cart[];
  /** What `redone` brings back, the next last. */
  readonly future: readonly Cart[];
}

const STEPS_MAX = 100;

export function freshHistory(cart: Cart = EMPTY_CART): CartHistory {
  return { cart, past: [], future: [] };
}

/** A change by the operator. Money that was taken holds the cart as it is: the same history is returned. */
export function changed({ cart, past, future }: CartHistory, next: Cart): CartHistory {
  if (takenOf(cart).length > 0 || next === cart) return { cart, past, future };
  return { cart: withQuoteKept(cart, next), past: [...past, cart].slice(-STEPS_MAX), future: [] };
}

export function undone({ cart, past, future }: CartHistory): CartHistory {
  const before = past.at(-1);
  if (before === undefined || takenOf(cart).length > 0) return { cart, past, future };
  return { cart: before, past: past.slice(0, -1), future: [...future, cart] };
}

export function redone({ cart, past, future }: CartHistory): CartHistory {
  const next = future.at(-1);
  if (next === undefined || takenOf(cart).length > 0) return { cart, past, future };
  return { cart: next, past: [...past, cart], future: future.slice(0, -1) };
}
