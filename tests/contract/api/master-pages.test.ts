import { createCategory } from "@pos/core/goods/catalog/index.ts";
import { createLocation } from "@pos/core/people/location/index.ts";
import { createStaff } from "@pos/core/people/staff/index.ts";
import { createTerminal } from "@pos/core/people/terminal/index.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { createShop, done } from "../../support/shop.ts";
import { type Counter, closeCounter, codeOf, openCounter, signIn } from "./counter.ts";

/** Lists of master data in pages: locations, terminals, staff members and categories, in the order of their ids. */
let counter: Counter;
let branch: { locationIds: string[]; owner: string };
const sorted = (ids: readonly string[]) => ids.toSorted((a, b) => (a < b ? -1 : 1));
const listed: { [list: string]: string[] } = {};

beforeAll(async () => {
  counter = await openCounter({ terminals: 2 });
  const { shop, api } = counter;
  await createShop({ engine: shop.engine, seed: 2 });
  const locations = [shop.locationId];
  const terminals = shop.terminals.map(({ id }) => id);
  const categories: string[] = [];
  const staff = Object.values(shop.staff).map(({ id }) => id);
  for (const code of ["A", "B", "C", "D", "E"]) {
    const location = { id: shop.clock.newId("loc"), code, name: `Shop ${code}`, timeZone: "Europe/London" };
    done(await createLocation(shop.owner, location));
    locations.push(location.id);
    const terminal = { id: shop.clock.newId("trm"), code, name: `Terminal ${code}`, locationId: location.id };
    done(await createTerminal(shop.owner, terminal));
    terminals.push(terminal.id);
    const category = { id: shop.clock.newId("cat"), name: `Category ${code}` };
    done(await createCategory(shop.owner, category));
    categories.push(category.id);
  }
  const [, locationId = "", second = ""] = locations;
  const person = {
    email: "branch@shop.example",
    password: "the branch opens at nine",
    locationIds: [second, locationId],
  };
  const id = shop.clock.newId("stf");
  done(await createStaff(shop.owner, { id, name: "Branch owner", role: "OWNER", ...person }));
  staff.push(id);
  branch = {
    locationIds: [locationId, second].sort(),
    owner: (await signIn(api, person.email, person.password)).token,
  };
  Object.assign(listed, {
    locationsPage: sorted(locations),
    terminalsPage: sorted(terminals),
    categoriesPage: sorted(categories),
    staffPage: sorted(staff),
  });
});
afterAll(() => closeCounter(counter));

async function ask(query: string, variables: object = {}, token = counter.owner): Promise<Data> {
  const { data, errors } = await counter.api.call(query, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

async function walked(list: string, first: number, filter = "", token = counter.owner): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const query = `query ($first: Int, $after: String) { page: ${list}(first: $first, after: $after ${filter}) {
      edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    const { page }: Data = await ask(query, { first, after }, token);
    expect(page.edges.map(({ node }: Data) => node)).toEqual(page.nodes);
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    expect(page.nodes.length).toBeLessThanOrEqual(first);
    ids.push(...page.nodes.map(({ id }: Data) => id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
}

describe.each(["locationsPage", "terminalsPage", "categoriesPage", "staffPage"])("%s", (list) => {
  test.each([1, 2, 5, 100])("returns every row once when walked by %i", async (first) => {
    expect(await walked(list, first)).toEqual(listed[list]);
  });

  test("refuses the cursor of another list", async () => {
    const other = list === "staffPage" ? "locationsPage" : "staffPage";
    const { page } = await ask(`{ page: ${other}(first: 1) { pageInfo { endCursor } } }`);
    const query = `query ($after: String) { ${list}(after: $after) { nodes { id } } }`;
    const variables = { after: page.pageInfo.endCursor };
    expect(codeOf(await counter.api.call(query, { variables, token: counter.owner }))).toBe("BAD_REQUEST");
  });
});

test("terminalsPage: returns the terminals of one location when filtered, and of those that the caller may see", async () => {
  const { locationId } = counter.shop;
  const own = counter.shop.terminals.map(({ id }) => id).sort();
  expect(await walked("terminalsPage", 1, `, filter: { locationId: "${locationId}" }`)).toEqual(own);
  expect(await walked("terminalsPage", 1, "", branch.owner)).toHaveLength(2);
  const query = "query ($filter: TerminalFilter) { terminalsPage(filter: $filter) { nodes { id } } }";
  expect((await ask(query, { filter: { locationId } }, branch.owner)).terminalsPage).toBeNull();
  expect((await ask(query, { filter: {} })).terminalsPage.nodes).toHaveLength(7);
});

test("terminalsPage: refuses a cursor of another filter", async () => {
  const { locationId } = counter.shop;
  const { terminalsPage } = await ask("{ terminalsPage(first: 1) { pageInfo { endCursor } } }");
  const query =
    "query ($after: String, $l: ID) { terminalsPage(after: $after, filter: { locationId: $l }) { nodes { id } } }";
  const variables = { after: terminalsPage.pageInfo.endCursor, l: locationId };
  expect(codeOf(await counter.api.call(query, { variables, token: counter.owner }))).toBe("BAD_REQUEST");
});

test("locationsPage: returns the locations that the caller may see", async () => {
  expect(await walked("locationsPage", 1, "", branch.owner)).toHaveLength(2);
  expect(await walked("locationsPage", 5, "", counter.terminal)).toEqual([counter.shop.locationId]);
});

test("staffPage: returns where each staff member works, null for every location", async () => {
  const query = `{ staffPage(first: 50) { nodes { name role locations(first: 1) { nodes { id } pageInfo { hasNextPage endCursor } } } } }`;
  const { staffPage } = await ask(query);
  const found = staffPage.nodes.find(({ name }: Data) => name === "Branch owner");
  expect(found.locations).toMatchObject({ nodes: [{ id: branch.locationIds[0] }], pageInfo: { hasNextPage: true } });
  const more = `query ($after: String) { staffPage(first: 50) { nodes { name locations(after: $after) { nodes { id } } } } }`;
  const { data } = await counter.api.call(more, {
    variables: { after: found.locations.pageInfo.endCursor },
    token: counter.owner,
  });
  const rest = data.staffPage.nodes.find(({ name }: Data) => name === "Branch owner").locations.nodes;
  expect(rest).toEqual([{ id: branch.locationIds[1] }]);
  expect(staffPage.nodes.find(({ role }: Data) => role === "CASHIER").locations).toBeNull();
});

test("the lists without pages: return the same rows as the pages", async () => {
  const { locations, terminals, categories } = await ask(
    "{ locations { id } terminals { id } categories { id name } }",
  );
  const idsOf = (rows: readonly Data[]) => rows.map(({ id }) => id);
  expect(idsOf(locations)).toEqual(listed.locationsPage);
  expect(idsOf(terminals)).toEqual(listed.terminalsPage);
  expect(idsOf(categories).sort()).toEqual(listed.categoriesPage);
  expect(categories.map(({ name }: Data) => name)).toEqual(["A", "B", "C", "D", "E"].map((code) => `Category ${code}`));
});
