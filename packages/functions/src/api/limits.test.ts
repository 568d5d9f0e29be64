import { buildSchema, type DocumentNode, getOperationAST, parse, visit } from "graphql";
import { describe, expect, test } from "vitest";
import { breachesOf, costOf, documentProblem, LIMITS } from "./limits.ts";

const schema = buildSchema(`
  directive @listSize(assumed: Int!) on FIELD_DEFINITION
  interface Node { id: ID! }
  type Query { node(id: ID!): Node  sales(first: Int, last: Int): Sales  me: Thing }
  type Sales { nodes: [Sale!]!  edges: [Edge!]! }
  type Edge { cursor: String!  node: Sale! }
  type Sale implements Node { id: ID!  lines: [Line!]! @listSize(assumed: 3)  total: Money!  sales(first: Int): Sales }
  type Line { id: ID!  total: Money! }
  type Money { amount: Int! }
  type Thing { me: Thing  id: ID }
  type Mutation { signIn: String  signInOperator: String  activateTerminal: String  rename: String }
`);

/** Counts how often the selections of a document are read: a measure of work that no other process on the machine changes. */
function countReads(document: DocumentNode): { readonly sets: number; readonly reads: () => number } {
  let sets = 0;
  let reads = 0;
  visit(document, {
    SelectionSet(node) {
      const { selections } = node;
      sets++;
      Object.defineProperty(node, "selections", {
        get() {
          reads++;
          return selections;
        },
      });
    },
  });
  reads = 0;
  return { sets, reads: () => reads };
}

function costFor(source: string, variables?: Record<string, unknown>): number {
  return costOfDocument(parse(source), variables);
}

function costOfDocument(document: DocumentNode, variables?: Record<string, unknown>): number {
  const operation = getOperationAST(document);
  if (operation === null || operation === undefined) throw new Error("The test has no operation.");
  return costOf({ schema, document, operation, variables });
}

describe("limits: the shape of a document", () => {
  const nested = (levels: number) => `${"{ me ".repeat(levels - 1)}{ id }${" }".repeat(levels - 1)}`;
  const aliases = (count: number) => `{ ${Array.from({ length: count }, (_, n) => `a${n}: __typename`).join(" ")} }`;
  const doubling = (levels: number) =>
    `{ ...F0 } ${Array.from({ length: levels }, (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`).join(" ")} fragment F${levels} on Query { __typename }`;
  const cases: [string, string, string[]][] = [
    ["ten levels", nested(10), []],
    ["eleven levels", nested(11), ["depth"]],
    [
      "levels in fragments",
      `{ ...A } fragment A on Query { me { ...B } } fragment B on Thing ${nested(10)}`,
      ["depth"],
    ],
    [
      "levels of introspection",
      "{ __schema { types { fields { type { ofType { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } } }",
      [],
    ],
    ["15 aliases", aliases(15), []],
    ["16 aliases", aliases(16), ["aliases"]],
    ["aliases in a fragment that is spread twice count once", `{ ...A ...A } fragment A on Query ${aliases(15)}`, []],
    ["aliases in a fragment that nobody spreads", `{ __typename } fragment A on Query ${aliases(16)}`, ["aliases"]],
    ["8 directives", `query ($a: Boolean! @x) @y { ${"id @skip(if: $a) ".repeat(6)} }`, []],
    [
      "9 directives, wherever they stand",
      `query ($a: Boolean! @x) @y { ${"... @skip(if: $a) { id } ".repeat(7)} }`,
      ["directives"],
    ],
    ["fragments that double 24 times", doubling(24), ["selections"]],
    ["a fragment in itself", "{ ...A } fragment A on Query { me { ...A } }", []],
    ["a fragment that is missing", "{ ...A }", []],
    ["one sign-in", "mutation { signIn rename }", []],
    ["two sign-ins", "mutation { signIn activateTerminal }", ["credentials"]],
    [
      "two sign-ins in fragments",
      "mutation { ...A ... { b: signInOperator } } fragment A on Mutation { a: signInOperator }",
      ["credentials"],
    ],
    ["a query's field of that name", "{ signIn b: signIn }", []],
  ];
  test.each(cases)("limits: %s", (_name, source, breaches) => {
    expect(breachesOf(parse(source))).toEqual(breaches);
  });

  test.each([
    ["10,000 aliases", aliases(10_000), "aliases"],
    ["1,000 fragments that double", doubling(1_000), "selections"],
  ] as const)("limits: reads every selection set once when a document has %s", (_name, source, breach) => {
    const document = parse(source);
    const counted = countReads(document);
    expect(breachesOf(document)).toEqual([breach]);
    expect(counted.reads()).toBeLessThanOrEqual(counted.sets);
  });
});

test.each([
  ["\n", 2_499, undefined],
  ["\r\n", 2_499, undefined],
  ["\n", 2_500, "The document has more than 2500 lines."],
  ["\r", 2_500, "The document has more than 2500 lines."],
  ["\r\n", 2_500, "The document has more than 2500 lines."],
])("limits: GraphQL counts no more than 2,500 lines for each error (%j, %i times)", (end, times, problem) => {
  expect(documentProblem(`${end.repeat(times)}{ id }`)).toBe(problem);
});

describe("limits: the cost of an operation", () => {
  const page = "edges { cursor node { id lines { id total { amount } } total { amount } } }";
  test.each<[string, Record<string, unknown> | undefined, number]>([
    ["{ __typename }", undefined, 0],
    ['{ node(id: "1") { id ... on Sale { total { amount } } } }', undefined, 2],
    [`{ sales(first: 100) { ${page} } }`, undefined, 701],
    [`{ sales { ${page} } }`, undefined, 141],
    [`query ($n: Int) { sales(last: $n) { ${page} } }`, { n: 10 }, 71],
    [`query ($n: Int = 5) { sales(last: $n) { ${page} } }`, {}, 36],
    [`query ($n: Int) { sales(first: $n) { ${page} } }`, { n: 1e9 }, 701],
    [`query ($n: Int) { sales(first: $n) { ${page} } }`, { n: -1 }, 141],
    [
      "{ sales(first: 100) { nodes { ...S } } } fragment S on Sale { sales(first: 100) { nodes { id } } }",
      undefined,
      10_201,
    ],
    ["{ __schema { types { name } } }", undefined, 0],
  ])("limits: %s with %j costs %i", (source, variables, cost) => {
    expect(costFor(source, variables)).toBe(cost);
  });

  test("limits: a whole page of whole sales is within the budget, a page within a page is not", () => {
    expect(costFor(`{ sales(first: 100) { ${page} nodes { id lines { total { amount } } } } }`)).toBeLessThan(
      LIMITS.cost,
    );
    expect(costFor("{ sales(first: 100) { nodes { sales(first: 100) { nodes { id } } } } }")).toBeGreaterThan(
      LIMITS.cost,
    );
  });

  test("limits: reads every selection set once when fragments double or spread themselves", () => {
    const doubling = Array.from(
      { length: 500 },
      (_, n) => `fragment F${n} on Thing { me { ...F${n + 1} } a: me { ...F${n + 1} } }`,
    );
    const document = parse(`{ me { ...F0 } } ${doubling.join(" ")} fragment F500 on Thing { id }`);
    const counted = countReads(document);
    expect(costOfDocument(document)).toBeGreaterThan(LIMITS.cost);
    expect(counted.reads()).toBeLessThanOrEqual(counted.sets);
    expect(costFor("{ me { ...A } } fragment A on Thing { me { ...A } }")).toBe(2);
  });
});
