import { present } from "@pos/core/base/result.ts";
import { taxOf } from "@pos/core/goods/tax/rules.ts";
import type { Payment } from "@pos/core/selling/payment/model.ts";
import type { Cart, CartDiscount } from "@pos/web/terminal/cart/cart.ts";
import { priceCart } from "@pos/web/terminal/cart/price.ts";
import { stillDue } from "@pos/web/terminal/cart/tender.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Counter, closeCounter, openCounter } from "../../contract/api/counter.ts";
import { type Device, openDevice } from "./device.ts";

/** What the screen shows is what the server answers, for whatever is in the cart. */
const discount: fc.Arbitrary<CartDiscount> = fc.oneof(
  fc.record({ percent: fc.constantFrom("10", "33.333333", "0.5", "100") }),
  fc.record({ amount: fc.integer({ min: 1, max: 60 }) }),
);

function carts({ variants }: Device): fc.Arbitrary<Cart> {
  const line = fc.record({
    key: fc.uuid(),
    variant: fc.constantFrom(...variants),
    quantity: fc.constantFrom("1", "2", "7", "0.375", "1.001", "12.5"),
    discounts: fc.array(discount, { maxLength: 2 }),
  });
  return fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
    discounts: fc.array(discount, { maxLength: 2 }),
  });
}

describe.each([
  ["tax in the price, by the line", { pricesIncludeTax: true, level: "LINE" }, 1],
  ["tax added, by the rate, with cash rounding", { pricesIncludeTax: false, level: "RATE_TOTAL" }, 5],
] as const)("%s", (_, regime, cashStep) => {
  test("totals, shares, tax, rounding and change are the server's", async () => {
    const counter: Counter = await openCounter({ regime, cashStep });
    const device = await openDevice(counter);
    const outbox = device.start();
    let sold = 0;
    await fc.assert(
      fc.asyncProperty(carts(device), fc.boolean(), async (cart, isCash) => {
        const { settings } = device;
        const unpaid = present(
          priceCart(cart, [], settings, { mayOverridePrice: false }, "2026-06-15T09:00:00.000Z"),
          "a price",
        );
        if (unpaid.problems.includes("DISCOUNT_TOO_LARGE")) return;
        const due = stillDue(unpaid.sale.total, [], cashStep);
        const amount = isCash ? due.cash : due.exact;
        const id = counter.shop.clock.newId("pay");
        const payments: Payment[] = [
          isCash ? { id, method: "CASH", amount, tendered: amount + 1000 } : { id, method: "CARD", amount },
        ];
        const { sale, problems } = present(
          priceCart(cart, payments, settings, { mayOverridePrice: false }, "2026-06-15T09:00:00.000Z"),
          "a price",
        );
        expect(problems).toEqual([]);
        const made = device.sale({ cart, payments });
        expect(await outbox.complete(made)).toMatchObject({ status: "recorded" });
        sold++;
        const { data } = await counter.api.call(SALE, { variables: { id: made.id }, token: counter.terminal });
        const { subtotal, discountTotal, taxTotal, rounding, total, changeDue, lines } = sale;
        expect(data.sale).toEqual({
          ...Object.fromEntries(
            Object.entries({ subtotal, discountTotal, taxTotal, rounding, total, changeDue }).map(([name, value]) => [
              name,
              { amount: value },
            ]),
          ),
          lines: lines.map((line) => ({ total: { amount: line.total }, taxTotal: { amount: taxOf(line) } })),
          exceptions: [],
        });
      }),
      { numRuns: 40 },
    );
    expect(sold).toBeGreaterThan(10);
    await closeCounter(counter);
  });
});

const SALE = `query ($id: ID!) { sale(id: $id) { subtotal { amount } discountTotal { amount } taxTotal { amount } rounding { amount }
  total { amount } changeDue { amount } lines { total { amount } taxTotal { amount } } exceptions { code } } }`;
