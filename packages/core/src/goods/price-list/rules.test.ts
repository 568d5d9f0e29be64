import fc from "fast-check";
import { expect, test } from "vitest";
import { momentAt } from "../promotion/moment.ts";
import type { PriceList } from "./model.ts";
import { priceByLists, priceListSet } from "./rules.ts";

const LONDON = { timeZone: "Europe/London" };
const AT = { moment: momentAt("2026-06-15T09:00:00.000Z", LONDON), locationId: "loc_1", groupIds: ["grp_1"] };

function list(id: string, fields: Partial<PriceList>): PriceList {
  return {
    ...{ id, name: id, groupIds: [], locationIds: [], weekdays: [], prices: {}, isEnabled: true, version: 1 },
    ...{ createdAt: "2026-01-01T00:00:00.000Z", ...fields },
  };
}

const priceOf = (quantity: number, ...lists: readonly PriceList[]) =>
  priceByLists(priceListSet(lists), "tea", quantity * 1_000, AT)?.unitPrice;

test("priceByLists: asks the price of the highest quantity that is reached", () => {
  const steps = list("prl_1", { prices: { tea: { "0": "9", "10": "8", "2.5": "8.5" } } });
  expect([1, 2.5, 9.999, 10, 400].map((quantity) => priceOf(quantity, steps))).toEqual(["9", "8.5", "8.5", "8", "8"]);
});

test("priceByLists: leaves a quantity below the first step to the catalogue", () => {
  const steps = list("prl_1", { prices: { tea: { "3": "9" } } });
  expect([priceOf(2, steps), priceOf(3, steps)]).toEqual([undefined, "9"]);
});

test("priceByLists: takes the lowest price, and of equal ones the first list", () => {
  const [one, other] = [
    list("prl_1", { prices: { tea: { "0": "10" } } }),
    list("prl_2", { prices: { tea: { "0": "9.5" } } }),
  ];
  expect(priceOf(1, one, other)).toBe("9.5");
  const same = list("prl_0", { prices: { tea: { "0": "9.50" } } });
  expect(priceByLists(priceListSet([other, same]), "tea", 1_000, AT)?.priceListId).toBe("prl_0");
});

test.each<[string, Partial<PriceList>]>([
  ["of another group", { groupIds: ["grp_2"] }],
  ["of another location", { locationIds: ["loc_2"] }],
  ["that is off", { isEnabled: false }],
  ["that begins tomorrow", { startsOn: "2026-06-16" }],
  ["that ended yesterday", { endsOn: "2026-06-14" }],
  ["of another weekday", { weekdays: [2] }],
  ["of other hours", { startTime: "17:00", endTime: "09:00" }],
  ["that was made later", { createdAt: "2026-06-15T09:00:00.001Z" }],
  ["that a person ended", { endedAt: "2026-06-15T09:00:00.000Z" }],
])("priceByLists: leaves out a list %s", (_what, fields) => {
  const prices = { tea: { "0": "1" } };
  expect(priceOf(1, list("prl_1", { ...fields, prices }))).toBeUndefined();
  expect(priceOf(1, list("prl_1", { prices }))).toBe("1");
});

test("priceByLists: never asks more than any list that counts, whatever their order", () => {
  const prices = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(prices, (each) => {
      const lists = each.map((price, index) => list(`prl_${index}`, { prices: { tea: { "0": String(price) } } }));
      expect(priceOf(1, ...lists)).toBe(String(Math.min(...each)));
      expect(priceOf(1, ...lists.toReversed())).toBe(String(Math.min(...each)));
    }),
  );
});
