import fc from "fast-check";
import { expect, test } from "vitest";
import { present } from "../../base/result.ts";
import type { OwnPaymentMethod } from "../../people/merchant/model.ts";
import { moneyPostings, type PaidFor } from "../payment/booking.ts";
import type { PaymentInput, SaleFact } from "../sale/model.ts";
import { priceSale } from "../sale/rules.ts";
import { voidedSale } from "./rules.ts";

/** `CARTS=100000` asks for more. */
const CARTS = Number(process.env.CARTS ?? 10_000);

const VOUCHER: OwnPaymentMethod = {
  ...{ id: "pym_1", name: "Voucher", givesChange: true, asksReference: false, version: 1, requestHash: "" },
};
const CODE = { id: "tax", name: "Tax", rate: "20" };

/** A part of what is due, in thousandths, and how it is paid. Cash, if any, takes the rest with its rounding. */
const way = fc.record({
  method: fc.constantFrom("CARD" as const, "QR_CODE" as const, "OTHER" as const),
  share: fc.integer({ min: 0, max: 400 }),
  beyond: fc.integer({ min: 0, max: 5_000 }),
});

const sale = fc.record({
  minor: fc.integer({ min: 0, max: 100_000 }),
  tip: fc.integer({ min: 0, max: 3_000 }),
  ways: fc.array(way, { maxLength: 4 }),
  endsInCash: fc.boolean(),
  cashStep: fc.constantFrom(1, 5, 10),
  pricesIncludeTax: fc.boolean(),
});

type Given = typeof sale extends fc.Arbitrary<infer T> ? T : never;

function price({ minor, tip, cashStep, pricesIncludeTax }: Given, payments: readonly PaymentInput[]) {
  return priceSale(
    {
      ...{ id: "sal_1", sequence: 1, occurredAt: "2026-06-15T09:00:00.000Z", payments, tip },
      lines: [{ description: "Thing", quantity: "1", unitPrice: String(minor / 100) }],
    },
    {
      ...{
        mode: "live",
        variants: [undefined],
        timeZone: "Europe/London",
        digits: 2,
        cashStep,
        mayOverridePrice: true,
      },
      ways: { paymentMethods: { pym_1: VOUCHER }, cashBackMax: 5_000 },
      taxes: {
        regime: { pricesIncludeTax, level: "LINE", mode: "HALF_UP" },
        ...{ defaultCodeId: "tax", codes: { tax: CODE } },
      },
    },
  );
}

/** Ways to pay that come to what is due: the last one by cash, or exactly. */
function paymentsOf(given: Given): PaymentInput[] {
  const due = (present(price(given, []).sale, "a priced sale").total ?? 0) + given.tip;
  const payments = given.ways.map(({ method, share, beyond }, index): PaymentInput => {
    const amount = Math.floor((due * share) / 1_600);
    const named = method === "OTHER" ? { methodId: "pym_1", tendered: amount + beyond } : {};
    return { id: `pay_${index}`, method, amount, ...named, ...(method === "CARD" ? { cashBack: beyond } : {}) };
  });
  const rest = due - payments.reduce((sum, { amount }) => sum + amount, 0);
  const last = { id: "pay_last", amount: rest };
  if (!given.endsInCash) return [...payments, { ...last, method: "CARD" }];
  const inCash = { ...last, method: "CASH" } as const;
  const { rounding = 0 } = price(given, [...payments, inCash]).sale ?? {};
  return [...payments, { ...inCash, amount: rest + rounding, tendered: rest + rounding + 500 }];
}

function accountsOf(fact: PaidFor): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [account, amount] of moneyPostings(fact)) sums.set(account, (sums.get(account) ?? 0) + amount);
  return sums;
}

test("priceSale, voidedSale: payments sum to total, rounding and tip; a void takes back every posting", () => {
  fc.assert(
    fc.property(sale, (given) => {
      const { sale: priced, failures } = price(given, paymentsOf(given));
      expect(failures).toEqual([]);
      const sold = present(priced, "a priced sale");
      const { payments, total, rounding, tip = 0 } = sold;
      expect(payments.reduce((sum, { amount }) => sum + amount, 0)).toBe(total + rounding + tip);
      const booked = accountsOf(sold);
      expect([...booked.values()].reduce((sum, amount) => sum + amount, 0)).toBe(0);
      expect([0 - (booked.get("tipsPayable") ?? 0), booked.get("salesDifference")]).toEqual([tip, 0]);
      const cash = payments.reduce((sum, { method, amount, tendered = amount, cashBack = 0 }) => {
        const received = method === "CASH" ? tendered : 0;
        return sum + received - (tendered - amount) - cashBack;
      }, 0);
      expect(booked.get("cash") ?? 0).toBe(cash);
      const back = accountsOf(voidedSale({ id: "voi_1", occurredAt: "", saleId: "", reason: "" }, sold as SaleFact));
      for (const [account, amount] of booked)
        if ((back.get(account) ?? 0) + amount !== 0) throw new Error(`${account} keeps ${amount}`);
    }),
    { numRuns: CARTS },
  );
}, 3_600_000);
