import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Counter,
  closeCounter,
  complete,
  type Input,
  line,
  openCounter,
  payment,
  refusals,
  saleInput,
  syncOne,
} from "./counter.ts";

/** contract.md, "Recording a sale": discounts with their cause, and the taxes of a line. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

const READ = `query ($id: ID!) { sale(id: $id) {
  discounts { source reason amount { amount currency } }
  lines { discountTotal { amount } discounts { source reason amount { amount } } taxes { rate amount { amount currency } } }
} }`;

async function read({ id }: Input, token = counter.owner) {
  const { data } = await counter.api.call(READ, { variables: { id }, token });
  return data.sale;
}

const gbp = (amount: number) => ({ amount, currency: "GBP" });
const minor = (amount: number) => ({ amount });

test("completeSale: keeps adjustments with their reasons after the discounts, and the sale shows them", async () => {
  const input = saleInput(counter, {
    lines: [line({ discounts: [{ amount: 9 }], adjustments: [{ percent: "10", reason: "Scratched" }] })],
    adjustments: [{ amount: 1, reason: "A regular" }],
    payments: [payment(counter, 170)],
  });
  expect(await complete(counter, input)).toMatchObject({ userErrors: [], sale: { total: minor(170) } });
  expect(await read(input)).toEqual({
    discounts: [{ source: "MANUAL", reason: "A regular", amount: gbp(1) }],
    lines: [
      {
        discountTotal: minor(29),
        discounts: [
          { source: "MANUAL", reason: null, amount: minor(9) },
          { source: "MANUAL", reason: "Scratched", amount: minor(19) },
        ],
        taxes: [{ rate: "20", amount: gbp(28) }],
      },
    ],
  });
});

test("syncSales: records a discount of a promotion with its source, and replays the same request only", async () => {
  const adjustments = [{ amount: 9, promotionId: "prm_1" }];
  const input = saleInput(counter, { adjustments, payments: [payment(counter, 190)] });
  expect(await syncOne(counter, input)).toMatchObject({ status: "RECORDED", userErrors: [] });
  expect((await read(input)).discounts).toEqual([{ source: "PROMOTION", reason: null, amount: gbp(9) }]);
  expect((await syncOne(counter, input)).status).toBe("REPLAYED");
  expect((await syncOne(counter, { ...input, adjustments: [] })).status).toBe("QUARANTINED");
});

test("completeSale: the same content with nothing in adjustments and method ids is a replay", async () => {
  const input = saleInput(counter);
  expect((await complete(counter, input)).replayed).toBe(false);
  const payments = (input.payments as object[]).map((paid) => ({ ...paid, methodId: null }));
  const again = { ...input, adjustments: [], payments };
  expect(await complete(counter, again)).toMatchObject({ replayed: true, userErrors: [] });
});

test.each<[string, object, [string, string][]]>([
  ["both a percentage and an amount", { percent: "1", amount: 1 }, [["INVALID_ADJUSTMENT", "input.adjustments.0"]]],
  ["neither of the two", { reason: "Nice" }, [["INVALID_ADJUSTMENT", "input.adjustments.0"]]],
  ["two causes", { couponCode: "A", promotionId: "B" }, [["INVALID_ADJUSTMENT", "input.adjustments.0"]]],
  ["an empty cause", { amount: 1, couponCode: "" }, [["INVALID_ADJUSTMENT", "input.adjustments.0.couponCode"]]],
])("completeSale, syncSales: refuse an adjustment with %s", async (_what, adjustment, expected) => {
  const input = saleInput(counter, { adjustments: [adjustment] });
  expect(refusals(await complete(counter, input))).toEqual(expected);
  expect((await syncOne(counter, input)).status).toBe("REJECTED");
});

test("completeSale: refuses a method id with another method than OTHER", async () => {
  const payments = [payment(counter, 199, { method: "CASH", methodId: "mth_1" })];
  expect(refusals(await complete(counter, saleInput(counter, { payments })))).toEqual([
    ["INVALID_PAYMENT", "input.payments.0.methodId"],
  ]);
});
