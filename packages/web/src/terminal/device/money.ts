import { freshHistory } from "../cart/history.ts";
import type { NewPayment, NewRefund, Outbox, Settled } from "../outbox/outbox.ts";
import { cartOfRow, type MoneyRow, type PaymentRow, type RefundRow } from "../outbox/row.ts";
import type { DeviceState } from "./state.ts";

/** Money that moves outside a sale. One at a time: undefined where something else is on its way. */
export interface MoneyActions {
  /** Gives goods back. */
  readonly refund: (refund: NewRefund) => Promise<Settled<RefundRow> | undefined>;
  /** Takes what a customer pays, or gives it back. */
  readonly takePayment: (payment: NewPayment) => Promise<Settled<PaymentRow> | undefined>;
  /** What became of what was on its way when the page was loaded has been seen. */
  readonly seeResumed: () => void;
}

interface Parts {
  readonly get: () => DeviceState;
  readonly set: (changed: Partial<DeviceState>) => void;
  readonly opened: () => { readonly outbox: Outbox };
  /** What is kept could not be written. */
  readonly broken: (error: unknown) => never;
}

export function createMoney({ get, set, opened, broken }: Parts): MoneyActions {
  const alone = async <R extends MoneyRow>(send: (outbox: Outbox) => Promise<Settled<R>>) => {
    if (get().isSelling) return undefined;
    set({ isSelling: true });
    const settled = await send(opened().outbox).catch(broken);
    const tookCart = settled.status !== "refused" && cartOfRow(settled.row) !== undefined;
    set({ isSelling: false, ...(tookCart ? freshHistory() : {}) });
    return settled;
  };
  return {
    refund: (refund) => alone((outbox) => outbox.refund(refund)),
    takePayment: (payment) => alone((outbox) => outbox.takePayment(payment)),
    seeResumed: () => set({ resumed: undefined }),
  };
}
