import { isId } from "../../base/id.ts";
import type { Context } from "../../people/access/index.ts";
import { getRefund } from "../refund/index.ts";
import { getSale } from "../sale/index.ts";
import { type Exchange, halvesOf } from "./model.ts";

/** Returns undefined if not found, or if the caller may not see it. */
export async function getExchange(context: Context, id: string): Promise<Exchange | undefined> {
  if (!isId("exc", id)) return undefined;
  const { refundId, saleId } = halvesOf(id);
  const [refund, sale] = await Promise.all([getRefund(context, refundId), getSale(context, saleId)]);
  if (refund?.exchangeId !== id || sale?.exchangeId !== id) return undefined;
  return { kind: "exchange", id, refund, sale };
}
