import { present } from "@pos/core/base/result.ts";
import { formatInstant, instantMilliseconds } from "@pos/core/base/time.ts";
import { parseToken, sessionKey } from "@pos/core/people/access/index.ts";
import { createLocation } from "@pos/core/people/location/index.ts";
import type { Key } from "@pos/core/table/port/port.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activate, signInOperator } from "../../support/api.ts";
import { createShop, done } from "../../support/shop.ts";
import { complete, saleInput, signInDashboard } from "../api/counter.ts";
import {
  ENTRIES_BOOKED,
  openAcknowledged,
  openRaw,
  type Raw,
  SALE_RECORDED,
  STOCK_CHANGED,
  silence,
  subscribeFrame,
  subscribeRaw,
} from "./raw.ts";
import { type LiveCounter, once, openLive, openLiveForAll, sessionOf, settled } from "./support.ts";

/** contract.md, "Who may call what" and "Subscriptions": who may listen to what, and for how long. */
let counter: LiveCounter;
const opened: Raw[] = [];
beforeAll(async () => {
  counter = await openLiveForAll({ terminals: 2, engine: once() });
});
afterAll(async () => {
  for (const { socket } of opened) socket.terminate();
  await counter.api.close();
});

async function open(token: string | undefined): Promise<Raw> {
  const raw = await openAcknowledged(counter.api.url, token);
  opened.push(raw);
  return raw;
}

/** The code that a subscription is answered with, or "listens". */
async function answerTo(raw: Raw, query: string, variables: object): Promise<string> {
  raw.send(subscribeFrame("asked", query, variables));
  raw.send({ type: "ping", payload: { behind: "asked" } });
  const frame = await raw.next();
  if (frame.type === "pong") return "listens";
  expect(frame).toMatchObject({ id: "asked", type: "error" });
  await raw.next();
  return frame.payload[0].extensions.code;
}

type Promisable = string | undefined | Promise<string>;

describe("callers", () => {
  const rows: readonly [name: string, token: () => Promisable, answer: string][] = [
    ["nobody", () => undefined, "UNAUTHENTICATED"],
    ["rubbish", () => "rubbish", "UNAUTHENTICATED"],
    ["a wrong secret", () => `${counter.owner.slice(0, -43)}${"A".repeat(43)}`, "UNAUTHENTICATED"],
    ["a terminal", () => counter.terminal, "FORBIDDEN"],
    ["a cashier at a terminal", () => counter.cashier, "FORBIDDEN"],
    ["a cashier", () => signInDashboard(counter.api, counter.shop, "CASHIER"), "FORBIDDEN"],
    ["a manager at a terminal", () => counter.manager, "listens"],
    ["a manager", () => signInDashboard(counter.api, counter.shop, "MANAGER"), "listens"],
    ["the owner", () => counter.owner, "listens"],
  ];
  test.each(rows)("%s", async (_name, token, answer) => {
    for (const query of [SALE_RECORDED, STOCK_CHANGED, ENTRIES_BOOKED])
      expect(await answerTo(await open(await token()), query, { location: counter.shop.locationId })).toBe(answer);
  });

  test("a location that is another merchant's, or none, is not found; a cursor that is none of its own is malformed", async () => {
    const other = await createShop({ seed: 7 });
    for (const location of [other.locationId, "loc_00000000000000000000000000", "x", ""])
      expect(await answerTo(await open(counter.owner), SALE_RECORDED, { location })).toBe("NOT_FOUND");
    const location = counter.shop.locationId;
    for (const after of [
      "",
      "x",
      "1-1",
      "0001-00000000000",
      "0001-000000999999",
      "0009-000000000000",
      "0001-00000000000x",
    ])
      expect([after, await answerTo(await open(counter.owner), SALE_RECORDED, { location, after })]).toEqual([
        after,
        "BAD_REQUEST",
      ]);
    for (const after of [null, "0001-000000000000", "0000-000000000000"])
      expect([after, await answerTo(await open(counter.owner), SALE_RECORDED, { location, after })]).toEqual([
        after,
        "listens",
      ]);
  });

  test("an init's token counts only as Bearer, and only under its name", async () => {
    const payloads = [
      { authorization: counter.owner },
      { Authorization: `Bearer ${counter.owner}` },
      { token: counter.owner },
    ];
    for (const payload of payloads) {
      const raw = await openRaw(counter.api.url);
      opened.push(raw);
      raw.send({ type: "connection_init", payload });
      await raw.next();
      expect(await answerTo(raw, SALE_RECORDED, { location: counter.shop.locationId })).toBe("UNAUTHENTICATED");
    }
  });

  test("a browser's cookie counts where the page comes from this server and the init asks for it", async () => {
    const { api, owner, shop } = counter;
    const cookie = `other=1; pos_session=${owner}`;
    const cases: readonly [headers: { [name: string]: string }, payload: object, answer: string][] = [
      [{ cookie, origin: api.url }, { "x-session": "cookie" }, "listens"],
      [{ cookie, origin: api.url }, {}, "UNAUTHENTICATED"],
      [{ cookie, origin: "http://elsewhere.example" }, { "x-session": "cookie" }, "UNAUTHENTICATED"],
      [{ cookie }, { "x-session": "cookie" }, "UNAUTHENTICATED"],
      [{ origin: api.url }, { "x-session": "cookie" }, "UNAUTHENTICATED"],
      [{ cookie, origin: api.url }, { "x-session": "cookie", authorization: "Bearer rubbish" }, "UNAUTHENTICATED"],
    ];
    for (const [headers, payload, answer] of cases) {
      const raw = await openRaw(api.url, { headers });
      opened.push(raw);
      raw.send({ type: "connection_init", payload });
      await raw.next();
      const got = await answerTo(raw, SALE_RECORDED, { location: shop.locationId });
      expect([headers, payload, got]).toEqual([headers, payload, answer]);
    }
  });
});

/** The next frame must end the subscription, and nothing follows. */
async function expectEnd(own: LiveCounter, raw: Raw, code: string): Promise<void> {
  await complete(own, saleInput(own), await signInOperator(own.api, own.shop, own.terminal));
  await settled(own);
  expect(await raw.next()).toMatchObject({ id: "1", type: "error", payload: [{ extensions: { code } }] });
  await complete(own, saleInput(own), await signInOperator(own.api, own.shop, own.terminal));
  await settled(own);
  await silence(raw);
}

/** Where the session of a dashboard's token is stored. */
function sessionKeyOf(token: string): Key {
  const { merchantId, staffId = "", sessionId } = present(parseToken(token), "a token");
  return sessionKey(merchantId, staffId, present(sessionId, "a session"));
}

describe("callers: while they listen", () => {
  test("a token that expires gets no further event, at once", async () => {
    const own = await openLive({ engine: once() });
    const { shop, api } = own;
    const key = sessionKeyOf(own.owner);
    const before = present(await shop.table.get(key), "the owner's session");
    const expiresAt = formatInstant(instantMilliseconds(shop.clock.now()) + 10_000);
    await shop.table.write({ op: "put", item: { ...before, expiresAt } });
    const raw = await openAcknowledged(api.url, own.owner);
    await subscribeRaw(raw, "1", SALE_RECORDED, { location: shop.locationId });
    await complete(own, saleInput(own));
    expect(await raw.next()).toMatchObject({ type: "next" });
    shop.clock.advance(10_000);
    await expectEnd(own, raw, "UNAUTHENTICATED");
  });

  test("an operator who is signed out by a revoked terminal, and one who signs out, hear no more after a minute at most", async () => {
    const own = await openLive({ terminals: 2, engine: once() });
    const { api, shop, owner } = own;
    const there = await signInOperator(api, shop, present(own.terminals[1], "the second terminal"));
    const dashboard = await signInDashboard(api, shop, "MANAGER");
    const listening: Raw[] = [];
    for (const token of [there, dashboard]) {
      const raw = await openAcknowledged(api.url, token);
      await subscribeRaw(raw, "1", SALE_RECORDED, { location: shop.locationId });
      listening.push(raw);
    }
    await complete(own, saleInput(own));
    for (const raw of listening) expect(await raw.next()).toMatchObject({ type: "next" });
    await api.call(
      "mutation ($id: ID!) { revokeTerminal(input: { terminalId: $id, version: 2 }) { userErrors { code } } }",
      {
        variables: { id: shop.terminals[1]?.id },
        token: owner,
      },
    );
    await api.call("mutation { signOut { userErrors { code } } }", { token: dashboard });
    shop.clock.advance(60_000);
    for (const raw of listening) await expectEnd(own, raw, "UNAUTHENTICATED");
  });

  const ENDED = { type: "error", payload: [{ extensions: { code: "UNAUTHENTICATED" } }] };
  const REVOKE =
    "mutation ($id: ID!) { revokeTerminal(input: { terminalId: $id, version: 2 }) { userErrors { code } } }";

  /** Before anything else happens at the location, and without the clock moving on. */
  async function expectEndWithinASecond(raws: readonly Raw[], end: () => Promise<unknown>): Promise<void> {
    const begin = performance.now();
    await end();
    for (const raw of raws) for (const id of ["1", "2"]) expect(await raw.next()).toMatchObject({ id, ...ENDED });
    expect(performance.now() - begin).toBeLessThan(1_000);
  }

  async function listening(own: LiveCounter, tokens: readonly string[]): Promise<Raw[]> {
    const raws: Raw[] = [];
    for (const token of tokens) {
      const raw = await openAcknowledged(own.api.url, token);
      for (const id of ["1", "2"]) await subscribeRaw(raw, id, SALE_RECORDED, { location: own.shop.locationId });
      raws.push(raw);
    }
    await complete(own, saleInput(own));
    for (const raw of raws) for (const _ of ["1", "2"]) expect(await raw.next()).toMatchObject({ type: "next" });
    return raws;
  }

  test("A22: signOut: ends the session's subscriptions within a second, and those of no other session", async () => {
    const own = await openLive({ engine: once() });
    const { api, shop } = own;
    const mine = await signInDashboard(api, shop, "MANAGER");
    const raws = await listening(own, [mine, mine]);
    const [other] = await listening(own, [await signInDashboard(api, shop, "MANAGER")]);
    for (const raw of raws) for (const _ of ["1", "2"]) await raw.next();
    await expectEndWithinASecond(raws, () => api.call("mutation { signOut { userErrors { code } } }", { token: mine }));
    await complete(own, saleInput(own));
    for (const _ of ["1", "2"]) expect(await other?.next()).toMatchObject({ type: "next" });
    await settled(own);
    for (const raw of raws) expect(raw.waiting()).toEqual([]);
  });

  test("A22: revokeTerminal, and pairing it again: end its operators' subscriptions within a second", async () => {
    const own = await openLive({ terminals: 3, engine: once() });
    const { api, shop, owner } = own;
    const [, first, second] = shop.terminals;
    const tokenAt = (terminal: number) => signInOperator(api, shop, present(own.terminals[terminal], "a terminal"));
    const [one, two] = await listening(own, [await tokenAt(1), await tokenAt(2)]);
    const raws = [present(one, "the first"), present(two, "the second")] as const;
    await expectEndWithinASecond([raws[0]], () => api.call(REVOKE, { variables: { id: first?.id }, token: owner }));
    await expectEndWithinASecond([raws[1]], () => activate(api, owner, present(second, "the second").id));
  });

  test("a person whose role or coverage changes hears no more", async () => {
    const own = await openLive({ engine: once() });
    const { api, shop } = own;
    const { id } = shop.staff.MANAGER;
    const elsewhere = shop.clock.newId("loc");
    done(await createLocation(shop.owner, { id: elsewhere, code: "OTHER", name: "Other", timeZone: "Europe/London" }));
    const key = { pk: `${shop.merchantId}#STAFF`, sk: id };
    const staff = present(await shop.table.get(key), "the manager's record");
    for (const [change, code] of [
      [{ role: "CASHIER" }, "FORBIDDEN"],
      [{ coverage: [elsewhere] }, "NOT_FOUND"],
      [{ disabled: true }, "UNAUTHENTICATED"],
    ] as const) {
      const raw = await openAcknowledged(api.url, await signInDashboard(api, shop, "MANAGER"));
      await subscribeRaw(raw, "1", SALE_RECORDED, { location: shop.locationId });
      await shop.table.write({ op: "put", item: { ...staff, ...change } });
      shop.clock.advance(60_000);
      await complete(own, saleInput(own), await signInOperator(api, shop, own.terminal, "CASHIER"));
      await settled(own);
      expect(await raw.next()).toMatchObject({ id: "1", type: "error", payload: [{ extensions: { code } }] });
      await shop.table.write({ op: "put", item: staff });
    }
  });

  test("subscribe: is refused when the session ended after the connection was opened", async () => {
    const own = await openLive({ engine: once() });
    const raw = await openAcknowledged(own.api.url, own.owner);
    await own.shop.table.write({ op: "delete", key: sessionKeyOf(own.owner) });
    raw.send(subscribeFrame("1", SALE_RECORDED, { location: own.shop.locationId }));
    expect(await raw.next()).toMatchObject({ type: "error", payload: [{ extensions: { code: "UNAUTHENTICATED" } }] });
  });

  test("another merchant's and another location's subscribers hear nothing", async () => {
    const own = await openLive({ engine: once() });
    const { shop, api } = own;
    const elsewhere = shop.clock.newId("loc");
    done(await createLocation(shop.owner, { id: elsewhere, code: "OTHER", name: "Other", timeZone: "Europe/London" }));
    const there = await openAcknowledged(api.url, own.owner);
    await subscribeRaw(there, "1", SALE_RECORDED, { location: elsewhere });
    await subscribeRaw(there, "2", STOCK_CHANGED, { location: elsewhere });
    const here = await openAcknowledged(api.url, own.owner);
    await subscribeRaw(here, "1", SALE_RECORDED, { location: shop.locationId });
    // A second merchant in the same table, behind the same server.
    const other = await createShop({ seed: 9, engine: shop.engine });
    const token = await sessionOf(other);
    const theirs = await openAcknowledged(api.url, token);
    expect(await answerTo(theirs, SALE_RECORDED, { location: shop.locationId })).toBe("NOT_FOUND");
    await subscribeRaw(theirs, "1", SALE_RECORDED, { location: other.locationId });
    await complete(own, saleInput(own));
    await settled(own);
    expect(await here.next()).toMatchObject({ type: "next" });
    await silence(there);
    await silence(theirs);
  });
});
