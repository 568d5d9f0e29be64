import { present } from "@pos/core/base/result.ts";
import { requestHashOf } from "@pos/core/people/access/index.ts";
import { emailLock } from "@pos/core/people/directory/index.ts";
import { type NewStaff, staffWrites } from "@pos/core/people/staff/index.ts";
import { itemsOf, type Key, type Table } from "@pos/core/table/port/port.ts";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { activate, type Data, startApi } from "../../support/api.ts";
import { createShop } from "../../support/shop.ts";
import { type Counter, closeCounter, openCounter } from "./counter.ts";

/** contract.md, "Signing in": how fast secrets can be guessed, by whom, and that no attacker keeps others out. */
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token expiresAt
  userErrors { code ... on TooManyAttempts { retryAfterSeconds } } } }`;
const SIGN_IN_OPERATOR = `mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token
  userErrors { code ... on TooManyAttempts { retryAfterSeconds } } } }`;

async function guessPin({ api }: Counter, token: string, operatorNumber: string, pin: string): Promise<Data> {
  const { data } = await api.call(SIGN_IN_OPERATOR, { variables: { input: { operatorNumber, pin } }, token });
  return data.signInOperator;
}

const codeOf = ({ userErrors }: Data): string | undefined => userErrors[0]?.code;

async function open(terminals: number): Promise<Counter> {
  const counter = await openCounter({ terminals });
  onTestFinished(() => closeCounter(counter));
  return counter;
}

const tokenAt = (counter: Counter, terminal: number) => present(counter.terminals[terminal], "a terminal");

describe("A6: guesses at a PIN", () => {
  test("signInOperator: forty terminals bring no more guesses at one person's PIN than the free ones", async () => {
    const counter = await open(40);
    const owner = counter.shop.staff.OWNER.operatorNumber ?? "";
    const codes: (string | undefined)[] = [];
    for (let terminal = 0; terminal < 40; terminal += 1)
      for (let guess = 0; guess < 5; guess += 1)
        codes.push(codeOf(await guessPin(counter, tokenAt(counter, terminal), owner, `70${terminal + 10}${guess}1`)));
    expect(codes.filter((code) => code === "INVALID_CREDENTIALS")).toHaveLength(10);
    expect(codes.filter((code) => code === "TOO_MANY_ATTEMPTS")).toHaveLength(190);
  });

  test("signInOperator: an attacker who never pauses makes at most 40 guesses a day at one person's PIN", async () => {
    const counter = await open(8);
    const { clock, staff } = counter.shop;
    const end = Date.parse(clock.now()) + 86_400_000;
    let looked = 0;
    for (let terminal = 1; Date.parse(clock.now()) < end; terminal = 1 + (terminal % 7)) {
      const answer = await guessPin(counter, tokenAt(counter, terminal), staff.OWNER.operatorNumber ?? "", "700001");
      if (codeOf(answer) === "INVALID_CREDENTIALS") looked += 1;
      else clock.advance(answer.userErrors[0].retryAfterSeconds * 1_000);
    }
    expect(looked).toBeGreaterThan(30);
    expect(looked).toBeLessThanOrEqual(41);
  });

  test("signInOperator: one terminal has a limit over all numbers, also when its own people sign in between", async () => {
    const counter = await open(2);
    const { operatorNumber = "", pin = "" } = counter.shop.staff.CASHIER;
    const there = tokenAt(counter, 1);
    expect(codeOf(await guessPin(counter, there, operatorNumber, pin))).toBeUndefined();
    const codes: (string | undefined)[] = [];
    for (let number = 0; number < 30; number += 1) {
      codes.push(codeOf(await guessPin(counter, there, String(5_000 + number), "700001")));
      expect(codeOf(await guessPin(counter, there, operatorNumber, pin))).toBeUndefined();
    }
    expect(codes.filter((code) => code === "INVALID_CREDENTIALS")).toHaveLength(20);
    expect(codes.slice(20)).toEqual(Array.from({ length: 10 }, () => "TOO_MANY_ATTEMPTS"));
  });

  test("signInOperator: a merchant has a limit over all terminals and numbers", async () => {
    const counter = await open(20);
    const codes: (string | undefined)[] = [];
    for (let guess = 0; guess < 80; guess += 1)
      codes.push(codeOf(await guessPin(counter, tokenAt(counter, guess % 20), String(5_000 + guess), "700001")));
    expect(codes.filter((code) => code === "INVALID_CREDENTIALS")).toHaveLength(50);
    // Who has signed in at a terminal before goes on there.
    const { operatorNumber = "", pin = "" } = counter.shop.staff.MANAGER;
    expect(codeOf(await guessPin(counter, counter.terminal, operatorNumber, pin))).toBeUndefined();
  });

  test("signInOperator: guesses by the people at one terminal do not keep a person out at another", async () => {
    const counter = await open(3);
    const { shop } = counter;
    const { operatorNumber = "", pin = "" } = shop.staff.MANAGER;
    for (let guess = 0; guess < 200; guess += 1) {
      await guessPin(counter, tokenAt(counter, 1), operatorNumber, "700001");
      shop.clock.advance(60_000);
    }
    expect(codeOf(await guessPin(counter, tokenAt(counter, 1), operatorNumber, pin))).toBe("TOO_MANY_ATTEMPTS");
    expect(codeOf(await guessPin(counter, counter.terminal, operatorNumber, pin))).toBeUndefined();
  });

  test("signInOperator: a terminal that is paired again is a new one to the people who signed in at it", async () => {
    const counter = await open(2);
    const { api, shop, owner } = counter;
    const { operatorNumber = "", pin = "" } = shop.staff.MANAGER;
    for (let guess = 0; guess < 12; guess += 1) await guessPin(counter, tokenAt(counter, 1), operatorNumber, "700001");
    const paired = await activate(api, owner, present(shop.terminals[0], "the first").id);
    shop.clock.advance(301_000);
    for (let guess = 0; guess < 12; guess += 1) await guessPin(counter, paired, operatorNumber, "700001");
    expect(codeOf(await guessPin(counter, paired, operatorNumber, pin))).toBe("TOO_MANY_ATTEMPTS");
  });
});

let lastNumber = 60_000;

describe("A6: how long a PIN is", () => {
  const CREATE = "mutation ($input: CreateStaffInput!) { createStaff(input: $input) { userErrors { code path } } }";
  let counter: Counter;
  beforeAll(async () => {
    counter = await openCounter();
  });
  afterAll(() => closeCounter(counter));

  test.each([
    ["OWNER", "48261", "INVALID_PIN"],
    ["MANAGER", "4826", "INVALID_PIN"],
    ["MANAGER", "482617", undefined],
    ["CASHIER", "482", "INVALID_PIN"],
    ["CASHIER", "4826", undefined],
  ] as const)("createStaff: of role %s with the PIN %s is answered %s", async (role, pin, code) => {
    const id = counter.shop.clock.newId("stf");
    const operatorNumber = String(++lastNumber);
    const variables = { input: { id, name: "New", role, operatorNumber, pin } };
    const { data } = await counter.api.call(CREATE, { variables, token: counter.owner });
    expect(data.createStaff.userErrors).toEqual(code === undefined ? [] : [{ code, path: ["input", "pin"] }]);
  });

  /** A manager's record as versions before the rule wrote it. */
  async function storedBefore(pin: string, operatorNumber: string): Promise<NewStaff> {
    const { shop } = counter;
    const email = `m${operatorNumber}@shop.example`;
    const staff: NewStaff = {
      id: shop.clock.newId("stf"),
      name: "Old",
      role: "MANAGER",
      email,
      password: "p",
      operatorNumber,
      pin,
    };
    const { record, writes } = await staffWrites(shop.merchantId, staff, requestHashOf({}));
    const { isPinShort: _, ...stored } = record;
    await shop.engine.table.transact([{ op: "put", item: { ...stored, pk: record.pk, sk: record.sk } }, ...writes]);
    return staff;
  }

  test("signInOperator: a short PIN stored before goes on working, and from then on its owner and the merchant's see it", async () => {
    const old = await storedBefore("4826", "4411");
    const { api, owner } = counter;
    const input = { email: old.email, password: old.password };
    const { token } = (await api.call(SIGN_IN, { variables: { input } })).data.signIn;
    const mine = async () => (await api.call("{ me { isPinShort } }", { token })).data.me.isPinShort;
    const listed = async () => {
      const { data } = await api.call("{ staffPage(first: 100) { nodes { id isPinShort } } }", { token: owner });
      return data.staffPage.nodes.filter(({ isPinShort }: Data) => isPinShort).map(({ id }: Data) => id);
    };
    expect([await mine(), await listed()]).toEqual([false, []]);
    expect(codeOf(await guessPin(counter, counter.terminal, "4411", "4826"))).toBeUndefined();
    expect([await mine(), await listed()]).toEqual([true, [old.id]]);
  });

  test("me: a cashier's short PIN is not reported", async () => {
    const { api, shop } = counter;
    const id = shop.clock.newId("stf");
    const input = { id, name: "Short", role: "CASHIER", operatorNumber: "4412", pin: "4826" };
    await api.call(CREATE, { variables: { input }, token: counter.owner });
    const token = present((await guessPin(counter, counter.terminal, "4412", "4826")).token, "a token");
    expect((await api.call("{ me { isPinShort } }", { token })).data.me).toEqual({ isPinShort: false });
  });
});

/** A counter whose API is asked from any address: the proxy in front states it. */
async function openBehindProxy() {
  const shop = await createShop({ secrets: true });
  const api = await startApi(shop, { reach: { scheme: "http", isHostForwarded: true } });
  onTestFinished(() => api.close());
  async function signIn(input: { email: string; password: string }, from: string, cookie?: string) {
    const own = { "x-session": "cookie", origin: api.url, "x-forwarded-for": from };
    const headers = cookie === undefined ? own : { ...own, cookie };
    const answer = await api.call(SIGN_IN, { variables: { input }, headers });
    const kept = answer.headers.getSetCookie().map((text) => text.split(";")[0] ?? "");
    return { ...answer.data.signIn, device: kept.find((text) => text.startsWith("pos_device=")), kept };
  }
  const { email = "", password = "" } = shop.staff.OWNER;
  return { shop, api, signIn, right: { email, password }, wrong: { email, password: "not this one" } };
}

describe("A7: keeping a person out by wrong passwords", () => {
  test("signIn: works from elsewhere while one source is locked", async () => {
    const { signIn, right, wrong } = await openBehindProxy();
    for (let guess = 0; guess < 5; guess += 1)
      expect(codeOf(await signIn(wrong, "192.0.2.1"))).toBe("INVALID_CREDENTIALS");
    expect((await signIn(right, "192.0.2.1")).userErrors).toEqual([
      { code: "TOO_MANY_ATTEMPTS", retryAfterSeconds: 60 },
    ]);
    expect(codeOf(await signIn(right, "192.0.2.2"))).toBeUndefined();
  });

  test("signIn: waits grow from a minute to half an hour at most", async () => {
    const { shop, signIn, wrong } = await openBehindProxy();
    const waits: number[] = [];
    while (waits.length < 8) {
      const answer = await signIn(wrong, "192.0.2.1");
      if (codeOf(answer) === "INVALID_CREDENTIALS") continue;
      waits.push(answer.userErrors[0].retryAfterSeconds);
      shop.clock.advance(answer.userErrors[0].retryAfterSeconds * 1_000);
    }
    expect(waits).toEqual([60, 120, 240, 480, 960, 1_800, 1_800, 1_800]);
  });

  test("signIn: all sources together have a looser limit, from which a browser that is known is exempt", async () => {
    const { signIn, right, wrong } = await openBehindProxy();
    const { device } = await signIn(right, "192.0.2.1");
    const codes: (string | undefined)[] = [];
    for (let source = 0; source < 60; source += 1) codes.push(codeOf(await signIn(wrong, `198.51.100.${source}`)));
    expect(codes.filter((code) => code === "INVALID_CREDENTIALS")).toHaveLength(50);
    expect(codeOf(await signIn(right, "203.0.113.1"))).toBe("TOO_MANY_ATTEMPTS");
    expect(codeOf(await signIn(right, "203.0.113.1", device))).toBeUndefined();
    expect(codeOf(await signIn(right, "192.0.2.1", device))).toBeUndefined();
  });

  test("signIn: one source has a limit over all addresses, which its known browsers do not share", async () => {
    const { signIn, right } = await openBehindProxy();
    const { device } = await signIn(right, "192.0.2.1");
    const codes: (string | undefined)[] = [];
    for (let address = 0; address < 105; address += 1)
      codes.push(codeOf(await signIn({ email: `a${address}@b.example`, password: "x" }, "192.0.2.1")));
    expect(codes.filter((code) => code === "INVALID_CREDENTIALS").length).toBeLessThanOrEqual(100);
    expect(codeOf(await signIn(right, "192.0.2.1", device))).toBeUndefined();
  });

  test("signIn: a known browser has a limit of its own", async () => {
    const { signIn, right, wrong } = await openBehindProxy();
    const { device } = await signIn(right, "192.0.2.1");
    const codes: (string | undefined)[] = [];
    for (let guess = 0; guess < 8; guess += 1) codes.push(codeOf(await signIn(wrong, `198.51.100.${guess}`, device)));
    expect(codes.filter((code) => code === "INVALID_CREDENTIALS")).toHaveLength(5);
  });

  test("signIn: a browser is known to the persons who signed in from it, and to no others", async () => {
    const { shop, signIn, right } = await openBehindProxy();
    const { email = "", password = "" } = shop.staff.MANAGER;
    const first = await signIn(right, "192.0.2.1");
    const second = await signIn({ email, password }, "192.0.2.1", first.device);
    for (const address of [right.email, email])
      for (let source = 0; source < 50; source += 1)
        await signIn({ email: address, password: "not this one" }, `198.51.100.${source}`);
    expect(codeOf(await signIn({ email, password }, "203.0.113.1", first.device))).toBe("TOO_MANY_ATTEMPTS");
    expect(codeOf(await signIn({ email, password }, "203.0.113.1", second.device))).toBeUndefined();
    expect(codeOf(await signIn(right, "203.0.113.1", second.device))).toBeUndefined();
  });

  test("signIn: a device that a client made up is none", async () => {
    const { signIn, right, wrong } = await openBehindProxy();
    for (let source = 0; source < 50; source += 1) await signIn(wrong, `198.51.100.${source}`);
    const { device = "" } = await signIn(right, "203.0.113.1");
    expect(device).toBe("");
    const id = "A".repeat(22);
    for (const text of ["", id, `${id}.${id}`, `${id}.${id}.${id}`, `${id}.${"é".repeat(22)}`, "x".repeat(5_000)])
      expect(codeOf(await signIn(right, "203.0.113.1", `pos_device=${text}`))).toBe("TOO_MANY_ATTEMPTS");
  });

  test("signIn: the device is in a cookie that no script reads, and opens nothing", async () => {
    const { api, signIn, right } = await openBehindProxy();
    const headers = { "x-session": "cookie", origin: api.url };
    const answer = await api.call(SIGN_IN, { variables: { input: right }, headers });
    for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/; HttpOnly; SameSite=Strict/);
    const { device = "" } = await signIn(right, "192.0.2.1");
    const me = await api.call("{ me { kind } }", { headers: { ...headers, cookie: device } });
    expect(me.errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  test("signIn: without a proxy a forwarded address counts for nothing", async () => {
    const shop = await createShop({ secrets: true });
    const api = await startApi(shop);
    onTestFinished(() => api.close());
    const { email = "", password = "" } = shop.staff.OWNER;
    const guess = (from: number) =>
      api.call(SIGN_IN, {
        variables: { input: { email, password: "x" } },
        headers: { "x-forwarded-for": `192.0.2.${from}` },
      });
    const codes: (string | undefined)[] = [];
    for (let from = 0; from < 7; from += 1) codes.push(codeOf((await guess(from)).data.signIn));
    expect(codes.filter((code) => code === "INVALID_CREDENTIALS")).toHaveLength(5);
    expect(password).not.toBe("");
  });
});

describe("A23: which addresses others have", () => {
  const CREATE = "mutation ($input: CreateStaffInput!) { createStaff(input: $input) { userErrors { code } } }";

  test("createStaff: of another merchant's address states that it cannot be used, and soon nothing of any address", async () => {
    const counter = await open(1);
    const { shop, api, owner } = counter;
    const other = await createShop({ engine: shop.engine, seed: 2 });
    const addresses = Array.from({ length: 30 }, (_, index) => `person${index}@other.example`);
    for (const email of addresses) {
      const entry = { merchantId: other.merchantId, staffId: other.clock.newId("stf") };
      await shop.engine.table.write(emailLock(email, entry));
    }
    const create = async (email: string) => {
      const id = shop.clock.newId("stf");
      const input = { id, name: "New", role: "CASHIER", email, password: "seven purple elephants" };
      return codeOf((await api.call(CREATE, { variables: { input }, token: owner })).data.createStaff);
    };
    expect(await create(shop.staff.CASHIER.email ?? "")).toBe("EMAIL_TAKEN");
    expect(await create("first@shop.example")).toBeUndefined();
    expect(await create("first@bücher.example")).toBeUndefined();
    for (const same of ["first@xn--bcher-kva.example", "First@BÜCHER.example", "first@bu\u0308cher.example"])
      expect([same, await create(same)]).toEqual([same, "EMAIL_TAKEN"]);
    const codes: (string | undefined)[] = [];
    for (const email of addresses) codes.push(await create(email));
    expect(codes).toEqual([
      ...Array.from({ length: 20 }, () => "EMAIL_NOT_AVAILABLE"),
      ...Array.from({ length: 10 }, () => "TOO_MANY_ATTEMPTS"),
    ]);
    expect(await create("second@shop.example")).toBe("TOO_MANY_ATTEMPTS");
    shop.clock.advance(3_600_000);
    expect(await create("second@shop.example")).toBeUndefined();
  });
});

describe("A10 and A19: what an anonymous attempt costs", () => {
  test("signIn: 130 invented addresses leave no more records than there are counts", async () => {
    const { shop, signIn } = await openBehindProxy();
    const before = shop.engine.table;
    const written = new Set<string>();
    const table: Table = before;
    for (let address = 0; address < 130; address += 1)
      await signIn({ email: `invented-${address}@b.example`, password: "x" }, "192.0.2.1");
    for await (const pk of partitionsOf(table)) written.add(pk);
    // 100 attempts were looked at: each adds its address and its address with its source; the source is one.
    expect(written.size).toBeLessThanOrEqual(201);
    for (const pk of written) expect(pk).toMatch(/^directory#attempts#[0-9a-f]{1,5}$/);
  });

  test("signIn: does the same reads in the same order for known and unknown addresses, and none of the directory while locked", async () => {
    const read: Key[][] = [];
    const shop = await createShop({
      secrets: true,
      wrap: (table) => ({
        ...table,
        get(key) {
          read.push([key]);
          return table.get(key);
        },
        batchGet(keys) {
          read.push([...keys]);
          return table.batchGet(keys);
        },
      }),
    });
    const api = await startApi(shop);
    onTestFinished(() => api.close());
    const traceOf = async (email: string) => {
      await api.call(SIGN_IN, { variables: { input: { email, password: "x" } } });
      return read.splice(0).map((keys) => keys.map(({ pk, sk }) => kindOf(pk, sk)));
    };
    await traceOf("first@b.example");
    const known = await traceOf(shop.staff.OWNER.email ?? "");
    expect(known).toEqual(await traceOf("nobody@b.example"));
    expect(known[0]?.[0]).toBe("directory#attempts COUNT");
    expect(known.flat()).toContain("directory#email EMAIL");
    for (let guess = 0; guess < 5; guess += 1) await traceOf(shop.staff.OWNER.email ?? "");
    expect(
      (await traceOf(shop.staff.OWNER.email ?? "")).flat().every((kind) => kind.startsWith("directory#attempts")),
    ).toBe(true);
  });

  test("signIn: of forty attempts at once from one source a few are looked at and the others refused at once", async () => {
    const { signIn } = await openBehindProxy();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => signIn({ email: `a${index}@b.example`, password: "x" }, "192.0.2.1")),
    );
    const refused = answers.filter((answer) => codeOf(answer) === "TOO_MANY_ATTEMPTS");
    expect(refused.length).toBeGreaterThanOrEqual(20);
    for (const { userErrors } of refused) expect(userErrors[0].retryAfterSeconds).toBe(1);
  });
});

function kindOf(pk: string, sk: string): string {
  const [first = "", second = ""] = pk.split("#");
  return first === "directory" ? `${first}#${second} ${sk}` : `merchant#${second}`;
}

async function* partitionsOf(table: Table): AsyncGenerator<string, void, undefined> {
  for (let bucket = 0; bucket < 2 ** 17; bucket += 1) {
    const pk = `directory#attempts#${bucket.toString(16)}`;
    for await (const item of itemsOf(table, pk)) yield item.pk;
  }
}
