import { expect, test } from "vitest";
import { makeSale, sellHappened, sellLive } from "../../support/sales.ts";
import { createShop, type Shop } from "../../support/shop.ts";

/** Who sold, and who was signed in: stored apart only where the two differ. */
async function operatorsOf(shop: Shop, by: "operator" | "terminal", named?: string) {
  const sale = { ...makeSale(shop), ...(named === undefined ? {} : { operatorId: named }) };
  const [outcome] = await sellHappened(by === "operator" ? shop.operator(0) : shop.terminal(0), [sale]);
  if (!outcome || !("sale" in outcome)) throw new Error("The sale was refused");
  const { operatorId, authenticatedOperatorId } = outcome.sale;
  return { operatorId, authenticatedOperatorId };
}

test("syncSales: stores who was signed in beside who is claimed when they differ", async () => {
  const shop = await createShop();
  const [manager, cashier] = [shop.staff.MANAGER.id, shop.staff.CASHIER.id];
  const only = (operatorId: string | undefined) => ({ operatorId, authenticatedOperatorId: undefined });
  expect(await operatorsOf(shop, "operator")).toEqual(only(manager));
  expect(await operatorsOf(shop, "operator", manager)).toEqual(only(manager));
  expect(await operatorsOf(shop, "operator", cashier)).toEqual({
    operatorId: cashier,
    authenticatedOperatorId: manager,
  });
  expect(await operatorsOf(shop, "terminal", cashier)).toEqual({ operatorId: cashier, authenticatedOperatorId: null });
  expect(await operatorsOf(shop, "terminal")).toEqual(only(undefined));
});

test("completeSale: stores the operator who is signed in, not the one in the input", async () => {
  const shop = await createShop();
  const sale = { ...makeSale(shop), operatorId: shop.staff.CASHIER.id };
  const outcome = await sellLive(shop.operator(0), sale);
  expect(outcome).toMatchObject({ sale: { operatorId: shop.staff.MANAGER.id } });
  expect("sale" in outcome && outcome.sale).not.toHaveProperty("authenticatedOperatorId");
});
