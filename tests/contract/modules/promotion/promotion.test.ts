import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  exceptionsOf,
  type Input,
  line,
  openCounter,
  openLine,
  payment,
  refusals,
  saleInput,
  storedSale,
  syncOne,
} from "../../api/counter.ts";

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

const FIELDS = `id name kind percent amount isPerUnit unitPrice buyQuantity getQuantity parts { quantity productIds categoryIds }
  productIds categoryIds startsOn endsOn weekdays startTime endTime minimumAmount minimumQuantity couponCode couponLimit couponUses
  priority stacking isEnabled state endedAt version`;

async function mutate(name: "create" | "update", input: object, token = counter.owner): Promise<Data> {
  const type = name === "create" ? "CreatePromotionInput" : "UpdatePromotionInput";
  const { data, errors } = await counter.api.call(
    `mutation ($input: ${type}!) { ${name}Promotion(input: $input) { promotion { ${FIELDS} } userErrors { code path } } }`,
    { variables: { input }, token },
  );
  expect(errors).toBeUndefined();
  return data[`${name}Promotion`];
}

async function create(rule: object): Promise<Data> {
  const { promotion, userErrors } = await mutate("create", {
    id: counter.shop.clock.newId("prm"),
    name: "Spring",
    ...rule,
  });
  expect(userErrors).toEqual([]);
  return promotion;
}

const end = ({ id, version }: Data) => mutate("update", { promotionId: id, version, endNow: true });

/** Makes a promotion, and ends it after the work, so that the next test has none. */
async function during(rule: object, work: (promotion: Data) => Promise<void>): Promise<void> {
  const promotion = await create(rule);
  await work(promotion);
  const { data } = await counter.api.call("query ($id: ID!) { promotion(id: $id) { id version state } }", {
    variables: { id: promotion.id },
    token: counter.owner,
  });
  if (data.promotion.state !== "ENDED") expect((await end(data.promotion)).userErrors).toEqual([]);
}

const PRICE = `query ($input: CompleteSaleInput!, $locationId: ID, $tested: [ID!]) {
  priceSale(input: $input, locationId: $locationId, testedPromotionIds: $tested) {
    lines { total { amount } discountTotal { amount } discounts { source promotionId couponCode reason amount { amount } } }
    promotions { promotionId name amount { amount } } subtotal { amount } discountTotal { amount } total { amount }
    userErrors { code path } } }`;

async function price(input: object, tested: string[] = [], token = counter.manager): Promise<Data> {
  const locationId = counter.shop.locationId;
  const { data, errors } = await counter.api.call(PRICE, { variables: { input, locationId, tested }, token });
  expect(errors).toBeUndefined();
  return data.priceSale;
}

const gives = (promotionId: string, amount: number) => ({ adjustments: [{ promotionId, amount }] });
const cart = (total: number, lines: readonly object[], fields: object = {}): Input =>
  saleInput(counter, { lines, payments: [payment(counter, total)], ...fields });
const TEN = { kind: "PERCENT", percent: "10" };

describe("createPromotion, updatePromotion", () => {
  test("keep what was asked for, and are safe to send again", async () => {
    const rule = {
      ...{ kind: "BUNDLE", amount: 500, parts: [{ quantity: 2 }], startsOn: "2026-06-01", endsOn: "2099-06-30" },
      ...{ weekdays: [7, 1], startTime: "22:00", endTime: "02:00", minimumAmount: 100, minimumQuantity: 2 },
      ...{ couponCode: " spring ", couponLimit: 5, priority: 3, stacking: "EXCLUSIVE", isEnabled: false },
    };
    const input = { id: counter.shop.clock.newId("prm"), name: " Spring sale ", ...rule };
    const made = await mutate("create", input);
    expect(made).toMatchObject({
      userErrors: [],
      promotion: {
        ...rule,
        name: "Spring sale",
        weekdays: [1, 7],
        couponCode: "SPRING",
        couponUses: 0,
        state: "OFF",
        version: 1,
      },
    });
    expect(await mutate("create", input)).toEqual(made);
    const other = await mutate("create", { ...input, amount: 501 });
    expect(other.userErrors).toEqual([{ code: "ID_CONFLICT", path: ["input", "id"] }]);
    const change = {
      promotionId: input.id,
      version: 1,
      isEnabled: true,
      endsOn: null,
      couponCode: null,
      couponLimit: null,
    };
    const changed = await mutate("update", change);
    expect(changed.promotion).toMatchObject({
      isEnabled: true,
      endsOn: null,
      couponCode: null,
      state: "ACTIVE",
      version: 2,
    });
    expect(await mutate("update", change)).toEqual(changed);
    expect((await mutate("update", { ...change, isEnabled: false })).userErrors).toEqual([
      { code: "VERSION_CONFLICT", path: ["input", "version"] },
    ]);
    expect((await end(changed.promotion)).promotion).toMatchObject({ state: "ENDED", version: 3 });
  });

  test.each<[string, object, string]>([
    ["over 100 %", { kind: "PERCENT", percent: "100.000001" }, "percent"],
    ["without what its kind needs", { kind: "PERCENT" }, "percent"],
    ["with what another kind has", { ...TEN, amount: 5 }, "amount"],
    ["that ends before it starts", { ...TEN, startsOn: "2026-06-02", endsOn: "2026-06-01" }, "endsOn"],
    ["with half of its hours", { ...TEN, startTime: "10:00" }, "endTime"],
    ["with a limit and no coupon", { ...TEN, couponLimit: 5 }, "couponLimit"],
    ["of which one of one is free", { kind: "CHEAPEST_FREE", buyQuantity: 1 }, "buyQuantity"],
  ])("refuse one %s", async (_what, rule, field) => {
    const { promotion, userErrors } = await mutate("create", {
      id: counter.shop.clock.newId("prm"),
      name: "Bad",
      ...rule,
    });
    expect(promotion).toBeNull();
    expect(userErrors).toEqual([{ code: "INVALID_PROMOTION", path: ["input", field] }]);
  });

  test("refuse a coupon code that another promotion has, until that has ended", async () => {
    const first = await create({ ...TEN, couponCode: "TWICE" });
    const second = { id: counter.shop.clock.newId("prm"), name: "Second", ...TEN, couponCode: "twice" };
    expect((await mutate("create", second)).userErrors).toEqual([
      { code: "COUPON_TAKEN", path: ["input", "couponCode"] },
    ]);
    await end(first);
    expect((await mutate("create", second)).userErrors).toEqual([]);
    await end({ id: second.id, version: 1 });
  });

  test("changes of two people at once: each is kept, or is a version conflict", async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => create({ ...TEN, isEnabled: false })));
    const { data } = await counter.api.call("{ promotions(state: OFF) { id } }", { token: counter.owner });
    const known = new Set(data.promotions.map(({ id }: Data) => id));
    expect(made.every(({ id }) => known.has(id))).toBe(true);
    const [{ id }] = made;
    const answers = await Promise.all(
      ["A", "B"].map((name) => mutate("update", { promotionId: id, version: 1, name })),
    );
    expect(answers.map(({ userErrors }) => userErrors.length).sort()).toEqual([0, 1]);
  });
});

describe("completeSale", () => {
  test("takes promotions off by itself where the client states none, and the sale names them", async () => {
    await during(TEN, async ({ id }) => {
      const input = cart(358, [line({ quantity: "2" })]);
      expect(await complete(counter, input)).toMatchObject({
        userErrors: [],
        sale: { total: { amount: 358 }, discountTotal: { amount: 40 } },
      });
      const query =
        "query ($id: ID!) { sale(id: $id) { lines { discounts { source promotionId reason amount { amount } } } } }";
      const { data } = await counter.api.call(query, { variables: { id: input.id }, token: counter.owner });
      expect(data.sale.lines).toEqual([
        { discounts: [{ source: "PROMOTION", promotionId: id, reason: "Spring", amount: { amount: 40 } }] },
      ]);
    });
  });

  test("records what is stated where the server comes to the same", async () => {
    await during(TEN, async ({ id }) => {
      const input = cart(179, [line(gives(id, 20))], { expectedTotal: 179 });
      expect(await complete(counter, input)).toMatchObject({ userErrors: [], replayed: false });
      expect(await complete(counter, input)).toMatchObject({ userErrors: [], replayed: true });
    });
  });

  test.each([
    ["expects another total", { expectedTotal: 189 }, "input.expectedTotal"],
    ["states another amount", {}, "input.lines"],
  ])("TOTAL_MISMATCH with the server's total when the client %s", async (_what, fields, path) => {
    await during(TEN, async ({ id }) => {
      const { sale, userErrors } = await complete(counter, cart(179, [line(gives(id, 10))], fields));
      expect(sale).toBeNull();
      expect(userErrors).toMatchObject([{ code: "TOTAL_MISMATCH", path: path.split("."), total: { amount: 179 } }]);
    });
  });

  test("refuses a promotion that does not exist, and gives nothing for one that has ended", async () => {
    const unknown = cart(199, [line(gives(counter.shop.clock.newId("prm"), 0))]);
    expect(refusals(await complete(counter, unknown))).toEqual([
      ["PROMOTION_NOT_AVAILABLE", "input.lines.0.adjustments.0.promotionId"],
    ]);
    const promotion = await create(TEN);
    await end(promotion);
    const late = cart(179, [line(gives(promotion.id, 20))], { expectedTotal: 179 });
    expect((await complete(counter, late)).userErrors).toContainEqual(
      expect.objectContaining({ code: "TOTAL_MISMATCH", total: { amount: 199, currency: "GBP" } }),
    );
  });

  test("LIMIT_REACHED when the names of promotions make a long sale longer than one transaction holds", async () => {
    const names = Array.from({ length: 8 }, (_, index) => `${"促".repeat(199)}${index}`);
    const promotions: Data[] = [];
    for (const name of names) promotions.push(await create({ ...TEN, name }));
    // 100 less 10 % eight times, each rounded.
    const lines = Array.from({ length: 1000 }, () => openLine("100"));
    expect(refusals(await complete(counter, cart(1000 * 4305, lines)))).toEqual([["LIMIT_REACHED", "input.lines"]]);
    for (const promotion of promotions) await end(promotion);
    expect((await complete(counter, cart(199, [line()]))).userErrors).toEqual([]);
  });

  test("a line keeps what it got when the other line is returned", async () => {
    await during({ kind: "AMOUNT", amount: 100, minimumAmount: 300 }, async () => {
      const input = cart(298, [line(), line()]);
      expect((await complete(counter, input)).userErrors).toEqual([]);
      const { data } = await counter.api.call(
        `mutation ($input: RefundSaleInput!) { refundSale(input: $input) { refund { total { amount } } userErrors { code path } } }`,
        {
          token: counter.manager,
          variables: {
            input: {
              ...{ id: counter.shop.clock.newId("ref"), saleId: input.id, occurredAt: counter.shop.clock.now() },
              lines: [{ line: 1, quantity: "1" }],
              payments: [payment(counter, 149)],
            },
          },
        },
      );
      expect(data.refundSale).toMatchObject({ userErrors: [], refund: { total: { amount: -149 } } });
      expect(await storedSale(counter, input.id)).toMatchObject({
        lines: [{ total: { amount: 149 } }, { total: { amount: 149 } }],
      });
    });
  });
});

describe("coupons", () => {
  const coupon = (code: string, amount = 20) => ({ adjustments: [{ couponCode: code, amount }] });

  test("count where they are named, in any case, and are refused where they are unknown or over", async () => {
    await during({ ...TEN, couponCode: "SUMMER" }, async (promotion) => {
      expect((await complete(counter, cart(199, [line()]))).userErrors).toEqual([]);
      expect(
        (await complete(counter, cart(179, [line()], { adjustments: [{ couponCode: "summer" }] }))).userErrors,
      ).toEqual([]);
      expect((await complete(counter, cart(179, [line(coupon("SUMMER"))], { expectedTotal: 179 }))).userErrors).toEqual(
        [],
      );
      expect(refusals(await complete(counter, cart(199, [line(coupon("WINTER", 0))])))).toEqual([
        ["COUPON_UNKNOWN", "input.lines.0.adjustments.0.couponCode"],
      ]);
      await end(promotion);
      expect(refusals(await complete(counter, cart(199, [line(coupon("SUMMER", 0))])))).toEqual([
        ["COUPON_EXPIRED", "input.lines.0.adjustments.0.couponCode"],
      ]);
      const { data } = await counter.api.call("query ($id: ID!) { promotion(id: $id) { couponUses } }", {
        variables: { id: promotion.id },
        token: counter.owner,
      });
      expect(data.promotion.couponUses).toBe(2);
    });
  });

  test("100 uses at once of a coupon with a limit of 10: 10 are recorded, and no one more", async () => {
    await during({ ...TEN, couponCode: "RUSH", couponLimit: 10 }, async () => {
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => complete(counter, cart(179, [line(coupon("RUSH"))]))),
      );
      expect(answers.filter(({ sale }) => sale !== null)).toHaveLength(10);
      const codes = new Set(answers.flatMap(({ userErrors }) => userErrors.map(({ code }: Data) => code)));
      expect([...codes]).toEqual(["COUPON_USED_UP"]);
    });
  });

  test("a limit that is reached between pricing and sale refuses the sale", async () => {
    await during({ ...TEN, couponCode: "LAST", couponLimit: 1 }, async () => {
      const mine = cart(179, [line(coupon("LAST"))]);
      expect(await price(mine)).toMatchObject({ total: { amount: 179 }, userErrors: [] });
      expect((await complete(counter, cart(179, [line(coupon("LAST"))]))).userErrors).toEqual([]);
      expect(refusals(await complete(counter, mine))).toEqual([["COUPON_USED_UP", "input.adjustments"]]);
      expect((await price(mine)).userErrors).toEqual([{ code: "COUPON_USED_UP", path: ["input", "adjustments"] }]);
    });
  });

  test("syncSales: a use beyond the limit is recorded with an exception", async () => {
    await during({ ...TEN, couponCode: "OFFLINE", couponLimit: 1 }, async () => {
      const sales = [1, 2].map(() => cart(179, [line(coupon("OFFLINE"))]));
      for (const sale of sales) expect((await syncOne(counter, sale)).status).toBe("RECORDED");
      expect(await exceptionsOf(counter, sales[0]?.id ?? "")).toEqual([]);
      expect(await exceptionsOf(counter, sales[1]?.id ?? "")).toEqual(["COUPON_USED_UP"]);
    });
  });

  test("syncSales: a coupon of the whole sale counts as one of its lines does, in any case, as a percentage too", async () => {
    await during({ ...TEN, couponCode: "WHOLE", couponLimit: 1 }, async ({ id }) => {
      const ofSale = { adjustments: [{ couponCode: "whole", percent: "10" }] };
      const sales = [1, 2].map(() => cart(179, [line()], ofSale));
      for (const sale of sales) expect((await syncOne(counter, sale)).status).toBe("RECORDED");
      expect(await exceptionsOf(counter, sales[0]?.id ?? "")).toEqual([]);
      expect(await exceptionsOf(counter, sales[1]?.id ?? "")).toEqual(["COUPON_USED_UP"]);
      const query = "query ($id: ID!) { sale(id: $id) { discounts { promotionId couponCode amount { amount } } } }";
      const { data } = await counter.api.call(query, { variables: { id: sales[0]?.id }, token: counter.owner });
      expect(data.sale.discounts).toEqual([{ promotionId: id, couponCode: "WHOLE", amount: { amount: 20 } }]);
    });
  });

  test("syncSales: a code that an ended promotion had before counts for the promotion of the sale's time", async () => {
    const last = await create({ ...TEN, couponCode: "AGAIN", couponLimit: 1, priority: 1000 });
    expect((await complete(counter, cart(179, [line(coupon("AGAIN"))]))).userErrors).toEqual([]);
    await end(last);
    await during({ ...TEN, couponCode: "AGAIN", couponLimit: 1 }, async () => {
      const [late, live] = [cart(179, [line(coupon("AGAIN"))]), cart(179, [line(coupon("AGAIN"))])];
      expect((await syncOne(counter, late)).status).toBe("RECORDED");
      expect(await exceptionsOf(counter, late.id)).toEqual([]);
      expect(refusals(await complete(counter, live))).toEqual([["COUPON_USED_UP", "input.adjustments"]]);
    });
  });
});

describe("syncSales", () => {
  test("records as charged: no exception where the promotion gave just that", async () => {
    await during(TEN, async ({ id }) => {
      const sale = cart(179, [line(gives(id, 20))], { expectedTotal: 179 });
      expect((await syncOne(counter, sale)).status).toBe("RECORDED");
      expect(await exceptionsOf(counter, sale.id)).toEqual([]);
    });
  });

  test("records as charged: PROMOTION_MISMATCH where the rules give another amount", async () => {
    await during(TEN, async ({ id }) => {
      const sale = cart(99, [line(gives(id, 100))], { expectedTotal: 99 });
      expect(await syncOne(counter, sale)).toMatchObject({ status: "RECORDED", sale: { total: { amount: 99 } } });
      expect(await exceptionsOf(counter, sale.id)).toEqual(["PROMOTION_MISMATCH"]);
    });
  });

  test("judges a sale by the promotions of its time: one that ended meanwhile, one that did not exist yet", async () => {
    const { clock } = counter.shop;
    const promotion = await create(TEN);
    const [during_, before] = [cart(179, [line(gives(promotion.id, 20))]), cart(199, [line()])];
    const early = { ...before, occurredAt: "2026-01-02T09:00:00.000Z" };
    const sold = { ...during_, occurredAt: clock.now() };
    clock.advance(60_000);
    await end(promotion);
    for (const sale of [sold, early]) expect((await syncOne(counter, sale)).status).toBe("RECORDED");
    expect(await exceptionsOf(counter, sold.id)).toEqual([]);
    expect(await exceptionsOf(counter, early.id)).not.toContain("PROMOTION_MISMATCH");
  });
});

describe("priceSale", () => {
  test("prices a cart as a sale, and records nothing", async () => {
    await during(TEN, async ({ id }) => {
      const input = { ...cart(0, [line({ quantity: "3" })]), payments: [] };
      expect(await price(input)).toEqual({
        lines: [
          {
            total: { amount: 537 },
            discountTotal: { amount: 60 },
            discounts: [
              { source: "PROMOTION", promotionId: id, couponCode: null, reason: "Spring", amount: { amount: 60 } },
            ],
          },
        ],
        promotions: [{ promotionId: id, name: "Spring", amount: { amount: 60 } }],
        ...{ subtotal: { amount: 597 }, discountTotal: { amount: 60 }, total: { amount: 537 }, userErrors: [] },
      });
      expect(await storedSale(counter, input.id)).toBeNull();
    });
  });

  test("tests a promotion before it is switched on, at the dashboard", async () => {
    const { id } = await create({ ...TEN, isEnabled: false, startsOn: "2099-01-01" });
    const input = { ...cart(0, [line()]), payments: [] };
    expect((await price(input, [], counter.owner)).total).toEqual({ amount: 199 });
    expect((await price(input, [id], counter.owner)).total).toEqual({ amount: 179 });
    expect((await complete(counter, cart(199, [line()]))).userErrors).toEqual([]);
  });

  test("answers what a live sale would be refused for", async () => {
    const answer = await price({ ...cart(0, [line({ variant: { sku: "NONE" } })]), payments: [] });
    expect(answer).toMatchObject({
      ...{ lines: [], total: null },
      userErrors: [{ code: "UNKNOWN_VARIANT", path: ["input", "lines", "0", "variant"] }],
    });
  });
});
