import { expect, test } from "vitest";
import type { Clock } from "../../base/context.ts";
import { makeId } from "../../base/id.ts";
import { failure, ok, refused } from "../../base/result.ts";
import { createMemoryTable } from "../memory/table.ts";
import { type Item, type Table, TableUnavailable, type Write } from "./port.ts";
import { changeVersioned, retrying, type VersionedChange } from "./versioned.ts";

const key = { pk: "thing", sk: "1" };

interface Thing {
  readonly version: number;
  readonly name: string;
}

/** A clock that only remembers how long it was asked to wait. */
function patientClock() {
  const pauses: number[] = [];
  const clock: Clock = {
    now: () => "2026-06-15T09:00:00.000Z",
    newId: (prefix) => makeId(prefix, 0, new Uint8Array(10)),
    randomBytes: (length) => new Uint8Array(length),
    random: () => 0.5,
    async sleep(milliseconds) {
      pauses.push(milliseconds);
    },
  };
  return { clock, pauses };
}

function thingOf(item: Item | undefined): Thing | undefined {
  return item && { version: Number(item.version), name: String(item.name) };
}

async function scene() {
  const { table } = createMemoryTable();
  await table.write({ op: "put", item: { ...key, name: "first", version: 1 } });
  const { clock, pauses } = patientClock();
  let reads = 0;
  const rename = (version: number, name: string): VersionedChange<Thing, Thing> => ({
    what: "thing",
    version,
    async read() {
      reads += 1;
      const thing = thingOf(await table.get(key));
      return thing ? ok(thing) : refused(failure("UNKNOWN_VARIANT", "There is no such thing."));
    },
    ifApplied: (current) => (current.version === version + 1 && current.name === name ? current : undefined),
    async change(current) {
      const next = { name, version: current.version + 1 };
      const write: Write = {
        op: "put",
        item: { ...key, ...next },
        if: { is: "equal", to: { version: current.version } },
      };
      return ok({ writes: [{ write }], value: next });
    },
  });
  return { table, clock, pauses, rename, reads: () => reads };
}

/** A table of whose transactions another caller is always a little faster. */
function losing(table: Table): Table {
  return { ...table, transact: async (writes) => ({ ok: false, reasons: writes.map(() => "conflict" as const) }) };
}

test("changeVersioned: changes the record when the caller saw the current version", async () => {
  const { table, clock, rename } = await scene();
  expect(await changeVersioned({ table, clock }, rename(1, "second"))).toEqual(ok({ name: "second", version: 2 }));
  expect(thingOf(await table.get(key))).toEqual({ name: "second", version: 2 });
});

test("changeVersioned: answers with the record when the same change is sent again", async () => {
  const { table, clock, rename } = await scene();
  await changeVersioned({ table, clock }, rename(1, "second"));
  expect(await changeVersioned({ table, clock }, rename(1, "second"))).toEqual(ok({ name: "second", version: 2 }));
});

test("changeVersioned: answers VERSION_CONFLICT with the current version when another change came first", async () => {
  const { table, clock, rename } = await scene();
  await changeVersioned({ table, clock }, rename(1, "second"));
  const late = await changeVersioned({ table, clock }, rename(1, "other"));
  expect(late).toMatchObject({ ok: false, failures: [{ code: "VERSION_CONFLICT", details: { version: 2 } }] });
});

test("changeVersioned: answers a change that another request has just made as applied, whatever else failed with it", async () => {
  const { table, clock, rename } = await scene();
  const lock = { pk: "name", sk: "second" };
  const locked = (name: string): VersionedChange<Thing, Thing> => ({
    ...rename(1, name),
    async change(current) {
      // Both requests have read version 1 before the first of them writes.
      if (await table.write({ op: "put", item: { ...lock, taken: true }, if: { is: "absent" } }))
        await table.write({ op: "put", item: { ...key, name: "second", version: 2 } });
      const next = await rename(1, name).change(current);
      if (!next.ok) return next;
      const take: Write = { op: "put", item: { ...lock, taken: true }, if: { is: "absent" } };
      const writes = [{ write: take, refusal: failure("SKU_TAKEN", "The name is taken.") }, ...next.value.writes];
      return ok({ ...next.value, writes });
    },
  });
  expect(await changeVersioned({ table, clock }, locked("second"))).toEqual(ok({ name: "second", version: 2 }));
});

test("changeVersioned: answers with what the read refuses", async () => {
  const { table, clock, rename } = await scene();
  await table.write({ op: "delete", key });
  expect(await changeVersioned({ table, clock }, rename(1, "second"))).toMatchObject({
    failures: [{ code: "UNKNOWN_VARIANT" }],
  });
});

test("changeVersioned: answers with a write's own refusal when its condition does not hold", async () => {
  const { table, clock, rename } = await scene();
  await table.write({ op: "put", item: { pk: "name", sk: "taken" } });
  const taken = failure("SKU_TAKEN", "Another thing has this name.");
  const change: VersionedChange<Thing, Thing> = {
    ...rename(1, "taken"),
    async change(current) {
      const renamed = await rename(1, "taken").change(current);
      if (!renamed.ok) return renamed;
      const lock: Write = { op: "put", item: { pk: "name", sk: "taken" }, if: { is: "absent" } };
      return ok({ ...renamed.value, writes: [...renamed.value.writes, { write: lock, refusal: taken }] });
    },
  };
  expect(await changeVersioned({ table, clock }, change)).toEqual(refused(taken));
  expect(thingOf(await table.get(key))).toEqual({ name: "first", version: 1 });
});

test("changeVersioned: reads again after a conflict, and pauses in between", async () => {
  const { table, clock, pauses, rename, reads } = await scene();
  let conflicts = 3;
  const contended: Table = {
    ...table,
    transact: (writes) => (conflicts-- > 0 ? losing(table).transact(writes) : table.transact(writes)),
  };
  expect(await changeVersioned({ table: contended, clock }, rename(1, "second"))).toMatchObject({ ok: true });
  expect(reads()).toBe(4);
  expect(pauses).toEqual([4, 8, 16]);
});

test("changeVersioned: throws TableUnavailable after a bounded number of attempts when every race is lost", async () => {
  const { table, clock, pauses, rename, reads } = await scene();
  const lost = await changeVersioned({ table: losing(table), clock }, rename(1, "second")).catch((error) => error);
  expect(lost).toBeInstanceOf(TableUnavailable);
  expect(lost).toMatchObject({ outcome: "none" });
  expect(reads()).toBe(40);
  expect(pauses).toHaveLength(39);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(200);
});

test("retrying: passes on what an attempt throws, without another attempt", async () => {
  const { clock } = patientClock();
  let attempts = 0;
  const failing = retrying(clock, "thing", async () => {
    attempts += 1;
    throw new Error("broken");
  });
  await expect(failing).rejects.toThrow("broken");
  expect(attempts).toBe(1);
});
