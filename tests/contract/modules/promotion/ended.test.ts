import { promotionsKey, readPromotions } from "@pos/core/goods/promotion/index.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  line,
  openCounter,
  payment,
  saleInput,
  signInDashboard,
  syncOne,
} from "../../api/counter.ts";

/** Promotions that ended: they leave the one record that every sale reads, and stay in the list. */
let counter: Counter;
let owner: string;
beforeAll(async () => {
  counter = await openCounter();
  owner = counter.owner;
});
afterAll(() => closeCounter(counter));

const DAY_MILLISECONDS = 86_400_000;
const today = () => counter.shop.clock.now().slice(0, 10);

async function ask(document: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await counter.api.call(document, { variables, token: owner });
  expect(errors).toBeUndefined();
  return data;
}

const CREATE = `mutation ($input: CreatePromotionInput!) {
  createPromotion(input: $input) { promotion { id version state } userErrors { code path } } }`;

/** The owner's session is over by then. */
async function pass(days: number): Promise<void> {
  counter.shop.clock.advance(days * DAY_MILLISECONDS);
  owner = await signInDashboard(counter.api, counter.shop, "OWNER");
}

async function create(rule: object = {}) {
  const input = { id: counter.shop.clock.newId("prm"), name: "Spring", kind: "PERCENT", percent: "10", ...rule };
  const { createPromotion } = await ask(CREATE, { input });
  expect(createPromotion.userErrors).toEqual([]);
  return input;
}

async function recordOfSales() {
  const { table, merchantId } = counter.shop;
  return readPromotions(await table.get(promotionsKey(merchantId))).promotions;
}

test("createPromotion: what ended over a week ago leaves the record that every sale reads", async () => {
  const old = await create({ endsOn: today() });
  const input = saleInput(counter, {
    lines: [line({ adjustments: [{ promotionId: old.id, amount: 20, reason: "Spring" }] })],
    payments: [payment(counter, 179)],
  });
  await pass(6);
  const recent = await create({ endsOn: today() });
  expect(new Set(Object.keys(await recordOfSales()))).toEqual(new Set([old.id, recent.id]));
  await pass(3);
  const current = await create({ percent: "5" });
  expect(new Set(Object.keys(await recordOfSales()))).toEqual(new Set([recent.id, current.id]));

  // It is in the list and found by its id, and nothing of it changes.
  const { promotions, promotion } = await ask(
    "query ($id: ID!) { promotions { id state } promotion(id: $id) { id name state version } }",
    { id: old.id },
  );
  expect(promotions).toEqual([
    { id: current.id, state: "ACTIVE" },
    { id: recent.id, state: "ENDED" },
    { id: old.id, state: "ENDED" },
  ]);
  expect(promotion).toEqual({ id: old.id, name: "Spring", state: "ENDED", version: 1 });
  const update = `mutation ($input: UpdatePromotionInput!) { updatePromotion(input: $input) { userErrors { code path } } }`;
  const { updatePromotion } = await ask(update, { input: { promotionId: old.id, version: 1, name: "Summer" } });
  expect(updatePromotion.userErrors).toEqual([{ code: "PROMOTION_ENDED", path: ["input", "promotionId"] }]);
  const again = await ask(CREATE, { input: old });
  expect(again.createPromotion).toMatchObject({ promotion: { id: old.id, state: "ENDED" }, userErrors: [] });

  // A terminal that was offline all the time sends what it sold by it.
  expect(await syncOne(counter, input)).toMatchObject({ status: "RECORDED", sale: { total: { amount: 179 } } });
  await counter.api.reader.caughtUp();
  const sold = "query ($id: ID!) { sale(id: $id) { exceptions { code } lines { discounts { promotionId } } } }";
  expect((await ask(sold, { id: input.id })).sale).toEqual({
    exceptions: [],
    lines: [{ discounts: [{ promotionId: old.id }] }],
  });
});

test("createPromotion: the record that every sale reads stays small however many promotions end", async () => {
  for (let week = 0; week < 12; week++) {
    await pass(10);
    for (let each = 0; each < 5; each++) await create({ endsOn: today() });
  }
  // Those of the last ten days, and the one that has no end.
  expect(Object.keys(await recordOfSales()).length).toBe(6);
  expect((await ask("{ promotions { id } }")).promotions).toHaveLength(63);
});
