import { newCardCode } from "@pos/core/selling/stored-value/model.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import {
  type Counter,
  closeCounter,
  complete,
  line,
  listedExceptions,
  openCounter,
  payment,
  refusals,
  saleInput,
} from "../../api/counter.ts";

/** What a merchant's settings allow of refunds: by the method of the payment only, and without a sale to a customer only. */
let counter: Counter;
let customerId: string;
beforeAll(async () => {
  counter = await openCounter();
  customerId = counter.shop.clock.newId("cus");
  const create = "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }";
  await counter.api.call(create, { variables: { input: { id: customerId, name: "Ada" } }, token: counter.owner });
});
afterAll(() => closeCounter(counter));

let version = 1;
async function set(settings: object): Promise<void> {
  const { data, errors } = await counter.api.call(
    "mutation ($input: UpdateMerchantInput!) { updateMerchant(input: $input) { merchant { version } userErrors { code } } }",
    { variables: { input: { version, ...settings } }, token: counter.owner },
  );
  expect([errors, data.updateMerchant.userErrors]).toEqual([undefined, []]);
  version = data.updateMerchant.merchant.version;
}

const now = () => counter.shop.clock.now();
const newRefund = (fields: object) => ({ id: counter.shop.clock.newId("ref"), occurredAt: now(), ...fields });

async function refund(input: object): Promise<Data> {
  const { data, errors } = await counter.api.call(
    "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { refund { id } userErrors { code path } } }",
    { variables: { input }, token: counter.manager },
  );
  expect(errors).toBeUndefined();
  return data.refundSale;
}

async function sync(input: { readonly id: string }): Promise<string[]> {
  const { data } = await counter.api.call(
    "mutation ($facts: [FactInput!]!) { syncFacts(input: { facts: $facts }) { results { status } } }",
    { variables: { facts: [{ refund: input }] }, token: counter.manager },
  );
  expect(data.syncFacts.results).toEqual([{ status: "RECORDED" }]);
  await counter.api.reader.caughtUp();
  return (await listedExceptions(counter, input.id)).map(({ code }) => code);
}

async function backBy(...methods: readonly string[]) {
  const quantity = String(methods.length);
  const paid = payment(counter, 199 * methods.length);
  const input = saleInput(counter, { lines: [line({ quantity })], payments: [paid] });
  expect((await complete(counter, input)).userErrors).toEqual([]);
  const payments = methods.map((method) => payment(counter, 199, { method, paymentId: paid.id }));
  return newRefund({ saleId: input.id, lines: [{ line: 1, quantity }], payments });
}

const unlinked = (fields: object = {}) =>
  newRefund({ lines: [line({ unitPrice: "1.99" })], payments: [payment(counter, 199)], ...fields });

test("refundSale: gives back by any method, and without a customer, when the merchant has not asked for more", async () => {
  expect(refusals(await refund(await backBy("CASH")))).toEqual([]);
  expect(refusals(await refund(unlinked()))).toEqual([]);
});

test("refundSale: gives back to the gift card that paid and to no other when the merchant refunds the way it was paid", async () => {
  await set({ refundsToSameMethod: true });
  const [card, other] = [1, 2].map(() => newCardCode(counter.shop.clock.randomBytes(15)));
  const lines = [{ quantity: "1", giftCard: { amount: 199, code: card } }];
  expect((await complete(counter, saleInput(counter, { lines }))).userErrors).toEqual([]);
  const paid = payment(counter, 199, { method: "GIFT_CARD", giftCard: card });
  const sale = saleInput(counter, { payments: [paid] });
  expect((await complete(counter, sale)).userErrors).toEqual([]);
  const back = (fields: object) =>
    newRefund({
      ...{ saleId: sale.id, lines: [{ line: 1, quantity: "1" }] },
      payments: [payment(counter, 199, { method: "GIFT_CARD", ...fields })],
    });
  expect(refusals(await refund(back({ giftCard: other })))).toEqual([
    ["REFUND_TO_OTHER_METHOD", "input.payments.0.giftCard"],
  ]);
  expect(refusals(await refund(back({ giftCard: card })))).toEqual([]);
});

test("refundSale: REFUND_TO_OTHER_METHOD at the payment when the merchant refunds the way it was paid", async () => {
  await set({ refundsToSameMethod: true });
  expect(refusals(await refund(await backBy("CARD", "QR_CODE")))).toEqual([
    ["REFUND_TO_OTHER_METHOD", "input.payments.1.method"],
  ]);
  expect(refusals(await refund(await backBy("CARD")))).toEqual([]);
  expect(await sync(await backBy("QR_CODE"))).toEqual(["REFUND_TO_OTHER_METHOD"]);
  expect(await sync(await backBy("CARD"))).toEqual([]);
  await set({ refundsToSameMethod: false });
  expect(refusals(await refund(await backBy("QR_CODE")))).toEqual([]);
});

test("refundSale: REFUND_WITHOUT_CUSTOMER without a sale when the merchant wants the customer named", async () => {
  await set({ refundNeedsCustomer: true });
  expect(refusals(await refund(unlinked()))).toEqual([["REFUND_WITHOUT_CUSTOMER", "input.customerId"]]);
  expect(refusals(await refund(unlinked({ customerId })))).toEqual([]);
  expect(refusals(await refund(await backBy("CARD")))).toEqual([]);
  expect(await sync(unlinked())).toEqual(["REFUND_WITHOUT_CUSTOMER"]);
  expect(await sync(unlinked({ customerId }))).toEqual([]);
});
