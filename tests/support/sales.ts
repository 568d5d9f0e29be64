import { minorDigits } from "@pos/core/base/money.ts";
import { present } from "@pos/core/base/result.ts";
import type { Variant } from "@pos/core/goods/catalog/index.ts";
import type { Context } from "@pos/core/people/access/index.ts";
import {
  completeSale,
  type LineInput,
  type SaleInput,
  type SaleOutcome,
  syncSales,
} from "@pos/core/selling/sale/index.ts";
import type { PromotionsFacts } from "@pos/core/selling/sale/promotions.ts";
import { type Pricing, priceSale } from "@pos/core/selling/sale/rules.ts";
import { TableUnavailable } from "@pos/core/table/port/port.ts";
import type { Shop } from "./shop.ts";

/** Sales as terminals make them. All but the discounts and payments that a test asks for follow from the shop. */
export interface SaleRequest {
  readonly terminal?: number;
  readonly lines?: readonly LineInput[];
  readonly discounts?: SaleInput["discounts"];
  readonly sequence?: number;
  readonly method?: "CASH" | "CARD" | "QR_CODE" | "OTHER";
  readonly id?: string;
  /** What the server takes off by itself. */
  readonly promotions?: PromotionsFacts | undefined;
}

/** A sale that is paid in full, as it is due. */
export function makeSale(shop: Shop, request: SaleRequest = {}): SaleInput {
  const {
    terminal = 0,
    method = "CASH",
    discounts,
    lines = shop.variants.slice(0, 1).map((variant) => lineOf(variant)),
  } = request;
  const unpaid: SaleInput = {
    id: request.id ?? shop.clock.newId("sal"),
    sequence: request.sequence ?? shop.nextSequence(terminal),
    occurredAt: shop.clock.now(),
    lines,
    ...(discounts === undefined ? {} : { discounts }),
    payments: [],
  };
  return {
    ...unpaid,
    payments: [
      { id: shop.clock.newId("pay"), method, amount: dueOf(shop, unpaid, method === "CASH", request.promotions) },
    ],
  };
}

export function lineOf(variant: Variant, quantity = "1"): LineInput {
  return { variant: { id: variant.id }, quantity, unitPrice: variant.unitPrice };
}

/** `count` lines over the shop's variants in turn. */
export function linesOf(shop: Shop, count: number, quantity = "1"): LineInput[] {
  return Array.from({ length: count }, (_, index) =>
    lineOf(present(shop.variants[index % shop.variants.length], "a variant"), quantity),
  );
}

/** What the payments of a sale must sum to, as the terminal computes it. */
export function dueOf(shop: Shop, input: SaleInput, cash: boolean, promotions?: PromotionsFacts): number {
  const payments = cash ? [{ id: "", method: "CASH", amount: 0 } as const] : [];
  const sale = present(pricingOf(shop, { ...input, payments }, promotions).sale, "a sale that can be priced");
  return sale.total + sale.rounding;
}

function pricingOf(shop: Shop, input: SaleInput, promotions: PromotionsFacts | undefined): Pricing {
  return priceSale(input, {
    mode: promotions === undefined ? "happened" : "live",
    ...(promotions === undefined ? {} : { promotions }),
    variants: input.lines.map(({ variant }) =>
      shop.variants.find(({ id, sku }) => id === variant?.id || sku === variant?.sku),
    ),
    taxes: shop.taxes,
    timeZone: "Europe/London",
    digits: minorDigits("GBP"),
    cashStep: shop.cashStep,
    mayOverridePrice: true,
  });
}

const QUANTITIES = ["1", "1", "2", "3", "0.5", "1.25", "0.375", "12"];
const METHODS = ["CASH", "CASH", "CARD", "QR_CODE", "OTHER"] as const;

/** A random sale of a terminal that a server has no reason to refuse: 1 to `linesMax` lines, discounts, one or two payments. */
export function randomSale(
  shop: Shop,
  random: () => number,
  options: { readonly terminal: number; readonly linesMax: number } & Pick<SaleRequest, "promotions">,
): SaleInput {
  const pick = <T>(values: readonly T[]): T => present(values[Math.floor(random() * values.length)], "a value");
  const count = 1 + Math.floor(random() ** 2 * options.linesMax);
  const lines = Array.from({ length: count }, (): LineInput => {
    if (random() < 0.1) return { description: "Gift wrap", quantity: "1", unitPrice: "0.75" };
    const line = lineOf(pick(shop.variants), pick(QUANTITIES));
    if (random() < 0.8) return line;
    return {
      ...line,
      discounts: random() < 0.5 ? [{ percent: pick(["10", "33.333333", "50"]) }] : [{ amount: 5 }, { percent: "5" }],
    };
  });
  const discounts = random() < 0.3 ? [{ percent: pick(["5", "12.5"]) }] : undefined;
  const sale = makeSale(shop, {
    terminal: options.terminal,
    lines,
    ...(discounts === undefined ? {} : { discounts }),
    method: pick(METHODS),
    promotions: options.promotions,
  });
  const [payment] = sale.payments;
  if (!payment || payment.amount < 2) return sale;
  if (random() < 0.2 && payment.method !== "CASH") {
    const amount = Math.floor(payment.amount / 2);
    const second = { id: shop.clock.newId("pay"), method: "CARD", amount: payment.amount - amount } as const;
    return { ...sale, payments: [{ ...payment, amount }, second] };
  }
  if (payment.method === "CASH" && random() < 0.5)
    return { ...sale, payments: [{ ...payment, tendered: payment.amount + Math.floor(random() * 500) }] };
  return sale;
}

const SENDS_MAX = 60;

/** Sends as a terminal does: the same request again until there is an answer. */
export async function sendUntilAnswered<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < SENDS_MAX; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof TableUnavailable)) throw error;
    }
  }
  throw new Error("The table never answered");
}

export function sellLive(context: Context, input: SaleInput): Promise<SaleOutcome> {
  return sendUntilAnswered(() => completeSale(context, input));
}

export function sellHappened(context: Context, inputs: readonly SaleInput[]): Promise<SaleOutcome[]> {
  return sendUntilAnswered(() => syncSales(context, inputs));
}
