import { setPassword } from "@pos/core/people/staff/index.ts";
import { itemsOf } from "@pos/core/table/port/port.ts";
import { signUp } from "@pos/functions/api/sign-up.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { type Counter, closeCounter, openCounter, refusals, signIn } from "./counter.ts";

/** Rules for what identifies people and merchants: addresses, passwords, currencies. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

async function mutate(field: string, answer: string, input: object): Promise<Data> {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${answer} userErrors { code path } } }`;
  const { data, errors } = await counter.api.call(query, { variables: { input }, token: counter.owner });
  expect(errors).toBeUndefined();
  return data[field];
}

test("R7: setPassword: lets the person in with the new password alone, ends sessions and is audited", async () => {
  const { table, clock, merchantId, staff } = counter.shop;
  const { email = "", password: old = "", id } = staff.MANAGER;
  const context = { table, clock, caller: { kind: "nobody" } } as const;
  const session = (await signIn(counter.api, email, old)).token;
  expect(await setPassword(context, { email: "nobody@shop.example", password: old })).toMatchObject({ ok: false });
  expect(await setPassword(context, { email, password: "short" })).toMatchObject({ ok: false });
  const password = "another long password";
  expect(await setPassword(context, { email: ` ${email.toUpperCase()}`, password })).toMatchObject({ ok: true });
  expect((await signIn(counter.api, email, password)).userErrors).toEqual([]);
  expect(refusals(await signIn(counter.api, email, old))).toMatchObject([["INVALID_CREDENTIALS", expect.any(String)]]);
  const { errors } = await counter.api.call("{ me { role } }", { token: session });
  expect(errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  const audits: unknown[] = [];
  for await (const { action, subject } of itemsOf(table, `${merchantId}#AUDIT#${clock.now().slice(0, 7)}`))
    if (action === "staff:set-password") audits.push(subject);
  expect(audits).toEqual([id]);
  // The PIN is as it was.
  const { operatorNumber, pin } = staff.MANAGER;
  const query = "mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { userErrors { code } } }";
  const { data } = await counter.api.call(query, {
    variables: { input: { operatorNumber, pin } },
    token: counter.terminal,
  });
  expect(data.signInOperator.userErrors).toEqual([]);
});

test.each(["QQQ", "XXX", "DEM", "gbp"])("R13: signUp: rejects the currency %s", async (currency) => {
  const { table, clock, taxes } = counter.shop;
  const merchant = { id: clock.newId("mer"), name: "New", currency, cashStep: 1 };
  const owner = {
    id: clock.newId("stf"),
    name: "Owner",
    email: "new@shop.example",
    password: "a long enough password",
  };
  const answer = await signUp(table, clock, { merchant, taxes, owner });
  expect(answer).toMatchObject({ ok: false, failures: [{ code: "INVALID_CURRENCY" }] });
});

test.each(["+01:00", "-05:30", "Mars/Base", ""])("R13: createLocation: rejects the time zone %j", async (timeZone) => {
  const id = counter.shop.clock.newId("loc");
  const answer = await mutate("createLocation", "__typename", { id, code: id, name: "Branch", timeZone });
  expect(refusals(answer)).toEqual([["INVALID_TIME_ZONE", "input.timeZone"]]);
});

describe("R15: one rule for mail addresses", () => {
  const PLACES = [
    [
      "createStaff",
      "input.email",
      (email: string) => ({
        id: newId("stf"),
        name: "Ada",
        role: "MANAGER",
        email,
        password: "a long enough password",
      }),
    ],
    ["createCustomer", "input.email", (email: string) => ({ id: newId("cus"), name: "Ada", email })],
    [
      "createReportSchedule",
      "input.recipients.0",
      (email: string) => ({
        ...{
          id: newId("rsc"),
          locationId: counter.shop.locationId,
          report: "DAILY",
          timeOfDay: "18:30",
          language: "EN",
        },
        recipients: [email],
      }),
    ],
  ] as const;
  const newId = (prefix: "stf" | "cus" | "rsc") => counter.shop.clock.newId(prefix);

  test.each(PLACES)("%s: takes and rejects the same addresses at %s", async (field, path, input) => {
    for (const email of ["ada@müller.example", `${field}@shop.example`])
      expect([email, refusals(await mutate(field, "__typename", input(email)))]).toEqual([email, []]);
    for (const email of ["a@b", "a@müller", "a@@shop.example", "a..b@shop.example", "a@shop.example,b@shop.example"])
      expect([email, refusals(await mutate(field, "__typename", input(email))).map(([, at]) => at)]).toEqual([
        email,
        [path],
      ]);
  });

  test("createReportSchedule: stores a recipient as mail servers take it", async () => {
    const { reportSchedule } = await mutate(
      "createReportSchedule",
      "reportSchedule { recipients }",
      PLACES[2][2]("x@例え.テスト"),
    );
    expect(reportSchedule.recipients).toEqual(["x@xn--r8jz45g.xn--zckzah"]);
  });
});
