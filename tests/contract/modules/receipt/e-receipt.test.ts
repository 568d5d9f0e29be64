import { signedToken } from "@pos/core/selling/receipt/records.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textOfPdf } from "../../../proof/receipts/read-pdf.ts";
import type { Answer, Data } from "../../../support/api.ts";
import { type Counter, closeCounter, complete, line, openCounter, saleInput } from "../../api/counter.ts";

/** A link opens one document, to everyone who has it and to no one who guesses. */
let counter: Counter;
let saleId = "";
beforeAll(async () => {
  counter = await openCounter();
  saleId = await sell("Teapot");
});
afterAll(() => closeCounter(counter));

async function sell(description: string): Promise<string> {
  const { sale } = await complete(counter, saleInput(counter, { lines: [line({ description })] }));
  return sale.id;
}

const STATE = "receipt { copies link linkGeneration } userErrors { code }";

async function state(id: string, token = counter.owner): Promise<Data> {
  const query = "query ($id: ID!) { sale(id: $id) { receipt { copies link linkGeneration } } }";
  const { data, errors } = await counter.api.call(query, { token, variables: { id } });
  expect(errors).toBeUndefined();
  return data.sale.receipt;
}

async function change(mutation: string, input: object, token = counter.owner): Promise<Data> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${STATE} } }`;
  const { data, errors } = await counter.api.call(document, { token, variables: { input } });
  expect(errors).toBeUndefined();
  return data[mutation];
}

const tokenIn = (link: string) => link.split("/r/")[1] ?? "";

function open(token: string, more: { readonly token?: string } = {}): Promise<Answer> {
  const query = `query ($token: String!) { electronicReceipt(token: $token) {
    merchantName paper(format: TEXT_48) { factId content } chinese: paper(format: TEXT_48, language: ZH_HANS) { content } } }`;
  return counter.api.call(query, { variables: { token }, ...more });
}

async function opened(token: string, more: { readonly token?: string } = {}): Promise<Data> {
  const { data, errors } = await open(token, more);
  expect(errors).toBeUndefined();
  return data.electronicReceipt;
}

describe("electronicReceipt", () => {
  test("electronicReceipt: shows the sale to a visitor with its link, in both languages, and no customer", async () => {
    const id = counter.shop.clock.newId("cus");
    const create = "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }";
    await counter.api.call(create, { token: counter.owner, variables: { input: { id, name: "Ada Secret" } } });
    const { sale } = await complete(counter, saleInput(counter, { customerId: id }));
    const { link } = await state(sale.id);
    expect(link).toMatch(new RegExp(`^${counter.api.url}/r/[0-9A-Z]{26}s[0-9A-Z]{26}[\\w-]{22}$`));
    const shown = await opened(tokenIn(link));
    expect(shown).toMatchObject({ paper: { factId: sale.id, content: expect.stringMatching(/^Total +£1\.99$/m) } });
    expect(shown.chinese.content).toMatch(/^合计 +£1\.99$/m);
    expect(JSON.stringify(shown)).not.toContain("Ada Secret");
    const query = `query ($id: ID!) { receipt(factId: $id, format: TEXT_48) { content } }`;
    const { data } = await counter.api.call(query, { token: counter.owner, variables: { id: sale.id } });
    expect(data.receipt.content).toContain("Customer: Ada Secret");
    expect(data.receipt.content.replaceAll("\n", "")).toContain(link);
  });

  test("electronicReceipt: is a PDF for a visitor with its link", async () => {
    const { link } = await state(saleId);
    const query = "query ($token: String!) { electronicReceipt(token: $token) { paper(format: PDF) { content } } }";
    const { data } = await counter.api.call(query, { variables: { token: tokenIn(link) } });
    const bytes = Buffer.from(data.electronicReceipt.paper.content, "base64");
    expect(await textOfPdf(bytes)).toContain("Teapot 1 £1.99 £1.99");
  });

  test("electronicReceipt: opens nothing else to a visitor, and takes no right from a token that comes along", async () => {
    const { link } = await state(saleId);
    const query =
      "query ($token: String!, $id: ID!) { electronicReceipt(token: $token) { merchantName } sale(id: $id) { id } }";
    const { data, errors } = await counter.api.call(query, { variables: { token: tokenIn(link), id: saleId } });
    expect(data).toMatchObject({ sale: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["UNAUTHENTICATED"]);
    expect(await opened(tokenIn(link), { token: counter.terminal })).toMatchObject({ paper: { factId: saleId } });
  });

  test("electronicReceipt: null when any character of the link is another", async () => {
    const token = tokenIn((await state(saleId)).link);
    const other = await sell("Cup");
    const spoilt = [
      token.slice(0, -1),
      `${token}A`,
      token.toLowerCase(),
      token.replace(saleId.slice(4), other.slice(4)),
      `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
      signedToken({ merchantId: counter.shop.merchantId, factId: saleId }, "another key", 0),
      signedToken({ merchantId: counter.shop.clock.newId("mer"), factId: saleId }, "", 0),
    ];
    for (const one of spoilt) expect(await opened(one)).toBeNull();
    expect(await opened(token)).not.toBeNull();
  });

  test("electronicReceipt: finds nothing by 300 guesses, which are throttled, and still opens a right link", async () => {
    const right = tokenIn((await state(saleId)).link);
    const codes = new Map<string, number>();
    for (let guess = 0; guess < 300; guess++) {
      const signature = Buffer.from(counter.shop.clock.randomBytes(16)).toString("base64url");
      const { data, errors } = await open(right.slice(0, -22) + signature);
      expect(data?.electronicReceipt ?? null).toBeNull();
      const code = errors?.[0]?.extensions.code ?? "null";
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect([...codes.keys()].sort()).toEqual(["TOO_MANY_REQUESTS", "null"]);
    expect(codes.get("null")).toBeLessThan(60);
    expect(await opened(right)).toMatchObject({ paper: { factId: saleId } });
  });

  test("renewReceiptLink: ends the link that was given out, once however often it is sent", async () => {
    const before = await state(saleId);
    const input = { factId: saleId, linkGeneration: before.linkGeneration };
    const { receipt } = await change("renewReceiptLink", input);
    expect(receipt).toMatchObject({ linkGeneration: before.linkGeneration + 1 });
    expect(receipt.link).not.toBe(before.link);
    expect((await change("renewReceiptLink", input)).receipt).toEqual(receipt);
    const { data } = await open(tokenIn(before.link));
    expect(data?.electronicReceipt ?? null).toBeNull();
    expect(await opened(tokenIn(receipt.link))).toMatchObject({ paper: { factId: saleId } });
  });
});

test("countReceiptCopy: counts each copy once, by a terminal and by the dashboard", async () => {
  const id = counter.shop.clock.newId("rcp");
  const before = (await state(saleId)).copies;
  for (let times = 0; times < 3; times++)
    expect((await change("countReceiptCopy", { id, factId: saleId })).receipt).toMatchObject({ copies: before + 1 });
  const next = { id: counter.shop.clock.newId("rcp"), factId: saleId };
  expect((await change("countReceiptCopy", next, counter.terminal)).receipt).toMatchObject({ copies: before + 2 });
  const all = await Promise.all(
    Array.from({ length: 10 }, () => change("countReceiptCopy", { ...next, id: counter.shop.clock.newId("rcp") })),
  );
  expect(all.map(({ userErrors }) => userErrors)).toEqual(Array(10).fill([]));
  expect(await state(saleId)).toMatchObject({ copies: before + 12 });
});
