import { freshHistory } from "../cart/history.ts";
import type { Settled } from "../outbox/outbox.ts";
import type { Row, RowState, SaleRow } from "../outbox/row.ts";
import type { StoreTransaction } from "../outbox/store.ts";
import type { DeviceState } from "./state.ts";

/** A recorded sale is shown until the next begins; a refused one becomes the cart again, with the money that was taken. */
export function shown(settled: Settled<SaleRow> | undefined): Partial<DeviceState> {
  if (settled === undefined) return {};
  if (settled.status === "refused")
    return { ...freshHistory(settled.row.sale.cart), last: undefined, refusals: settled.refusals };
  return { ...freshHistory(), settled, last: settled.row.sale.receipt };
}

type Status = Exclude<Settled<Row>["status"], "refused">;

const STATUSES: { readonly [state in RowState]: Status } = {
  live: "waiting",
  happened: "waiting",
  unanswered: "unanswered",
  acknowledged: "recorded",
  attention: "attention",
  dismissed: "recorded",
};

export function statusOf({ state }: Row): Status {
  return STATUSES[state];
}

/** The last sale as the device stored it, for a page that is loaded again. */
export async function keptSale(transaction: StoreTransaction): Promise<Pick<DeviceState, "settled" | "last">> {
  const lastSale = await transaction.get("lastSale");
  const row = lastSale && (await transaction.row(lastSale.id));
  if (row === undefined || !("sale" in row)) return {};
  const last = row.sale.receipt;
  return lastSale?.isOpen ? { last, settled: { status: statusOf(row), row } } : { last };
}
