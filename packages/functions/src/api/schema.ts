import { buildSchema, type GraphQLSchema, isAbstractType, isEnumType, isObjectType, isScalarType } from "graphql";
import { guardFields } from "./access-rules.ts";
import { countLists } from "./counted-lists.ts";
import { schemaText } from "./generated/schema.ts";
import type { Resolvers } from "./generated/types.ts";
import { scalarResolvers } from "./scalars.ts";

/** The contract made executable: its text, the scalars, one resolver a field, and each field's permission rule in front. Lists count what they yield. */
export function createSchema(resolvers: Resolvers): GraphQLSchema {
  // A test proves that it is valid; every new process would prove it again before its first answer.
  const schema = buildSchema(schemaText, { assumeValid: true, noLocation: true });
  for (const [name, scalar] of Object.entries(scalarResolvers)) {
    const type = schema.getType(name);
    if (!isScalarType(type)) throw new Error(`${name} is no scalar of the schema.`);
    const { serialize, parseValue, parseLiteral } = scalar;
    Object.assign(type, { serialize, parseValue, parseLiteral });
  }
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    if (isAbstractType(type)) type.resolveType = (fields as { __resolveType: never }).__resolveType;
    else if (isObjectType(type)) attach(type, fields as Record<string, unknown>);
    else if (!isEnumType(type)) throw new Error(`${typeName} has resolvers but is no object of the schema.`);
  }
  return guardFields(countLists(schema));
}

function attach(type: import("graphql").GraphQLObjectType, resolvers: Record<string, unknown>): void {
  const fields = type.getFields();
  for (const [name, resolver] of Object.entries(resolvers)) {
    const field = fields[name];
    if (!field) throw new Error(`${type.name}.${name} has a resolver but is no field of the schema.`);
    if (typeof resolver === "function") field.resolve = resolver as never;
    else Object.assign(field, resolver);
  }
}
