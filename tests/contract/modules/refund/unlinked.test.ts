import { present } from "@pos/core/base/result.ts";
import { taxesFrom } from "@pos/web/components/taxes.ts";
import { UnlinkedSettingsDocument, VariantChoicesDocument } from "@pos/web/graphql/generated/graphql.ts";
import { priceUnlinked, sentQuantity } from "@pos/web/sales/unlinked-rule.ts";
import { print } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  line,
  openCounter,
  payment,
  refusals,
  saleInput,
} from "../../api/counter.ts";

/** Refunds without a sale: taxed as a sale to the same customer would be, and listed by location and business day. */
let counter: Counter;
const customers: { exempt: string; taxed: string } = { exempt: "", taxed: "" };

beforeAll(async () => {
  counter = await openCounter({ regime: { pricesIncludeTax: false } });
  for (const name of ["exempt", "taxed"] as const) {
    const id = counter.shop.clock.newId("cus");
    customers[name] = id;
    const create =
      "mutation ($input: CreateCustomerInput!) { done: createCustomer(input: $input) { userErrors { code } } }";
    await ask(create, { input: { id, name } });
  }
  const patch = "mutation ($input: PatchCustomerInput!) { done: patchCustomer(input: $input) { userErrors { code } } }";
  const taxExemption = { certificateNumber: "ST-119" };
  const { done } = await ask(patch, { input: { customerId: customers.exempt, version: 1, taxExemption } });
  expect(done.userErrors).toEqual([]);
});
afterAll(() => closeCounter(counter));

async function ask(query: string, variables: object, token = counter.owner): Promise<Data> {
  const { data, errors } = await counter.api.call(query, { variables: variables as Data, token });
  expect(errors).toBeUndefined();
  return data;
}

const REFUND = `mutation ($input: RefundSaleInput!) { refundSale(input: $input) {
  refund { id taxTotal { amount } total { amount } } userErrors { code path } } }`;

async function refund(amount: number, fields: object = {}, token = counter.manager): Promise<Data> {
  const { clock } = counter.shop;
  const made = { id: clock.newId("ref"), occurredAt: clock.now() };
  const input = { ...made, lines: [line()], payments: [payment(counter, amount)], ...fields };
  return (await ask(REFUND, { input }, token)).refundSale;
}

test("refundSale: gives no tax back to a customer without tax, as a sale takes none", async () => {
  const customerId = customers.exempt;
  const sold = await complete(counter, saleInput(counter, { customerId }));
  expect([sold.userErrors, sold.sale.taxTotal, sold.sale.total.amount]).toEqual([[], { amount: 0 }, 199]);
  const back = await refund(199, { customerId });
  expect([refusals(back), back.refund.taxTotal, back.refund.total]).toEqual([[], { amount: 0 }, { amount: -199 }]);
  expect(refusals(await refund(239, { customerId }))).toEqual([["PAYMENT_MISMATCH", "input.payments"]]);
  const taxed = await refund(239, { customerId: customers.taxed });
  expect([refusals(taxed), taxed.refund.taxTotal, taxed.refund.total]).toEqual([[], { amount: -40 }, { amount: -239 }]);
});

test("refundSale: the dashboard's figures are the server's, with quantities, weights and tax", async () => {
  const { taxSettings } = await ask(print(UnlinkedSettingsDocument), {});
  const { rounding: mode, defaultTaxCode, ...rest } = taxSettings;
  const taxes = taxesFrom({ ...rest, mode, defaultCodeId: defaultTaxCode.id });
  const { products } = await ask(print(VariantChoicesDocument), { search: "SKU" });
  const found = products.nodes.flatMap(({ variants }: Data) => variants);
  const lines = found.slice(0, 3).map((variant: Data, at: number) => ({ variant, quantity: ["3", "1.5", "7"][at] }));
  expect(lines).toHaveLength(3);
  const occurredAt = counter.shop.clock.now();
  for (const [name, taxExemption] of [
    ["taxed", null],
    ["exempt", "ST-119"],
  ] as const) {
    const terms = { taxes, currency: "GBP", timeZone: "Europe/London", occurredAt, taxExemption };
    const amount = present(priceUnlinked(lines, terms), "a price");
    const sent = lines.map(({ variant, quantity }: Data) => ({
      ...{ variant: { id: variant.id }, quantity: sentQuantity(quantity) },
    }));
    const fields = { occurredAt, lines: sent, customerId: customers[name] };
    expect(refusals(await refund(amount + 1, fields))).toEqual([["PAYMENT_MISMATCH", "input.payments"]]);
    expect(refusals(await refund(amount, fields))).toEqual([]);
  }
});

test("terminalSettings: state whether a refund without a sale names its customer", async () => {
  const settings = async () =>
    (await ask("{ terminalSettings { refundNeedsCustomer } }", {}, counter.terminal)).terminalSettings;
  expect(await settings()).toEqual({ refundNeedsCustomer: false });
  const set = "mutation ($input: UpdateMerchantInput!) { updateMerchant(input: $input) { merchant { version } } }";
  const on = await ask(set, { input: { version: 1, refundNeedsCustomer: true } });
  expect(await settings()).toEqual({ refundNeedsCustomer: true });
  await ask(set, { input: { version: on.updateMerchant.merchant.version, refundNeedsCustomer: false } });
});

const LIST = `query ($at: ID!, $first: Int, $after: String, $from: Date, $to: Date) {
  unlinkedRefunds(locationId: $at, first: $first, after: $after, from: $from, to: $to) {
    nodes { id sale { id } customer { name } } pageInfo { hasNextPage endCursor } } }`;

test("unlinkedRefunds: pages through those of a location and its days, newest first, without refunds of sales", async () => {
  const { shop, api } = counter;
  const [here, there] = [shop.locationId, shop.clock.newId("loc")];
  const second = { id: there, name: "Second", code: "S2", timeZone: "Europe/London" };
  const create =
    "mutation ($input: CreateLocationInput!) { done: createLocation(input: $input) { userErrors { code } } }";
  expect((await ask(create, { input: second })).done.userErrors).toEqual([]);
  const list = async (variables: object = {}) => (await ask(LIST, { at: here, ...variables })).unlinkedRefunds;
  const days: string[] = [];
  for (let ago = 4; ago > 1; ago--) {
    const occurredAt = new Date(Date.parse(shop.clock.now()) - ago * 86_400_000).toISOString();
    days.push(occurredAt.slice(0, 10));
    await refund(239, { occurredAt });
    const paid = payment(counter, 239);
    const sale = saleInput(counter, { payments: [paid] });
    expect((await complete(counter, sale)).userErrors).toEqual([]);
    const of = { saleId: sale.id, lines: [{ line: 1, quantity: "1" }] };
    expect(refusals(await refund(239, { ...of, payments: [payment(counter, 239, { paymentId: paid.id })] }))).toEqual(
      [],
    );
  }
  const elsewhere = await refund(239, { locationId: there }, counter.owner);
  await api.reader.caughtUp();
  const all = (await list({ first: 100 })).nodes;
  const ids = all.map(({ id }: Data) => id);
  expect([ids.length, new Set(ids).size, all.every(({ sale }: Data) => sale === null)]).toEqual([7, 7, true]);
  expect(ids).not.toContain(elsewhere.refund.id);
  const paged: string[] = [];
  for (let after: string | null = null, isOver = false; !isOver; ) {
    const { nodes, pageInfo }: Data = await list({ first: 2, after });
    paged.push(...nodes.map(({ id }: Data) => id));
    [after, isOver] = [pageInfo.endCursor, !pageInfo.hasNextPage];
  }
  expect(paged).toEqual(ids);
  const day = { from: days[1], to: days[1] };
  expect((await list(day)).nodes.map(({ id }: Data) => id)).toEqual([ids[5]]);
  expect((await list({ to: days[0] })).nodes.map(({ id }: Data) => id)).toEqual([ids[6]]);
  expect((await list({ from: "0001-01-01", to: "9999-12-31" })).nodes).toHaveLength(ids.length);
  for (const far of [{ to: "0001-01-01" }, { from: "9999-12-31" }]) expect((await list(far)).nodes).toEqual([]);
  expect((await ask(LIST, { at: there })).unlinkedRefunds.nodes).toHaveLength(1);
  const wrong = await api.call(LIST, {
    token: counter.owner,
    variables: { at: here, from: days[1], to: days[0] } as Data,
  });
  expect(wrong.errors?.[0]?.extensions?.code).toBe("BAD_REQUEST");
});
