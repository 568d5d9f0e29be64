import type { Stand } from "../../api/bad-input/stand.ts";
import type { Making, ModuleContract, NumberRow, SignedInCaller } from "../../module-contract.ts";
import { EVERYBODY } from "../page.ts";

const each = (expected: string, ...values: readonly unknown[]): NumberRow => values.map((value) => [value, expected]);
const invalid = (field: string) => `INVALID_PRICE_LIST input.${field}`;
const INT_MAX = 2 ** 31 - 1;

/** A list with every field. */
const whole = ({ own }: Stand) => ({
  ...{ startsOn: "2026-06-01", endsOn: "2026-06-30", weekdays: [2, 4], startTime: "09:00", endTime: "17:00" },
  ...{ groupIds: [own.groupId], locationIds: [own.locationId], isEnabled: false },
  prices: [{ variantId: own.variantId, minimumQuantity: "2", unitPrice: "1.5" }],
});

const created: Making = (stand) => ({
  token: stand.counter.owner,
  variables: { input: { id: stand.counter.shop.clock.newId("prl"), name: "Wholesale", ...whole(stand) } },
});

async function create(stand: Stand): Promise<string> {
  const id = stand.counter.shop.clock.newId("prl");
  await stand.counter.api.call(
    "mutation ($input: CreatePriceListInput!) { createPriceList(input: $input) { __typename } }",
    { token: stand.counter.owner, variables: { input: { id, name: "Wholesale", isEnabled: false } } },
  );
  stand.taken();
  return id;
}

/** What an update is tried on, made once: a merchant has no room for one of each request. */
const made = new WeakMap<Stand, Promise<string>>();

const updated: Making = async (stand) => {
  const { api, owner } = stand.counter;
  const kept = made.get(stand) ?? create(stand);
  made.set(stand, kept);
  const priceListId = await kept;
  const { data } = await api.call("query ($id: ID!) { priceList(id: $id) { version } }", {
    token: owner,
    variables: { id: priceListId },
  });
  const { version } = data.priceList;
  return {
    token: owner,
    variables: { input: { priceListId, version, name: "Trade", ...whole(stand), endNow: false } },
  };
};

const numbers = (operation: string) => ({
  [`${operation}.input.weekdays.0`]: each(invalid("weekdays"), 0, -1, 8, 4, INT_MAX),
  [`${operation}.input.prices.0.minimumQuantity`]: each(
    "INVALID_QUANTITY input.prices.0.minimumQuantity",
    ...["-1", "1.0001", "10000000"],
  ),
  [`${operation}.input.prices.0.unitPrice`]: each(
    "INVALID_PRICE input.prices.0.unitPrice",
    ...["-1", "1.0000001", "1000000000"],
  ),
});

const texts = (operation: string) => ({
  [`${operation}.input.name`]: { max: 200, code: "INVALID_NAME" },
  [`${operation}.input.startTime`]: { max: 5, code: "INVALID_TIME" },
  [`${operation}.input.endTime`]: { max: 5, code: "INVALID_TIME" },
});

const ids = (operation: string) => ({
  [`${operation}.input.groupIds.0`]: {
    ...{ kind: "grp", unknown: "UNKNOWN_CUSTOMER_GROUP input.groupIds", foreign: "groupId" },
  } as const,
  [`${operation}.input.locationIds.0`]: {
    ...{ kind: "loc", unknown: "UNKNOWN_LOCATION input.locationIds", foreign: "locationId" },
  } as const,
  [`${operation}.input.prices.0.variantId`]: {
    ...{ kind: "var", unknown: "UNKNOWN_VARIANT", foreign: "variantId" },
  } as const,
});

let count = 0;
const someId = (prefix: string) => () => `${prefix}_${String(++count).padStart(26, "0")}`;
const long = (field: string, element: () => unknown, size: number) => ({
  ...{ long: size, element, tooLong: invalid(field) },
});
const lists = (operation: string) => ({
  [`${operation}.input.groupIds`]: long("groupIds", someId("grp"), 51),
  [`${operation}.input.locationIds`]: long("locationIds", someId("loc"), 51),
  [`${operation}.input.weekdays`]: long("weekdays", () => 1, 8),
  [`${operation}.input.prices`]: long("prices", () => ({ variantId: someId("var")(), unitPrice: "1" }), 2_001),
});

const MAY: readonly SignedInCaller[] = ["owner", "manager", "owner at a terminal", "manager at a terminal"];
const CALLERS = ["manager at a terminal", "manager", "owner"] as const;

export const priceListContract: ModuleContract = {
  good: {
    priceList: async (stand) => ({ token: stand.counter.owner, variables: { id: await create(stand) } }),
    priceLists: ({ counter }) => ({ token: counter.owner, variables: { state: "ACTIVE" } }),
    createPriceList: created,
    updatePriceList: updated,
  },
  callers: {
    priceLists: { document: "query { priceLists { id } }", may: EVERYBODY },
    priceList: { document: `query { priceList(id: "x") { id } }`, may: EVERYBODY },
    createPriceList: {
      document: `mutation { createPriceList(input: { id: "x", name: "x" }) { userErrors { code } } }`,
      may: CALLERS,
    },
    updatePriceList: {
      document: `mutation { updatePriceList(input: { priceListId: "x", version: 1 }) { userErrors { code } } }`,
      may: CALLERS,
    },
  },
  rights: { createPriceList: MAY, updatePriceList: MAY },
  ids: {
    "priceList.id": { kind: "prl", unknown: "null" },
    "createPriceList.input.id": { kind: "prl", malformed: "INVALID_ID" },
    ...ids("createPriceList"),
    "updatePriceList.input.priceListId": { kind: "prl", unknown: "UNKNOWN_PRICE_LIST" },
    ...ids("updatePriceList"),
  },
  numbers: {
    ...numbers("createPriceList"),
    ...numbers("updatePriceList"),
    "updatePriceList.input.version": each("VERSION_CONFLICT input.version", 0, -1, 99, INT_MAX, -(2 ** 31)),
  },
  texts: { ...texts("createPriceList"), ...texts("updatePriceList") },
  lists: { ...lists("createPriceList"), ...lists("updatePriceList") },
};
