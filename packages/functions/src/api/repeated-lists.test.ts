import { buildSchema, getOperationAST, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { repeatedList } from "./repeated-lists.ts";

const schema = buildSchema(`
  interface Thing { id: ID!  parts: [Part!]! }
  type Query { products: [Product!]!  thing: Thing  part: Part }
  type Product implements Thing { id: ID!  parts: [Part!]!  names: [[String!]!]!  other: Product }
  type Part { id: ID!  product: Product!  siblings: [Part!] }
`);

function repeatedIn(source: string): string | undefined {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("The test has no operation.");
  return repeatedList({ schema, document, operation });
}

describe("repeatedList", () => {
  test.each([
    "{ products { parts { id } other { parts { product { id } } } } }",
    "{ products { names parts { product { names } } } }",
    "{ part { product { parts { id } } } }",
    "{ a: products { id } b: products { parts { id } } }",
  ])("returns undefined when no list lies within a list of its type: %s", (source) => {
    expect(repeatedIn(source)).toBeUndefined();
  });

  test.each([
    ["{ products { parts { product { parts { id } } } } }", "Part"],
    ["{ part { siblings { siblings { id } } } }", "Part"],
    ["{ thing { parts { product { other { parts { id } } } } } }", "Part"],
    [
      "{ products { ...A } } fragment A on Product { parts { ...B } } fragment B on Part { product { parts { id } } }",
      "Part",
    ],
    ["{ thing { ... on Product { parts { product { ... { parts { id } } } } } } }", "Part"],
  ])("returns the type when a list lies within a list of its type: %s", (source, type) => {
    expect(repeatedIn(source)).toBe(type);
  });
});
