import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  line,
  openCounter,
  openLine,
  payment,
  refusals,
  saleInput,
} from "../../api/counter.ts";

/** Goods that stored value paid are exchanged: the difference is paid from the account, or goes back to it. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
  await counter.shop.stock("1000");
});
afterAll(() => closeCounter(counter));

async function ask(query: string, variables: object, token = counter.manager): Promise<Data> {
  const { data, errors } = await counter.api.call(query, { variables, token });
  expect(errors).toBeUndefined();
  return data;
}

/** How a sale is paid from an account, whose the sale is, and what the account holds; what is owed is below zero. */
interface Account {
  readonly by: { readonly method: string; readonly giftCard?: string };
  readonly of: { readonly customerId?: string };
  balance(): Promise<number>;
}

const FILLED = 5000;

async function newCustomer(): Promise<string> {
  const id = counter.shop.clock.newId("cus");
  const create = "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }";
  expect((await ask(create, { input: { id, name: "Ada" } }, counter.owner)).createCustomer.userErrors).toEqual([]);
  return id;
}

const ACCOUNTS: { readonly [method: string]: () => Promise<Account> } = {
  async GIFT_CARD() {
    const code = (await ask("{ newGiftCardCode }", {})).newGiftCardCode;
    await sold({ lines: [cardLine(code)], payments: [payment(counter, FILLED)] });
    return { by: { method: "GIFT_CARD", giftCard: code }, of: {}, balance: () => heldBy(code) };
  },
  async STORE_CREDIT() {
    const { clock, locationId } = counter.shop;
    const customerId = await newCustomer();
    const input = { id: clock.newId("vad"), customerId, locationId, amount: FILLED, reason: "Goodwill" };
    const adjust =
      "mutation ($input: AdjustStoreCreditInput!) { adjustStoreCredit(input: $input) { userErrors { code } } }";
    expect((await ask(adjust, { input })).adjustStoreCredit.userErrors).toEqual([]);
    const credit = "query ($customerId: ID!) { storeCredit(customerId: $customerId) { balance { amount } } }";
    const balance = async () => (await ask(credit, { customerId })).storeCredit.balance.amount;
    return { by: { method: "STORE_CREDIT" }, of: { customerId }, balance };
  },
  async ON_ACCOUNT() {
    const customerId = await newCustomer();
    const patch = "mutation ($input: PatchCustomerInput!) { patchCustomer(input: $input) { userErrors { code } } }";
    const input = { customerId, version: 1, creditLimit: FILLED };
    expect((await ask(patch, { input }, counter.owner)).patchCustomer.userErrors).toEqual([]);
    const owed = "query ($customerId: ID!) { customer(id: $customerId) { account { owed { amount } } } }";
    const balance = async () => FILLED - (await ask(owed, { customerId }, counter.owner)).customer.account.owed.amount;
    return { by: { method: "ON_ACCOUNT" }, of: { customerId }, balance };
  },
};

const cardLine = (code: string) => ({ quantity: "1", giftCard: { amount: FILLED, code } });

async function heldBy(code: string): Promise<number> {
  return (await ask("query ($code: String!) { giftCard(code: $code) { balance { amount } } }", { code })).giftCard
    .balance.amount;
}

async function sold(fields: object): Promise<Data> {
  const { sale, userErrors } = await complete(counter, saleInput(counter, { ...fields }));
  expect(userErrors).toEqual([]);
  return sale;
}

/** The first line of a sale comes back for something at a price. */
async function exchange(saleId: string, price: string, paid: { readonly sale?: object; readonly back?: object[] }) {
  const id = counter.shop.clock.newId("exc");
  const lines = [openLine(price)];
  const sale = { ...saleInput(counter, { lines, payments: [] }), id: `sal_${id.slice(4)}`, ...paid.sale };
  const input = { id, saleId, back: [{ line: 1, quantity: "1" }], paymentsBack: paid.back ?? [], sale };
  const query = "mutation ($input: ExchangeSaleInput!) { exchangeSale(input: $input) { userErrors { code path } } }";
  return (await ask(query, { input })).exchangeSale;
}

const CHEAP = 199;

describe.each(Object.keys(ACCOUNTS))("%s", (method) => {
  const opened = () => (ACCOUNTS[method] as () => Promise<Account>)();
  const bought = ({ by, of }: Account) =>
    sold({ lines: [line()], payments: [payment(counter, CHEAP, { ...by })], ...of });

  test("dearer goods: the account pays the difference", async () => {
    const account = await opened();
    const { id } = await bought(account);
    const payments = [payment(counter, 301, { ...account.by })];
    expect(await exchange(id, "5", { sale: { payments, ...account.of } })).toEqual({ userErrors: [] });
    expect(await account.balance()).toBe(FILLED - 500);
  });

  test("cheaper goods: the account gets the difference", async () => {
    const account = await opened();
    const { id } = await bought(account);
    const back = [payment(counter, 99, { ...account.by })];
    expect(await exchange(id, "1", { back, sale: account.of })).toEqual({ userErrors: [] });
    expect(await account.balance()).toBe(FILLED - 100);
  });

  test("it does not get and pay in one exchange: that is refused, and nothing moves", async () => {
    const account = await opened();
    const { id } = await bought(account);
    const payments = [payment(counter, CHEAP, { ...account.by })];
    const back = [payment(counter, CHEAP, { ...account.by })];
    const answer = await exchange(id, "1.99", { back, sale: { payments, ...account.of } });
    expect(refusals(answer)).toEqual([["PAYMENT_MISMATCH", "input.sale.payments"]]);
    expect(await account.balance()).toBe(FILLED - CHEAP);
  });
});

test("a card that comes back does not pay for what goes out", async () => {
  const code = (await ask("{ newGiftCardCode }", {})).newGiftCardCode;
  const { id } = await sold({ lines: [cardLine(code)], payments: [payment(counter, FILLED)] });
  const payments = [payment(counter, 100, { method: "GIFT_CARD", giftCard: code })];
  expect(refusals(await exchange(id, "51", { sale: { payments } }))).toEqual([
    ["INVALID_PAYMENT", "input.paymentsBack"],
  ]);
  expect(await exchange(id, "50", {})).toEqual({ userErrors: [] });
  expect(await heldBy(code)).toBe(0);
});
