import {
  buildSchema,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedDirective,
  validateSchema,
} from "graphql";
import { describe, expect, test } from "vitest";
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

/**
 * Lists in what a mutation returns without which its payload would be null: refused for its length, such a list would take
 * with it what the mutation acknowledges. Lists of the payload itself are never refused, and errors are not counted.
 */
function acknowledgementsAtRisk(schema: GraphQLSchema): string[] {
  const found = new Set<string>();
  const visit = (typeName: string, isPayload: boolean, above: readonly string[]) => {
    const type = schema.getType(typeName);
    if (!isObjectType(type) || above.includes(typeName)) return;
    for (const { name, type: output } of Object.values(type.getFields())) {
      const below = getNamedType(output);
      if (isLeafType(below) || below.name === "UserError") continue;
      const isList = isListType(getNullableType(output));
      if (isList && !isPayload) {
        if (isNonNullType(output)) found.add(`${typeName}.${name}`);
      } else if (isList || isNonNullType(output)) visit(below.name, false, [...above, typeName]);
    }
  };
  for (const { type } of Object.values(schema.getMutationType()?.getFields() ?? {}))
    visit(getNamedType(type).name, true, []);
  return [...found];
}

test("schema: a mutation's payload stays when a list within what it returns is refused", () => {
  expect(acknowledgementsAtRisk(buildSchema(schemaText))).toEqual([]);
});

test("schema: a list whose refusal would remove a payload is found", () => {
  const planted = buildSchema(`
    type Query { a: Int }
    type Mutation { make: Made }
    type Made { thing: Thing needed: Thing! results: [Result!]! userErrors: [UserError!]! }
    type Thing { parts: [Part!]! }
    type Result { id: ID! lines: [Part!] parts: [Part!]! thing: Thing userErrors: [UserError!]! }
    type Part { id: ID! }
    type UserError { code: String! }`);
  expect(acknowledgementsAtRisk(planted)).toEqual(["Thing.parts", "Result.parts"]);
});

describe("schema: every type, field, argument, input field and enum value has a description", () => {
  test("none is without one", () => {
    expect(undescribedIn(buildSchema(schemaText))).toEqual([]);
  });

  test("finds each kind of place without one", () => {
    const planted = `
      type Query { "Finds." field("Which." first: Int after: String): Thing }
      "A thing."
      interface Thing { id: ID! }
      input By { "Of it." id: ID sku: String }
      "How."
      enum Way { "Up." UP DOWN }
      scalar Instant
      "Anything."
      union Any = Query
      directive @rule(of: Int) on OBJECT`;
    expect(undescribedIn(buildSchema(planted))).toEqual(
      ["@rule", "@rule(of:)", "By", "By.sku", "Instant", "Query.field(after:)", "Thing.id", "Way.DOWN"].sort(),
    );
  });
});

interface Named {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** Root types and introspection need none: their names are GraphQL's own. */
const NEEDS_NONE = /^(Query|Mutation|Subscription|__.*|String|Int|Float|Boolean|ID)$/;

/** The schema coordinates without a description, sorted: `Type`, `Type.field`, `Type.field(argument:)`, `@directive`. */
function undescribedIn(schema: GraphQLSchema): string[] {
  const missing: string[] = [];
  const add = (coordinate: string, { description }: Named) => {
    if (!description?.trim()) missing.push(coordinate);
  };
  for (const directive of schema.getDirectives().filter((one) => !isSpecifiedDirective(one))) {
    add(`@${directive.name}`, directive);
    for (const argument of directive.args) add(`@${directive.name}(${argument.name}:)`, argument);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (!NEEDS_NONE.test(type.name)) add(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) add(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) add(`${type.name}.${field.name}`, field);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      add(`${type.name}.${field.name}`, field);
      for (const argument of field.args) add(`${type.name}.${field.name}(${argument.name}:)`, argument);
    }
  }
  return missing.sort((a, b) => (a < b ? -1 : 1));
}
