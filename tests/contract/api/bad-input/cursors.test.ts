import { afterAll, beforeAll, test } from "vitest";
import { type Case, countsByClass, judge, send } from "./judge.ts";
import { closeStand, openStand, type Stand } from "./stand.ts";
import type { List } from "./things.ts";

/** Cursors of other lists, of other filters, of other merchants and locations, and those that are none. */
let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(async () => {
  console.log(countsByClass());
  await closeStand(stand);
});

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** How each list is asked behind a cursor. */
function asked(list: string, cursor: string, argument = "after"): string {
  const { locationId, variantId } = stand.own;
  const located =
    list === "movements"
      ? `locationId: "${locationId}", variantId: "${variantId}", `
      : ["stockLevels", "exceptions", "reportSendings"].includes(list)
        ? `locationId: "${locationId}", `
        : "";
  return `{ ${list}(${located}${argument}: ${JSON.stringify(cursor)}) { nodes { __typename } } }`;
}

function row(name: string, query: string, expected = "BAD_REQUEST"): Case {
  return { name, expected, run: () => send(stand, { body: JSON.stringify({ query }), token: stand.counter.owner }) };
}

test("a cursor is good for its own list only", async () => {
  const cases: Case[] = [];
  const { own, foreign, branch } = stand;
  const behind: { readonly [list in List]?: number } = { products: 1, movements: 2 };
  for (const [list, cursor] of Object.entries(own.cursors)) {
    cases.push(row(`${list} behind its own`, asked(list, cursor), `${behind[list as List] ?? 0} nodes`));
    for (const [other, theirs] of Object.entries(own.cursors))
      if (other !== list) cases.push(row(`${list} behind one of ${other}`, asked(list, theirs)));
    cases.push(row(`${list} behind another merchant's`, asked(list, foreign.cursors[list as List])));
  }
  for (const list of ["stockLevels", "exceptions", "movements", "reportSendings"] as const) {
    const elsewhere = asked(list, own.cursors[list]).replace(own.locationId, branch.locationId);
    cases.push(row(`${list} behind another location's`, elsewhere));
  }
  const filtered = `{ sales(filter: { locationId: "${own.locationId}" }, after: "${own.cursors.sales}") { nodes { id } } }`;
  cases.push(row("sales behind one of another filter", filtered));
  for (const list of ["products", "customers"] as const) {
    const searched = asked(list, own.cursors[list]).replace("after", 'search: "x", after');
    cases.push(row(`${list} found behind one of all`, searched));
  }
  cases.push(
    row(
      "settled exceptions behind an open one",
      asked("exceptions", own.cursors.exceptions).replace("after", "open: false, after"),
    ),
  );
  const ofCustomer = `{ customer(id: "${own.customerId}") { __typename sales(after: "${own.cursors.sales}") { nodes { id } } } }`;
  cases.push(row("a customer's sales behind one of all", ofCustomer));
  await judge(stand, "cursors", cases);
});

test("a cursor that was spoilt or made up is none", async () => {
  const cases: Case[] = [];
  for (const [list, cursor] of Object.entries(stand.own.cursors)) {
    const [name] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as [string, string];
    const spoilt: readonly (readonly [name: string, cursor: string])[] = [
      ["empty", ""],
      ["cut short", cursor.slice(0, -3)],
      ["doubled", cursor + cursor],
      ["with a character changed", `${cursor.slice(0, 4)}${cursor[4] === "A" ? "B" : "A"}${cursor.slice(5)}`],
      ["with something behind it", `${cursor}!!`],
      ["padded", `${cursor}==`],
      ["in lower case", cursor.toLowerCase()],
      ["no base64", "§§§"],
      ["of an id", stand.own.saleId],
      ["of null", encoded(null)],
      ["of an object", encoded({ list: name, key: "x" })],
      ["of a key that is no text", encoded([name, 5])],
      ["of a key that is a list", encoded([name, ["x"]])],
      ["of an empty key", encoded([name, ""])],
      ["of a third part", encoded([name, "x", "y"])],
      ["of a key with NUL", encoded([name, "a\0b"])],
      ["of a key with a lone surrogate", encoded([name, "a\ud800"])],
      ["of a key of 100,000 characters", encoded([name, "x".repeat(100_000)])],
      ["of deep lists", Buffer.from("[".repeat(50_000)).toString("base64url")],
    ];
    for (const [kind, text] of spoilt) cases.push(row(`${list} behind a cursor ${kind}`, asked(list, text)));
  }
  await judge(stand, "cursors", cases);
});
