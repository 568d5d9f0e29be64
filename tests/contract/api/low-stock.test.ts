import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { type Counter, closeCounter, codeOf, openCounter } from "./counter.ts";

/** The variants below their reorder points, in pages. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ variants: 7 });
  await counter.shop.stock("3");
  // The first is not below its point; of the others two at a time are equally low.
  const points = ["3", "30", "30", "12", "12", "6", "6"];
  for (const [index, { id }] of counter.shop.variants.entries()) {
    const { data } = await counter.api.call(
      "mutation ($input: PatchVariantInput!) { patchVariant(input: $input) { userErrors { code } } }",
      { variables: { input: { variantId: id, version: 1, reorderPoint: points[index] } }, token: counter.owner },
    );
    expect(data.patchVariant.userErrors).toEqual([]);
  }
  await counter.api.reader.caughtUp();
});
afterAll(() => closeCounter(counter));

const ROWS = "onHand variant { sku }";
const PAGE = `query ($id: ID!, $first: Int, $after: String) {
  lowStockPage(filter: { locationId: $id }, first: $first, after: $after) {
    edges { cursor node { ${ROWS} } } nodes { ${ROWS} } totalCount pageInfo { hasNextPage hasPreviousPage endCursor } } }`;

function page(variables: object): ReturnType<Counter["api"]["call"]> {
  return counter.api.call(PAGE, { variables: { id: counter.shop.locationId, ...variables }, token: counter.owner });
}

test.each([1, 2, 4, 5, 6, 100])("lowStockPage: returns every row once when walked by %i", async (first) => {
  const { data } = await counter.api.call(`query ($id: ID!) { lowStock(locationId: $id, first: 100) { ${ROWS} } }`, {
    variables: { id: counter.shop.locationId },
    token: counter.owner,
  });
  expect(data.lowStock.map(({ variant }: Data) => variant.sku)).toEqual(
    counter.shop.variants.slice(1).map(({ sku }) => sku),
  );
  const walked: Data[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 10; pages++) {
    const answer = await page({ first, after });
    expect(answer.errors).toBeUndefined();
    const { nodes, edges, totalCount, pageInfo }: Data = answer.data.lowStockPage;
    expect(edges.map(({ node }: Data) => node)).toEqual(nodes);
    walked.push(...nodes);
    expect(totalCount).toBe(6);
    expect(pageInfo).toMatchObject({ hasNextPage: walked.length < 6, hasPreviousPage: after !== null });
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) break;
  }
  expect(walked).toEqual(data.lowStock);
});

test("lowStockPage: returns null when the location is unknown; refuses the cursor of another location", async () => {
  const { clock } = counter.shop;
  expect((await page({ id: clock.newId("loc") })).data.lowStockPage).toBeNull();
  const { data } = await page({ first: 1 });
  const foreign = await page({ id: clock.newId("loc"), after: data.lowStockPage.pageInfo.endCursor });
  expect(codeOf(foreign)).toBe("BAD_REQUEST");
});
