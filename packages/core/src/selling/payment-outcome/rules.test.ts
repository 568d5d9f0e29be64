import fc from "fast-check";
import { expect, test } from "vitest";
import type { Payment, UncertainState } from "../payment/model.ts";
import { type CertainState, NO_REFUNDS, type RefundGuard, type RefundInput, type Reversal } from "../refund/model.ts";
import { stateOf, withOutcome } from "../refund/outcome.ts";
import { decideRefund, planRefund, refundableLines, refundableOf, withRefund } from "../refund/rules.ts";
import type { SaleFact } from "../sale/model.ts";
import { decideOutcome } from "./rules.ts";

const id = (prefix: string, n: number) => `${prefix}_${String(n).padStart(26, "0")}`;

function paid(n: number, amount: number, state?: UncertainState): Payment {
  return { id: id("pay", n), method: "CARD", amount, ...(state ? { state } : {}) };
}

/** Pieces at a price each, of one tax, with the payments; a part of a sale as it is kept. */
function sold(pieces: number, price: number, payments: readonly Payment[]): SaleFact {
  const total = pieces * price;
  const line = { description: "Thing", quantity: String(pieces), unitPrice: "1", gross: total, total };
  return {
    ...{ v: 2, kind: "sale", id: id("sal", 1), merchantId: id("mer", 1), locationId: id("loc", 1), rules: 3, hour: 9 },
    ...{ terminalId: id("trm", 1), sequence: 1, receiptNumber: "1", currency: "GBP", digits: 2, parts: 1 },
    ...{ occurredAt: "2026-06-15T09:00:00.000Z", recordedAt: "2026-06-15T09:00:00.000Z", day: "2026-06-15" },
    ...{ pricesIncludeTax: true, requestHash: "", subtotal: total, discountTotal: 0, taxTotal: 0, rounding: 0 },
    ...{ total, changeDue: 0, payments, lines: [{ ...line, taxes: [] }] },
  };
}

test("decideOutcome: of a payment the first outcome counts, and the last uncertain payment ends the exception", () => {
  const payments = [paid(1, 300, "UNKNOWN"), paid(2, 200, "PENDING"), paid(3, 100)];
  const sale = sold(6, 100, payments);
  const decide = (index: number, state: CertainState, guard: RefundGuard) =>
    decideOutcome(payments[index] as Payment, state, sale, guard);
  expect(decide(0, "VOIDED", NO_REFUNDS)).toMatchObject({ unpaid: 300 });
  expect(decide(0, "CAPTURED", NO_REFUNDS)).not.toHaveProperty("isLast");
  expect(decide(2, "VOIDED", NO_REFUNDS)).toMatchObject({ unpaid: 0, isRepeated: true });
  const guard = withOutcome(NO_REFUNDS, id("pyo", 1), { paymentId: id("pay", 1), outcome: "CAPTURED" });
  expect(decide(0, "VOIDED", guard)).toMatchObject({ unpaid: 0, isRepeated: true });
  expect(decide(1, "VOIDED", guard)).toMatchObject({ unpaid: 200, isLast: true });
});

test("decideOutcome: what a void took out of the books is not taken out again", () => {
  const payments = [paid(1, 300, "UNKNOWN")];
  const voided = { ...NO_REFUNDS, refundIds: [id("voi", 1)] };
  expect(decideOutcome(payments[0] as Payment, "VOIDED", sold(3, 100, payments), voided)).toMatchObject({ unpaid: 0 });
});

type Act = { readonly refund: number } | { readonly payment: number; readonly outcome: CertainState };

/** `CARTS=100000` asks for more. */
const RUNS = Number(process.env.CARTS ?? 10_000) / 10;

test("any order of refunds and outcomes: gives back at most what went through, and all of it with the last piece", () => {
  const state = fc.constantFrom<UncertainState | undefined>(undefined, "UNKNOWN", "PENDING");
  const payment = fc.record({ share: fc.integer({ min: 0, max: 500 }), state });
  const act = fc.oneof<fc.Arbitrary<Act>[]>(
    fc.record({ refund: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ payment: fc.nat(3), outcome: fc.constantFrom<CertainState>("CAPTURED", "VOIDED") }),
  );
  const world = fc.record({
    pieces: fc.integer({ min: 1, max: 6 }),
    price: fc.integer({ min: 1, max: 400 }),
    payments: fc.array(payment, { minLength: 1, maxLength: 4 }),
    acts: fc.array(act, { maxLength: 12 }),
  });
  fc.assert(
    fc.property(world, ({ pieces, price, payments, acts }) => {
      let rest = pieces * price;
      const split = payments.map(({ share, state }, index) => {
        const amount = index === payments.length - 1 ? rest : Math.min(rest, share);
        rest -= amount;
        return paid(index, amount, state);
      });
      const sale = sold(pieces, price, split);
      let guard: RefundGuard = NO_REFUNDS;
      let [given, lost] = [0, 0];
      const captured = () => split.reduce((sum, of) => sum + (stateOf(of, guard) === "CAPTURED" ? of.amount : 0), 0);
      const giveBack = (wanted: number) => {
        const [line] = refundableLines(refundableOf(sale, guard));
        const quantity = Math.min(wanted * 1000, line?.left ?? 0);
        if (quantity === 0) return;
        const lines = [{ line: 1, quantity: String(quantity / 1000) }];
        const plan = planRefund(refundableOf(sale, guard), lines, { cashStep: 1 });
        const input: RefundInput = {
          ...{ id: id("ref", guard.refundIds.length), saleId: sale.id, occurredAt: sale.occurredAt, lines },
          payments: plan.payments.map((one, index) => ({ ...one, id: id("pay", 100 + index) })),
        };
        const { refund, failures } = decideRefund(input, sale, guard, { mode: "live", cashStep: 1, origins: [] });
        const back = plan.payments.reduce((sum, { amount }) => sum + amount, 0);
        // What is uncertain is neither given back nor unpaid: the refund waits.
        expect(failures.length === 0).toBe(back + plan.unpaid === plan.total);
        if (failures.length > 0) return;
        expect(refund).toMatchObject({ total: 0 - plan.total, rounding: 0 });
        guard = withRefund(guard, { ...refund, id: input.id } as Reversal);
        given += back;
        expect(given).toBeLessThanOrEqual(captured());
      };
      for (const one of acts) {
        if ("refund" in one) giveBack(one.refund);
        else {
          const of = split[one.payment];
          if (!of) continue;
          lost += decideOutcome(of, one.outcome, sale, guard).unpaid;
          if (of.state) guard = withOutcome(guard, id("pyo", 1), { paymentId: of.id, outcome: one.outcome });
        }
        expect(given).toBeLessThanOrEqual(captured());
      }
      for (const of of split) guard = withOutcome(guard, id("pyo", 2), { paymentId: of.id, outcome: "CAPTURED" });
      giveBack(pieces);
      expect(given).toBe(captured());
      expect(given + lost).toBe(sale.total);
    }),
    { numRuns: RUNS },
  );
}, 60_000);
