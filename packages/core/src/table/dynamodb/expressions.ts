import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Condition, Query, Range, Write } from "../port/port.ts";
import { marshal, marshalItem, marshalKey } from "./values.ts";

/**
 * Translates the port's conditions, updates and queries to DynamoDB expressions; no other file writes any. Every name
 * and value goes through an alias.
 */
interface Aliases {
  name(attribute: string): string;
  value(value: AttributeValue): string;
  /** The request members that declare the aliases; empty if there are none. */
  declarations(): {
    ExpressionAttributeNames?: Record<string, string>;
    ExpressionAttributeValues?: Record<string, AttributeValue>;
  };
}

function createAliases(): Aliases {
  const names = new Map<string, string>();
  const values: Record<string, AttributeValue> = {};
  let valueCount = 0;
  return {
    name(attribute) {
      const alias = names.get(attribute) ?? `#${names.size}`;
      names.set(attribute, alias);
      return alias;
    },
    value(value) {
      const alias = `:${valueCount++}`;
      values[alias] = value;
      return alias;
    },
    declarations: () => ({
      ...(names.size === 0
        ? {}
        : { ExpressionAttributeNames: Object.fromEntries([...names].map(([name, alias]) => [alias, name])) }),
      ...(valueCount === 0 ? {} : { ExpressionAttributeValues: values }),
    }),
  };
}

export function putRequest(tableName: string, write: Extract<Write, { op: "put" }>) {
  const aliases = createAliases();
  const condition = conditionClause(aliases, write.if);
  return { TableName: tableName, Item: marshalItem(write.item), ...condition, ...aliases.declarations() };
}

export function updateRequest(tableName: string, write: Extract<Write, { op: "update" }>) {
  const aliases = createAliases();
  const condition = conditionClause(aliases, write.if);
  const update = updateExpression(aliases, write);
  return {
    TableName: tableName,
    Key: marshalKey(write.key),
    ...condition,
    ...(update === "" ? {} : { UpdateExpression: update }),
    ...aliases.declarations(),
  };
}

export function deleteRequest(tableName: string, write: Extract<Write, { op: "delete" }>) {
  const aliases = createAliases();
  const condition = conditionClause(aliases, write.if);
  return { TableName: tableName, Key: marshalKey(write.key), ...condition, ...aliases.declarations() };
}

export function checkRequest(tableName: string, write: Extract<Write, { op: "check" }>) {
  const aliases = createAliases();
  const condition = conditionExpression(aliases, write.if);
  return {
    TableName: tableName,
    Key: marshalKey(write.key),
    ConditionExpression: condition,
    ...aliases.declarations(),
  };
}

/** Queries one partition of the table (`pk`, `sk`) or of an index (`gsi1pk`, `gsi1sk`). */
export function queryRequest(tableName: string, query: Query, names: { readonly pk: string; readonly sk: string }) {
  const aliases = createAliases();
  const partition = `${aliases.name(names.pk)} = ${aliases.value({ S: query.pk })}`;
  const range = query.range === undefined ? "" : ` AND ${rangeExpression(aliases, names.sk, query.range)}`;
  return {
    TableName: tableName,
    KeyConditionExpression: partition + range,
    ScanIndexForward: query.reverse !== true,
    // One extra item shows whether there is a next page: DynamoDB reports "more" after every full page.
    Limit: query.limit + 1,
    ...aliases.declarations(),
  };
}

function conditionClause(aliases: Aliases, condition: Condition | undefined): { ConditionExpression?: string } {
  return condition === undefined ? {} : { ConditionExpression: conditionExpression(aliases, condition) };
}

function conditionExpression(aliases: Aliases, condition: Condition): string {
  // Every item has a pk, so its absence means that the item is absent.
  if (condition.is === "absent") return `attribute_not_exists(${aliases.name("pk")})`;
  const parts = [`attribute_exists(${aliases.name("pk")})`];
  if (condition.is === "equal") {
    for (const name in condition.to) {
      const value = condition.to[name];
      if (value !== undefined) parts.push(`${aliases.name(name)} = ${aliases.value(marshal(value))}`);
    }
  }
  return parts.join(" AND ");
}

function updateExpression(aliases: Aliases, write: Extract<Write, { op: "update" }>): string {
  const sets = Object.entries(write.set ?? {}).map(
    ([name, value]) => `${aliases.name(name)} = ${aliases.value(marshal(value))}`,
  );
  const adds = Object.entries(write.add ?? {}).map(
    ([name, value]) => `${aliases.name(name)} ${aliases.value(marshal(value))}`,
  );
  const removes = (write.remove ?? []).map((name) => aliases.name(name));
  const clauses = [
    ["SET", sets],
    ["ADD", adds],
    ["REMOVE", removes],
  ] as const;
  return clauses.flatMap(([word, parts]) => (parts.length === 0 ? [] : `${word} ${parts.join(", ")}`)).join(" ");
}

function rangeExpression(aliases: Aliases, attribute: string, range: Range): string {
  const name = aliases.name(attribute);
  const text = (value: string) => aliases.value({ S: value });
  if ("beginsWith" in range) return `begins_with(${name}, ${text(range.beginsWith)})`;
  if ("above" in range) return `${name} > ${text(range.above)}`;
  if ("below" in range) return `${name} < ${text(range.below)}`;
  return `${name} BETWEEN ${text(range.between[0])} AND ${text(range.between[1])}`;
}
