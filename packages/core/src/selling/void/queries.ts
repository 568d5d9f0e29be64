import { businessTime } from "../../base/business-day.ts";
import { isId } from "../../base/id.ts";
import { readFact } from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { getLocation } from "../../people/location/index.ts";
import { NO_REFUNDS, type RefundGuard } from "../refund/index.ts";
import type { SaleFact } from "../sale/index.ts";
import type { VoidFact } from "./model.ts";
import { dayProblems, usedProblems } from "./rules.ts";

/** Returns undefined if not found, or if the caller may not see it. */
export async function getVoid(context: Context, id: string): Promise<VoidFact | undefined> {
  authorize(context, "sale:read");
  if (!isId("voi", id)) return undefined;
  const stored = await readFact<VoidFact>(context.table, context.caller.merchantId, id);
  return stored && covered(context, stored.fact.locationId) ? stored.fact : undefined;
}

/** Whether a sale could be voided now, where the caller is. @param guard what was given back of it */
export async function isVoidable(context: Context, sale: SaleFact, guard: RefundGuard = NO_REFUNDS): Promise<boolean> {
  const { caller, clock } = context;
  const location = await getLocation(context, sale.locationId);
  if (!location || usedProblems(sale, guard).length > 0) return false;
  const locationId = caller.kind === "staff" ? sale.locationId : caller.locationId;
  return dayProblems(sale, { locationId, days: [businessTime(clock.now(), location).day] }).length === 0;
}
