import { present } from "@pos/core/base/result.ts";
import type { Context } from "@pos/core/people/access/index.ts";
import { createStaff, deactivateStaff, findStaff, type NewStaff, staffKey } from "@pos/core/people/staff/index.ts";
import { itemsOf, type Table } from "@pos/core/table/port/port.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activate, type Data } from "../../../support/api.ts";
import { done } from "../../../support/shop.ts";
import { BROKEN } from "../../api/bad-input/texts.ts";
import { type Counter, closeCounter, codeOf, openCounter, signIn } from "../../api/counter.ts";

/** contract.md, "Staff": how an owner changes the people who work for the merchant, and they themselves. */
let counter: Counter;
/** A second location with a terminal, and its owner, who covers nothing else. */
let branch: Readonly<Record<"locationId" | "terminal" | "owner", string>>;
beforeAll(async () => {
  counter = await openCounter();
  branch = await openBranch();
});
afterAll(() => closeCounter(counter));

const PASSWORD = "a heron reads slowly at dusk";
const OTHER_PASSWORD = "nine lanterns over the quay";
const PIN = "480971";
const OTHER_PIN = "739264";

let made = 0;
interface Person extends NewStaff {
  readonly email: string;
  readonly operatorNumber: string;
}

async function hire(fields: Partial<NewStaff> = {}): Promise<Person> {
  made += 1;
  const person = {
    ...{ id: counter.shop.clock.newId("stf"), name: `Person ${made}`, role: "CASHIER" as const },
    ...{ email: `person-${made}@shop.example`, password: PASSWORD, operatorNumber: String(70_000 + made), pin: PIN },
    ...fields,
  };
  done(await createStaff(counter.shop.owner, person));
  return person;
}

async function openBranch() {
  const { api, shop, owner } = counter;
  const [locationId, terminalId] = [shop.clock.newId("loc"), shop.clock.newId("trm")];
  const { data } = await api.call(
    `mutation ($l: CreateLocationInput!, $t: CreateTerminalInput!) {
      createLocation(input: $l) { userErrors { code } } createTerminal(input: $t) { userErrors { code } } }`,
    {
      variables: {
        l: { id: locationId, code: "LOW-ST", name: "Low Street", timeZone: "Europe/London" },
        t: { id: terminalId, code: "B1", name: "Branch 1", locationId },
      },
      token: owner,
    },
  );
  expect(Object.values<Data>(data).flatMap(({ userErrors }) => userErrors)).toEqual([]);
  const terminal = await activate(api, owner, terminalId);
  const { email } = await hire({ role: "OWNER", locationIds: [locationId] });
  return { locationId, terminal, owner: (await signIn(api, email, PASSWORD)).token as string };
}

const FIELDS = "id name role operatorNumber email isActive hasPassword hasPin isPinShort isChangeable version";

async function mutate(name: string, input: object, token = counter.owner): Promise<Data> {
  const type = TYPES[name] ?? `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const shown = OWN.has(name) ? "account { id name email operatorNumber version }" : `staff { ${FIELDS} }`;
  const { data, errors } = await counter.api.call(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${shown}
      userErrors { code path ... on VersionConflict { version } ... on TooManyAttempts { retryAfterSeconds } } } }`,
    { variables: { input }, token },
  );
  if (errors) return { error: errors[0]?.extensions.code, message: errors[0]?.message };
  return data[name];
}
const TYPES: { readonly [mutation: string]: string } = {
  deactivateStaff: "SwitchStaffInput",
  reactivateStaff: "SwitchStaffInput",
};
const OWN = new Set(["updateAccount", "changePassword", "changePin"]);

const refusals = ({ userErrors }: Data): string[] =>
  userErrors.map(({ code, path }: Data) => `${code} ${path.join(".")}`);

async function atDashboard(email: string, password = PASSWORD): Promise<string | undefined> {
  return (await signIn(counter.api, email, password)).token ?? undefined;
}

async function atTerminal(operatorNumber: string, pin = PIN, token = counter.terminal): Promise<string | undefined> {
  const { data } = await counter.api.call(
    "mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token userErrors { code } } }",
    { variables: { input: { operatorNumber, pin } }, token },
  );
  return data.signInOperator.token ?? undefined;
}

async function works(token: string | undefined): Promise<boolean> {
  const answer = await counter.api.call("{ me { kind } }", { token: present(token, "a token") });
  if (answer.errors) expect(codeOf(answer)).toBe("UNAUTHENTICATED");
  return answer.errors === undefined;
}

const stored = async (id: string) => present((await findStaff(counter.shop.owner, [id]))[0], "a staff member");

async function actionsOn(staffId: string): Promise<string[]> {
  const { engine, merchantId, clock } = counter.shop;
  const actions: string[] = [];
  for await (const item of itemsOf(engine.table, `${merchantId}#AUDIT#${clock.now().slice(0, 7)}`))
    if (item.subject === staffId) actions.push(String(item.action));
  return actions;
}

describe("updateStaff", () => {
  test("changes what is given, leaves the rest, and writes the audit log", async () => {
    const { id, email, operatorNumber } = await hire();
    const changed = await mutate("updateStaff", { staffId: id, version: 1, name: " Robin ", role: "MANAGER" });
    expect(changed).toEqual({
      staff: {
        ...{ id, name: "Robin", role: "MANAGER", operatorNumber, email, isActive: true },
        ...{ hasPassword: true, hasPin: true, isPinShort: false, isChangeable: true, version: 2 },
      },
      userErrors: [],
    });
    expect(await actionsOn(id)).toEqual(["staff:create", "staff:update"]);
  });

  test("moves a person to another number and address, and frees the old ones for the next person", async () => {
    const { id, email, operatorNumber } = await hire();
    const input = { staffId: id, version: 1, operatorNumber: "81001", email: "Moved@Shop.example" };
    expect((await mutate("updateStaff", input)).userErrors).toEqual([]);
    expect(await atTerminal("81001")).toBeDefined();
    expect(await atTerminal(operatorNumber)).toBeUndefined();
    expect(await atDashboard("moved@shop.example")).toBeDefined();
    expect(await atDashboard(email)).toBeUndefined();
    await hire({ email, operatorNumber });
    const taken = await mutate("updateStaff", { staffId: id, version: 2, operatorNumber });
    expect(refusals(taken)).toEqual(["OPERATOR_NUMBER_TAKEN input.operatorNumber"]);
    expect(refusals(await mutate("updateStaff", { staffId: id, version: 2, email }))).toEqual([
      "EMAIL_TAKEN input.email",
    ]);
    expect(await stored(id)).toMatchObject({ operatorNumber: "81001", email: "moved@shop.example", version: 2 });
  });

  test("takes the same address in other letters as the same", async () => {
    const { id, email } = await hire();
    const changed = await mutate("updateStaff", { staffId: id, version: 1, email: email.toUpperCase(), name: "New" });
    expect(changed.userErrors).toEqual([]);
    expect(await atDashboard(email)).toBeDefined();
  });

  test("ends the sessions of an address or a number that is removed, and its secret is gone", async () => {
    const { id, email, operatorNumber } = await hire();
    const [dashboard, terminal] = [await atDashboard(email), await atTerminal(operatorNumber)];
    const unnumbered = await mutate("updateStaff", { staffId: id, version: 1, operatorNumber: null });
    expect(unnumbered.staff).toMatchObject({ operatorNumber: null, hasPin: false, hasPassword: true });
    expect([await works(dashboard), await works(terminal)]).toEqual([true, false]);
    expect(refusals(await mutate("updateStaff", { staffId: id, version: 2, email: "" }))).toEqual([
      "INVALID_STAFF input.email",
    ]);
    const again = { staffId: id, version: 2, operatorNumber };
    expect(refusals(await mutate("updateStaff", again))).toEqual(["INVALID_PIN input.pin"]);
    expect((await mutate("updateStaff", { ...again, pin: OTHER_PIN, email: null })).userErrors).toEqual([]);
    expect([await works(dashboard), await atDashboard(email)]).toEqual([false, undefined]);
    expect(await atTerminal(operatorNumber, OTHER_PIN)).toBeDefined();
  });

  test("gives a first address only with a password", async () => {
    const { password: _, email: __, ...onlyNumber } = await hire();
    const person = { ...onlyNumber, id: counter.shop.clock.newId("stf"), operatorNumber: "81003", pin: PIN };
    done(await createStaff(counter.shop.owner, person));
    const input = { staffId: person.id, version: 1, email: "first@shop.example" };
    expect(refusals(await mutate("updateStaff", input))).toEqual(["INVALID_PASSWORD input.password"]);
    expect((await mutate("updateStaff", { ...input, password: PASSWORD })).userErrors).toEqual([]);
    expect(await atDashboard("first@shop.example")).toBeDefined();
  });

  test("INVALID_PIN when a cashier with a short PIN becomes a manager without a new one", async () => {
    const { id, operatorNumber } = await hire({ pin: "4826" });
    const promoted = { staffId: id, version: 1, role: "MANAGER" };
    expect(refusals(await mutate("updateStaff", promoted))).toEqual(["INVALID_PIN input.pin"]);
    expect((await mutate("updateStaff", { ...promoted, pin: OTHER_PIN })).staff).toMatchObject({
      role: "MANAGER",
      isPinShort: false,
    });
    expect(await atTerminal(operatorNumber, OTHER_PIN)).toBeDefined();
  });

  test("returns the same when it is sent again, and VERSION_CONFLICT when another change came first", async () => {
    const { id } = await hire();
    const input = { staffId: id, version: 1, name: "Once", pin: OTHER_PIN };
    const first = await mutate("updateStaff", input);
    expect(await mutate("updateStaff", input)).toEqual(first);
    const other = await mutate("updateStaff", { ...input, pin: "482617" });
    expect(other.userErrors).toEqual([{ code: "VERSION_CONFLICT", path: ["input", "version"], version: 2 }]);
    const stale = await mutate("updateStaff", { ...input, name: "Twice" });
    expect(stale.userErrors).toEqual([{ code: "VERSION_CONFLICT", path: ["input", "version"], version: 2 }]);
  });

  test("changes the locations, and a session at a terminal elsewhere ends at once", async () => {
    const { id, operatorNumber } = await hire();
    const here = await atTerminal(operatorNumber);
    const input = { staffId: id, version: 1, locationIds: [branch.locationId] };
    expect((await mutate("updateStaff", input)).userErrors).toEqual([]);
    expect([await works(here), await atTerminal(operatorNumber)]).toEqual([false, undefined]);
    expect(await atTerminal(operatorNumber, PIN, branch.terminal)).toBeDefined();
    expect((await mutate("updateStaff", { staffId: id, version: 2, locationIds: null })).userErrors).toEqual([]);
    expect((await stored(id)).coverage).toBe("all");
  });

  test("stores a record of older rules again when the changed field follows today's", async () => {
    const { id } = await hire();
    const { engine, merchantId } = counter.shop;
    const name = "Old\u202ename";
    await engine.table.write({ op: "update", key: staffKey(merchantId, id), set: { name } });
    expect((await mutate("updateStaff", { staffId: id, version: 1, role: "MANAGER" })).staff).toMatchObject({ name });
  });
});

describe("updateStaff: rights", () => {
  test.each([
    ["role", { role: "MANAGER" }],
    ["locationIds", { locationIds: [] as string[] }],
    ["email", { email: "elsewhere@shop.example" }],
    ["password", { password: OTHER_PASSWORD }],
  ])("OWN_ACCOUNT when an owner changes their own %s", async (field, change) => {
    const { OWNER } = counter.shop.staff;
    const locationIds = field === "locationIds" ? { locationIds: [branch.locationId] } : change;
    const { version } = await stored(OWNER.id);
    const answer = await mutate("updateStaff", { staffId: OWNER.id, version, ...locationIds });
    expect(refusals(answer)).toEqual([`OWN_ACCOUNT input.${field}`]);
  });

  test("changes an owner's own name and PIN", async () => {
    const { id, email, operatorNumber } = await hire({ role: "OWNER" });
    const own = await atDashboard(email);
    const input = { staffId: id, version: 1, name: "Myself", pin: OTHER_PIN };
    expect((await mutate("updateStaff", input, own)).userErrors).toEqual([]);
    expect(await atTerminal(operatorNumber, OTHER_PIN)).toBeDefined();
  });

  test.each([
    ["updateStaff", { version: 1, name: "Taken over" }],
    ["deactivateStaff", { version: 1 }],
    ["reactivateStaff", { version: 1 }],
    ["setStaffPin", { pin: OTHER_PIN }],
    ["setStaffPassword", { password: OTHER_PASSWORD }],
  ])("%s: FORBIDDEN when an owner of one location changes an owner of all", async (name, change) => {
    const { id } = await hire({ role: "OWNER" });
    const answer = await mutate(name, { staffId: id, ...change }, branch.owner);
    expect(answer).toMatchObject({ error: "FORBIDDEN" });
    expect(await stored(id)).toMatchObject({ version: 1 });
  });

  test.each([
    ["all locations", { locationIds: null }, "FORBIDDEN"],
    ["a location of others", {}, "INVALID_LOCATIONS"],
  ] as const)("refused when an owner of one location gives %s", async (_name, change, code) => {
    const { id } = await hire({ locationIds: [branch.locationId] });
    const given = "locationIds" in change ? change : { locationIds: [branch.locationId, counter.shop.locationId] };
    const answer = await mutate("updateStaff", { staffId: id, version: 1, ...given }, branch.owner);
    expect(answer.error ?? answer.userErrors[0].code).toBe(code);
    expect((await stored(id)).coverage).toEqual([branch.locationId]);
  });

  test("changes a person of the caller's own location", async () => {
    const { id } = await hire({ locationIds: [branch.locationId] });
    const answer = await mutate("updateStaff", { staffId: id, version: 1, role: "MANAGER" }, branch.owner);
    expect(answer.staff).toMatchObject({ role: "MANAGER", isChangeable: true });
  });

  test("UNKNOWN_STAFF for a person of another merchant", async () => {
    const staffId = counter.shop.clock.newId("stf");
    expect(refusals(await mutate("updateStaff", { staffId, version: 1 }))).toEqual(["UNKNOWN_STAFF input.staffId"]);
  });
});

describe("deactivateStaff", () => {
  test("ends all sessions at once, and no way of signing in is left until the person is reactivated", async () => {
    const { id, email, operatorNumber } = await hire();
    const before = [await atDashboard(email), await atTerminal(operatorNumber)];
    const off = await mutate("deactivateStaff", { staffId: id, version: 1 });
    expect(off).toMatchObject({ staff: { isActive: false, version: 2 }, userErrors: [] });
    expect(await mutate("deactivateStaff", { staffId: id, version: 1 })).toEqual(off);
    expect([await works(before[0]), await works(before[1])]).toEqual([false, false]);
    expect([await atDashboard(email), await atTerminal(operatorNumber)]).toEqual([undefined, undefined]);
    const on = await mutate("reactivateStaff", { staffId: id, version: 2 });
    expect(on).toMatchObject({ staff: { isActive: true, version: 3 }, userErrors: [] });
    expect([await works(before[0]), await works(before[1])]).toEqual([false, false]);
    expect([await atDashboard(email), await atTerminal(operatorNumber)]).not.toContain(undefined);
    expect((await actionsOn(id)).slice(1)).toEqual(["staff:deactivate", "staff:reactivate"]);
  });

  test("OWN_ACCOUNT when an owner deactivates themself", async () => {
    const { id } = counter.shop.staff.OWNER;
    const { version } = await stored(id);
    expect(refusals(await mutate("deactivateStaff", { staffId: id, version }))).toEqual(["OWN_ACCOUNT input.staffId"]);
  });

  test.each(["before the other reads", "between the other's reads and writes"] as const)(
    "one of two succeeds when two owners deactivate each other at once, one %s",
    async (moment) => {
      const [one, other] = [await hire({ role: "OWNER" }), await hire({ role: "OWNER" })];
      const asOwner = ({ id }: Person, table: Table): Context => {
        const { merchantId, clock } = counter.shop;
        const session = { sessionId: clock.newId("ses"), role: "OWNER", coverage: "all" } as const;
        return { table, clock, caller: { kind: "staff", merchantId, staffId: id, ...session } };
      };
      const { table } = counter.shop;
      const first = async () => done(await deactivateStaff(asOwner(one, table), { staffId: other.id, version: 1 }));
      let isFirst = true;
      const late: Table = {
        ...table,
        async transact(writes) {
          if (isFirst) {
            isFirst = false;
            await first();
          }
          return table.transact(writes);
        },
      };
      if (moment === "before the other reads") await first();
      const seen = moment === "before the other reads" ? table : late;
      const second = deactivateStaff(asOwner(other, seen), { staffId: one.id, version: 1 });
      await expect(second).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect([(await stored(one.id)).disabled, (await stored(other.id)).disabled]).toEqual([undefined, true]);
    },
  );
});

describe("setStaffPin, setStaffPassword", () => {
  test("setStaffPin: the old PIN is over and its sessions with it; the dashboard's stay", async () => {
    const { id, email, operatorNumber } = await hire();
    const [dashboard, terminal] = [await atDashboard(email), await atTerminal(operatorNumber)];
    expect((await mutate("setStaffPin", { staffId: id, pin: OTHER_PIN })).userErrors).toEqual([]);
    expect([await works(dashboard), await works(terminal)]).toEqual([true, false]);
    expect(await atTerminal(operatorNumber)).toBeUndefined();
    expect(await atTerminal(operatorNumber, OTHER_PIN)).toBeDefined();
  });

  test("setStaffPin: INVALID_OPERATOR_NUMBER when the person has no number and is given none", async () => {
    const { id } = await hire();
    await mutate("updateStaff", { staffId: id, version: 1, operatorNumber: null });
    const refused = await mutate("setStaffPin", { staffId: id, pin: OTHER_PIN });
    expect(refusals(refused)).toEqual(["INVALID_OPERATOR_NUMBER input.operatorNumber"]);
    const given = await mutate("setStaffPin", { staffId: id, pin: OTHER_PIN, operatorNumber: "81004" });
    expect(given.staff).toMatchObject({ operatorNumber: "81004", hasPin: true });
  });

  test.each([
    ["MANAGER", "4826", "INVALID_PIN"],
    ["CASHIER", "1234", "WEAK_PIN"],
    ["CASHIER", "482", "INVALID_PIN"],
  ] as const)("setStaffPin: of role %s with the PIN %s is answered %s", async (role, pin, code) => {
    const { id } = await hire({ role });
    expect(refusals(await mutate("setStaffPin", { staffId: id, pin }))).toEqual([`${code} input.pin`]);
  });

  test("setStaffPassword: the old password is over and its sessions with it; the terminal's stay", async () => {
    const { id, email, operatorNumber } = await hire();
    const [dashboard, terminal] = [await atDashboard(email), await atTerminal(operatorNumber)];
    const set = await mutate("setStaffPassword", { staffId: id, password: OTHER_PASSWORD });
    expect(set.userErrors).toEqual([]);
    expect([await works(dashboard), await works(terminal)]).toEqual([false, true]);
    expect(await atDashboard(email)).toBeUndefined();
    expect(await atDashboard(email, OTHER_PASSWORD)).toBeDefined();
  });

  test("setStaffPassword: OWN_ACCOUNT when an owner sets their own", async () => {
    const input = { staffId: counter.shop.staff.OWNER.id, password: OTHER_PASSWORD };
    expect(refusals(await mutate("setStaffPassword", input))).toEqual(["OWN_ACCOUNT input.password"]);
  });
});

describe("changePassword", () => {
  test("changes the caller's own; other sessions at the dashboard end, the caller's and the terminal's stay", async () => {
    const { id, email, operatorNumber } = await hire();
    const [own, other, terminal] = [
      await atDashboard(email),
      await atDashboard(email),
      await atTerminal(operatorNumber),
    ];
    const input = { currentPassword: PASSWORD, newPassword: OTHER_PASSWORD };
    expect(await mutate("changePassword", input, own)).toMatchObject({ account: { id, email }, userErrors: [] });
    expect([await works(own), await works(other), await works(terminal)]).toEqual([true, false, true]);
    expect(await atDashboard(email)).toBeUndefined();
    expect(await atDashboard(email, OTHER_PASSWORD)).toBeDefined();
    expect(await actionsOn(id)).toContain("staff:change-password");
  });

  test.each([
    ["too short", "short", "INVALID_PASSWORD"],
    ["a common one", "password1234", "WEAK_PASSWORD"],
  ])("refused at newPassword when it is %s", async (_name, newPassword, code) => {
    const { email } = await hire();
    const answer = await mutate("changePassword", { currentPassword: PASSWORD, newPassword }, await atDashboard(email));
    expect(refusals(answer)).toEqual([`${code} input.newPassword`]);
  });

  test("WRONG_PASSWORD for a wrong current password, and after five of them even the right one waits", async () => {
    const { email } = await hire();
    const own = await atDashboard(email);
    const input = { currentPassword: "not this one", newPassword: OTHER_PASSWORD };
    for (let guess = 0; guess < 5; guess += 1)
      expect(refusals(await mutate("changePassword", input, own))).toEqual(["WRONG_PASSWORD input.currentPassword"]);
    const waiting = await mutate("changePassword", { ...input, currentPassword: PASSWORD }, own);
    expect(waiting.userErrors).toMatchObject([
      { code: "TOO_MANY_ATTEMPTS", path: ["input", "currentPassword"], retryAfterSeconds: 60 },
    ]);
    counter.shop.clock.advance(61_000);
    expect((await mutate("changePassword", { ...input, currentPassword: PASSWORD }, own)).userErrors).toEqual([]);
  });

  test.each<readonly [string, string]>([...BROKEN, ["nothing", ""], ["too much", "x".repeat(100_000)]])(
    "WRONG_PASSWORD for a current password of %s",
    async (_name, text) => {
      const { email } = await hire();
      const own = await atDashboard(email);
      for (const [name, rest] of [
        ["changePassword", { newPassword: OTHER_PASSWORD }],
        ["changePin", { pin: OTHER_PIN }],
        ["updateAccount", { version: 1, email: "odd@shop.example" }],
      ] as const)
        expect(refusals(await mutate(name, { ...rest, currentPassword: text }, own))).toEqual([
          "WRONG_PASSWORD input.currentPassword",
        ]);
    },
  );
});

describe("updateAccount, changePin", () => {
  test("updateAccount: the name needs no password; another address needs it", async () => {
    const { id, email } = await hire();
    const own = await atDashboard(email);
    const named = await mutate("updateAccount", { version: 1, name: "Called so" }, own);
    expect(named).toMatchObject({ account: { id, name: "Called so", email, version: 2 }, userErrors: [] });
    const moved = { version: 2, email: "called@shop.example" };
    expect(refusals(await mutate("updateAccount", moved, own))).toEqual(["WRONG_PASSWORD input.currentPassword"]);
    const proven = await mutate("updateAccount", { ...moved, currentPassword: PASSWORD }, own);
    expect(proven.account).toMatchObject({ email: "called@shop.example", version: 3 });
    expect(await mutate("updateAccount", { ...moved, currentPassword: PASSWORD }, own)).toEqual(proven);
    expect([await atDashboard(email), await works(own)]).toEqual([undefined, true]);
    expect(await atDashboard("called@shop.example")).toBeDefined();
    const none = await mutate("updateAccount", { version: 3, email: null }, own);
    expect(refusals(none)).toContain("INVALID_EMAIL input.email");
  });

  test("changePin: ends the caller's sessions at terminals", async () => {
    const { email, operatorNumber } = await hire({ pin: "4826" });
    const [own, terminal] = [await atDashboard(email), await atTerminal(operatorNumber, "4826")];
    expect((await mutate("changePin", { currentPassword: PASSWORD, pin: OTHER_PIN }, own)).userErrors).toEqual([]);
    expect([await works(own), await works(terminal)]).toEqual([true, false]);
    expect(await atTerminal(operatorNumber, OTHER_PIN)).toBeDefined();
  });

  test("me: shows the caller's own record to every role at the dashboard, and to none at a terminal", async () => {
    const { id, email, operatorNumber, name } = await hire();
    const query = "{ me { account { id name email operatorNumber role version } } }";
    const own = await counter.api.call(query, { token: present(await atDashboard(email), "a token") });
    expect(own.data.me.account).toEqual({ id, name, email, operatorNumber, role: "CASHIER", version: 1 });
    expect((await counter.api.call(query, { token: counter.cashier })).data.me.account).toBeNull();
  });
});

test("staffPage: lists those of the filter", async () => {
  const robin = await hire({ name: "Robin Ångström", role: "MANAGER" });
  const gone = await hire({ name: "Robin Gone" });
  await mutate("deactivateStaff", { staffId: gone.id, version: 1 });
  const list = async (filter: object): Promise<string[]> => {
    const { data } = await counter.api.call(
      "query ($filter: StaffFilter) { staffPage(first: 100, filter: $filter) { nodes { id } } }",
      { variables: { filter }, token: counter.owner },
    );
    return data.staffPage.nodes.map(({ id }: Data) => id);
  };
  expect(await list({ search: "robin" })).toEqual(expect.arrayContaining([robin.id, gone.id]));
  expect(await list({ search: "robin", isActive: true })).toContain(robin.id);
  expect(await list({ search: "robin", isActive: true })).not.toContain(gone.id);
  expect(await list({ isActive: false, search: "rob go" })).toEqual([gone.id]);
  expect(await list({ search: "angs", role: "MANAGER" })).toEqual([robin.id]);
  expect(await list({ search: robin.operatorNumber })).toEqual([robin.id]);
  expect(await list({ search: robin.email })).toEqual([robin.id]);
});

test("terminalOperators: the names and numbers of those who can sign in there, and of no others", async () => {
  const [here, away, gone] = [await hire(), await hire({ locationIds: [branch.locationId] }), await hire()];
  await mutate("deactivateStaff", { staffId: gone.id, version: 1 });
  const list = async (token: string): Promise<Data[]> => {
    const { data } = await counter.api.call("{ terminalOperators { id name operatorNumber } }", { token });
    return data.terminalOperators;
  };
  const at = async (token: string) => (await list(token)).map(({ id }) => id);
  expect(await list(counter.terminal)).toContainEqual({
    ...{ id: here.id, name: here.name, operatorNumber: here.operatorNumber },
  });
  expect(await at(counter.terminal)).not.toEqual(expect.arrayContaining([away.id]));
  expect(await at(counter.terminal)).not.toEqual(expect.arrayContaining([gone.id]));
  expect(await at(branch.terminal)).toEqual(expect.arrayContaining([here.id, away.id]));
  const secret = await counter.api.call("{ terminalOperators { email } }", { token: counter.terminal });
  expect(secret.errors?.[0]?.message).toMatch(/Cannot query field/);
});
