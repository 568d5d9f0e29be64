import { type Table, TableLimit, TableUnavailable } from "@pos/core/table/port/port.ts";
import { afterAll, beforeAll, test } from "vitest";
import { goodRequests } from "./good.ts";
import { ask, type Case, countsByClass, judge } from "./judge.ts";
import { OPERATIONS } from "./positions.ts";
import { closeStand, openStand, type Stand } from "./stand.ts";

/** What breaks inside is told to nobody outside: not where, not what of, and never as if it had gone well. */
let stand: Stand;
/** What every read and write throws just now. */
let broken: Error | undefined;

beforeAll(async () => {
  stand = await openStand(breaking);
});
afterAll(async () => {
  broken = undefined;
  console.log(countsByClass());
  await closeStand(stand);
});

function breaking(table: Table): Table {
  const unlessBroken = <A, R>(call: (argument: A) => Promise<R>) => {
    return async (argument: A): Promise<R> => {
      if (broken) throw broken;
      return call(argument);
    };
  };
  return {
    get: unlessBroken(table.get),
    batchGet: unlessBroken(table.batchGet),
    query: unlessBroken(table.query),
    queryIndex: unlessBroken(table.queryIndex),
    write: unlessBroken(table.write),
    transact: unlessBroken(table.transact),
  };
}

const SECRET = "MDB_CORRUPTED at /srv/shop/data.mdb of mer_01KV584NM0M008FYZQ8YEBGVFY#SECRET: passwordHash $argon2id$";

test.each([
  ["a bug", () => new Error(SECRET), "INTERNAL", 500],
  [
    "a bug that claims a code",
    () => Object.assign(new Error(SECRET), { extensions: { code: "FORBIDDEN" } }),
    "INTERNAL",
    500,
  ],
  ["a limit of the table", () => new TableLimit(SECRET), "INTERNAL", 500],
  ["a table that is away", () => new TableUnavailable("none", SECRET), "UNAVAILABLE", 503],
  ["a table that does not say", () => new TableUnavailable("unknown", SECRET), "UNAVAILABLE", 503],
] as const)("%s is told as no more than that, whatever was asked", async (name, error, expected, status) => {
  const cases: Case[] = [];
  for (const operation of OPERATIONS.keys()) {
    for (const good of await goodRequests(stand, operation)) {
      // Without a token nothing is looked up before the resolver.
      const at = good.token === undefined ? 200 : status;
      const run = async () => {
        broken = error();
        try {
          return await ask(stand, operation, good);
        } finally {
          broken = undefined;
        }
      };
      cases.push({ name: `${operation}, ${name}`, expected, status: at, run });
    }
  }
  await judge(stand, "faults inside", cases);
});
