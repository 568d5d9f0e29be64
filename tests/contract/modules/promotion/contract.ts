import type { Data } from "../../../support/api.ts";
import type { Stand } from "../../api/bad-input/stand.ts";
import type { Making, ModuleContract, NumberRow, SignedInCaller } from "../../module-contract.ts";
import { EVERYBODY } from "../page.ts";

const each = (expected: string, ...values: readonly unknown[]): NumberRow => values.map((value) => [value, expected]);
const invalid = (field: string) => `INVALID_PROMOTION input.${field}`;
const INT_MAX = 2 ** 31 - 1;

const CONDITIONS = {
  ...{ startsOn: "2026-06-01", endsOn: "2026-06-30", weekdays: [2, 4], startTime: "09:00", endTime: "17:00" },
  ...{ minimumAmount: 100, minimumQuantity: 2, couponLimit: 10, priority: 5, stacking: "BEST", isEnabled: false },
};

/** One of every kind, which together have every field. */
function rules({ counter, own }: Stand): readonly object[] {
  const scope = { productIds: [own.productId], categoryIds: [own.categoryId] };
  const groupIds = [own.groupId];
  return [
    { kind: "PERCENT", percent: "10", ...CONDITIONS, ...scope, groupIds, couponCode: counter.shop.clock.newId("cat") },
    { kind: "AMOUNT", amount: 100, isPerUnit: true, isEnabled: false },
    { kind: "FIXED_PRICE", unitPrice: "1.5", isEnabled: false },
    { kind: "BUY_GET", buyQuantity: 2, getQuantity: 2, isEnabled: false },
    { kind: "BUNDLE", amount: 500, parts: [{ quantity: 2, ...scope }], isEnabled: false },
  ];
}

const created: Making = (stand) =>
  rules(stand).map((rule) => ({
    token: stand.counter.owner,
    variables: { input: { id: stand.counter.shop.clock.newId("prm"), name: "Spring", ...rule } },
  }));

async function create(stand: Stand, rule: object): Promise<string> {
  const id = stand.counter.shop.clock.newId("prm");
  await stand.counter.api.call(
    "mutation ($input: CreatePromotionInput!) { createPromotion(input: $input) { __typename } }",
    {
      token: stand.counter.owner,
      variables: { input: { id, name: "Spring", ...rule, isEnabled: false } },
    },
  );
  stand.taken();
  return id;
}

/** What an update is tried on, made once: a merchant has no room for one of each request. */
const made = new WeakMap<Stand, Promise<readonly string[]>>();

async function updated(stand: Stand) {
  const { api, owner, shop } = stand.counter;
  const all = rules(stand);
  const ids = made.get(stand) ?? Promise.all(all.map((rule) => create(stand, rule)));
  made.set(stand, ids);
  const known = await ids;
  const { data } = await api.call("{ promotions { id version } }", { token: owner });
  const versions = new Map<string, number>(data.promotions.map(({ id, version }: Data) => [id, version]));
  return all.map((rule, index) => {
    const { couponCode, kind: _, ...patch } = { couponCode: "", kind: "", ...rule };
    const coupon = couponCode === "" ? {} : { couponCode: shop.clock.newId("cat"), endNow: false };
    const promotionId = known[index] ?? "";
    const version = versions.get(promotionId);
    return { token: owner, variables: { input: { promotionId, name: "Summer", version, ...patch, ...coupon } } };
  });
}

const numbers = (operation: string) => ({
  [`${operation}.input.percent`]: each(invalid("percent"), "-1", "0", "100.000001", "101", "1.0000001"),
  [`${operation}.input.amount`]: each(invalid("amount"), -1, 10 ** 13 + 1, 0),
  [`${operation}.input.unitPrice`]: each(invalid("unitPrice"), "-1", "1.0000001", "1000000000"),
  [`${operation}.input.buyQuantity`]: each(invalid("buyQuantity"), 0, -1, 1_001, INT_MAX),
  [`${operation}.input.getQuantity`]: each(invalid("getQuantity"), 0, -1, 1_001, INT_MAX),
  [`${operation}.input.parts.0.quantity`]: each(invalid("parts.0.quantity"), 0, -1, 1_001, INT_MAX),
  [`${operation}.input.weekdays.0`]: each(invalid("weekdays"), 0, -1, 8, 4, INT_MAX),
  [`${operation}.input.minimumAmount`]: each(invalid("minimumAmount"), 0, -1, 10 ** 13 + 1),
  [`${operation}.input.minimumQuantity`]: each(invalid("minimumQuantity"), 0, -1, 1_000_001),
  [`${operation}.input.couponLimit`]: each(invalid("couponLimit"), 0, -1, 1_000_000_001),
  [`${operation}.input.priority`]: each(invalid("priority"), 0, -1, 1_001),
});

const texts = (operation: string) => ({
  [`${operation}.input.name`]: { max: 200, code: "INVALID_NAME" },
  [`${operation}.input.startTime`]: { max: 5, code: "INVALID_TIME" },
  [`${operation}.input.endTime`]: { max: 5, code: "INVALID_TIME" },
  [`${operation}.input.couponCode`]: { max: 64, code: "INVALID_PROMOTION" },
});

const scopes = (operation: string, at: string) => ({
  [`${operation}.${at}.productIds.0`]: {
    ...{ kind: "prd", unknown: `UNKNOWN_PRODUCT ${at}.productIds`, foreign: "productId" },
  } as const,
  [`${operation}.${at}.categoryIds.0`]: {
    ...{ kind: "cat", unknown: `UNKNOWN_CATEGORY ${at}.categoryIds`, foreign: "categoryId" },
  } as const,
});
const ids = (operation: string) => ({
  ...scopes(operation, "input"),
  ...scopes(operation, "input.parts.0"),
  [`${operation}.input.groupIds.0`]: {
    ...{ kind: "grp", unknown: "UNKNOWN_CUSTOMER_GROUP input.groupIds", foreign: "groupId" },
  } as const,
});

let lists = 0;
const long = (place: string, element: () => unknown, count: number) => ({
  long: count,
  element,
  tooLong: `INVALID_PROMOTION ${place}`,
});
const someId = (prefix: string) => () => `${prefix}_${String(++lists).padStart(26, "0")}`;
const listsOf = (operation: string) => ({
  [`${operation}.input.productIds`]: long("input.productIds", someId("prd"), 201),
  [`${operation}.input.categoryIds`]: long("input.categoryIds", someId("cat"), 201),
  [`${operation}.input.groupIds`]: long("input.groupIds", someId("grp"), 51),
  [`${operation}.input.weekdays`]: long("input.weekdays", () => 1, 8),
  [`${operation}.input.parts`]: { ...long("input.parts", () => ({ quantity: 1 }), 11), empty: invalid("parts") },
  [`${operation}.input.parts.0.productIds`]: long("input.parts.0.productIds", someId("prd"), 201),
  [`${operation}.input.parts.0.categoryIds`]: long("input.parts.0.categoryIds", someId("cat"), 201),
});

const MAY: readonly SignedInCaller[] = ["owner", "manager", "owner at a terminal", "manager at a terminal"];
const RIGHTS = { callers: ["manager at a terminal", "manager", "owner"] } as const;

export const promotionContract: ModuleContract = {
  good: {
    promotion: async (stand) => ({
      token: stand.counter.owner,
      variables: { id: await create(stand, { kind: "PERCENT", percent: "10" }) },
    }),
    promotions: ({ counter }) => ({ token: counter.owner, variables: { state: "ACTIVE" } }),
    createPromotion: created,
    updatePromotion: updated,
  },
  callers: {
    promotions: { document: "query { promotions { id } }", may: EVERYBODY },
    promotion: { document: `query { promotion(id: "x") { id } }`, may: EVERYBODY },
    createPromotion: {
      document: `mutation { createPromotion(input: { id: "x", name: "x", kind: PERCENT }) { userErrors { code } } }`,
      may: RIGHTS.callers,
    },
    updatePromotion: {
      document: `mutation { updatePromotion(input: { promotionId: "x", version: 1 }) { userErrors { code } } }`,
      may: RIGHTS.callers,
    },
  },
  rights: { createPromotion: MAY, updatePromotion: MAY },
  ids: {
    "promotion.id": { kind: "prm", unknown: "null" },
    "createPromotion.input.id": { kind: "prm", malformed: "INVALID_ID" },
    ...ids("createPromotion"),
    "updatePromotion.input.promotionId": { kind: "prm", unknown: "UNKNOWN_PROMOTION" },
    ...ids("updatePromotion"),
  },
  numbers: {
    ...numbers("createPromotion"),
    ...numbers("updatePromotion"),
    "updatePromotion.input.version": each("VERSION_CONFLICT input.version", 0, -1, 99, INT_MAX, -(2 ** 31)),
  },
  texts: { ...texts("createPromotion"), ...texts("updatePromotion") },
  lists: { ...listsOf("createPromotion"), ...listsOf("updatePromotion") },
};
