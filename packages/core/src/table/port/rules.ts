import type { Condition, IndexKey, Item, Value, Write } from "./port.ts";
import { TableLimit } from "./port.ts";
import { isList } from "./size.ts";
import { checkItem } from "./validate.ts";

/** The semantics of conditions and updates, shared by the adapters that evaluate them (memory and embedded). Pure. */
export function holds(condition: Condition | undefined, item: Item | undefined): boolean {
  if (condition === undefined) return true;
  if (condition.is === "absent") return item === undefined;
  if (item === undefined) return false;
  if (condition.is === "present") return true;
  for (const name in condition.to) {
    // An absent attribute is undefined and therefore equals nothing, including null.
    if (item[name] !== condition.to[name]) return false;
  }
  return true;
}

/**
 * @returns the item after the update
 * @throws TableLimit if the result exceeds a limit
 */
export function updated(item: Item | undefined, write: Extract<Write, { op: "update" }>): Item {
  const result: { [attribute: string]: Value | undefined } & { pk: string; sk: string } = {
    ...item,
    pk: write.key.pk,
    sk: write.key.sk,
  };
  for (const name in write.set) result[name] = write.set[name];
  for (const name in write.add) {
    const current = result[name] ?? 0;
    if (typeof current !== "number") throw new TableLimit(`${name} is no number, so nothing can be added to it`);
    result[name] = current + (write.add[name] ?? 0);
  }
  for (const name of write.remove ?? []) delete result[name];
  const left: Item = result;
  checkItem(left);
  return left;
}

export type IndexName = "gsi1" | "gsi2";

/** @returns the item's key in an index, or undefined if the index does not contain it */
export function indexKey(item: Item | undefined, index: IndexName): IndexKey | undefined {
  if (item === undefined) return undefined;
  const indexPk = index === "gsi1" ? item.gsi1pk : item.gsi2pk;
  const indexSk = index === "gsi1" ? item.gsi1sk : item.gsi2sk;
  if (indexPk === undefined || indexSk === undefined) return undefined;
  return { indexPk, indexSk, pk: item.pk, sk: item.sk };
}

/** A deep copy. Negative zero becomes zero, as in DynamoDB. */
export function copyItem(item: Item): Item {
  return copyAttributes(item) as Item;
}

export function copyWrite(write: Write): Write {
  switch (write.op) {
    case "put":
      return { ...write, ...copiedCondition(write.if), item: copyItem(write.item) };
    case "update":
      return {
        ...write,
        ...copiedCondition(write.if),
        key: { pk: write.key.pk, sk: write.key.sk },
        ...(write.set === undefined ? {} : { set: copyAttributes(write.set) as { [attribute: string]: Value } }),
        ...(write.add === undefined ? {} : { add: { ...write.add } }),
        ...(write.remove === undefined ? {} : { remove: [...write.remove] }),
      };
    case "delete":
      return { ...write, ...copiedCondition(write.if), key: { pk: write.key.pk, sk: write.key.sk } };
    case "check":
      return { op: "check", key: { pk: write.key.pk, sk: write.key.sk }, if: copyCondition(write.if) };
  }
}

function copiedCondition(condition: Condition | undefined): { if?: Condition } {
  return condition === undefined ? {} : { if: copyCondition(condition) };
}

function copyCondition(condition: Condition): Condition {
  return condition.is === "equal" ? { is: "equal", to: { ...condition.to } } : condition;
}

function copyAttributes(attributes: { readonly [name: string]: Value | undefined }): { [name: string]: Value } {
  const copy: { [name: string]: Value } = {};
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) copy[name] = copyValue(value);
  }
  return copy;
}

function copyValue(value: Value): Value {
  if (typeof value === "number") return value === 0 ? 0 : value;
  if (typeof value !== "object" || value === null) return value;
  return isList(value) ? value.map(copyValue) : copyAttributes(value);
}
