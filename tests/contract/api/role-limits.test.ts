import { makeId } from "@pos/core/base/id.ts";
import { getMerchant } from "@pos/core/people/merchant/index.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import { signUp } from "@pos/functions/api/sign-up.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { createManualClock } from "../../support/clock.ts";
import { done } from "../../support/shop.ts";
import {
  type Counter,
  closeCounter,
  codeOf,
  complete,
  exceptionsOf,
  type Input,
  line,
  openCounter,
  openLine,
  payment,
  refusals,
  saleInput,
  syncOne,
} from "./counter.ts";

/** contract.md, "Limits by role": discounts of a sale and refunds without one. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

const LIMITS = "currency version roles { role discountPercent unlinkedRefund { amount currency } }";

async function limits(): Promise<Data> {
  const { data } = await counter.api.call(`{ roleLimits { ${LIMITS} } }`, { token: counter.owner });
  return data.roleLimits;
}

async function patch(input: object, token = counter.owner): Promise<Data> {
  const { data, errors } = await counter.api.call(
    `mutation ($input: PatchRoleLimitsInput!) { patchRoleLimits(input: $input) {
      roleLimits { ${LIMITS} } userErrors { code path ... on VersionConflict { version } } } }`,
    { variables: { input }, token },
  );
  expect(errors).toBeUndefined();
  return data.patchRoleLimits;
}

async function limitTo(role: string, input: object): Promise<void> {
  const { version } = await limits();
  expect((await patch({ role, version, ...input })).userErrors).toEqual([]);
}

/** Discounts of lines and document, and what is left to pay. */
function discounted(paid: number, fields: object): Input {
  return saleInput(counter, { payments: [payment(counter, paid)], ...fields });
}

test("roleLimits: reports which roles may refund without a sale at all (day A8)", async () => {
  const { data } = await counter.api.call("{ roleLimits { roles { role mayRefundUnlinked } } }", {
    token: counter.owner,
  });
  expect(data.roleLimits.roles).toEqual([
    { role: "CASHIER", mayRefundUnlinked: false },
    { role: "MANAGER", mayRefundUnlinked: true },
    { role: "OWNER", mayRefundUnlinked: true },
  ]);
});

describe("A8: discounts beyond the limit of a role", () => {
  test("completeSale: takes any discount when no limit was set", async () => {
    const input = discounted(0, { discounts: [{ percent: "100" }] });
    expect((await complete(counter, input, counter.cashier)).userErrors).toEqual([]);
  });

  test("completeSale: DISCOUNT_NOT_ALLOWED with the limit when line and sale together go beyond it", async () => {
    await limitTo("CASHIER", { discountPercent: "20" });
    const input = discounted(1530, {
      lines: [openLine("20.00", { discounts: [{ percent: "15" }] })],
      discounts: [{ percent: "10" }],
    });
    const { data } = await counter.api.call(
      `mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { sale { id } userErrors {
        __typename code path message ... on DiscountNotAllowed { limitPercent } } } }`,
      { variables: { input }, token: counter.cashier },
    );
    expect(data.completeSale).toMatchObject({
      sale: null,
      userErrors: [
        {
          ...{ __typename: "DiscountNotAllowed", code: "DISCOUNT_NOT_ALLOWED", limitPercent: "20" },
          path: ["input", "discounts"],
        },
      ],
    });
    expect((await complete(counter, input, counter.manager)).userErrors).toEqual([]);
  });

  test.each<[string, number, object]>([
    ["a percentage of the limit itself, rounded up", 159, { discounts: [{ percent: "20" }] }],
    [
      "a percentage of the limit on each of many small lines",
      6,
      { lines: Array.from({ length: 3 }, () => openLine("0.03", { discounts: [{ percent: "20" }] })) },
    ],
    ["an amount within it", 1600, { lines: [openLine("20.00")], adjustments: [{ amount: 400, reason: "Damaged" }] }],
    [
      "a line for nothing beside others",
      1000,
      { lines: [openLine("10"), openLine("2", { discounts: [{ amount: 200 }] })] },
    ],
  ])("completeSale: recorded when the discount is %s", async (_name, paid, fields) => {
    expect((await complete(counter, discounted(paid, fields), counter.cashier)).userErrors).toEqual([]);
  });

  test.each<[string, number, object, string]>([
    ["one unit above it", 158, { discounts: [{ amount: 41 }] }, "input.discounts"],
    ["on a line", 1599, { lines: [openLine("20", { adjustments: [{ amount: 401 }] })] }, "input.lines.0.discounts"],
  ])("completeSale: DISCOUNT_NOT_ALLOWED when the discount is %s", async (_name, paid, fields, path) => {
    const answer = await complete(counter, discounted(paid, fields), counter.cashier);
    expect(refusals(answer)).toEqual([["DISCOUNT_NOT_ALLOWED", path]]);
  });

  test("syncSales: recorded with an exception when the operator whom the sale names may not give the discount", async () => {
    const { staff } = counter.shop;
    const beyond = (operatorId?: string) =>
      discounted(0, { discounts: [{ percent: "100" }], ...(operatorId === undefined ? {} : { operatorId }) });
    const [byCashier, byNone, byManager] = [beyond(staff.CASHIER.id), beyond(), beyond(staff.MANAGER.id)];
    for (const input of [byCashier, byNone, byManager])
      expect(await syncOne(counter, input)).toMatchObject({ status: "RECORDED", sale: { total: { amount: 0 } } });
    expect(await exceptionsOf(counter, byCashier.id)).toEqual(["DISCOUNT_NOT_ALLOWED"]);
    expect(await exceptionsOf(counter, byNone.id)).toEqual(["DISCOUNT_NOT_ALLOWED"]);
    expect(await exceptionsOf(counter, byManager.id)).toEqual([]);
  });

  test("syncSales: counts no promotion, coupon or approval against the operator's limit", async () => {
    const input = discounted(99, { adjustments: [{ amount: 100, approvalId: "apr_1" }] });
    await syncOne(counter, { ...input, operatorId: counter.shop.staff.CASHIER.id });
    expect(await exceptionsOf(counter, input.id)).toEqual(["APPROVAL_NOT_AVAILABLE"]);
  });

  test("me: states the caller's own limit", async () => {
    const query = "{ me { discountLimitPercent } }";
    const limitOf = async (token: string) => (await counter.api.call(query, { token })).data.me.discountLimitPercent;
    expect(await limitOf(counter.cashier)).toBe("20");
    expect(await limitOf(counter.manager)).toBeNull();
    expect(await limitOf(counter.terminal)).toBeNull();
  });
});

describe("R11: refunds without a sale beyond the limit of a role", () => {
  async function refund(amount: number, token: string): Promise<Data> {
    const { data, errors } = await counter.api.call(
      `mutation ($input: RefundSaleInput!) { refundSale(input: $input) { refund { id } userErrors { code path } } }`,
      {
        variables: {
          input: {
            ...{ id: counter.shop.clock.newId("ref"), occurredAt: counter.shop.clock.now() },
            ...(token === counter.owner ? { locationId: counter.shop.locationId } : {}),
            lines: [openLine(String(amount / 100))],
            payments: [payment(counter, amount)],
          },
        },
        token,
      },
    );
    expect(errors).toBeUndefined();
    return data.refundSale;
  }

  test("refundSale: REFUND_ABOVE_LIMIT when it comes to more than the role's limit", async () => {
    await limitTo("MANAGER", { unlinkedRefund: 5000 });
    expect(refusals(await refund(100_000_000, counter.manager))).toEqual([["REFUND_ABOVE_LIMIT", "input.lines"]]);
    expect(refusals(await refund(5001, counter.manager))).toEqual([["REFUND_ABOVE_LIMIT", "input.lines"]]);
    expect((await refund(5000, counter.manager)).userErrors).toEqual([]);
    expect((await refund(5001, counter.owner)).userErrors).toEqual([]);
  });

  test("syncFacts: recorded with REFUND_ABOVE_LIMIT when it happened", async () => {
    const id = counter.shop.clock.newId("ref");
    const refundInput = {
      ...{ id, occurredAt: counter.shop.clock.now() },
      lines: [openLine("50.01")],
      payments: [payment(counter, 5001)],
    };
    const { data } = await counter.api.call(
      "mutation ($facts: [FactInput!]!) { syncFacts(input: { facts: $facts }) { results { status } } }",
      { variables: { facts: [{ refund: refundInput }] }, token: counter.manager },
    );
    expect(data.syncFacts.results).toEqual([{ status: "RECORDED" }]);
    await counter.api.reader.caughtUp();
    const read = await counter.api.call("query ($id: ID!) { refund(id: $id) { exceptions { code } } }", {
      variables: { id },
      token: counter.owner,
    });
    expect(read.data.refund.exceptions).toEqual([{ code: "REFUND_ABOVE_LIMIT" }]);
  });
});

describe("R11: refunds without a sale that nothing explains", () => {
  async function refundOf(lines: readonly object[], amount: number, method: string): Promise<string> {
    const id = counter.shop.clock.newId("ref");
    const input = {
      ...{ id, occurredAt: counter.shop.clock.now(), lines },
      payments: [payment(counter, amount, { method })],
    };
    const { data } = await counter.api.call(
      `mutation ($input: RefundSaleInput!) { refundSale(input: $input) { refund { id } userErrors { code } } }`,
      { variables: { input }, token: counter.manager },
    );
    expect(data.refundSale).toEqual({ refund: { id }, userErrors: [] });
    return id;
  }

  async function exceptionsAbout(id: string): Promise<Data[]> {
    await counter.api.reader.caughtUp();
    const { data } = await counter.api.call(
      `query ($id: ID!) { exceptions(locationId: $id, first: 100) { nodes { subject code about { __typename id }
        details { name text unitPrice currency instant amount { amount currency } staff { id } } } } }`,
      { variables: { id: counter.shop.locationId }, token: counter.owner },
    );
    return data.exceptions.nodes.filter(({ subject }: Data) => subject === id);
  }

  test("refundSale: REFUND_ABOVE_PRICE when more than the catalogue's price is given back for an article", async () => {
    const id = await refundOf([line({ unitPrice: "20" })], 2000, "CARD");
    expect(await exceptionsAbout(id)).toMatchObject([
      {
        ...{ code: "REFUND_ABOVE_PRICE", about: { __typename: "Refund", id } },
        details: [
          { name: "sku", text: "SKU-0001" },
          { name: "charged", unitPrice: "20", currency: "GBP" },
          { name: "catalog", unitPrice: "1.99" },
        ],
      },
    ]);
    expect(await exceptionsAbout(await refundOf([line()], 199, "CARD"))).toEqual([]);
  });

  test("refundSale: DRAWER_NEGATIVE when the location's cash falls below zero", async () => {
    const cash = { payments: [payment(counter, 1990, { method: "CASH" })], lines: [line({ quantity: "10" })] };
    expect((await complete(counter, saleInput(counter, cash))).userErrors).toEqual([]);
    const within = await refundOf([line({ quantity: "10" })], 1990, "CASH");
    expect(await exceptionsAbout(within)).toEqual([]);
    const below = await refundOf([line()], 199, "CASH");
    expect(await exceptionsAbout(below)).toMatchObject([
      {
        code: "DRAWER_NEGATIVE",
        details: [
          { name: "paid", amount: { amount: 199, currency: "GBP" } },
          { name: "left", amount: { amount: -199 } },
        ],
      },
    ]);
  });
});

describe("patchRoleLimits", () => {
  test("changes what is given, removes what is null, and is safe to repeat", async () => {
    const { version } = await limits();
    const input = { role: "CASHIER", discountPercent: "12.5", unlinkedRefund: 100, version };
    const changed = await patch(input);
    expect(changed.roleLimits.version).toBe(version + 1);
    expect(await patch(input)).toEqual(changed);
    expect(changed.roleLimits.roles[0]).toEqual({
      ...{ role: "CASHIER", discountPercent: "12.5" },
      unlinkedRefund: { amount: 100, currency: "GBP" },
    });
    await limitTo("CASHIER", { unlinkedRefund: null });
    expect((await limits()).roles[0]).toEqual({ role: "CASHIER", discountPercent: "12.5", unlinkedRefund: null });
  });

  test("VERSION_CONFLICT with the current version when another caller changed a limit first", async () => {
    const { version } = await limits();
    const both = await Promise.all(["MANAGER", "OWNER"].map((role) => patch({ role, discountPercent: "90", version })));
    expect(both.flatMap(({ userErrors }) => userErrors)).toEqual([
      { code: "VERSION_CONFLICT", path: ["input", "version"], version: version + 1 },
    ]);
  });

  test("FORBIDDEN when the caller's token is not the dashboard's", async () => {
    const query = `mutation { patchRoleLimits(input: { role: CASHIER, version: 1 }) { userErrors { code } } }`;
    for (const token of [counter.terminal, counter.cashier, counter.manager])
      expect(codeOf(await counter.api.call(query, { token }))).toBe("FORBIDDEN");
  });

  test("the first change of a merchant that has no version: one of two at once is made", async () => {
    const other = await openCounter({ seed: 7 });
    try {
      const answers = await Promise.all(
        ["10", "11"].map((discountPercent) =>
          other.api.call(
            `mutation ($percent: Decimal) { patchRoleLimits(input: { role: CASHIER, discountPercent: $percent, version: 1 }) {
              roleLimits { version } userErrors { code } } }`,
            { variables: { percent: discountPercent }, token: other.owner },
          ),
        ),
      );
      const codes = answers.flatMap(({ data }) => data.patchRoleLimits.userErrors.map(({ code }: Data) => code));
      expect(codes).toEqual(["VERSION_CONFLICT"]);
    } finally {
      await closeCounter(other);
    }
  });
});

test("signUp: a new merchant limits a cashier's discounts to 20 % and a manager's refunds without a sale", async () => {
  const clock = createManualClock(3);
  const { table } = createMemoryTable({ random: createRandom(3) });
  const taxId = clock.newId("tax");
  const taxes = {
    regime: { pricesIncludeTax: true, level: "LINE", mode: "HALF_UP" },
    defaultCodeId: taxId,
    codes: { [taxId]: { id: taxId, name: "Tax", rate: "20" } },
  } as const;
  const owner = {
    ...{ id: clock.newId("stf"), name: "Owner", email: "owner@shop.example" },
    password: "a password that is long",
  };
  for (const [currency, unlinkedRefund] of [
    ["GBP", 100_000],
    ["JPY", 100_000],
    ["KWD", 1_000_000],
  ] as const) {
    const id = makeId("mer", Date.parse(clock.now()), clock.randomBytes(10));
    const person = { ...owner, id: clock.newId("stf"), email: `${currency}@shop.example` };
    done(await signUp(table, clock, { merchant: { id, name: "New", currency, cashStep: 1 }, taxes, owner: person }));
    expect((await getMerchant(table, id)).limits).toEqual({
      CASHIER: { discountPercent: "20" },
      MANAGER: { unlinkedRefund },
    });
  }
});
