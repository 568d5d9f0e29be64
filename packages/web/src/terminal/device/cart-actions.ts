import { now } from "@pos/web/clock.ts";
import { type Cart, EMPTY_CART, type TakenPayment, withPayments } from "../cart/cart.ts";
import { type CartHistory, changed, redone, undone } from "../cart/history.ts";
import type { Store } from "../outbox/store.ts";
import { isTimed } from "../settings.ts";
import type { DeviceState } from "./state.ts";

/** What is done with the cart and with the money that was taken for it. All of it is stored at once. */
export interface CartActions {
  /** Does nothing while money has been taken: the payments are removed first. */
  readonly changeCart: (cart: Cart) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Voids the whole cart. Undo brings it back. */
  readonly clearSale: () => void;
  /** Money came in, or was given back. It is kept with the cart. */
  readonly keepPayments: (payments: readonly TakenPayment[]) => void;
  /** The customer has gone: the next one. */
  readonly next: () => void;
}

interface Parts {
  readonly get: () => DeviceState;
  readonly set: (changed: Partial<DeviceState>) => void;
  readonly opened: () => { readonly store: Store };
  /** What is kept could not be written. */
  readonly broken: (error: unknown) => void;
}

export function createCartActions({ get, set, opened, broken }: Parts): CartActions {
  setInterval(() => keepMinute(get, set), TICK_MILLISECONDS);
  const store = (work: Parameters<Store["run"]>[0]) => void opened().store.run(work).catch(broken);
  const keep = (history: Partial<CartHistory> & { readonly cart: Cart }) => {
    if (history.cart === get().cart) return;
    set({ ...history, refusals: [] });
    store((transaction) => transaction.set("cart", history.cart));
  };
  return {
    changeCart: (cart) => keep(changed(get(), cart)),
    undo: () => keep(undone(get())),
    redo: () => keep(redone(get())),
    clearSale: () => keep(changed(get(), EMPTY_CART)),
    keepPayments(payments) {
      const { refusals } = get();
      keep({ cart: withPayments(get().cart, payments) });
      // Why the server refused the sale stays readable until the cart itself is changed.
      set({ refusals });
    },
    next() {
      const { settled } = get();
      set({ settled: undefined });
      if (settled === undefined) return;
      const lastSale = { id: settled.row.id, isOpen: false };
      store((transaction) => transaction.set("lastSale", lastSale));
    },
  };
}

const TICK_MILLISECONDS = 5_000;
const MINUTE_CHARACTERS = "2026-01-01T00:00".length;

/** Promotions and price lists begin and end by the minute: the cart is priced again when it is another one. */
function keepMinute(get: Parts["get"], set: Parts["set"]): void {
  const minute = now().slice(0, MINUTE_CHARACTERS);
  const { settings } = get();
  if (settings !== undefined && isTimed(settings) && minute !== get().minute) set({ minute });
}
