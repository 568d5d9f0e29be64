import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Change, Item, Key, Value } from "../port/port.ts";
import { isList } from "../port/size.ts";

/**
 * Converts between the port's plain values and DynamoDB's tagged values. Only types that the port allows: no sets, no
 * binary.
 */
export type Attributes = Record<string, AttributeValue>;

export function marshalItem(attributes: { readonly [name: string]: Value | undefined }): Attributes {
  const marshalled: Attributes = {};
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) marshalled[name] = marshal(value);
  }
  return marshalled;
}

export function marshalKey(key: Key): Attributes {
  return { pk: { S: key.pk }, sk: { S: key.sk } };
}

export function marshal(value: Value): AttributeValue {
  if (typeof value === "string") return { S: value };
  // A number's shortest text parses to the same number; DynamoDB has no negative zero.
  if (typeof value === "number") return { N: value === 0 ? "0" : String(value) };
  if (typeof value === "boolean") return { BOOL: value };
  if (value === null) return { NULL: true };
  return isList(value) ? { L: value.map(marshal) } : { M: marshalItem(value) };
}

export function unmarshalItem(attributes: Attributes): Item {
  const { pk, sk } = unmarshalKey(attributes);
  return { ...unmarshalAll(attributes), pk, sk };
}

export function unmarshalKey(attributes: Attributes): Key {
  return { pk: unmarshalText(attributes, "pk"), sk: unmarshalText(attributes, "sk") };
}

export function unmarshalText(attributes: Attributes, name: string): string {
  const text = attributes[name]?.S;
  if (text === undefined) throw new Error(`The table answered a key without the string ${name}`);
  return text;
}

/** Converts a stream record, for stream consumers and for Lambda functions that receive it. */
export function changeOf(record: { readonly Keys?: unknown; readonly NewImage?: unknown } | undefined): Change {
  if (record?.Keys === undefined) throw new Error("The stream delivered a change without its key");
  const key = unmarshalKey(record.Keys as Attributes);
  return { key, item: record.NewImage === undefined ? undefined : unmarshalItem(record.NewImage as Attributes) };
}

function unmarshalAll(attributes: Attributes): { [name: string]: Value } {
  const values: { [name: string]: Value } = {};
  for (const name in attributes) {
    const attribute = attributes[name];
    if (attribute !== undefined) values[name] = unmarshal(attribute);
  }
  return values;
}

function unmarshal(attribute: AttributeValue): Value {
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) return unmarshalNumber(attribute.N);
  if (attribute.BOOL !== undefined) return attribute.BOOL;
  if (attribute.NULL !== undefined) return null;
  if (attribute.L !== undefined) return attribute.L.map(unmarshal);
  if (attribute.M !== undefined) return unmarshalAll(attribute.M);
  throw new Error(`The table holds a value of a kind that is not ours: ${Object.keys(attribute).join()}`);
}

/** DynamoDB stores 38 digits: a counter that exceeds a JavaScript number's precision must not be rounded silently. */
function unmarshalNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) ? Number.isSafeInteger(number) : Number.isFinite(number)) return number;
  throw new Error(`The table holds the number ${text}, which cannot be read exactly`);
}
