import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Counter,
  closeCounter,
  complete,
  line,
  listedExceptions,
  openCounter,
  payment,
  refusals,
  saleInput,
  syncOne,
} from "../../api/counter.ts";

/** Whether an article without stock may be sold live: the merchant's setting `refusesOutOfStock`. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ variants: 4 });
  await counter.shop.stock("3");
  await counter.api.reader.caughtUp();
});
afterAll(() => closeCounter(counter));

let version = 1;
async function setRefusing(refusesOutOfStock: boolean): Promise<void> {
  const { data, errors } = await counter.api.call(
    "mutation ($input: UpdateMerchantInput!) { updateMerchant(input: $input) { merchant { version } userErrors { code } } }",
    { variables: { input: { version, refusesOutOfStock } }, token: counter.owner },
  );
  expect([errors, data.updateMerchant.userErrors]).toEqual([undefined, []]);
  version = data.updateMerchant.merchant.version;
}

const sale = (...lines: readonly (readonly [sku: string, quantity: string])[]) =>
  saleInput(counter, {
    lines: lines.map(([sku, quantity]) => line({ variant: { sku }, quantity, unitPrice: "0" })),
    payments: [payment(counter, 0)],
  });

async function sold(input: ReturnType<typeof sale>): Promise<[string, string][]> {
  const answer = await complete(counter, input);
  await counter.api.reader.caughtUp();
  return refusals(answer);
}

test("completeSale: sells what is not there when the merchant has not asked for more", async () => {
  expect(await sold(sale(["SKU-0004", "5"]))).toEqual([]);
});

test("completeSale: OUT_OF_STOCK at the line when the level shows less, also when two lines add up", async () => {
  await setRefusing(true);
  expect(await sold(sale(["SKU-0001", "4"]))).toEqual([["OUT_OF_STOCK", "input.lines.0.quantity"]]);
  expect(await sold(sale(["SKU-0001", "2"], ["SKU-0002", "1"], ["SKU-0001", "2"]))).toEqual([
    ["OUT_OF_STOCK", "input.lines.2.quantity"],
  ]);
});

test("completeSale: OUT_OF_STOCK when packs contain more than there is", async () => {
  const { variants } = counter.shop;
  const packs = [{ name: "Pair", size: 2, unitPrice: "0" }];
  const { data } = await counter.api.call(
    "mutation ($input: PatchVariantInput!) { patchVariant(input: $input) { userErrors { code } } }",
    { variables: { input: { variantId: variants[2]?.id, version: 1, packs } }, token: counter.owner },
  );
  expect(data.patchVariant.userErrors).toEqual([]);
  const pairs = (quantity: string) => {
    const { lines, ...input } = sale(["SKU-0003", quantity]);
    return { ...input, lines: (lines as readonly object[]).map((one) => ({ ...one, packSize: 2 })) };
  };
  expect(await sold(pairs("2"))).toEqual([["OUT_OF_STOCK", "input.lines.0.quantity"]]);
  expect(await sold(pairs("1"))).toEqual([]);
});

test("completeSale: sells to the last, and answers a repeated request with the stored sale", async () => {
  const last = sale(["SKU-0001", "3"]);
  expect(await sold(last)).toEqual([]);
  expect(await complete(counter, last)).toMatchObject({ replayed: true, userErrors: [] });
  expect(await sold(sale(["SKU-0001", "0.001"]))).toEqual([["OUT_OF_STOCK", "input.lines.0.quantity"]]);
});

test("syncSales: records a sale of what is not there, and the level raises an exception", async () => {
  expect((await syncOne(counter, sale(["SKU-0001", "1"]))).status).toBe("RECORDED");
  await counter.api.reader.caughtUp();
  const subject = `${counter.shop.locationId}.${counter.shop.variants[0]?.id}`;
  expect(await listedExceptions(counter, subject, true)).toMatchObject([{ code: "STOCK_NEGATIVE" }]);
});

test("completeSale: sells open lines and articles whose stock is not tracked", async () => {
  const { clock } = counter.shop;
  const variants = [{ id: clock.newId("var"), sku: "SERVICE", unitPrice: "0", stocked: false }];
  const { data } = await counter.api.call(
    "mutation ($input: CreateProductInput!) { createProduct(input: $input) { userErrors { code } } }",
    { variables: { input: { id: clock.newId("prd"), name: "Service", variants } }, token: counter.owner },
  );
  expect(data.createProduct.userErrors).toEqual([]);
  expect(await sold(sale(["SERVICE", "9"]))).toEqual([]);
  await setRefusing(false);
  expect(await sold(sale(["SKU-0001", "1"]))).toEqual([]);
});
