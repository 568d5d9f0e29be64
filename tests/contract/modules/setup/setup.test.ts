import { present } from "@pos/core/base/result.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { activate, type Data } from "../../../support/api.ts";
import { type Counter, closeCounter, complete, openCounter, payment, saleInput } from "../../api/counter.ts";

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

async function call(text: string, variables: object = {}, token = counter.owner): Promise<Data> {
  await counter.api.reader.caughtUp();
  const { data, errors } = await counter.api.call(text, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

async function change(currency: string): Promise<Data> {
  const { me } = await call("{ me { merchant { version } } }");
  const input = { currency, version: me.merchant.version };
  const answer = await call(
    `mutation ($input: ChangeCurrencyInput!) { changeCurrency(input: $input) {
      merchant { currency cashStep } userErrors { code path } } }`,
    { input },
  );
  return answer.changeCurrency;
}

async function refund(): Promise<string> {
  const { roleLimits } = await call("{ roleLimits { roles { role unlinkedRefund { amount currency } } } }");
  const { unlinkedRefund } = roleLimits.roles.find(({ role }: Data) => role === "MANAGER");
  return unlinkedRefund && `${unlinkedRefund.amount} ${unlinkedRefund.currency}`;
}

const DONE = "{ setupSteps { name isDone } }";
const doneOf = (data: Data): string[] =>
  data.setupSteps.filter(({ isDone }: Data) => isDone).map(({ name }: Data) => name);

test("changeCurrency: TERMINAL_PAIRED when a terminal may sell, and changed when none is paired and nothing recorded", async () => {
  expect((await change("JPY")).userErrors).toEqual([{ code: "TERMINAL_PAIRED", path: ["input", "currency"] }]);
  expect((await call("{ currencyHold }")).currencyHold).toBe("TERMINAL_PAIRED");
  const terminalId = present(counter.shop.terminals[0], "a terminal").id;
  const { terminals } = await call("{ terminals { version } }");
  const input = { terminalId, version: terminals[0].version };
  await call("mutation ($input: RevokeTerminalInput!) { revokeTerminal(input: $input) { userErrors { code } } }", {
    input,
  });
  await call(
    "mutation { patchRoleLimits(input: { role: MANAGER, unlinkedRefund: 100000, version: 1 }) { userErrors { code } } }",
  );
  expect((await call("{ currencyHold }")).currencyHold).toBeNull();
  expect((await change("QQQ")).userErrors).toMatchObject([{ code: "INVALID_CURRENCY" }]);
  expect(await change("KWD")).toEqual({ merchant: { currency: "KWD", cashStep: 1 }, userErrors: [] });
  expect(await refund()).toBe("1000000 KWD");
  expect(await change("GBP")).toMatchObject({ merchant: { currency: "GBP" } });
  expect(await refund()).toBe("100000 GBP");
});

test("changeCurrency: CURRENCY_IN_USE when stock was entered", async () => {
  await counter.shop.stock("10");
  expect((await change("JPY")).userErrors).toEqual([{ code: "CURRENCY_IN_USE", path: ["input", "currency"] }]);
  expect((await call("{ currencyHold }")).currencyHold).toBe("RECORDED");
});

test("setupSteps: each is done when what is stored shows it", async () => {
  // The shop of the tests has products, staff, stock, and a terminal that was paired once.
  expect(doneOf(await call(DONE))).toEqual(["PRODUCT", "STOCK", "STAFF", "TERMINAL"]);
  const { me, taxSettings } = await call("{ me { merchant { version } } taxSettings { version } }");
  await call(
    `mutation ($m: UpdateMerchantInput!, $t: UpdateTaxSettingsInput!) {
      updateMerchant(input: $m) { userErrors { code } } updateTaxSettings(input: $t) { userErrors { code } } }`,
    {
      m: { address: "1 High Street", version: me.merchant.version },
      t: { pricesIncludeTax: true, version: taxSettings.version },
    },
  );
  expect(doneOf(await call(DONE))).toEqual(["BUSINESS", "TAX", "PRODUCT", "STOCK", "STAFF", "TERMINAL"]);
  const terminal = await activate(counter.api, counter.owner, present(counter.shop.terminals[0], "a terminal").id);
  const { operatorNumber, pin } = counter.shop.staff.MANAGER;
  const { signInOperator } = await call(
    "mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token } }",
    { input: { operatorNumber, pin } },
    terminal,
  );
  await complete(counter, saleInput(counter, { payments: [payment(counter, 199)] }), signInOperator.token);
  expect(doneOf(await call(DONE))).toHaveLength(7);
});

test("setupSteps: null when the merchant hid them", async () => {
  const { me } = await call("{ me { merchant { version } } }");
  const input = { isSetupHidden: true, version: me.merchant.version };
  await call("mutation ($input: UpdateMerchantInput!) { updateMerchant(input: $input) { userErrors { code } } }", {
    input,
  });
  expect((await call(DONE)).setupSteps).toBeNull();
});
