import { present } from "@pos/core/base/result.ts";
import { activationPut } from "@pos/core/people/directory/index.ts";
import { staffKey } from "@pos/core/people/staff/index.ts";
import { createTerminal, findTerminals, issueActivationCode, revokeTerminal } from "@pos/core/people/terminal/index.ts";
import { itemsOf, type Value } from "@pos/core/table/port/port.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activate, type Data, signInOperator } from "../../support/api.ts";
import { done } from "../../support/shop.ts";
import {
  type Counter,
  closeCounter,
  codeOf,
  openCounter,
  saleInput,
  signIn,
  signInDashboard,
  syncOne,
} from "./counter.ts";

/** contract.md, "Who may call what": tokens, cookies, codes, and how often somebody may guess. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ terminals: 4 });
});
afterAll(() => closeCounter(counter));

const ME = "{ me { kind role } }";

async function works(token: string): Promise<boolean> {
  const answer = await counter.api.call(ME, { token });
  if (answer.errors) expect(codeOf(answer)).toBe("UNAUTHENTICATED");
  return answer.errors === undefined;
}

describe("a browser's session", () => {
  const SIGN_IN = "mutation ($input: SignInInput!) { signIn(input: $input) { token expiresAt userErrors { code } } }";
  const own = () => ({ "x-session": "cookie", origin: counter.api.url });

  async function signInWith(headers: { readonly [name: string]: string }) {
    const { email, password } = counter.shop.staff.OWNER;
    const answer = await counter.api.call(SIGN_IN, { variables: { input: { email, password } }, headers });
    return { payload: answer.data.signIn, cookies: answer.headers.getSetCookie() };
  }
  async function cookie(): Promise<string> {
    const { cookies } = await signInWith(own());
    return cookies[0]?.split(";")[0] ?? "";
  }

  test("with x-session: cookie gets an HttpOnly cookie and no token in the body", async () => {
    const { payload, cookies } = await signInWith(own());
    expect(payload).toMatchObject({ token: null, expiresAt: expect.any(String), userErrors: [] });
    expect(cookies.map((text) => text.split("=")[0])).toEqual(["pos_session", "pos_device"]);
    for (const text of cookies) expect(text).toMatch(/; HttpOnly; SameSite=Strict/);
  });

  test.each<[string, { readonly [name: string]: string }]>([
    ["without an Origin", {}],
    ["from another origin", { origin: "https://elsewhere.example" }],
  ])("with the header but %s gets no token in the body either", async (_name, headers) => {
    const { payload, cookies } = await signInWith({ "x-session": "cookie", ...headers });
    expect(payload).toMatchObject({ token: null, userErrors: [] });
    expect(cookies[0]).toMatch(/; HttpOnly/);
  });

  test("without the header gets the token in the body and no cookie", async () => {
    const { payload, cookies } = await signInWith({ origin: counter.api.url });
    expect(payload.token).toEqual(expect.any(String));
    expect(cookies).toEqual([]);
  });

  test("counts only with the header and the page's own origin", async () => {
    const session = await cookie();
    const cases: readonly [{ readonly [name: string]: string }, string | undefined][] = [
      [own(), undefined],
      [{ origin: counter.api.url }, "UNAUTHENTICATED"],
      [{ "x-session": "cookie" }, "UNAUTHENTICATED"],
      [{ "x-session": "cookie", origin: "https://elsewhere.example" }, "UNAUTHENTICATED"],
      [{ "x-session": "cookie", origin: "null" }, "UNAUTHENTICATED"],
      [{ "x-session": "yes", origin: counter.api.url }, "UNAUTHENTICATED"],
    ];
    for (const [headers, code] of cases)
      expect([headers, codeOf(await counter.api.call(ME, { headers: { ...headers, cookie: session } }))]).toEqual([
        headers,
        code,
      ]);
  });

  test("ends by signing out, which takes the cookie back", async () => {
    const headers = { ...own(), cookie: await cookie() };
    const out = await counter.api.call("mutation { signOut { userErrors { code } } }", { headers });
    expect(out.data.signOut).toEqual({ userErrors: [] });
    expect(out.headers.getSetCookie()[0]).toMatch(/=; .*Expires=Thu, 01 Jan 1970/);
    expect(codeOf(await counter.api.call(ME, { headers }))).toBe("UNAUTHENTICATED");
  });
});

describe("an activation code", () => {
  const ACTIVATE = `mutation ($code: String!) { activateTerminal(input: { activationCode: $code }) {
    token terminal { id activatedAt revokedAt location { id } } userErrors { code path } } }`;
  const terminalId = () => counter.shop.terminals[1]?.id ?? "";

  async function issue(): Promise<Data> {
    const { data } = await counter.api.call(
      "mutation ($id: ID!) { issueActivationCode(input: { terminalId: $id }) { activationCode expiresAt } }",
      { variables: { id: terminalId() }, token: counter.owner },
    );
    return data.issueActivationCode;
  }
  async function use(code: string): Promise<Data> {
    return (await counter.api.call(ACTIVATE, { variables: { code } })).data.activateTerminal;
  }
  const invalid = [{ code: "INVALID_ACTIVATION_CODE", path: ["input", "activationCode"] }];

  test("works once", async () => {
    const { activationCode } = await issue();
    const paired = await use(activationCode);
    expect(paired).toMatchObject({
      token: expect.any(String),
      terminal: {
        id: terminalId(),
        activatedAt: counter.shop.clock.now(),
        revokedAt: null,
        location: { id: counter.shop.locationId },
      },
      userErrors: [],
    });
    expect(await works(paired.token)).toBe(true);
    expect(await use(activationCode)).toEqual({ token: null, terminal: null, userErrors: invalid });
  });

  test("of ten devices with one code, one is paired", async () => {
    const { activationCode } = await issue();
    const answers = await Promise.all(Array.from({ length: 10 }, () => use(activationCode)));
    const tokens = answers.flatMap(({ token }) => token ?? []);
    expect(tokens).toHaveLength(1);
    expect(await works(tokens[0])).toBe(true);
  });

  test("is good for ten minutes", async () => {
    const { clock } = counter.shop;
    const { activationCode, expiresAt } = await issue();
    expect(Date.parse(expiresAt) - Date.parse(clock.now())).toBe(600_000);
    clock.advance(599_999);
    expect((await use(activationCode)).userErrors).toEqual([]);
    const second = (await issue()).activationCode;
    clock.advance(600_000);
    expect((await use(second)).userErrors).toEqual(invalid);
  });

  test("A16: ends with the next code, also the demo's", async () => {
    const { shop } = counter;
    const demo = done(await issueActivationCode(shop.owner, terminalId(), { untilUsed: true })).activationCode;
    const first = (await issue()).activationCode;
    const second = (await issue()).activationCode;
    for (const code of [demo, first]) expect((await use(code)).userErrors).toEqual(invalid);
    expect((await use(second)).userErrors).toEqual([]);
    expect((await use(first)).userErrors).toEqual(invalid);
  });

  test.each([{ untilUsed: false }, { untilUsed: true }])(
    "A16: ends with the terminal's revocation, and a new one works (%o)",
    async (options) => {
      const { shop } = counter;
      const { activationCode } = done(await issueActivationCode(shop.owner, terminalId(), options));
      const stored = async () => present((await findTerminals(shop.owner, [terminalId()]))[0], "the terminal");
      const { version } = await stored();
      const revoked = done(await revokeTerminal(shop.owner, terminalId(), version));
      expect(await use(activationCode)).toEqual({ token: null, terminal: null, userErrors: invalid });
      expect((await stored()).revokedAt).toBe(revoked.revokedAt);
      expect((await use((await issue()).activationCode)).userErrors).toEqual([]);
      expect((await use(activationCode)).userErrors).toEqual(invalid);
    },
  );

  test("A16: of an older version works until the terminal is revoked or gets another", async () => {
    const { engine, merchantId, owner, clock } = counter.shop;
    const id = clock.newId("trm");
    done(await createTerminal(owner, { id, code: "OLD", name: "Old", locationId: counter.shop.locationId }));
    const stored = async (code: string) => {
      await engine.table.write(activationPut(code, { merchantId, terminalId: id }));
      return code;
    };
    const [first, second] = [await stored("AAAAA-11111"), await stored("AAAAA-22222")];
    expect((await use(first)).userErrors).toEqual([]);
    done(await issueActivationCode(owner, id));
    expect((await use(second)).userErrors).toEqual(invalid);
  });

  test("D: its use is in the audit log", async () => {
    const { engine, merchantId, clock } = counter.shop;
    const { activationCode } = await issue();
    await use(activationCode);
    const actions: string[] = [];
    for await (const item of itemsOf(engine.table, `${merchantId}#AUDIT#${clock.now().slice(0, 7)}`))
      if (item.subject === terminalId() && item.at === clock.now()) actions.push(`${item.action} by ${item.by}`);
    expect(actions).toContain(`terminal:activate by ${terminalId()}`);
  });

  test("the demo's is valid until used", async () => {
    const { shop } = counter;
    const { activationCode } = done(await issueActivationCode(shop.owner, terminalId(), { untilUsed: true }));
    shop.clock.advance(3 * 3_600_000);
    expect((await use(activationCode)).userErrors).toEqual([]);
    expect((await use(activationCode)).userErrors).toEqual(invalid);
  });

  test("may be typed as people type: small letters, another dash, O for 0, digits of another width", async () => {
    const { activationCode } = await issue();
    const typed = ` ${activationCode.toLowerCase().replace("-", "－").replaceAll("0", "o").replaceAll("7", "７")} `;
    expect((await use(typed)).userErrors).toEqual([]);
  });
});

describe("a terminal's operators", () => {
  const third = () => ({ id: counter.shop.terminals[2]?.id ?? "", token: counter.terminals[2] ?? "" });

  test("are signed out when it is paired anew, and its old token with them", async () => {
    const operator = await signInOperator(counter.api, counter.shop, third().token, "CASHIER");
    expect(await works(operator)).toBe(true);
    const paired = await activate(counter.api, await signInDashboard(counter.api, counter.shop, "OWNER"), third().id);
    expect([await works(operator), await works(third().token), await works(paired)]).toEqual([false, false, true]);
  });

  test("are signed out when it is revoked, at once; pairing it anew does not bring them back", async () => {
    const { api, shop } = counter;
    const owner = await signInDashboard(api, shop, "OWNER");
    const token = await activate(api, owner, third().id);
    const operator = await signInOperator(api, shop, token, "MANAGER");
    expect((await syncOne(counter, saleInput(counter, { sequence: 1 }), operator)).status).toBe("RECORDED");
    const { data } = await api.call("{ terminals { id version } }", { token: owner });
    const { version } = data.terminals.find(({ id }: Data) => id === third().id);
    const revoke = `mutation ($id: ID!, $version: Int!) { revokeTerminal(input: { terminalId: $id, version: $version }) {
      terminal { revokedAt } userErrors { code ... on VersionConflict { version } } } }`;
    const stale = await api.call(revoke, { variables: { id: third().id, version: version - 1 }, token: owner });
    expect(stale.data.revokeTerminal).toEqual({ terminal: null, userErrors: [{ code: "VERSION_CONFLICT", version }] });
    expect(await works(operator)).toBe(true);
    const revoked = await api.call(revoke, { variables: { id: third().id, version }, token: owner });
    expect(revoked.data.revokeTerminal).toEqual({ terminal: { revokedAt: shop.clock.now() }, userErrors: [] });
    expect([await works(operator), await works(token)]).toEqual([false, false]);
    const again = await activate(api, owner, third().id);
    expect([await works(operator), await works(token), await works(again)]).toEqual([false, false, true]);
  });
});

describe("a change of somebody's role or state", () => {
  async function set(role: "MANAGER" | "CASHIER", change: { readonly [field: string]: Value }) {
    const { engine, merchantId, staff } = counter.shop;
    await engine.table.write({ op: "update", key: staffKey(merchantId, staff[role].id), set: change });
  }
  const LEVELS = "query ($id: ID!) { stockLevels(locationId: $id) { nodes { sku } } }";

  test("works at once", async () => {
    const { api, shop } = counter;
    const dashboard = await signInDashboard(api, shop, "MANAGER");
    const tokens = [await signInOperator(api, shop, counter.terminal, "MANAGER"), dashboard];
    const variables = { id: shop.locationId };
    const codes = async () => {
      const found: (string | undefined)[] = [];
      for (const token of tokens) found.push(codeOf(await api.call(LEVELS, { variables, token })));
      return found;
    };
    expect(await codes()).toEqual([undefined, undefined]);
    await set("MANAGER", { role: "CASHIER" });
    expect(await codes()).toEqual(["FORBIDDEN", "FORBIDDEN"]);
    await set("MANAGER", { disabled: true });
    expect(await codes()).toEqual(["UNAUTHENTICATED", "UNAUTHENTICATED"]);
    const { email = "", password = "", operatorNumber, pin } = shop.staff.MANAGER;
    expect((await signIn(api, email, password)).userErrors).toMatchObject([{ code: "INVALID_CREDENTIALS" }]);
    expect((await guess(counter.terminal, operatorNumber, pin)).userErrors).toMatchObject([
      { code: "INVALID_CREDENTIALS" },
    ]);
    await set("MANAGER", { role: "MANAGER", disabled: false });
    expect(await codes()).toEqual([undefined, undefined]);
    await set("MANAGER", { coverage: [] });
    const away = await api.call(LEVELS, { variables, token: dashboard });
    expect([away.errors, away.data]).toEqual([undefined, { stockLevels: null }]);
    await set("MANAGER", { coverage: "all" });
  });
});

async function guess(token: string, operatorNumber = "3003", pin = "0000"): Promise<Data> {
  const { data } = await counter.api.call(
    `mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token operatorId
      userErrors { __typename code path ... on TooManyAttempts { retryAfterSeconds } } } }`,
    { variables: { input: { operatorNumber, pin } }, token },
  );
  return data.signInOperator;
}

describe("guessing", () => {
  const fourth = () => counter.terminals[3] ?? "";
  const cashier = () => counter.shop.staff.CASHIER;

  test("five wrong PINs, then none is looked at for a while, not even the right one", async () => {
    const { clock } = counter.shop;
    for (let wrong = 0; wrong < 5; wrong++)
      expect((await guess(fourth())).userErrors).toMatchObject([
        { __typename: "Refusal", code: "INVALID_CREDENTIALS" },
      ]);
    for (const pin of ["0000", cashier().pin]) {
      const { token, userErrors } = await guess(fourth(), "3003", pin);
      expect(token).toBeNull();
      expect(userErrors).toMatchObject([
        { __typename: "TooManyAttempts", code: "TOO_MANY_ATTEMPTS", retryAfterSeconds: 300 },
      ]);
    }
    // Others at this terminal, and the same person at another, are not locked out.
    expect((await guess(fourth(), "2002", counter.shop.staff.MANAGER.pin)).userErrors).toEqual([]);
    expect((await guess(counter.terminal, "3003", cashier().pin)).userErrors).toEqual([]);
    clock.advance(299_000);
    expect((await guess(fourth(), "3003", cashier().pin)).userErrors).toMatchObject([{ retryAfterSeconds: 1 }]);
    clock.advance(1_000);
    expect(await guess(fourth(), "3003", cashier().pin)).toMatchObject({ operatorId: cashier().id, userErrors: [] });
    // Signing in forgets the failures.
    expect((await guess(fourth())).userErrors).toMatchObject([{ code: "INVALID_CREDENTIALS" }]);
    expect((await guess(fourth(), "3003", cashier().pin)).userErrors).toEqual([]);
  });

  test("twenty wrong PINs at once are at most five looks", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => guess(fourth(), "1001")));
    const codes = answers.map(({ userErrors }) => userErrors[0].code).sort();
    expect(codes).toEqual([
      ...Array.from({ length: 5 }, () => "INVALID_CREDENTIALS"),
      ...Array.from({ length: 15 }, () => "TOO_MANY_ATTEMPTS"),
    ]);
  });

  test("an operator number that nobody has is answered like a wrong PIN, and counted like one", async () => {
    const answers: Data[] = [];
    for (let time = 0; time < 6; time++) answers.push(await guess(fourth(), "9999"));
    expect(answers.map(({ userErrors }) => userErrors[0].code)).toEqual([
      ...Array.from({ length: 5 }, () => "INVALID_CREDENTIALS"),
      "TOO_MANY_ATTEMPTS",
    ]);
  });

  test("an unknown e-mail address and a wrong password look the same, and so do their locks", async () => {
    const { email = "" } = counter.shop.staff.CASHIER;
    for (let time = 0; time < 6; time++) {
      const known = await signIn(counter.api, email, "a wrong password");
      const unknown = await signIn(counter.api, "nobody@shop.example", "a wrong password");
      expect(known).toEqual(unknown);
      expect(known.userErrors[0].code).toBe(time < 5 ? "INVALID_CREDENTIALS" : "TOO_MANY_ATTEMPTS");
    }
  });

  test("an address counts whatever its case and blanks", async () => {
    const { email = "", password = "" } = counter.shop.staff.OWNER;
    expect((await signIn(counter.api, ` ${email.toUpperCase()} `, password)).userErrors).toEqual([]);
  });
});
