import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { MALFORMED, ODD, oddSale } from "./cases.ts";
import {
  type Counter,
  closeCounter,
  codeOf,
  complete,
  exceptionsOf,
  line,
  openCounter,
  openLine,
  payment,
  refusals,
  saleInput,
  sortedRefusals,
  storedSale,
} from "./counter.ts";

/** contract.md, the case table: the column of `completeSale`. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

const minutes = (count: number, milliseconds = 0) =>
  new Date(Date.parse(counter.shop.clock.now()) + count * 60_000 + milliseconds).toISOString();

describe("malformed", () => {
  test.each(MALFORMED.map((row) => [row.name, row] as const))("%s is refused, its field named", async (_name, row) => {
    const input = oddSale(counter, row);
    const answer = await complete(counter, input);
    expect(answer).toMatchObject({ sale: null, replayed: false, epoch: 1 });
    expect(refusals(answer)).toEqual([[row.code, `input.${row.path}`]]);
    expect(answer.userErrors[0].path.every((part: unknown) => typeof part === "string")).toBe(true);
    expect(answer.userErrors[0].message).toMatch(/^[A-Z].*\.$/);
    expect(await storedSale(counter, input.id)).toBeNull();
  });

  test("all that is malformed comes together, and nothing else", async () => {
    const input = saleInput(counter, {
      sequence: 0,
      lines: [line({ quantity: "0", variant: { sku: "GONE" } }), line({ unitPrice: "-1" })],
      payments: [payment(counter, 1, { id: "x", method: "GIFT_CARD" })],
      customerId: "cus_x",
      expectedTotal: 1,
    });
    expect(sortedRefusals(await complete(counter, input))).toEqual([
      ["INVALID_PAYMENT", "input.payments.0.id"],
      ["INVALID_PRICE", "input.lines.1.unitPrice"],
      ["INVALID_QUANTITY", "input.lines.0.quantity"],
      ["INVALID_SEQUENCE", "input.sequence"],
    ]);
  });

  test("a number that no Int holds, or none at all, is malformed as a whole", async () => {
    for (const sequence of [2 ** 31, 1.5, "1", null]) {
      const variables = { input: saleInput(counter, { sequence }) };
      const query = "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { replayed } }";
      expect(codeOf(await counter.api.call(query, { variables, token: counter.manager }))).toBe("BAD_USER_INPUT");
    }
  });

  test.each<[string, object]>([
    ["a variant by two names", { lines: [line({ variant: { sku: "SKU-0001", id: "x" } })] }],
    ["a variant by no name", { lines: [line({ variant: {} })] }],
    ["a discount of both kinds", { discounts: [{ percent: "1", amount: 1 }] }],
    ["a discount of no kind", { discounts: [{}] }],
    ["an unknown method", { payments: [{ id: "pay_x", method: "GOLD", amount: 1 }] }],
  ])("%s is malformed as a whole", async (_name, fields) => {
    const query = "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { replayed } }";
    const variables = { input: saleInput(counter, { ...fields }) };
    expect(codeOf(await counter.api.call(query, { variables, token: counter.manager }))).toBe("BAD_USER_INPUT");
  });

  test("amounts that no number holds are refused", async () => {
    const huge = openLine("999999999.999999", { quantity: "9999999.999" });
    const answer = await complete(counter, saleInput(counter, { lines: [huge], payments: [] }));
    expect(answer).toMatchObject({ sale: null, userErrors: [{ code: expect.stringMatching(/^INVALID_LINE/) }] });
  });
});

describe("odd", () => {
  test.each(ODD.map((row) => [row.name, row] as const))("%s is refused", async (_name, row) => {
    const input = oddSale(counter, row);
    const answer = await complete(counter, input);
    expect(answer).toMatchObject({ sale: null, replayed: false });
    expect(sortedRefusals(answer)).toEqual(row.live);
    expect(await storedSale(counter, input.id)).toBeNull();
  });

  test("UNKNOWN_VARIANT comes alone, one for each line that has it", async () => {
    const input = saleInput(counter, {
      lines: [
        line({ variant: { sku: "GONE" }, discounts: [{ amount: 9999 }] }),
        line(),
        line({ variant: { id: "x" } }),
      ],
      customerId: "cus_x",
      expectedTotal: 1,
      payments: [payment(counter, 1, { method: "GIFT_CARD" })],
    });
    expect(refusals(await complete(counter, input))).toEqual([
      ["UNKNOWN_VARIANT", "input.lines.0.variant"],
      ["UNKNOWN_VARIANT", "input.lines.2.variant"],
    ]);
  });

  test("TOTAL_MISMATCH says the server's total", async () => {
    const answer = await complete(counter, saleInput(counter, { expectedTotal: 5 }));
    expect(answer.userErrors).toMatchObject([
      { __typename: "TotalMismatch", code: "TOTAL_MISMATCH", total: { amount: 199, currency: "GBP" } },
    ]);
  });
});

describe("prices", () => {
  test("a line without a price takes the catalogue's, without an exception", async () => {
    const { sale } = await complete(
      counter,
      saleInput(counter, { lines: [line({ unitPrice: null })] }),
      counter.cashier,
    );
    expect(sale.lines[0]).toMatchObject({ unitPrice: "1.99", total: { amount: 199 } });
    expect(await exceptionsOf(counter, sale.id)).toEqual([]);
  });

  test("another price is an override: refused without the permission, with the catalogue's price", async () => {
    const input = saleInput(counter, {
      lines: [line(), line({ unitPrice: "1.5" })],
      payments: [payment(counter, 349)],
    });
    const answer = await complete(counter, input, counter.cashier);
    expect(answer.sale).toBeNull();
    expect(answer.userErrors).toMatchObject([
      {
        __typename: "PriceNotAllowed",
        code: "PRICE_NOT_ALLOWED",
        path: ["input", "lines", "1", "unitPrice"],
        unitPrice: "1.99",
      },
    ]);
    const allowed = await complete(counter, input, counter.manager);
    expect(allowed).toMatchObject({ replayed: false, userErrors: [] });
    expect(allowed.sale.lines.map(({ unitPrice }: Data) => unitPrice)).toEqual(["1.99", "1.5"]);
    expect(await exceptionsOf(counter, input.id)).toEqual([]);
  });

  test("the catalogue's price in another form, and any price of an open line, need no permission", async () => {
    const input = saleInput(counter, {
      lines: [line({ unitPrice: "+1.990" }), openLine("0.01")],
      payments: [payment(counter, 200)],
    });
    expect((await complete(counter, input, counter.cashier)).userErrors).toEqual([]);
  });

  test("reasons come together with a price that is not allowed", async () => {
    const input = saleInput(counter, { lines: [line({ unitPrice: "1" })], customerId: "cus_x", expectedTotal: 199 });
    expect(sortedRefusals(await complete(counter, input, counter.cashier))).toEqual([
      ["PAYMENT_MISMATCH", "input.payments"],
      ["PRICE_NOT_ALLOWED", "input.lines.0.unitPrice"],
      ["TOTAL_MISMATCH", "input.expectedTotal"],
      ["UNKNOWN_CUSTOMER", "input.customerId"],
    ]);
  });
});

describe("when it happened", () => {
  test.each<[string, () => string, string[]]>([
    ["5 minutes ahead", () => minutes(5), []],
    ["over 5 minutes ahead", () => minutes(5, 1), ["CLOCK_SKEW"]],
    ["a year ahead", () => minutes(60 * 24 * 365), ["CLOCK_SKEW"]],
    ["24 hours old", () => minutes(-60 * 24), []],
    ["over 24 hours old", () => minutes(-60 * 24, -1), ["LATE"]],
    ["years old", () => "2001-01-01T00:00:00.000Z", ["LATE"]],
  ])("%s is recorded", async (_name, occurredAt, exceptions) => {
    const input = saleInput(counter, { occurredAt: occurredAt() });
    expect(await complete(counter, input)).toMatchObject({ userErrors: [], sale: { occurredAt: input.occurredAt } });
    expect(await exceptionsOf(counter, input.id)).toEqual(exceptions);
  });
});

describe("what is valid", () => {
  test("a total of zero, with a payment of 0 and without one", async () => {
    const free = { lines: [openLine("0")] };
    for (const payments of [[], [payment(counter, 0)], [payment(counter, 0, { method: "CASH", tendered: 0 })]]) {
      const { sale, userErrors } = await complete(counter, saleInput(counter, { ...free, payments }));
      expect(userErrors).toEqual([]);
      expect(sale.total.amount).toBe(0);
    }
  });

  test("a description on a line with a variant overrides its title; an open line has the merchant's default tax", async () => {
    const lines = [line(), line({ description: "Renamed" }), openLine("1.20", { description: "Open" })];
    const { sale } = await complete(counter, saleInput(counter, { lines, payments: [payment(counter, 518)] }));
    expect(sale.lines.map(({ description, sku }: Data) => [description, sku])).toEqual([
      ["Product 0 – Article 1", "SKU-0001"],
      ["Renamed", "SKU-0001"],
      ["Open", null],
    ]);
    expect(sale.lines.map(({ taxTotal }: Data) => taxTotal.amount)).toEqual([33, 33, 20]);
  });

  test.each(["CASH", "CARD", "QR_CODE", "OTHER"])("%s is a method", async (method) => {
    const { sale } = await complete(counter, saleInput(counter, { payments: [payment(counter, 199, { method })] }));
    expect(sale.payments).toMatchObject([{ method, amount: { amount: 199 } }]);
  });
});
