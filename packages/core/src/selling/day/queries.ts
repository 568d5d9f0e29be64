import { balanceKey, readBalance } from "../../ledger/index.ts";
import type { Context } from "../../people/access/index.ts";
import { itemsOf } from "../../table/port/port.ts";
import { DAY, type DayTotals } from "./booking.ts";

/** A location's totals by business day, both ends included, in the order of days. */
export async function dayTotals(
  { table, caller }: Context,
  locationId: string,
  from: string,
  to: string,
): Promise<{ readonly day: string; readonly totals: DayTotals }[]> {
  const { pk } = balanceKey(caller.merchantId, locationId, DAY, from);
  const range = { between: [`${DAY.name}#${from}`, `${DAY.name}#${to}`] } as const;
  const days: { readonly day: string; readonly totals: DayTotals }[] = [];
  for await (const item of itemsOf(table, pk, range)) {
    // Totals from before a figure was counted lack it.
    days.push({ day: item.sk.slice(DAY.name.length + 1), totals: { ...DAY.zero, ...readBalance(DAY, item) } });
  }
  return days;
}
