import type { Cart } from "../cart/cart.ts";
import type { Settled } from "../outbox/outbox.ts";
import type { RefundRow, Refusal, SaleRow } from "../outbox/row.ts";
import type { Status } from "../outbox/status.ts";
import type { Operator, Pairing } from "../outbox/store.ts";
import type { Settings } from "../settings.ts";

export interface DeviceState {
  readonly phase: "starting" | "elsewhere" | "unsupported" | "broken" | "unpaired" | "ready";
  readonly pairing?: Pairing | undefined;
  /** Absent: not known yet, and the server has not answered. */
  readonly settings?: Settings | undefined;
  /** Absent if no operator is signed in. */
  readonly operator?: Operator | undefined;
  readonly cart: Cart;
  readonly before?: Cart | undefined;
  readonly isSelling: boolean;
  readonly settled?: Settled<SaleRow> | undefined;
  /** A refund that was on its way when the page was loaded. */
  readonly refunded?: Settled<RefundRow> | undefined;
  readonly refusals: readonly Refusal[];
  readonly status: Status;
}
