import type { Item, Value } from "./port.ts";

/**
 * The size of an item by DynamoDB's published rule ("DynamoDB item sizes and formats"): attribute names and values in
 * UTF-8, one byte for a boolean or null, 3 bytes for a list or map and one more for each of its elements.
 */
export function sizeOf(item: Item): number {
  return sizeOfAttributes(item);
}

/** The size of some attributes, such as those an update sets. */
export function sizeOfAttributes(attributes: { readonly [name: string]: Value | undefined }): number {
  let bytes = 0;
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) bytes += Buffer.byteLength(name) + sizeOfValue(value);
  }
  return bytes;
}

/** The cost of writing this item: one unit per started KB, doubled in a transaction. */
export function writeUnits(item: Item, transactional: boolean): number {
  return Math.max(1, Math.ceil(sizeOf(item) / 1024)) * (transactional ? 2 : 1);
}

/** The cost of reading this item: one unit per started 4 KB, half of that for an eventually consistent read. */
export function readUnits(item: Item, consistent: boolean): number {
  return Math.max(1, Math.ceil(sizeOf(item) / 4096)) * (consistent ? 1 : 0.5);
}

function sizeOfValue(value: Value): number {
  if (typeof value === "string") return Buffer.byteLength(value);
  if (typeof value === "number") return sizeOfNumber(value);
  if (value === null || typeof value === "boolean") return 1;
  let bytes = 3;
  if (isList(value)) {
    for (const element of value) bytes += 1 + sizeOfValue(element);
    return bytes;
  }
  for (const name in value) {
    const element = value[name];
    if (element !== undefined) bytes += 1 + Buffer.byteLength(name) + sizeOfValue(element);
  }
  return bytes;
}

/** One byte per started pair of significant digits, one more, and one for the sign of a negative number. */
function sizeOfNumber(value: number): number {
  const digits = String(Math.abs(value))
    .replace(/e.*$/, "")
    .replace(".", "")
    .replace(/^0+|0+$/g, "").length;
  return Math.ceil(digits / 2) + 1 + (value < 0 ? 1 : 0);
}

/** `Array.isArray` does not narrow readonly arrays. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
