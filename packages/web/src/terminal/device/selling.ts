import { now } from "@pos/web/clock.ts";
import { type TakenPayment, withPayments } from "../cart/cart.ts";
import { freshHistory } from "../cart/history.ts";
import type { Outbox, Settled } from "../outbox/outbox.ts";
import type { SaleRow } from "../outbox/row.ts";
import { whenIdle } from "../when-idle.ts";
import { shown } from "./kept-sale.ts";
import { newSaleId } from "./new-exchange.ts";
import { newSale } from "./new-sale.ts";
import type { DeviceState } from "./state.ts";

interface Parts {
  readonly get: () => DeviceState;
  readonly set: (changed: Partial<DeviceState>) => void;
  /** Changes the state, and the page is not drawn again until something else does. */
  readonly hold: (changed: Partial<DeviceState>) => void;
  readonly opened: () => { readonly outbox: Outbox };
  /** What is kept could not be written. */
  readonly broken: (error: unknown) => never;
}

const OVER = { isSelling: false, drawn: undefined } as const;

/** Sells what is in the cart. While it is on its way the page shows that cart, and draws the receipt unseen. */
export function createSelling({ get, set, hold, opened, broken }: Parts) {
  return async (payments: readonly TakenPayment[], pricedAt?: string): Promise<void> => {
    const { settings, operator, isSelling } = get();
    if (isSelling || settings === undefined || operator === undefined) return;
    // Should it be refused, the cart is there again with the money that was taken.
    const cart = withPayments(get().cart, payments);
    // Nothing else begins from now on. That it is on its way is drawn while the server is asked.
    hold({ isSelling: true, refusals: [] });
    const sale = newSale({ id: newSaleId(cart), occurredAt: pricedAt ?? now(), cart, payments, settings, operator });
    // What is shown already may be over by the time that it is kept: a scan begins the next sale.
    let isShown = false;
    const recorded = (settled: Settled<SaleRow>) => {
      if (isShown) return;
      isShown = true;
      if (settled.status === "refused") return set({ ...shown(settled), ...OVER });
      set({ settled, last: settled.row.sale.receipt, ...OVER });
      // The next cart begins now, and is drawn when the receipt is.
      hold(freshHistory());
      whenIdle(() => set({}));
    };
    const begun = (row: SaleRow) => {
      if (!isShown) set({ drawn: row });
    };
    recorded(await opened().outbox.complete(sale, { begun, recorded }).catch(broken));
  };
}
