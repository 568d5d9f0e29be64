import { present } from "@pos/core/base/result.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { closeStand, openStand, type Stand } from "./bad-input/stand.ts";
import type { Things } from "./bad-input/things.ts";
import { signInDashboard } from "./counter.ts";

/** `node` finds facts and what is derived from them, for callers who may list them. */
let stand: Stand;
let cashier: string;
beforeAll(async () => {
  stand = await openStand();
  cashier = await signInDashboard(stand.counter.api, stand.counter.shop, "CASHIER");
});
afterAll(() => closeStand(stand));

interface NodeRow {
  readonly type: string;
  readonly fields: string;
  readonly list: string;
  readonly nodesOf: (data: Data) => readonly Data[];
  /** Whether a cashier at the dashboard finds it. */
  readonly cashier: boolean;
  /** An id of the right form of which there is nothing. */
  readonly unknown: (own: Things) => string;
}

const newId = (prefix: "sal" | "rsn" | "var") => stand.counter.shop.clock.newId(prefix);

const NODES: readonly NodeRow[] = [
  {
    type: "Sale",
    fields: "id receiptNumber total { amount } lines { id sku }",
    list: "sales(first: 100) { nodes { FIELDS } }",
    nodesOf: ({ sales }) => sales.nodes,
    cashier: true,
    unknown: () => newId("sal"),
  },
  {
    type: "StockLevel",
    fields: "id sku onHand variant { id }",
    list: "stockLevels(locationId: $location, first: 100) { nodes { FIELDS } }",
    nodesOf: ({ stockLevels }) => stockLevels.nodes,
    cashier: false,
    unknown: ({ locationId }) => `${locationId}.${newId("var")}`,
  },
  {
    type: "Movement",
    fields: "id factId kind occurredAt quantity quantityAfter value { amount }",
    list: "movements(locationId: $location, variantId: $variant, first: 100) { nodes { FIELDS } }",
    nodesOf: ({ movements }) => movements.nodes,
    cashier: false,
    unknown: ({ locationId, variantId }) => `${locationId}.${variantId}.${newId("sal")}`,
  },
  {
    type: "Exception",
    fields: "id subject code message status version raisedAt",
    list: "exceptions(locationId: $location, first: 100) { nodes { FIELDS } }",
    nodesOf: ({ exceptions }) => exceptions.nodes,
    cashier: false,
    unknown: () => `${newId("sal")}:ID_CONFLICT`,
  },
  {
    type: "ReportSending",
    fields: "id day dueAt location { id } deliveries { recipient status }",
    list: "reportSendings(locationId: $location, first: 100) { nodes { FIELDS } }",
    nodesOf: ({ reportSendings }) => reportSendings.nodes,
    cashier: false,
    unknown: () => newId("rsn"),
  },
];

/** What a merchant's owner lists. */
async function listed({ list, fields, nodesOf }: NodeRow, things: Things, token: string): Promise<readonly Data[]> {
  const variables = { location: things.locationId, variant: things.variantId };
  const parameters = [
    ...(list.includes("$location") ? ["$location: ID!"] : []),
    ...(list.includes("$variant") ? ["$variant: ID!"] : []),
  ].join(", ");
  const document = `query Listed${parameters && `(${parameters})`} { ${list.replace("FIELDS", fields)} }`;
  const { data, errors } = await stand.counter.api.call(document, { variables, token });
  expect(errors).toBeUndefined();
  const nodes = nodesOf(data);
  expect(nodes.length).toBeGreaterThan(0);
  return nodes;
}

async function nodeOf({ type, fields }: NodeRow, id: string, token: string): Promise<Data> {
  const document = `query ($id: ID!) { node(id: $id) { __typename id ... on ${type} { ${fields} } } }`;
  const { data, errors } = await stand.counter.api.call(document, { variables: { id }, token });
  expect(errors).toBeUndefined();
  return data.node;
}

describe.each(NODES.map((row) => [row.type, row] as const))("node, %s", (type, row) => {
  test("returns what the list returns, each under an id of its own", async () => {
    const { owner } = stand.counter;
    const nodes = await listed(row, stand.own, owner);
    for (const node of nodes.slice(0, 5))
      expect(await nodeOf(row, node.id, owner)).toEqual({ __typename: type, ...node });
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  });

  test("returns null for another merchant's id and for one of nothing", async () => {
    const { owner } = stand.counter;
    const [foreign] = await listed(row, stand.foreign, stand.foreignOwner);
    expect(await nodeOf(row, foreign.id, owner)).toBeNull();
    expect(await nodeOf(row, row.unknown(stand.own), owner)).toBeNull();
  });

  test("returns null when the caller has no permission for the list", async () => {
    const [own] = await listed(row, stand.own, stand.counter.owner);
    expect((await nodeOf(row, own.id, cashier)) !== null).toBe(row.cashier);
  });

  test("returns null when the caller may not see the location", async () => {
    const [own] = await listed(row, stand.own, stand.counter.owner);
    expect(await nodeOf(row, own.id, stand.branch.manager)).toBeNull();
  });
});

test("node: returns null when an id is put together in another way", async () => {
  const { owner } = stand.counter;
  const { locationId, variantId, saleId, exception } = stand.own;
  const level = `${locationId}.${variantId}`;
  const movement = present(
    NODES.find(({ type }) => type === "Movement"),
    "the row of movements",
  );
  const [moved] = await listed(movement, stand.own, owner);
  const ids = [
    `${variantId}.${locationId}`,
    `${level}.`,
    `${level.toLowerCase()}`,
    `${stand.branch.locationId}.${variantId}.${saleId}`,
    `${locationId}.${stand.own.productVariantId}.${saleId}`,
    `${moved.id}.0`,
    `${moved.id}.1`,
    `${exception.subject}:`,
    `${exception.subject}:${exception.code}:${exception.code}`,
    `${"x".repeat(100)}:${"X".repeat(100)}`,
  ];
  for (const id of ids) expect([id, await nodeOf(movement, id, owner)]).toEqual([id, null]);
});
