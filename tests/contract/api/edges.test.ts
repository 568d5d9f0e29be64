import { createLocation } from "@pos/core/people/location/index.ts";
import { createTerminal } from "@pos/core/people/terminal/index.ts";
import type { Key, Table } from "@pos/core/table/port/port.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { done } from "../../support/shop.ts";
import { type Counter, closeCounter, openCounter } from "./counter.ts";

/** What leads from one thing to another: read together for a whole page. */
let counter: Counter;
const reads: (readonly Key[])[] = [];

function recordingReads(table: Table): Table {
  return {
    ...table,
    get(key) {
      reads.push([key]);
      return table.get(key);
    },
    batchGet(keys) {
      reads.push(keys);
      return table.batchGet(keys);
    },
  };
}

beforeAll(async () => {
  counter = await openCounter({ wrap: recordingReads, variants: 12 });
  const { shop } = counter;
  for (const code of ["A", "B", "C", "D"]) {
    const location = { id: shop.clock.newId("loc"), code, name: `Shop ${code}`, timeZone: "Europe/London" };
    done(await createLocation(shop.owner, location));
    const terminal = { id: shop.clock.newId("trm"), code, name: `Terminal ${code}`, locationId: location.id };
    done(await createTerminal(shop.owner, terminal));
  }
});
afterAll(() => closeCounter(counter));
beforeEach(() => {
  reads.length = 0;
});

async function ask(query: string, variables: object = {}, token = counter.owner): Promise<Data> {
  const { data, errors } = await counter.api.call(query, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

/** The reads of records of one kind: each a list of keys that were read together. */
function readsOf(kind: string): number[] {
  return reads.filter((keys) => keys.some(({ pk }) => pk.includes(`#${kind}`))).map((keys) => keys.length);
}

test("terminals: read the locations of all terminals at once", async () => {
  const { terminals } = await ask("{ terminals { id location { id name } } }");
  expect(terminals.map(({ location }: Data) => location.name)).toEqual(
    expect.arrayContaining(["Shop A", "Shop B", "Shop C", "Shop D"]),
  );
  expect(readsOf("LOCATION")).toEqual([5]);
});
