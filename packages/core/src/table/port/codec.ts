import * as v from "valibot";
import { type Id, type IdPrefix, isId } from "../../base/id.ts";
import type { Item } from "./port.ts";

/** A stored record that is not what its kind has to be: a bug, or a hand that changed it. Names the record, not its values. */
export class BrokenRecord extends Error {
  override readonly name = "BrokenRecord";
}

/**
 * How records of one kind are read. A frozen item that was checked before is not checked again, so that an item that an
 * adapter keeps decoded costs nothing.
 * @param kind its name in errors
 * @param schema the fields of the current format; further attributes stay on the item
 * @param upcasts from each older format to the next one, from format 1 on; an item states its format, absent: 1
 * @throws BrokenRecord from the reader
 */
export function recordCodec<const Fields extends v.ObjectEntries>(
  kind: string,
  schema: v.ObjectSchema<Fields, undefined>,
  upcasts: readonly ((item: Item) => Item)[] = [],
): (item: Item) => Item & v.InferInput<typeof schema> {
  const current = upcasts.length + 1;
  const known = new WeakMap<Item, Item & v.InferInput<typeof schema>>();
  return (item) => {
    const before = known.get(item);
    if (before) return before;
    const format = item.format === undefined ? 1 : Number(item.format);
    if (!(format >= 1 && format <= current)) throw broken(kind, item, `its format ${format} is not known here`);
    const latest = upcasts.slice(format - 1).reduce((older, upcast) => upcast(older), item);
    if (!v.is(schema, latest)) throw broken(kind, item, problemsOf(schema, latest));
    // A frozen item is one that its adapter keeps; a table that decodes on every read would fill the map with garbage.
    if (Object.isFrozen(item)) known.set(item, latest);
    return latest;
  };
}

function broken(kind: string, { pk, sk }: Item, what: string): BrokenRecord {
  return new BrokenRecord(`The ${kind} ${sk} of ${pk} is broken: ${what}.`);
}

/** Without the values: they may be personal. */
function problemsOf(schema: v.GenericSchema, item: Item): string {
  const { issues = [] } = v.safeParse(schema, item);
  return issues.map((issue) => `${v.getDotPath(issue)} is not ${issue.expected}`).join(", ");
}

/** A field that holds an id. */
export function idOf<P extends IdPrefix>(prefix: P) {
  return v.custom<Id<P>>((value) => typeof value === "string" && isId(prefix, value));
}
