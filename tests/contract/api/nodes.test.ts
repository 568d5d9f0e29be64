import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { closeStand, openStand, type Stand } from "./bad-input/stand.ts";
import type { Things } from "./bad-input/things.ts";
import { signInDashboard } from "./counter.ts";

/** `node` finds every record with an id, for callers who may see it by the noun's own query. */
let stand: Stand;
let cashier: string;
beforeAll(async () => {
  stand = await openStand();
  cashier = await signInDashboard(stand.counter.api, stand.counter.shop, "CASHIER");
});
afterAll(() => closeStand(stand));

interface NodeRow {
  readonly type: string;
  readonly id: keyof Things;
  readonly fields: string;
  /** How its own query lists it. */
  readonly list: string;
  readonly nodesOf: (data: Data) => readonly Data[];
  /** Whether a cashier at the dashboard finds it. */
  readonly cashier: boolean;
  /** A manager of another location does not find it: it belongs to a location, or only the owner may read it. */
  readonly located?: true;
}

const NODES: readonly NodeRow[] = [
  {
    type: "Product",
    id: "productId",
    fields: "id name version category { id } taxCode { id } variants { id }",
    list: "products(first: 100) { nodes { FIELDS } }",
    nodesOf: ({ products }) => products.nodes,
    cashier: true,
  },
  {
    type: "Category",
    id: "categoryId",
    fields: "id name",
    list: "categories { FIELDS }",
    nodesOf: ({ categories }) => categories,
    cashier: true,
  },
  {
    type: "Variant",
    id: "productVariantId",
    fields: "id sku name unitPrice unitCost product { id }",
    list: "products(first: 100) { nodes { variants { FIELDS } } }",
    nodesOf: ({ products }) => products.nodes.flatMap(({ variants }: Data) => variants),
    cashier: true,
  },
  {
    type: "Customer",
    id: "customerId",
    fields: "id name version",
    list: "customers(first: 100) { nodes { FIELDS } }",
    nodesOf: ({ customers }) => customers.nodes,
    cashier: false,
  },
  {
    type: "Location",
    id: "locationId",
    fields: "id code name timeZone",
    list: "locations { FIELDS }",
    nodesOf: ({ locations }) => locations,
    cashier: true,
    located: true,
  },
  {
    type: "Terminal",
    id: "terminalId",
    fields: "id code name kind version location { id }",
    list: "terminals { FIELDS }",
    nodesOf: ({ terminals }) => terminals,
    cashier: true,
    located: true,
  },
  {
    type: "Staff",
    id: "staffId",
    fields: "id name role operatorNumber locations { nodes { id } }",
    list: "staffPage(first: 100) { nodes { FIELDS } }",
    nodesOf: ({ staffPage }) => staffPage.nodes,
    cashier: false,
    located: true,
  },
  {
    type: "ReportSchedule",
    id: "reportScheduleId",
    fields: "id timeOfDay recipients nextAt version location { id }",
    list: "reportSchedules { FIELDS }",
    nodesOf: ({ reportSchedules }) => reportSchedules,
    cashier: false,
    located: true,
  },
];

async function nodeOf({ type, fields }: NodeRow, id: unknown, token: string): Promise<Data> {
  const document = `query ($id: ID!) { node(id: $id) { __typename id ... on ${type} { ${fields} } } }`;
  const { data, errors } = await stand.counter.api.call(document, { variables: { id }, token });
  expect(errors).toBeUndefined();
  return data.node;
}

describe.each(NODES.map((row) => [row.type, row] as const))("node, %s", (type, row) => {
  test("returns what the noun's own query returns", async () => {
    const { api, owner } = stand.counter;
    const { data, errors } = await api.call(`{ ${row.list.replace("FIELDS", row.fields)} }`, { token: owner });
    expect(errors).toBeUndefined();
    const id = stand.own[row.id];
    const listed = row.nodesOf(data).find((node) => node.id === id);
    expect(listed).toBeDefined();
    expect(await nodeOf(row, id, owner)).toEqual({ __typename: type, ...listed });
  });

  test("returns null for another merchant's id and for one of nothing", async () => {
    const { owner, shop } = stand.counter;
    expect(await nodeOf(row, stand.foreign[row.id], owner)).toBeNull();
    const prefix = String(stand.own[row.id]).slice(0, 3);
    expect(await nodeOf(row, shop.clock.newId(prefix as "var"), owner)).toBeNull();
  });

  test("returns null when the caller has no permission for the noun's query", async () => {
    expect((await nodeOf(row, stand.own[row.id], cashier)) !== null).toBe(row.cashier);
  });

  test("returns null when the caller may not see the location", async () => {
    const { manager } = stand.branch;
    expect((await nodeOf(row, stand.own[row.id], manager)) !== null).toBe(row.located !== true);
  });
});
