import { formatQuantity } from "@pos/core/base/quantity.ts";
import { present } from "@pos/core/base/result.ts";
import { dayAfter, firstInstantAt, instantMilliseconds } from "@pos/core/base/time.ts";
import { createProduct, findVariants } from "@pos/core/goods/catalog/index.ts";
import { adjustStock, recordOpeningStock } from "@pos/core/goods/stock/index.ts";
import { createTaxCode } from "@pos/core/goods/tax/index.ts";
import { createLocation } from "@pos/core/people/location/index.ts";
import { createTerminal } from "@pos/core/people/terminal/index.ts";
import { createPaymentMethod } from "@pos/core/selling/payment/index.ts";
import { type RefundFact, refundSale } from "@pos/core/selling/refund/index.ts";
import { planRefund } from "@pos/core/selling/refund/rules.ts";
import type { DiscountInput, SaleFact } from "@pos/core/selling/sale/index.ts";
import { voidSale } from "@pos/core/selling/void/index.ts";
import { createRandom } from "@pos/core/table/memory/table.ts";
import { createReportShop, type ReportShop } from "../../contract/reports/support.ts";
import { lineOf, makeSale, sellLive } from "../../support/sales.ts";
import { done } from "../../support/shop.ts";
import { customerOnAccount, serveCustomer } from "./customers.ts";
import { allowCashBack, type Counter, sellWithMoney } from "./money.ts";
import { sellUncertain } from "./uncertain.ts";

/** A shop with two locations in different zones, and random days of sales, refunds and losses. */
export interface World {
  readonly shop: ReportShop;
  readonly places: readonly Place[];
  /** The merchant's own way to pay. */
  readonly voucherId: string;
  /** Whom the shop knows. */
  readonly customerId: string;
}

export const VOUCHER = "Meal voucher";

interface Place extends Counter {
  readonly waiting: SaleFact[];
  readonly timeZone: string;
  readonly name: string;
  readonly code: string;
}

export async function openWorld(options: {
  readonly seed: number;
  readonly pricesIncludeTax: boolean;
}): Promise<World> {
  const { seed, pricesIncludeTax } = options;
  const shop = await createReportShop({
    ...{ seed, variants: 8, cashStep: 5, secrets: true },
    ...{ regime: { pricesIncludeTax }, timeZone: "Europe/London" },
  });
  const locationId = shop.clock.newId("loc");
  const second = { code: "SOUTH", name: "South Bank", timeZone: "Australia/Lord_Howe" };
  done(await createLocation(shop.owner, { id: locationId, ...second }));
  const terminal = { id: shop.clock.newId("trm"), code: "S1", name: "South till", locationId };
  done(await createTerminal(shop.owner, terminal));
  const { id: staffId } = shop.staff.MANAGER;
  const caller = {
    ...({ kind: "operator", role: "MANAGER", coverage: "all" } as const),
    ...{ merchantId: shop.merchantId, terminalId: terminal.id, locationId, staffId },
  };
  await allowCashBack(shop);
  let sequence = 0;
  // In the order in which their days begin.
  const places: Place[] = [
    {
      ...{ locationId, ...second, operator: { table: shop.table, clock: shop.clock, caller } },
      nextSequence: () => ++sequence,
      waiting: [],
    },
    {
      ...{ locationId: shop.locationId, timeZone: "Europe/London", name: "High Street", code: "HIGH-ST" },
      operator: shop.operator(0),
      nextSequence: () => shop.nextSequence(0),
      waiting: [],
    },
  ];
  for (const { locationId } of places) {
    const lines = shop.variants.map(({ id }, index) => ({
      ...{ variant: { id }, quantity: String(20 + index), unitCost: `0.${37 + index}` },
    }));
    const at = { id: shop.clock.newId("ops"), locationId, occurredAt: shop.clock.now() };
    done(await recordOpeningStock(shop.owner, { ...at, lines }));
  }
  const voucherId = shop.clock.newId("pym");
  done(await createPaymentMethod(shop.owner, { id: voucherId, name: VOUCHER }));
  return { shop: await withRate(shop), places, voucherId, customerId: await customerOnAccount(shop) };
}

/** Articles with a third rate, which has places; nothing of them is in stock. */
async function withRate(shop: ReportShop): Promise<ReportShop> {
  const { clock, owner, taxes } = shop;
  const code = { id: clock.newId("tax"), name: "Special 8.25 %", rate: "8.25" };
  done(await createTaxCode(owner, code));
  const variants = ["4.444", "15.99"].map((unitPrice, index) => ({
    ...{ id: clock.newId("var"), sku: `Special-${index + 1}`, name: `Special ${index + 1}` },
    ...{ unitPrice, unitCost: "1.5" },
  }));
  done(await createProduct(owner, { id: clock.newId("prd"), name: "Special", taxCodeId: code.id, variants }));
  const found = await findVariants(owner.table, shop.merchantId, variants);
  const more = found.map((variant) => present(variant, "a variant"));
  const codes = { ...taxes.codes, [code.id]: code };
  return { ...shop, variants: [...shop.variants, ...more], taxes: { ...taxes, codes } };
}

const DISCOUNTS: readonly DiscountInput[] = [{ percent: "10" }, { percent: "33.333333" }, { amount: 7 }];
const METHODS = ["CASH", "CASH", "CARD", "QR_CODE", "OTHER"] as const;
const SALES = 24;
/** The day of one place is over before that of the other is. */
const SALES_MILLISECONDS = 14 * 3_600_000;

/** Sells a random day at a place. @returns nothing: what happened is in the ledger */
export async function sellDay(world: World, place: Place, day: string, seed: number): Promise<void> {
  const { shop } = world;
  const random = createRandom(seed);
  const pick = <T>(values: readonly T[]): T => present(values[Math.floor(random() * values.length)], "a value");
  advanceTo(shop, firstInstantAt(day, 5, place.timeZone));
  const sold: Sold[] = [];
  for (let count = 0; count < SALES; count++) {
    const sale = await sellOne(world, place, random);
    if (random() < 0.1) {
      await voidOne(world, place, sale, random);
      continue;
    }
    sold.push({ sale, refunds: [] });
    if (random() < 0.1) for (const sale of await sellWithMoney(shop, place, random)) sold.push({ sale, refunds: [] });
    if (random() < 0.2) await sellUncertain({ shop, place, random });
    if (random() < 0.15) await serveCustomer({ shop, place, customerId: world.customerId, random });
    if (random() < 0.3) await refundOne(world, place, pick(sold), random);
    if (random() < 0.05) await refundUnlinked(world, place);
    if (random() < 0.1) await loseSome(world, place, random);
    shop.clock.advance(Math.floor((SALES_MILLISECONDS / SALES) * random()));
  }
}

function advanceTo({ clock }: ReportShop, instant: string): void {
  const left = instantMilliseconds(instant) - instantMilliseconds(clock.now());
  if (left > 0) clock.advance(left);
}

/** @returns `count` days of the 60 from a day on, in their order */
export function randomDays(first: string, count: number, seed: number): string[] {
  const random = createRandom(seed);
  const days = new Set<number>();
  // Every other day, so that a day ends in every zone before the next one begins.
  while (days.size < count) days.add(Math.floor(random() * 30) * 2);
  return [...days].sort((a, b) => a - b).map((days) => dayAfter(first, days));
}

interface Sold {
  readonly sale: SaleFact;
  readonly refunds: RefundFact[];
}

async function sellOne({ shop, voucherId }: World, place: Place, random: () => number): Promise<SaleFact> {
  const pick = <T>(values: readonly T[]): T => present(values[Math.floor(random() * values.length)], "a value");
  const lines = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
    if (random() < 0.1) return { description: pick(["Gift wrap", "Delivery"]), quantity: "1", unitPrice: "2.75" };
    const line = lineOf(pick(shop.variants), pick(["1", "2", "0.5", "3", "1.125"]));
    return random() < 0.4
      ? { ...line, discounts: [pick(DISCOUNTS), ...(random() < 0.2 ? [pick(DISCOUNTS)] : [])] }
      : line;
  });
  const discounts = random() < 0.3 ? { discounts: [pick(DISCOUNTS)] } : {};
  const sequence = place.nextSequence();
  const made = makeSale(shop, { lines, ...discounts, method: pick(METHODS), sequence });
  const payments = made.payments.map((payment) =>
    payment.method === "OTHER" && random() < 0.7 ? { ...payment, methodId: voucherId } : payment,
  );
  const outcome = await sellLive(place.operator, { ...made, payments });
  if (!("sale" in outcome)) throw new Error(`A sale was refused: ${JSON.stringify(outcome)}`);
  return outcome.sale;
}

async function voidOne({ shop }: World, place: Place, sale: SaleFact, random: () => number): Promise<void> {
  const { clock } = shop;
  const writeOffLines = random() < 0.3 ? [1] : [];
  const input = { id: clock.newId("voi"), occurredAt: clock.now(), saleId: sale.id, reason: "Typed twice" };
  done(await voidSale(place.operator, { ...input, writeOffLines }));
}

/** A part of a line comes back, or all that is left of it. */
async function refundOne({ shop }: World, place: Place, { sale, refunds }: Sold, random: () => number): Promise<void> {
  const line = 1 + Math.floor(random() * sale.lines.length);
  const sold = present(sale.lines[line - 1], "a line");
  const lines = refunds.flatMap((refund) =>
    refund.lines.map(({ saleLine = 0, quantity, total, taxes }) => ({
      ...{ line: saleLine, quantity: quantity.slice(1), total: -total },
      tax: -taxes.reduce((sum, { amount }) => sum + amount, 0),
    })),
  );
  const thousandths = (decimal: string) => Math.round(Number(decimal) * 1000);
  const before = lines.filter((back) => back.line === line).reduce((sum, back) => sum + thousandths(back.quantity), 0);
  const left = thousandths(sold.quantity) - before;
  if (left <= 0 || refunds.some((refund) => refund.lines.some(({ saleLine }) => saleLine === line && left < 500)))
    return;
  const quantity = formatQuantity(random() < 0.4 && left > 500 ? 500 : left);
  const payments = refunds.flatMap((refund) =>
    refund.payments.map(({ paymentId = "", amount }) => ({ paymentId, amount: -amount })),
  );
  const plan = planRefund(
    {
      ...{ pricesIncludeTax: sale.pricesIncludeTax, total: sale.total, rounding: sale.rounding },
      lines: sale.lines.map((of) => ({ ...of, tax: of.taxes.reduce((sum, { amount }) => sum + amount, 0) })),
      payments: sale.payments,
      refunded: { lines: merged(lines), payments: mergedPayments(payments) },
    },
    [{ line, quantity }],
    { cashStep: shop.cashStep },
  );
  if (plan.payments.length === 0) return;
  const refund = {
    ...{ id: shop.clock.newId("ref"), occurredAt: shop.clock.now(), saleId: sale.id },
    lines: [{ line, quantity, ...(random() < 0.3 ? { writeOff: true } : {}) }],
    payments: plan.payments.map((payment) => ({ ...payment, id: shop.clock.newId("pay") })),
    ...(random() < 0.7 ? { reason: "It was broken" } : {}),
  };
  refunds.push(done(await refundSale(place.operator, refund)).fact);
}

interface Back {
  readonly line: number;
  readonly quantity: string;
  readonly total: number;
  readonly tax: number;
}

function merged(lines: readonly Back[]): Back[] {
  const byLine = new Map<number, Back>();
  for (const of of lines) {
    const known = byLine.get(of.line) ?? { line: of.line, quantity: "0", total: 0, tax: 0 };
    const quantity = String(Number(known.quantity) + Number(of.quantity));
    byLine.set(of.line, { line: of.line, quantity, total: known.total + of.total, tax: known.tax + of.tax });
  }
  return [...byLine.values()];
}

function mergedPayments(payments: readonly { readonly paymentId: string; readonly amount: number }[]) {
  const sums = new Map<string, number>();
  for (const { paymentId, amount } of payments) sums.set(paymentId, (sums.get(paymentId) ?? 0) + amount);
  return [...sums].map(([paymentId, amount]) => ({ paymentId, amount }));
}

/** Goods come back without their sale, as at 1.20 with tax or 1.00 to which 20 % are added. */
async function refundUnlinked({ shop }: World, place: Place): Promise<void> {
  const unitPrice = shop.taxes.regime.pricesIncludeTax ? "1.20" : "1";
  done(
    await refundSale(place.operator, {
      ...{ id: shop.clock.newId("ref"), occurredAt: shop.clock.now(), reason: "No receipt" },
      lines: [{ description: "Old lamp", quantity: "1", unitPrice }],
      payments: [{ id: shop.clock.newId("pay"), method: "CARD", amount: 120 }],
    }),
  );
}

async function loseSome({ shop }: World, { locationId }: Place, random: () => number): Promise<void> {
  const variant = present(shop.variants[Math.floor(random() * shop.variants.length)], "a variant");
  const lines = [{ variant: { id: variant.id }, quantity: "-1.5" }];
  const at = { id: shop.clock.newId("adj"), locationId, occurredAt: shop.clock.now() };
  done(await adjustStock(shop.owner, { ...at, lines, reason: "Damaged" }));
}
