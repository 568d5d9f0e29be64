import { buildSchema, validateSchema } from "graphql";
import { expect, test } from "vitest";
import { resolvers } from "./assembly.ts";
import { schemaText } from "./generated/schema.ts";
import { createSchema } from "./schema.ts";

test("schema: the contract is valid, which no process that serves it checks again", () => {
  // As a text, then as types: a rule that one of the two steps does not know, the other does.
  expect(validateSchema(buildSchema(schemaText))).toEqual([]);
});

test("schema: what serves is what the contract says, field by field", () => {
  const served = createSchema(resolvers).getTypeMap();
  const told = buildSchema(schemaText).getTypeMap();
  expect(new Set(Object.keys(served))).toEqual(new Set(Object.keys(told)));
});
