import { formatQuantity } from "@pos/core/base/quantity.ts";
import { present } from "@pos/core/base/result.ts";
import { exchangeSale, halvesOf } from "@pos/core/selling/exchange/index.ts";
import { planExchange } from "@pos/core/selling/exchange/rules.ts";
import {
  NO_REFUNDS,
  type RefundGuard,
  type Reversal,
  refundableOf,
  refundGuardsOf,
  refundSale,
} from "@pos/core/selling/refund/index.ts";
import { planRefund, refundableLines } from "@pos/core/selling/refund/rules.ts";
import type { LineInput, SaleFact, SaleInput } from "@pos/core/selling/sale/index.ts";
import { voidSale } from "@pos/core/selling/void/index.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { expectSound } from "../../support/books.ts";
import { drain } from "../../support/drain.ts";
import { entriesOf } from "../../support/ledgers.ts";
import { makeSale, sellLive } from "../../support/sales.ts";
import { createShop, done, type Shop } from "../../support/shop.ts";

/** Partial refunds, exchanges and voids in any order: what was paid comes back, and the books hold. */
interface Act {
  readonly kind: "sale" | "refund" | "exchange" | "exchange" | "void";
  /** Which of the sales that were made, and which of its lines. */
  readonly sale: number;
  readonly line: number;
  /** How much of what is left of the line, and what the goods cost that go out. */
  readonly share: number;
  readonly price: number;
  readonly pays: "CASH" | "CARD";
}

const ACT: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom("sale", "refund", "exchange", "exchange", "void"),
  sale: fc.nat(20),
  line: fc.nat(2),
  share: fc.constantFrom(0.3, 0.5, 1),
  price: fc.integer({ min: 1, max: 2000 }),
  pays: fc.constantFrom("CASH", "CARD"),
});

interface World {
  readonly shop: Shop;
  readonly sales: SaleFact[];
  /** What customers paid less what they got back, in money. */
  net: number;
}

const openLines = (prices: readonly number[], quantity = "1"): LineInput[] =>
  prices.map((price) => ({ description: "Something", quantity, unitPrice: (price / 100).toFixed(2) }));

/** What a total comes to by a method. */
function due({ cashStep }: Shop, total: number, method: "CASH" | "CARD"): number {
  return method === "CASH" ? Math.round(total / cashStep) * cashStep : total;
}

function payments(shop: Shop, total: number, method: "CASH" | "CARD"): SaleInput["payments"] {
  return total === 0 ? [] : [{ id: shop.clock.newId("pay"), method, amount: due(shop, total, method) }];
}

const withTax = ({ taxes }: Shop, total: number) =>
  taxes.regime.pricesIncludeTax ? total : total + Math.round(total / 5);

const moneyOf = ({ payments }: Pick<SaleFact | Reversal, "payments">) =>
  payments.reduce((sum, { method, amount }) => (method === "EXCHANGE" ? sum : sum + amount), 0);

async function sell(world: World, { price, pays, share }: Act): Promise<void> {
  const { shop } = world;
  const lines = [...openLines([price]), ...openLines([333], share === 1 ? "3" : "2")];
  const totals = [price, 333 * (share === 1 ? 3 : 2)].map((total) => withTax(shop, total));
  const total = totals.reduce((sum, one) => sum + one, 0);
  const outcome = await sellLive(shop.operator(0), { ...makeSale(shop), lines, payments: payments(shop, total, pays) });
  if (!("sale" in outcome)) throw new Error(JSON.stringify(outcome.failures));
  world.sales.push(outcome.sale);
  world.net += moneyOf(outcome.sale);
}

async function leftOf({ shop }: World, sale: SaleFact) {
  const [guard = NO_REFUNDS] = await refundGuardsOf(shop.owner, [sale.id]);
  const refundable = { ...refundableOf(sale, guard as RefundGuard), cashStep: shop.cashStep };
  return { guard, refundable, lines: refundableLines(refundable).filter(({ left }) => left > 0) };
}

async function act(world: World, one: Act): Promise<void> {
  const { shop, sales } = world;
  const sale = sales[one.sale % Math.max(1, sales.length)];
  if (one.kind === "sale" || sale === undefined) return sell(world, one);
  const { guard, refundable, lines } = await leftOf(world, sale);
  const line = lines[one.line % Math.max(1, lines.length)];
  if (line === undefined) return;
  const wanted = [{ line: line.line, quantity: formatQuantity(Math.max(1, Math.round(line.left * one.share))) }];
  const { clock } = shop;
  const header = { occurredAt: clock.now(), saleId: sale.id };
  if (one.kind === "void") {
    if (guard.refundIds.length > 0 || sale.exchangeId !== undefined) return;
    const input = { ...header, id: clock.newId("voi"), reason: "Typed twice" };
    world.net += moneyOf(done(await voidSale(shop.operator(0), input)).fact);
  } else if (one.kind === "refund") {
    await giveBack(world, sale, wanted);
  } else {
    const total = withTax(shop, one.price);
    const plan = planExchange(refundable, wanted, total);
    const id = clock.newId("exc");
    const paid = payments(shop, plan.toPay, one.pays);
    const input = {
      ...{ id, saleId: sale.id, back: wanted },
      paymentsBack: plan.refund.payments.map((back) => ({ ...back, id: clock.newId("pay") })),
      sale: { ...makeSale(shop), id: halvesOf(id).saleId, lines: openLines([one.price]), payments: paid },
    };
    const { refund, sale: out } = done(await exchangeSale(shop.operator(0), input)).fact;
    expect(moneyOf(refund) === 0 || moneyOf(out) === 0).toBe(true);
    world.sales.push(out);
    world.net += moneyOf(refund) + moneyOf(out);
  }
}

async function giveBack(
  world: World,
  sale: SaleFact,
  lines: readonly { readonly line: number; readonly quantity: string }[],
) {
  const { shop } = world;
  const { clock } = shop;
  const { refundable } = await leftOf(world, sale);
  const plan = planRefund(refundable, lines, { cashStep: shop.cashStep });
  const input = {
    ...{ id: clock.newId("ref"), occurredAt: clock.now(), saleId: sale.id, lines },
    payments: plan.payments.map((back) => ({ ...back, id: clock.newId("pay") })),
  };
  world.net += moneyOf(done(await refundSale(shop.operator(0), input)).fact);
}

const SCENES = [
  { cashStep: 1, pricesIncludeTax: true },
  { cashStep: 1, pricesIncludeTax: false },
  { cashStep: 5, pricesIncludeTax: true },
] as const;

test.each(SCENES)(
  "refunds, exchanges and voids in any order give back what was paid (cash step $cashStep, with tax $pricesIncludeTax)",
  async ({ cashStep, pricesIncludeTax }) => {
    const kinds = new Map<string, number>();
    const property = fc.asyncProperty(fc.array(ACT, { minLength: 4, maxLength: 14 }), async (acts) => {
      const shop = await createShop({ cashStep, regime: { pricesIncludeTax } });
      const world: World = { shop, sales: [], net: 0 };
      for (const one of acts) await act(world, one);
      expect(world.net).toBeGreaterThanOrEqual(0);
      for (const sale of world.sales) {
        const { lines } = await leftOf(world, sale);
        const all = lines.map(({ line, left }) => ({ line, quantity: formatQuantity(left) }));
        if (all.length > 0) await giveBack(world, sale, all);
      }
      // Cash is rounded by less than a step with each document; nothing else is lost, and never is too much given back.
      if (cashStep === 1) expect(world.net).toBe(0);
      else expect(Math.abs(world.net)).toBeLessThan(cashStep * (world.sales.length + acts.length));
      await drain(shop);
      await expectSound(shop);
      const accounts = new Map<string, number>();
      for (const { kind, part, postings } of await entriesOf(shop)) {
        if (part === 0) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        for (const [account, amount] of postings) accounts.set(account, (accounts.get(account) ?? 0) + amount);
      }
      expect(accounts.get("exchangeClearing") ?? 0).toBe(0);
      const kept = (accounts.get("cash") ?? 0) + (accounts.get("card") ?? 0);
      expect(kept).toBe(world.net);
      expect(accounts.get("salesDifference") ?? 0).toBe(0);
    });
    await fc.assert(property, { numRuns: 40, seed: 15 });
    for (const kind of ["sale", "refund", "void"]) expect(present(kinds.get(kind), kind)).toBeGreaterThan(10);
  },
  60_000,
);
