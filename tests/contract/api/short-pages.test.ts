import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import { expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { SHOP_STREAM } from "../../support/shop.ts";
import { closeCounter, complete, openCounter, saleInput, sync } from "./counter.ts";

const sorted = (texts: readonly string[]) => texts.toSorted((a, b) => (a < b ? -1 : 1));

/** A page of the table may end before its limit; a list ends where there is nothing more, and not before. */
test("lists go on over pages of the table that are cut short", async () => {
  const counter = await openCounter({
    engine: createMemoryTable({ random: createRandom(3), streamFilter: SHOP_STREAM, shortPageRate: 0.7 }),
  });
  const { api, shop, owner } = counter;
  const { locationId } = shop;
  const [sales, flagged]: [string[], string[]] = [[], []];
  for (let count = 0; count < 15; count++) sales.push((await complete(counter, saleInput(counter))).sale.id);
  for (let count = 0; count < 15; count++) {
    const input = saleInput(counter, { expectedTotal: 7 });
    await sync(counter, [input]);
    sales.push(input.id);
    flagged.push(input.id);
  }
  await api.reader.caughtUp();
  const walk = async (list: string, field: string): Promise<string[]> => {
    const found: string[] = [];
    let after: string | null = null;
    do {
      const { data, errors }: Data = await api.call(
        `query ($l: ID!, $after: String) { list: ${list} { nodes { ${field} } pageInfo { hasNextPage endCursor } } }`,
        { variables: { l: locationId, after }, token: owner },
      );
      expect(errors).toBeUndefined();
      found.push(...data.list.nodes.map((node: Data) => node[field]));
      after = data.list.pageInfo.hasNextPage ? data.list.pageInfo.endCursor : null;
    } while (after !== null);
    return sorted(found);
  };
  for (const first of [4, 25, 100]) {
    expect(await walk(`sales(first: ${first}, after: $after, filter: { locationId: $l })`, "id")).toEqual(
      sorted(sales),
    );
    const subjects = await walk(`exceptions(locationId: $l, open: true, first: ${first}, after: $after)`, "subject");
    expect([...new Set(subjects)].filter((subject) => subject.startsWith("sal_"))).toEqual(sorted(flagged));
  }
  await closeCounter(counter);
});
