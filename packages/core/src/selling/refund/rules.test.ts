import fc from "fast-check";
import { expect, test } from "vitest";
import { present } from "../../base/result.ts";
import type { Taxes, TaxRegime } from "../../goods/tax/model.ts";
import { taxOf } from "../../goods/tax/rules.ts";
import type { PaymentMethod } from "../payment/model.ts";
import type { SaleFact, SaleInput } from "../sale/model.ts";
import { priceSale } from "../sale/rules.ts";
import { NO_REFUNDS, type RefundFact, type RefundGuard, type RefundInput } from "./model.ts";
import {
  type DecidedRefund,
  decideRefund,
  planRefund,
  type RefundPlan,
  refundableLines,
  refundableOf,
  refundedSums,
  withRefund,
} from "./rules.ts";

/** `CARTS=100000` asks for more. */
const CARTS = Number(process.env.CARTS ?? 10_000);

const SELLING = { mayOverridePrice: true, timeZone: "Europe/London" };

const id = (prefix: string, n: number) => `${prefix}_${String(n).padStart(26, "0")}`;

interface Sold {
  readonly lines: readonly { readonly quantity: string; readonly unitPrice: string }[];
  readonly discounts?: SaleInput["discounts"];
  /** What is paid by exact methods, in order; cash takes the rest, with its rounding. */
  readonly exact?: readonly (readonly [method: PaymentMethod, amount: number])[];
  readonly cashStep?: number;
  readonly tip?: number;
  readonly regime?: Partial<TaxRegime>;
  readonly rate?: string;
}

/** A sale as the server prices and keeps it; without enough exact payments the rest is paid in cash. */
function sell({ lines, discounts = [], exact = [], cashStep = 1, tip = 0, regime = {}, rate = "20" }: Sold): SaleFact {
  const taxes: Taxes = {
    regime: { pricesIncludeTax: true, level: "LINE", mode: "HALF_UP", ...regime },
    defaultCodeId: "tax",
    codes: { tax: { id: "tax", name: "Tax", rate } },
  };
  const price = (payments: SaleInput["payments"]) =>
    priceSale(
      {
        ...{ id: id("sal", 1), sequence: 1, occurredAt: "2026-06-15T09:00:00.000Z", discounts, payments, tip },
        lines: lines.map((line) => ({ ...line, description: "Thing" })),
      },
      { mode: "live", variants: lines.map(() => undefined), taxes, digits: 2, cashStep, ...SELLING },
    );
  const exactly = exact.map(([method, amount], index) => ({ id: id("pay", index), method, amount }));
  const cash = { id: id("pay", exact.length), method: "CASH" as const };
  const { total = 0, rounding = 0 } = price([...exactly, { ...cash, amount: 0 }]).sale ?? {};
  const rest = total + tip - exactly.reduce((sum, { amount }) => sum + amount, 0);
  const priced = price(rest === 0 ? exactly : [...exactly, { ...cash, amount: rest + rounding }]);
  expect(priced.failures).toEqual([]);
  return {
    ...present(priced.sale, "a priced sale"),
    ...{ v: 2, kind: "sale", id: id("sal", 1), merchantId: id("mer", 1), locationId: id("loc", 1), rules: 2 },
    ...{ terminalId: id("trm", 1), sequence: 1, receiptNumber: "1", currency: "GBP", digits: 2, parts: 1 },
    ...{ occurredAt: "2026-06-15T09:00:00.000Z", recordedAt: "2026-06-15T09:00:00.000Z", day: "2026-06-15", hour: 9 },
    pricesIncludeTax: taxes.regime.pricesIncludeTax,
    requestHash: "",
  };
}

/** A sale whose refunds follow one another, each planned as a screen does it and decided as the server does it. */
class Till {
  guard: RefundGuard = NO_REFUNDS;
  readonly sale: SaleFact;
  private readonly cashStep: number;
  wayBack: (payment: { readonly method: PaymentMethod }) => PaymentMethod;

  constructor(sold: Sold, wayBack = ({ method }: { readonly method: PaymentMethod }) => method) {
    this.sale = sell(sold);
    this.cashStep = sold.cashStep ?? 1;
    this.wayBack = wayBack;
  }
  get refundable() {
    return refundableOf(this.sale, this.guard);
  }
  plan(wanted: RefundInput["lines"]): RefundPlan {
    return planRefund(this.refundable, wanted, { cashStep: this.cashStep, wayBack: this.wayBack });
  }
  decide(lines: RefundInput["lines"], payments: RefundPlan["payments"], mode: "live" | "happened" = "live") {
    const input: RefundInput = {
      ...{ id: id("ref", this.guard.refundIds.length), saleId: this.sale.id, occurredAt: this.sale.occurredAt, lines },
      payments: payments.map((payment, index) => ({ ...payment, id: id("pay", 100 + index) })),
    };
    return decideRefund(input, this.sale, this.guard, { mode, cashStep: this.cashStep, origins: [] });
  }
  /** Records the planned refund; the server has to come to the same figures. */
  give(wanted: RefundInput["lines"]): RefundPlan {
    const plan = this.plan(wanted);
    const decided = this.decide(wanted, plan.payments);
    expect(decided.failures).toEqual([]);
    const refund = present(decided.refund, "a refund");
    expect([refund.total, refund.taxTotal, refund.rounding]).toEqual(
      [plan.total, plan.taxTotal, plan.rounding].map((amount) => (amount === 0 ? 0 : -amount)),
    );
    this.record(decided);
    return plan;
  }
  private record({ refund }: DecidedRefund): void {
    const fact = { ...present(refund, "a refund"), id: id("ref", this.guard.refundIds.length) };
    this.guard = withRefund(this.guard, fact as RefundFact);
  }
}

/** What a plan comes to: total, tax, rounding, and each payment. */
function figures({ total, taxTotal, rounding, payments }: RefundPlan) {
  return [total, taxTotal, rounding, ...payments.map(({ method, amount }) => `${method} ${amount}`)];
}

const PEN = { quantity: "3", unitPrice: "1.99" };
const CHEESE = { quantity: "0.375", unitPrice: "12.8" };
const OUTSIDE = { pricesIncludeTax: false };

test.each<[string, Sold, [line: number, quantity: string][][], (number | string)[][]]>([
  ["one of three", { lines: [PEN] }, [[[1, "1"]]], [[199, 33, 0, "CASH 199"]]],
  [
    "all of it, a piece at a time: the last piece takes the rest of the tax",
    { lines: [PEN] },
    [[[1, "1"]], [[1, "1"]], [[1, "1"]]],
    [
      [199, 33, 0, "CASH 199"],
      [199, 34, 0, "CASH 199"],
      [199, 33, 0, "CASH 199"],
    ],
  ],
  [
    "a weight in parts",
    { lines: [CHEESE] },
    [[[1, "0.125"]], [[1, "0.1"]], [[1, "0.15"]]],
    [
      [160, 27, 0, "CASH 160"],
      [128, 21, 0, "CASH 128"],
      [192, 32, 0, "CASH 192"],
    ],
  ],
  [
    "a document discount, as it was shared by largest remainder",
    {
      lines: [
        { quantity: "1", unitPrice: "1" },
        { quantity: "1", unitPrice: "1" },
        { quantity: "1", unitPrice: "1" },
      ],
      discounts: [{ amount: 100 }],
    },
    [[[1, "1"]], [[2, "1"]], [[3, "1"]]],
    [
      [66, 11, 0, "CASH 66"],
      [67, 11, 0, "CASH 67"],
      [67, 11, 0, "CASH 67"],
    ],
  ],
  [
    "tax outside of the prices",
    { lines: [PEN], regime: OUTSIDE },
    [[[1, "1"]], [[1, "2"]]],
    [
      [239, 40, 0, "CASH 239"],
      [477, 79, 0, "CASH 477"],
    ],
  ],
  [
    "tax outside of the prices at a rate of 0",
    { lines: [PEN], regime: OUTSIDE, rate: "0" },
    [[[1, "1"]]],
    [[199, 0, 0, "CASH 199"]],
  ],
  [
    "cash rounded to five",
    { lines: [PEN], cashStep: 5 },
    [[[1, "1"]], [[1, "1"]], [[1, "1"]]],
    [
      [199, 33, 1, "CASH 200"],
      [199, 34, 1, "CASH 200"],
      [199, 33, -4, "CASH 195"],
    ],
  ],
  ["all of a sale whose cash was rounded", { lines: [PEN], cashStep: 5 }, [[[1, "3"]]], [[597, 100, -2, "CASH 595"]]],
  [
    "several payments: exact ones first, cash what is left",
    { lines: [PEN], exact: [["CARD", 250]], cashStep: 5 },
    [[[1, "1"]], [[1, "1"]], [[1, "1"]]],
    [
      [199, 33, 0, "CARD 199"],
      [199, 34, 2, "CARD 51", "CASH 150"],
      [199, 33, -4, "CASH 195"],
    ],
  ],
  [
    "two cards",
    {
      lines: [PEN],
      exact: [
        ["CARD", 300],
        ["QR_CODE", 297],
      ],
    },
    [[[1, "2"]], [[1, "1"]]],
    [
      [398, 67, 0, "CARD 300", "QR_CODE 98"],
      [199, 33, 0, "QR_CODE 199"],
    ],
  ],
  ["nothing", { lines: [PEN] }, [[]], [[0, 0, 0]]],
])("planRefund: %s", (_name, sold, refunds, expected) => {
  const till = new Till(sold);
  const plans = refunds.map((wanted) => figures(till.give(wanted.map(([line, quantity]) => ({ line, quantity })))));
  expect(plans).toEqual(expected);
});

/** At a desk there is no drawer. */
const WHERE_IT_CAME_FROM = ({ method }: { readonly method: PaymentMethod }) => method;
const IN_CASH = (): PaymentMethod => "CASH";
const AT_DESK = ({ method }: { readonly method: PaymentMethod }) => (method === "CASH" ? "OTHER" : method);

test.each<[string, string, [string, (number | string)[]][]]>([
  ["was rounded down", "0.51", [["2", [102, 17, -2, "OTHER 100"]]]],
  ["was rounded up", "0.49", [["2", [98, 16, 2, "OTHER 100"]]]],
  [
    "was rounded down, in two pieces",
    "0.51",
    [
      ["1", [51, 9, 0, "OTHER 51"]],
      ["1", [51, 8, -2, "OTHER 49"]],
    ],
  ],
])("planRefund: gives back by another way what was paid in cash when it %s", (_name, unitPrice, steps) => {
  const till = new Till({ lines: [{ quantity: "2", unitPrice }], cashStep: 5 }, AT_DESK);
  for (const [quantity, expected] of steps) expect(figures(till.give([{ line: 1, quantity }]))).toEqual(expected);
  expect(refundableLines(till.refundable)).toEqual([{ line: 1, sold: 2000, left: 0 }]);
});

test("planRefund: gives back in cash as much as is left when pieces were rounded up by themselves", () => {
  const till = new Till({ lines: [{ quantity: "4", unitPrice: "0.33" }], cashStep: 5 });
  const one = [{ line: 1, quantity: "1" }];
  expect(figures(till.give(one))).toEqual([33, 6, 2, "CASH 35"]);
  expect(figures(till.plan(one))).toEqual([33, 5, -3, "CASH 30"]);
  // What another program rounds by itself is accepted as it always was.
  const alone = [{ paymentId: id("pay", 0), method: "CASH" as const, amount: 35 }];
  expect(till.decide(one, alone)).toMatchObject({ failures: [], refund: { rounding: -2, total: -33 } });
});

test("decideRefund: refuses payments that sum to none of the accepted sums", () => {
  const till = new Till({ lines: [PEN], cashStep: 5 });
  for (const amount of [195, 199, 205]) {
    const decided = till.decide([{ line: 1, quantity: "1" }], [{ paymentId: id("pay", 0), method: "CASH", amount }]);
    expect(decided.failures.map(({ code, message }) => [code, message])).toEqual([
      ["PAYMENT_MISMATCH", `The payments sum to ${amount}, the refund with rounding is 200.`],
    ]);
  }
});

test("decideRefund: accepts cash for what was paid by card in whole coins, and never none for a coin or more", () => {
  for (const [unitPrice, cashStep, accepted] of [
    ["1.5", 100, 100],
    ["1.99", 5, 195],
    ["0.07", 5, 5],
  ] as const) {
    const amount = Math.round(Number(unitPrice) * 100);
    const till = new Till({ lines: [{ quantity: "1", unitPrice }], exact: [["CARD", amount]], cashStep });
    const failuresAt = (cash: number) =>
      till.decide([{ line: 1, quantity: "1" }], [{ paymentId: id("pay", 0), method: "CASH", amount: cash }]).failures;
    expect([unitPrice, failuresAt(accepted)]).toEqual([unitPrice, []]);
    expect([unitPrice, failuresAt(0).map(({ code }) => code)]).toEqual([unitPrice, ["PAYMENT_MISMATCH"]]);
  }
});

test("planRefund: gives back in cash what was paid by card, in whole coins and at most what was paid", () => {
  for (const [unitPrice, cashStep, planned] of [
    ["1.97", 5, "CASH 195"],
    ["1.99", 5, "CASH 195"],
    ["0.07", 5, "CASH 5"],
    ["0.02", 5, "CASH 0"],
    ["1.5", 100, "CASH 100"],
  ] as const) {
    const amount = Math.round(Number(unitPrice) * 100);
    const till = new Till({ lines: [{ quantity: "1", unitPrice }], exact: [["CARD", amount]], cashStep }, IN_CASH);
    const [, , , payments] = figures(till.give([{ line: 1, quantity: "1" }]));
    expect([unitPrice, payments]).toEqual([unitPrice, planned]);
  }
});

test("decideRefund: flags what happened beyond the guard, and rounds it by itself", () => {
  const till = new Till({ lines: [PEN], cashStep: 5 });
  const decided = till.decide(
    [{ line: 1, quantity: "4" }],
    [{ paymentId: id("pay", 0), method: "CASH", amount: 900 }],
    "happened",
  );
  expect(decided.failures).toEqual([]);
  expect(decided.flags.map(({ code }) => code)).toEqual([
    "REFUND_EXCEEDS_SALE",
    "REFUND_EXCEEDS_PAYMENT",
    "PAYMENT_MISMATCH",
  ]);
  expect(decided.refund).toMatchObject({ total: -796, rounding: 1, lines: [{ quantity: "-4", total: -796 }] });
});

test("decideRefund: reports unknown lines beside lines of which too much is wanted", () => {
  const till = new Till({ lines: [PEN] });
  const lines = [
    { line: 9, quantity: "1" },
    { line: 1, quantity: "4" },
  ];
  expect(till.decide(lines, []).failures.map(({ code }) => code)).toEqual(["REFUND_EXCEEDS_SALE", "UNKNOWN_LINE"]);
});

const soldArbitrary: fc.Arbitrary<Sold> = fc.record({
  lines: fc.array(
    fc.record({
      quantity: fc
        .oneof(
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 1, max: 9_000 }).map((n) => n / 1000),
        )
        .map(String),
      unitPrice: fc.integer({ min: 0, max: 2_500 }).map((n) => String(n / 100)),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  discounts: fc.constantFrom<NonNullable<SaleInput["discounts"]>>([], [{ percent: "10" }], [{ percent: "33.3" }]),
  exact: fc.constant([]),
  cashStep: fc.constantFrom(1, 5, 10),
  regime: fc.record({
    pricesIncludeTax: fc.boolean(),
    level: fc.constantFrom("LINE" as const, "RATE_TOTAL" as const, "DOCUMENT" as const),
  }),
  rate: fc.constantFrom("0", "5", "8.875", "20"),
});

/** The part of the total that a card pays first. */
const cardShares = fc.constantFrom(0, 0.3, 1);
const tips = fc.constantFrom(0, 1, 137, 1_000);
const pieces = fc.array(fc.record({ line: fc.nat(3), share: fc.integer({ min: 1, max: 4 }) }), { maxLength: 12 });

test("planRefund: the refunds of a sale sum to the sale, and the server accepts each, until nothing is left", () => {
  fc.assert(
    fc.property(soldArbitrary, cardShares, pieces, fc.boolean(), (sold, cardShare, wanted, atDesk) => {
      const { total } = sell(sold);
      const card = Math.floor(total * cardShare);
      const till = new Till(card > 0 ? { ...sold, exact: [["CARD", card]] } : sold, atDesk ? AT_DESK : undefined);
      const cash: number[] = [];
      const give = (lines: RefundInput["lines"]) => {
        for (const { method, amount } of till.give(lines).payments) if (method === "CASH") cash.push(amount);
      };
      const parseable = (thousandths: number) => String(thousandths / 1000);
      for (const { line, share } of wanted) {
        const { left = 0 } = refundableLines(till.refundable)[line] ?? {};
        const quantity = Math.floor(left / share);
        if (quantity > 0) give([{ line: line + 1, quantity: parseable(quantity) }]);
      }
      const rest = refundableLines(till.refundable).filter(({ left }) => left > 0);
      if (rest.length > 0) give(rest.map(({ line, left }) => ({ line, quantity: parseable(left) })));

      const { lines, payments } = refundedSums(till.guard);
      const byLine = new Map(lines.map(({ line, total: sum, tax }) => [line, [sum, tax]]));
      expect(till.sale.lines.map((_, index) => byLine.get(index + 1))).toEqual(
        till.sale.lines.map((line) => [line.total, taxOf(line)]),
      );
      const byPayment = new Map(payments.map(({ paymentId, amount }) => [paymentId, amount]));
      expect(till.sale.payments.map((payment) => byPayment.get(payment.id) ?? 0)).toEqual(
        till.sale.payments.map(({ amount }) => amount),
      );
      for (const amount of cash) expect(amount % (sold.cashStep ?? 1)).toBe(0);
    }),
    { numRuns: CARTS },
  );
}, 3_600_000);

test("planRefund: the server accepts each plan when a sale is refunded partly at a desk and partly at a terminal", () => {
  fc.assert(
    fc.property(
      soldArbitrary,
      tips,
      cardShares,
      pieces,
      fc.array(fc.constantFrom(WHERE_IT_CAME_FROM, AT_DESK, IN_CASH)),
      (goods, tip, cardShare, wanted, ways) => {
        const sold = { ...goods, tip };
        const card = Math.floor((sell(sold).total + tip) * cardShare);
        const till = new Till(card > 0 ? { ...sold, exact: [["CARD", card]] } : sold);
        for (const [index, { line, share }] of wanted.entries()) {
          till.wayBack = ways[index] ?? WHERE_IT_CAME_FROM;
          const { left = 0 } = refundableLines(till.refundable)[line] ?? {};
          const quantity = Math.floor(left / share);
          if (quantity > 0) till.give([{ line: line + 1, quantity: String(quantity / 1000) }]);
        }
        const back = refundedSums(till.guard).payments.reduce((sum, { amount }) => sum + amount, 0);
        // A tip stays with the staff.
        expect(back).toBeLessThanOrEqual(till.sale.total + 2 * (sold.cashStep ?? 1));
      },
    ),
    { numRuns: CARTS / 20 },
  );
}, 3_600_000);
