import { present } from "@pos/core/base/result.ts";
import { ALL_RESTOCKED, writeLineOff } from "@pos/web/components/written-off.ts";
import { RefundSaleDocument } from "@pos/web/graphql/generated/graphql.ts";
import { addOpenLine, type Cart, type CartVariant } from "@pos/web/terminal/cart/cart.ts";
import { givenBack, newUnlinked, priceUnlinked } from "@pos/web/terminal/sales/unlinked.ts";
import { print } from "graphql";
import { expect, test } from "vitest";
import { closeCounter, openCounter } from "../../contract/api/counter.ts";
import { openDevice } from "./device.ts";

/** What the screen shows for goods without a receipt, beside what the real API records of it. */
const REFUND = `query ($id: ID!) { refund(id: $id) { total { amount } rounding { amount } taxTotal { amount } reason customerId
  lines { quantity writtenOff total { amount } } payments { method amount { amount } } exceptions { code } } }`;

test.each([
  { pricesIncludeTax: true, cashStep: 5 },
  { pricesIncludeTax: false, cashStep: 1 },
])("refund without a sale: the screen's figures are the server's, prices with tax $pricesIncludeTax", async (scene) => {
  const { pricesIncludeTax, cashStep } = scene;
  const counter = await openCounter({ regime: { pricesIncludeTax }, cashStep });
  try {
    const { api, shop, owner, manager } = counter;
    const { settings, variants, operator } = await openDevice(counter);
    const customerId = shop.clock.newId("cus");
    const create = "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }";
    const customer = { id: customerId, name: "Ada" };
    const created = await api.call(create, { variables: { input: customer }, token: owner });
    expect(created.data.createCustomer.userErrors).toEqual([]);
    const [tea, cup] = variants as readonly [CartVariant, CartVariant];
    const goods: Cart = {
      lines: [
        // What was taken off when goods were sold is not known: the catalogue's price is given back.
        { key: "1", variant: tea, quantity: "3", discounts: [{ percent: "10" }] },
        { key: "2", variant: cup, quantity: "1", unitPrice: "0.33", priceReason: "Torn", discounts: [] },
      ],
      discounts: [{ percent: "50" }],
      customer,
    };
    const cart = addOpenLine(goods, { name: "Bag", unitPrice: "0.21", taxCodeId: tea.taxCodeId }, "3");
    for (const method of ["CASH", "CARD"] as const) {
      const names = { id: shop.clock.newId("ref"), occurredAt: shop.clock.now(), operator, settings };
      const priced = priceUnlinked(cart, settings, names.occurredAt);
      if (priced === undefined) throw new Error("It has a price.");
      const writtenOff = writeLineOff(ALL_RESTOCKED, 2, true);
      const refund = { cart, priced, method, reason: "No receipt", writtenOff };
      const { request, refund: kept } = newUnlinked(refund, names);
      const input = JSON.parse(request);
      const answer = await api.call(print(RefundSaleDocument), { variables: { input }, token: manager });
      expect(answer.data.refundSale.userErrors).toEqual([]);
      const { data } = await api.call(REFUND, { variables: { id: names.id }, token: owner });
      const amount = givenBack(priced, method, settings);
      const slip = present(kept.slip, "its paper");
      const figures = ({ total, rounding, taxTotal }: typeof slip) =>
        [total, rounding, taxTotal].map((each) => 0 - each);
      const { total, rounding, taxTotal, ...recorded } = data.refund;
      expect([total.amount, rounding.amount, taxTotal.amount]).toEqual(figures(slip));
      expect(amount % (method === "CASH" ? cashStep : 1)).toBe(0);
      expect(recorded).toEqual({
        ...{ reason: "No receipt", customerId },
        // Nothing was sold for cash here.
        exceptions: method === "CASH" ? [{ code: "DRAWER_NEGATIVE" }] : [],
        lines: slip.lines.map((line, index) => ({
          ...{ quantity: `-${line.quantity}`, writtenOff: index === 1 },
          total: { amount: -line.amount },
        })),
        payments: [{ method, amount: { amount: -amount } }],
      });
      expect(kept.writtenOff).toEqual([{ description: cup.name, quantity: "1" }]);
      expect(slip.lines[0]?.amount).toBe(Math.round(Number(tea.unitPrice) * 300));
    }
  } finally {
    await closeCounter(counter);
  }
});
