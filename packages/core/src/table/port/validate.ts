import { TABLE_LIMITS } from "./limits.ts";
import { joined } from "./order.ts";
import type { Condition, Item, Key, Query, Value, Write } from "./port.ts";
import { TableLimit } from "./port.ts";
import { isList, sizeOf, sizeOfAttributes } from "./size.ts";

/**
 * Enforces the table's limits in every adapter before anything is written. Each message explains the fix. This runs on
 * each write of a sale, so sizes are first bounded from above and counted exactly only near a limit.
 */
declare global {
  interface String {
    /** In Node since 20, in TypeScript's library since ES2024. */
    isWellFormed(): boolean;
  }
}

/** The embedded engine's index keys hold all four parts and three separators in 1,978 bytes. */
const INDEX_KEY_BYTES_MAX = 1975;
/** DynamoDB nests lists and maps 32 levels deep. */
const NESTING_MAX = 32;
/** DynamoDB stores no number closer to zero. */
const NUMBER_LEAST = 1e-130;
/** The maximum size of a number: 17 digits, one byte, and a sign. */
const NUMBER_BYTES_MAX = 11;

const INDEX_ATTRIBUTES = ["gsi1pk", "gsi1sk", "gsi2pk", "gsi2sk"] as const;

export function checkKey(key: Key): void {
  checkKeyPart(key.pk, "pk");
  checkKeyPart(key.sk, "sk");
}

/** Up to 100 distinct keys: duplicates are rejected, as in DynamoDB. */
export function checkBatchGet(keys: readonly Key[]): void {
  const max = TABLE_LIMITS.batchGetKeysMax;
  if (keys.length > max) throw new TableLimit(`batchGet takes up to ${max} keys, not ${keys.length}: split the batch`);
  for (const key of keys) checkKey(key);
  checkDistinct(keys);
}

export function checkQuery(query: Query): void {
  checkKeyPart(query.pk, "query pk");
  const max = TABLE_LIMITS.queryLimitMax;
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > max) {
    throw new TableLimit(`A query's limit is 1 to ${max}, not ${query.limit}: page with "after"`);
  }
  const range = query.range;
  if (range === undefined) return;
  if ("beginsWith" in range) checkKeyPart(range.beginsWith, "range beginsWith");
  if ("above" in range) checkKeyPart(range.above, "range above");
  if ("below" in range) checkKeyPart(range.below, "range below");
  if (!("between" in range)) return;
  const [low, high] = range.between;
  checkKeyPart(low, "range between low");
  checkKeyPart(high, "range between high");
  if (Buffer.compare(Buffer.from(low), Buffer.from(high)) > 0) {
    throw new TableLimit("A range between needs its low end first: swap the two");
  }
}

/**
 * Checks a write outside a transaction.
 * @returns an upper bound of its bytes
 */
export function checkWrite(write: Write): number {
  if (write.op === "check") throw new TableLimit("A check is allowed only in a transaction: read the item instead");
  return checkOperation(write);
}

/**
 * Checks the writes of one transaction.
 * @returns an upper bound of their bytes
 */
export function checkTransaction(writes: readonly Write[]): number {
  const max = TABLE_LIMITS.transactionWritesMax;
  if (writes.length < 1 || writes.length > max) {
    throw new TableLimit(`A transaction takes 1 to ${max} writes, not ${writes.length}: split the plan`);
  }
  let bound = 0;
  for (const write of writes) bound += checkOperation(write);
  checkDistinct(writes.map(keyOf));
  const bytesMax = TABLE_LIMITS.transactionBytesMax;
  if (bound > bytesMax) {
    let bytes = 0;
    for (const write of writes) bytes += exactBytes(write);
    if (bytes > bytesMax) throw new TableLimit(`A transaction is ${bytes} bytes, over ${bytesMax}: split the plan`);
  }
  return bound;
}

export function keyOf(write: Write): Key {
  return write.op === "put" ? write.item : write.key;
}

/**
 * Checks an item before it is stored, including the result of an update.
 * @returns an upper bound of its bytes
 */
export function checkItem(item: Item): number {
  checkKey(item);
  const bound = checkAttributes(item);
  if (bound > TABLE_LIMITS.itemBytesMax) {
    const bytes = sizeOf(item);
    if (bytes > TABLE_LIMITS.itemBytesMax) {
      throw new TableLimit(`Item ${named(item)} is ${bytes} bytes, over 400 KB: split it into several items`);
    }
  }
  checkIndexKey(item, item.gsi1pk, item.gsi1sk);
  checkIndexKey(item, item.gsi2pk, item.gsi2sk);
  return bound;
}

function checkOperation(write: Write): number {
  if (write.if !== undefined) checkCondition(write.if);
  if (write.op === "put") return checkItem(write.item);
  checkKey(write.key);
  if (write.op !== "update") return write.key.pk.length + write.key.sk.length;
  const names = [...Object.keys(write.set ?? {}), ...Object.keys(write.add ?? {}), ...(write.remove ?? [])];
  for (const name of names) {
    checkName(name);
    if (name === "pk" || name === "sk") throw new TableLimit(`An update cannot change ${name}: delete and put instead`);
  }
  if (new Set(names).size !== names.length) {
    throw new TableLimit(`An update of ${named(write.key)} names an attribute twice: merge the two changes`);
  }
  for (const name in write.add) {
    if (isIndexAttribute(name)) throw new TableLimit(`${name} is a string of an index: set it instead of adding`);
    if (!Number.isSafeInteger(write.add[name])) {
      throw new TableLimit(`An update adds safe integers only, not ${write.add[name]} to ${name}: add minor units`);
    }
  }
  let bound = write.key.pk.length * 3 + write.key.sk.length * 3 + names.length * NUMBER_BYTES_MAX;
  if (write.set !== undefined) bound += checkAttributes(write.set);
  return bound;
}

/**
 * Checks names, values and the attributes that the table itself reads.
 * @returns an upper bound of their bytes
 */
function checkAttributes(attributes: { readonly [name: string]: Value | undefined }): number {
  let bound = 0;
  for (const name in attributes) {
    checkName(name);
    bound += name.length * 3 + checkValue(attributes[name], name, 1);
  }
  for (const name of INDEX_ATTRIBUTES) {
    if (attributes[name] !== undefined) checkKeyPart(attributes[name], name);
  }
  const ttl = attributes.ttl;
  if (ttl !== undefined && !(typeof ttl === "number" && Number.isSafeInteger(ttl) && ttl >= 0)) {
    throw new TableLimit("ttl is whole seconds since 1970: divide milliseconds by 1,000 and round");
  }
  return bound;
}

function checkValue(value: Value | undefined, name: string, depth: number): number {
  if (typeof value === "string") {
    if (isBroken(value)) throw new TableLimit(`${name} holds half a character (a lone surrogate): cut whole ones`);
    return value.length * 3;
  }
  if (typeof value === "number") return checkNumber(value, name);
  if (value === null || typeof value === "boolean") return 1;
  if (typeof value !== "object") throw new TableLimit(`${name} holds ${typeof value}: leave the attribute out`);
  if (depth >= NESTING_MAX) throw new TableLimit(`${name} nests deeper than ${NESTING_MAX} levels: flatten it`);
  let bound = 3;
  if (isList(value)) {
    // By index, because iteration methods skip the holes of a sparse list, and a hole is not a value.
    for (let index = 0; index < value.length; index++) bound += 1 + checkValue(value[index], name, depth + 1);
    return bound;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TableLimit(`${name} holds an instance of a class: store plain data`);
  }
  for (const inner in value) {
    checkName(inner);
    bound += 1 + inner.length * 3 + checkValue(value[inner], inner, depth + 1);
  }
  return bound;
}

function checkNumber(value: number, name: string): number {
  const kept = Number.isInteger(value)
    ? Number.isSafeInteger(value)
    : Number.isFinite(value) && Math.abs(value) >= NUMBER_LEAST;
  if (!kept) throw new TableLimit(`${name} is ${value}, which the table cannot keep exactly: store it as a string`);
  return NUMBER_BYTES_MAX;
}

function checkCondition(condition: Condition): void {
  if (condition.is !== "equal") return;
  for (const name in condition.to) {
    checkName(name);
    const value = condition.to[name];
    if (typeof value === "object" && value !== null) throw new TableLimit(`${name}: a condition compares scalars only`);
    checkValue(value, name, 1);
  }
}

function checkName(name: string): void {
  if (name === "") throw new TableLimit("An attribute needs a name of at least one character");
  if (name === "__proto__") throw new TableLimit("__proto__ cannot name an attribute: choose another name");
  if (isBroken(name)) throw new TableLimit("An attribute's name holds half a character (a lone surrogate)");
}

function checkKeyPart(part: unknown, what: string): void {
  if (typeof part !== "string") throw new TableLimit(`${what} is a string, not ${typeof part}`);
  if (part === "") throw new TableLimit(`${what} is empty: a key part has at least one byte`);
  if (part.includes("\0")) throw new TableLimit(`${what} contains U+0000: keys separate their parts by it`);
  if (isBroken(part)) throw new TableLimit(`${what} holds half a character (a lone surrogate): cut whole ones`);
  const max = TABLE_LIMITS.keyPartBytesMax;
  if (part.length * 3 > max && Buffer.byteLength(part) > max)
    throw new TableLimit(`${what} is over ${max} bytes: shorten it`);
}

function checkIndexKey(key: Key, indexPk: string | undefined, indexSk: string | undefined): void {
  if (indexPk === undefined || indexSk === undefined) return;
  if ((key.pk.length + key.sk.length + indexPk.length + indexSk.length) * 3 <= INDEX_KEY_BYTES_MAX) return;
  const bytes = Buffer.byteLength(key.pk + key.sk + indexPk + indexSk);
  if (bytes > INDEX_KEY_BYTES_MAX) {
    throw new TableLimit(
      `The key of ${named(key)} and its index key are ${bytes} bytes, over ${INDEX_KEY_BYTES_MAX}: shorten them`,
    );
  }
}

function checkDistinct(keys: readonly Key[]): void {
  const duplicate = keys.length > FEW_KEYS ? duplicateAmongMany(keys) : duplicateAmongFew(keys);
  if (duplicate !== undefined) throw new TableLimit(`Key ${named(duplicate)} occurs twice: merge the two`);
}

/** Comparing this many pairs is cheaper than building a string for each key. */
const FEW_KEYS = 8;

function duplicateAmongFew(keys: readonly Key[]): Key | undefined {
  for (let index = 1; index < keys.length; index++) {
    const key = keys[index] as Key;
    for (let before = 0; before < index; before++) {
      const { pk, sk } = keys[before] as Key;
      if (sk === key.sk && pk === key.pk) return key;
    }
  }
  return undefined;
}

function duplicateAmongMany(keys: readonly Key[]): Key | undefined {
  const seen = new Set<string>();
  for (const key of keys) {
    const name = joined(key);
    if (seen.has(name)) return key;
    seen.add(name);
  }
  return undefined;
}

function exactBytes(write: Write): number {
  if (write.op === "put") return sizeOf(write.item);
  const bytes = Buffer.byteLength(write.key.pk) + Buffer.byteLength(write.key.sk) + 4;
  return write.op === "update" && write.set !== undefined ? bytes + sizeOfAttributes(write.set) : bytes;
}

/** DynamoDB stores UTF-8, which cannot represent a lone surrogate. */
function isBroken(text: string): boolean {
  return !text.isWellFormed();
}

function isIndexAttribute(name: string): boolean {
  return name.startsWith("gsi") && INDEX_ATTRIBUTES.some((attribute) => attribute === name);
}

function named(key: Key): string {
  return `${key.pk} / ${key.sk}`;
}
