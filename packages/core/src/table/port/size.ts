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
  return Math.ceil(significantDigitsOf(String(Math.abs(value))) / 2) + 1 + (value < 0 ? 1 : 0);
}

/** From the first digit that is not zero to the last one, without an exponent. */
function significantDigitsOf(text: string): number {
  let digits = 0;
  let first = 0;
  let last = -1;
  for (const character of text) {
    if (character === "e") break;
    if (character === ".") continue;
    digits++;
    if (character === "0") continue;
    if (last === -1) first = digits;
    last = digits;
  }
  return last === -1 ? 0 : last - first + 1;
}

/** `Array.isArray` does not narrow readonly arrays. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
