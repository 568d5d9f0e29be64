import {
  buildSchema,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  validateSchema,
} from "graphql";
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

/** Lists of objects that neither have pages nor state the size at which the cost rule prices them. */
function unpricedLists(schema: GraphQLSchema): string[] {
  const isUnpriced = ({ type, args, astNode }: GraphQLField<unknown, unknown>) =>
    isListType(getNullableType(type)) &&
    !isLeafType(getNamedType(type)) &&
    // A payload's errors are few and made for the request.
    getNamedType(type).name !== "UserError" &&
    !args.some(({ name }) => name === "first") &&
    !astNode?.directives?.some(({ name }) => name.value === "listSize");
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith("__") && !/(Connection)$/.test(type.name)
      ? Object.values(type.getFields()).flatMap((field) => (isUnpriced(field) ? `${type.name}.${field.name}` : []))
      : [],
  );
}

test("schema: every list of objects has pages or a size for the cost rule", () => {
  expect(unpricedLists(buildSchema(schemaText))).toEqual([]);
});

test("schema: a list without pages and without a size is found", () => {
  const planted = buildSchema(`
    directive @listSize(assumed: Int!) on FIELD_DEFINITION
    type Query { a: [A!]! b(first: Int): [A!] c: [A!] @listSize(assumed: 3) d: [Int!]! }
    type A { id: ID! all: [A]! }`);
  expect(unpricedLists(planted)).toEqual(["Query.a", "A.all"]);
});
