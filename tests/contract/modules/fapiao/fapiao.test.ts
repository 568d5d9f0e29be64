import { createLocation } from "@pos/core/people/location/index.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Data } from "../../../support/api.ts";
import { type Counter, closeCounter, complete, line, openCounter, payment, saleInput } from "../../api/counter.ts";

/** A buyer asks for a fapiao by the link of the receipt; the merchant exports it and notes its number. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

const BUYER = { buyerKind: "COMPANY", title: "上海样例有限公司", taxNumber: "91310000 12345678 9x" };

async function call(document: string, variables: object, token: string | undefined = counter.owner): Promise<Data> {
  const { data, errors } = await counter.api.call(document, { variables, ...(token === "" ? {} : { token }) });
  expect(errors).toBeUndefined();
  return Object.values<Data>(data)[0];
}

async function sell(quantity = 1): Promise<{ readonly id: string; readonly token: string }> {
  const lines = [line({ quantity: String(quantity) })];
  const payments = [payment(counter, 199 * quantity)];
  const { sale } = await complete(counter, saleInput(counter, { lines, payments }));
  const { receipt } = await call("query ($id: ID!) { sale(id: $id) { receipt { link } } }", { id: sale.id });
  return { id: sale.id, token: receipt.link.split("/r/")[1] };
}

const byLink = (input: object) =>
  call(
    "mutation ($input: RequestFapiaoByLinkInput!) { requestFapiaoByLink(input: $input) { status userErrors { code path } } }",
    { input },
    "",
  );
const issue = (input: object) =>
  call(
    `mutation ($input: IssueFapiaoInput!) { issueFapiao(input: $input) {
      fapiao { invoiceNumber issuedAt version } userErrors { code } } }`,
    { input },
  );
const FIELDS = `receiptNumber buyerKind title taxNumber email total { amount } version invoiceNumber
  taxes { rate net { amount } tax { amount } }`;
const fapiaoOf = async (id: string, token = counter.owner) =>
  (await call(`query ($id: ID!) { sale(id: $id) { fapiao { ${FIELDS} } } }`, { id }, token)).fapiao;

test("requestFapiaoByLink: keeps the buyer with the sale, with its amounts by rate, for those who may read it", async () => {
  const { id, token } = await sell(2);
  expect(await byLink({ ...BUYER, token, email: "Buyer@Shop.Example " })).toEqual({
    status: "REQUESTED",
    userErrors: [],
  });
  const stored = await fapiaoOf(id);
  expect(stored).toMatchObject({
    ...{
      buyerKind: "COMPANY",
      title: "上海样例有限公司",
      taxNumber: "91310000123456789X",
      email: "buyer@shop.example",
    },
    ...{ total: { amount: 398 }, version: 1, invoiceNumber: null },
  });
  const sums = stored.taxes.map(({ net, tax }: Data) => net.amount + tax.amount);
  expect(sums.reduce((sum: number, one: number) => sum + one, 0)).toBe(398);
  expect(await fapiaoOf(id, counter.cashier)).toBeNull();
  const shown = "query ($token: String!) { electronicReceipt(token: $token) { offersFapiao fapiaoStatus } }";
  expect(await call(shown, { token }, "")).toEqual({ offersFapiao: false, fapiaoStatus: "REQUESTED" });
});

test("requestFapiaoByLink: is one request when it is sent twice, and is corrected until it is issued", async () => {
  const { id, token } = await sell();
  await Promise.all(Array.from({ length: 5 }, () => byLink({ ...BUYER, token })));
  expect(await fapiaoOf(id)).toMatchObject({ version: 1 });
  await byLink({ buyerKind: "PERSON", title: "王小明", token });
  expect(await fapiaoOf(id)).toMatchObject({ version: 2, title: "王小明", taxNumber: null });
  const number = { factId: id, invoiceNumber: "25317000000012345678", version: 2 };
  expect(await issue({ ...number, version: 1 })).toMatchObject({ userErrors: [{ code: "VERSION_CONFLICT" }] });
  const { fapiao } = await issue(number);
  expect(fapiao).toMatchObject({ invoiceNumber: number.invoiceNumber, version: 3 });
  expect((await issue(number)).fapiao).toEqual(fapiao);
  expect(await byLink({ ...BUYER, token })).toEqual({
    status: null,
    userErrors: [{ code: "FAPIAO_ISSUED", path: ["input", "factId"] }],
  });
});

test("requestFapiao: has what is left after a refund, and is refused when nothing is", async () => {
  const { id } = await sell(2);
  const refund = async () => {
    const { clock } = counter.shop;
    const payments = [{ id: clock.newId("pay"), method: "CARD", amount: 199 }];
    const input = { id: clock.newId("ref"), occurredAt: clock.now(), saleId: id, payments };
    await call(
      "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { userErrors { code } } }",
      { input: { ...input, lines: [{ line: 1, quantity: "1" }] } },
      counter.manager,
    );
  };
  const ask = () =>
    call(
      "mutation ($input: RequestFapiaoInput!) { requestFapiao(input: $input) { status fapiao { total { amount } } userErrors { code } } }",
      { input: { ...BUYER, factId: id } },
    );
  await refund();
  expect(await ask()).toEqual({ status: "REQUESTED", fapiao: { total: { amount: 199 } }, userErrors: [] });
  await refund();
  expect(await ask()).toMatchObject({ status: null, userErrors: [{ code: "FAPIAO_WITHOUT_AMOUNT" }] });
});

test("requestFapiaoByLink: leaves out what came back at another location", async () => {
  const { id, token } = await sell(2);
  const { clock, owner } = counter.shop;
  const locationId = clock.newId("loc");
  const place = { id: locationId, code: "OTHER", name: "Other", timeZone: "Europe/London" };
  expect((await createLocation(owner, place)).ok).toBe(true);
  const back = await call(
    "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { refund { location { id } } userErrors { code } } }",
    {
      input: {
        ...{ id: clock.newId("ref"), occurredAt: clock.now(), saleId: id, locationId },
        lines: [{ line: 1, quantity: "1" }],
        payments: [{ id: clock.newId("pay"), method: "CARD", amount: 199 }],
      },
    },
  );
  expect(back).toEqual({ refund: { location: { id: locationId } }, userErrors: [] });
  expect(await byLink({ ...BUYER, token })).toEqual({ status: "REQUESTED", userErrors: [] });
  expect((await fapiaoOf(id)).total).toEqual({ amount: 199 });
});

test("requestFapiaoByLink: names what is wrong with the buyer and with the link, and stores nothing", async () => {
  const { id, token } = await sell();
  const codes = async (input: object) =>
    (await byLink({ ...BUYER, token, ...input })).userErrors.map((one: Data) => one.code);
  expect(await codes({ title: " " })).toEqual(["INVALID_FAPIAO_TITLE"]);
  expect(await codes({ taxNumber: null })).toEqual(["INVALID_FAPIAO_TAX_NUMBER"]);
  expect(await codes({ taxNumber: "123" })).toEqual(["INVALID_FAPIAO_TAX_NUMBER"]);
  expect(await codes({ email: "no address" })).toEqual(["INVALID_EMAIL"]);
  expect(await codes({ token: `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}` })).toEqual(["UNKNOWN_LINK"]);
  expect(await fapiaoOf(id)).toBeNull();
});

test("fapiaoRequests: lists those that wait and those that are issued, page by page", async () => {
  const list = async (isIssued: boolean) => {
    const query = `query ($isIssued: Boolean) { fapiaoRequests(first: 100, isIssued: $isIssued) { nodes { id invoiceNumber } } }`;
    return (await call(query, { isIssued })).nodes;
  };
  const [waiting, issued] = [await list(false), await list(true)];
  expect(waiting.length).toBeGreaterThan(0);
  expect(waiting.every(({ invoiceNumber }: Data) => invoiceNumber === null)).toBe(true);
  expect(issued).toHaveLength(1);
});
