import { dayRuleOf } from "../../base/business-day.ts";
import { byCode } from "../../base/code-order.ts";
import { minorDigits } from "../../base/money.ts";
import { lowStockPage } from "../../goods/stock/index.ts";
import { balanceKey, type Posting, readBalance, readHead } from "../../ledger/index.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { getLocation, type Location } from "../../people/location/index.ts";
import { getMerchant } from "../../people/merchant/index.ts";
import { merchantTerminals } from "../../people/terminal/index.ts";
import { isCustomerPayment } from "../../selling/customer-account/index.ts";
import { DAY } from "../../selling/day/index.ts";
import { DRAWER } from "../../selling/payment/index.ts";
import { isPaymentOutcome, uncertainPayments } from "../../selling/payment-outcome/index.ts";
import { isRefund, isReversal, type Reversal } from "../../selling/refund/index.ts";
import { isSale } from "../../selling/sale/index.ts";
import { batchGetAll } from "../../table/port/port.ts";
import { summaryOf } from "./figures.ts";
import type { DailyReport, DrawerCash } from "./model.ts";
import { openExceptionsOf } from "./open-exceptions.ts";
import { addRefunds, partsOf } from "./parts.ts";
import { reconcile } from "./reconciliation.ts";
import { factsOfDay } from "./records.ts";
import { newTally } from "./rules.ts";
import { hoursOf } from "./spans.ts";

/** An index follows its table: what these do not find at once they may find a little later. */
const LATE_CHECKS: ReadonlySet<string> = new Set(["ALL_BOOKED", "TOTALS_ARE_SUMS"]);
const INDEX_MILLISECONDS = 1_000;

/**
 * A location's business day, with the proof that its books add up. Reads the facts that were recorded from that day on until two
 * days after it, and the day's entries: two read units a sale of that day, one a sale of the two after it.
 * @returns undefined: no such location for this caller
 */
export async function dailyReport(
  context: Context,
  { locationId, day }: { readonly locationId: string; readonly day: string },
): Promise<DailyReport | undefined> {
  authorize(context, "report:read");
  const location = await getLocation(context, locationId);
  if (!location) return undefined;
  const { currency } = await getMerchant(context.table, context.caller.merchantId);
  const digits = minorDigits(currency);
  let counted = await countDay(context, location, day, digits);
  if (counted.checks.some(({ name, detail }) => detail !== undefined && LATE_CHECKS.has(name))) {
    await context.clock.sleep(INDEX_MILLISECONDS);
    counted = await countDay(context, location, day, digits);
  }
  const { totals, tally, refunds, checks } = counted;
  const low = await lowStockPage(context, locationId, { first: LEVELS_SHOWN });
  return {
    locationId,
    day,
    madeAt: context.clock.now(),
    currency,
    summary: summaryOf([totals]),
    discountTotal: totals.discount,
    ...(await partsOf(context, tally)),
    hours: hoursOf([totals], dayRuleOf(day, location)),
    refunds,
    drawers: await drawersOf(context, locationId),
    uncertain: (await uncertainPayments(context, locationId)) ?? [],
    belowReorderPoint: low?.rows.map((row) => row.low) ?? [],
    belowReorderPointCount: low?.total ?? 0,
    reconciliation: {
      reconciles: checks.every(({ detail }) => detail === undefined),
      checks,
      ...(await openExceptionsOf(context, location, day)),
    },
  };
}

const REFUNDS_SHOWN = 50;
const LEVELS_SHOWN = 100;

/** The stored totals first: what is booked after them is not counted, so that a shop may go on selling meanwhile. */
async function countDay(context: Context, location: Location, day: string, digits: number) {
  const { merchantId } = context.caller;
  const item = await context.table.get(balanceKey(merchantId, location.id, DAY, day));
  const totals = { ...DAY.zero, ...readBalance(DAY, item) };
  const until = item ? String(item.at) : "";
  const tally = newTally();
  const refunds: Reversal[] = [];
  const unbooked: string[] = [];
  for await (const { fact, bookedAt, isWhole } of factsOfDay(context, location, day)) {
    if (!isWhole) unbooked.push(fact.id);
    // It moves no total of the day.
    if (bookedAt !== undefined && isCustomerPayment(fact)) tally.addCustomerPayment(fact);
    if (bookedAt === undefined || bookedAt > until) continue;
    if (isSale(fact)) tally.addSale(fact);
    if (isReversal(fact)) refunds.push(fact);
    if (isPaymentOutcome(fact)) tally.addPaymentOutcome(fact);
  }
  await addRefunds(context, tally, refunds);
  const { accounts } = await readHead(context.table, merchantId, location.id);
  const checks = reconcile(
    { totals, unbooked, accounts: Object.entries(accounts) as unknown as Posting[] },
    tally,
    digits,
  );
  refunds.sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
  return { totals, tally, refunds: refunds.filter(isRefund).slice(0, REFUNDS_SHOWN), checks };
}

async function drawersOf({ table, caller }: Context, locationId: string): Promise<DrawerCash[]> {
  const terminals = (await merchantTerminals(table, caller.merchantId))
    .filter((of) => of.locationId === locationId)
    .sort(byCode);
  const items = await batchGetAll(
    table,
    terminals.map(({ id }) => balanceKey(caller.merchantId, locationId, DRAWER, id)),
  );
  return terminals.flatMap(({ id, code, name }, index) => {
    const item = items[index];
    return item
      ? [{ terminalId: id, terminalCode: code, terminalName: name, cash: readBalance(DRAWER, item).cash }]
      : [];
  });
}
