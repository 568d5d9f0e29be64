import { readFileSync } from "node:fs";
import { present } from "@pos/core/base/result.ts";
import { resolvers } from "@pos/functions/api/assembly.ts";
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isObjectType,
} from "graphql";
import type { Variables } from "../../module-contract.ts";

/** The contract as the table of bad input sees it: every place where a client can say something. */
const schema = buildSchema(readFileSync(new URL("../../../../schema.graphql", import.meta.url), "utf8"));

/** One place: an argument, a field of an input, or an element of a list ("0"). */
export interface Position {
  readonly operation: string;
  /** From the argument's name on. */
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
  /** The input that the field stands in; undefined: an argument or an element of a list. */
  readonly within: GraphQLInputObjectType | undefined;
}

export function nameOf({ operation, path }: Pick<Position, "operation" | "path">): string {
  return [operation, ...path].join(".");
}

export interface Operation {
  readonly name: string;
  readonly kind: "query" | "mutation";
  readonly field: GraphQLField<unknown, unknown>;
  readonly document: string;
  readonly positions: readonly Position[];
}

/** Every query and mutation that takes something, by name. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  (["query", "mutation"] as const).flatMap((kind) => {
    const root = present(kind === "query" ? schema.getQueryType() : schema.getMutationType(), `the type of a ${kind}`);
    return Object.values(root.getFields())
      .filter(({ name, args }) => args.length > 0 && isResolved(kind, name))
      .map((field) => [field.name, operationOf(kind, field)] as const);
  }),
);

/** What the contract names and nothing answers yet cannot be asked wrongly. */
function isResolved(kind: "query" | "mutation", field: string): boolean {
  return Object.hasOwn((kind === "query" ? resolvers.Query : resolvers.Mutation) ?? {}, field);
}

export const POSITIONS: readonly Position[] = [...OPERATIONS.values()].flatMap(({ positions }) => positions);

export function operation(name: string): Operation {
  return present(OPERATIONS.get(name), `an operation ${name}`);
}

/** Positions of some types, each by its name: a table that lists them by hand is held against these. */
export function positionsOf(...types: readonly string[]): Map<string, Position> {
  const found = POSITIONS.filter(({ type }) => {
    const nullable = getNullableType(type);
    return isListType(nullable) ? types.includes("list") : types.includes(nullable.name);
  });
  return new Map(found.map((position) => [nameOf(position), position]));
}

function operationOf(kind: "query" | "mutation", field: GraphQLField<unknown, unknown>): Operation {
  const positions: Position[] = [];
  const visit = (path: readonly string[], type: GraphQLInputType, within?: GraphQLInputObjectType): void => {
    positions.push({ operation: field.name, path, type, within });
    const nullable = getNullableType(type);
    if (isListType(nullable)) visit([...path, "0"], nullable.ofType as GraphQLInputType);
    if (!isInputObjectType(nullable)) return;
    for (const { name, type: below } of Object.values(nullable.getFields())) visit([...path, name], below, nullable);
  };
  for (const { name, type } of field.args) visit([name], type);
  return { name: field.name, kind, field, document: documentOf(kind, field), positions };
}

/** One variable an argument; of the answer what tells refused from done. */
function documentOf(kind: string, field: GraphQLField<unknown, unknown>): string {
  const variables = field.args.map(({ name, type }) => `$${name}: ${type}`).join(", ");
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(", ");
  return `${kind} (${variables}) { ${field.name}(${passed}) ${selectionOf(field)} }`;
}

function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return "";
  const fields = isObjectType(type) ? type.getFields() : {};
  const errors = "userErrors { code path }";
  const parts = ["__typename"];
  if (fields.userErrors) parts.push(errors);
  if (fields.results) parts.push(`results { status ${errors} }`);
  if (fields.nodes) parts.push("nodes { __typename }");
  return `{ ${parts.join(" ")} }`;
}

/** The variables with a value put in one place; undefined: there is nothing that the place could stand in. */
export function placed(variables: Variables, { path, within }: Position, value: unknown): Variables | undefined {
  const copy = structuredClone(variables) as Record<string, unknown>;
  let parent: unknown = copy;
  for (const [index, step] of path.slice(0, -1).entries()) {
    const next = (parent as Record<string, unknown>)[step];
    if (typeof next !== "object" || next === null) return undefined;
    if (index === path.length - 2 && within?.isOneOf)
      for (const name of Object.keys(next)) Reflect.deleteProperty(next, name);
    parent = next;
  }
  const last = present(path.at(-1), "a step");
  if (value === undefined) Reflect.deleteProperty(parent as object, last);
  else (parent as Record<string, unknown>)[last] = value;
  return copy;
}

/** What stands in a place. */
export function valueAt(variables: Variables, path: readonly string[]): unknown {
  let value: unknown = variables;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
