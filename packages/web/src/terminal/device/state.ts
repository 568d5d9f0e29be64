import type { CartHistory } from "../cart/history.ts";
import type { Settled } from "../outbox/outbox.ts";
import type { MoneyRow, Receipt, Refusal, SaleRow } from "../outbox/row.ts";
import type { Status } from "../outbox/status.ts";
import type { ListedOperator, Operator, Pairing } from "../outbox/store.ts";
import type { Settings } from "../settings.ts";

export interface DeviceState extends CartHistory {
  readonly phase: "starting" | "elsewhere" | "unsupported" | "broken" | "unpaired" | "ready";
  readonly pairing?: Pairing | undefined;
  /** Absent: not known yet, and the server has not answered. */
  readonly settings?: Settings | undefined;
  /** Absent if no operator is signed in. */
  readonly operator?: Operator | undefined;
  /** Who can sign in here; empty as long as the server has not answered. */
  readonly operators: readonly ListedOperator[];
  readonly isSelling: boolean;
  /** The sale that was made last, until the operator goes on to the next. */
  readonly settled?: Settled<SaleRow> | undefined;
  /** The sale that is on its way: its receipt is drawn, unseen, while the server is asked. */
  readonly drawn?: SaleRow | undefined;
  /** The receipt of the sale before: what it gave back as change is asked about later. */
  readonly last?: Receipt | undefined;
  /** A refund or a payment that was on its way when the page was loaded. */
  readonly resumed?: Settled<MoneyRow> | undefined;
  /** The minute that the clock shows, while there are promotions. */
  readonly minute?: string;
  readonly refusals: readonly Refusal[];
  readonly status: Status;
}
