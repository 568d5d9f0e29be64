import { quotaKey } from "@pos/core/people/access/index.ts";
import { sendReports } from "@pos/functions/jobs/reports.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textOfPdf } from "../../../proof/receipts/read-pdf.ts";
import type { Data } from "../../../support/api.ts";
import { type Counter, closeCounter, complete, line, openCounter, payment, saleInput } from "../../api/counter.ts";
import { keepingMailer } from "../../reports/support.ts";

/** sendReceipt: a paper for the customer goes out by the scheduler's mailer, once. */
let counter: Counter;
let saleId = "";
beforeAll(async () => {
  counter = await openCounter();
  const lines = [line({ quantity: "2", description: "茶杯 <b>Cup</b>" })];
  saleId = (await complete(counter, saleInput(counter, { lines, payments: [payment(counter, 398)] }))).sale.id;
});
afterAll(() => closeCounter(counter));

const SEND = `mutation ($input: SendReceiptInput!) { sendReceipt(input: $input) {
  replayed receipt { mails { id recipient status sentAt } } userErrors { code path } } }`;

async function send(input: object, token = counter.cashier): Promise<Data> {
  const { data, errors } = await counter.api.call(SEND, { token, variables: { input: { ...request(), ...input } } });
  expect(errors).toBeUndefined();
  return data.sendReceipt;
}

function request() {
  return { id: counter.shop.clock.newId("rml"), factId: saleId, recipient: "buyer@mail.example" };
}

async function delivered() {
  const { mails, mailer } = keepingMailer();
  const { table, clock } = counter.shop;
  await sendReports({ table, clock, mailer, from: "POS <pos@shop.example>" });
  return mails;
}

async function mailsOf(token: string): Promise<Data[]> {
  const query = "query ($id: ID!) { sale(id: $id) { receipt { mails { recipient status } } } }";
  const { data } = await counter.api.call(query, { token, variables: { id: saleId } });
  return data.sale.receipt.mails;
}

describe("sendReceipt", () => {
  test("sends the paper with the link once, however often it is asked for with one id", async () => {
    const input = request();
    expect(await send(input)).toMatchObject({ replayed: false, userErrors: [] });
    expect(await send(input)).toMatchObject({ replayed: true, userErrors: [] });
    const [mail, ...others] = await delivered();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: "buyer@mail.example", language: "EN" });
    expect(mail?.subject).toContain("Your receipt from");
    expect(mail?.text).toMatch(/^Total +£3\.98$/m);
    expect(mail?.text).toMatch(/^http\S+\/r\/\S+$/m);
    expect(mail?.html).toContain("茶杯 &lt;b&gt;Cup&lt;/b&gt;");
    expect(mail?.html).not.toContain("<svg");
    expect(mail?.attachments).toMatchObject([{ name: "Receipt-T1-1.pdf", contentType: "application/pdf" }]);
    expect(await textOfPdf(mail?.attachments[0]?.content ?? new Uint8Array())).toMatch(
      /茶杯 <b>Cup<\/b>.*Total £3\.98/,
    );
    expect(await delivered()).toEqual([]);
    expect(await send({ ...input, recipient: "other@mail.example" })).toMatchObject({
      userErrors: [{ code: "ID_CONFLICT", path: ["input", "id"] }],
    });
  });

  test("is in the language that was asked for, and goes to an internationalized domain", async () => {
    counter.shop.clock.advance(1_000);
    await send({ recipient: "mai@商店.example", language: "ZH_HANS" });
    const [mail] = await delivered();
    expect(mail).toMatchObject({ to: "mai@xn--czrs0t.example", language: "ZH_HANS" });
    expect(mail?.text).toMatch(/^合计 +£3\.98$/m);
  });

  test("ReceiptState.mails: newest first, and without the address for callers who may not read customers", async () => {
    const known = await mailsOf(counter.owner);
    expect(known.map(({ recipient, status }) => [recipient, status])).toEqual([
      ["mai@xn--czrs0t.example", "SENT"],
      ["buyer@mail.example", "SENT"],
    ]);
    expect((await mailsOf(counter.cashier)).map(({ recipient }) => recipient)).toEqual([null, null]);
  });

  test("refuses what is no address and what is no document, and records nothing", async () => {
    for (const recipient of ["", "buyer", "a@b@c.example", "evil@localhost", "a@x.example\nBcc: b@x.example"])
      expect((await send({ recipient })).userErrors).toMatchObject([{ code: "INVALID_RECIPIENTS" }]);
    const unknown = counter.shop.clock.newId("sal");
    expect((await send({ factId: unknown })).userErrors).toMatchObject([{ code: "UNKNOWN_DOCUMENT" }]);
    expect((await send({ id: "rml_x" })).userErrors).toMatchObject([{ code: "INVALID_ID" }]);
    expect(await delivered()).toEqual([]);
  });

  test("LIMIT_REACHED after 2,000 mails in a day, and a known id is answered as before", async () => {
    const { table, merchantId, clock } = counter.shop;
    const known = request();
    await send(known);
    const key = quotaKey(merchantId, `receipt mail ${clock.now().slice(0, 10)}`);
    const stored = await table.get(key);
    await table.write({ op: "put", item: { ...stored, ...key, count: 2_000 } });
    expect((await send({})).userErrors).toMatchObject([{ code: "LIMIT_REACHED", path: ["input", "recipient"] }]);
    expect(await send(known)).toMatchObject({ replayed: true, userErrors: [] });
    expect(await delivered()).toHaveLength(1);
  });

  test("the reports that were sent do not list it", async () => {
    const query = "query ($id: ID!) { reportSendings(locationId: $id) { nodes { id } } }";
    const variables = { id: counter.shop.locationId };
    const { data } = await counter.api.call(query, { token: counter.owner, variables });
    expect(data.reportSendings.nodes).toEqual([]);
  });
});
