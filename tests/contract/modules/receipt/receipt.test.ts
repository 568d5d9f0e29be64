import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { print } from "../../../proof/receipts/printer.ts";
import { textOfPdf } from "../../../proof/receipts/read-pdf.ts";
import type { Data } from "../../../support/api.ts";
import { type Counter, closeCounter, complete, line, openCounter, payment, saleInput } from "../../api/counter.ts";

let counter: Counter;
let [saleId, refundId] = ["", ""];
beforeAll(async () => {
  counter = await openCounter();
  const lines = [line({ quantity: "2", description: "茶杯 <b>Cup</b>" })];
  const { sale } = await complete(counter, saleInput(counter, { lines, payments: [payment(counter, 398)] }));
  saleId = sale.id;
});
afterAll(() => closeCounter(counter));

const RECEIPT = `query ($factId: ID!, $format: ReceiptFormat!, $language: ReceiptLanguage, $isGift: Boolean, $isCopy: Boolean) {
  receipt(factId: $factId, format: $format, language: $language, isGift: $isGift, isCopy: $isCopy) {
    factId format language mediaType content } }`;

async function receipt(variables: object, token = counter.owner): Promise<Data> {
  const { data, errors } = await counter.api.call(RECEIPT, { token, variables: { factId: saleId, ...variables } });
  expect(errors).toBeUndefined();
  return data.receipt;
}

async function refund(): Promise<string> {
  const { clock } = counter.shop;
  const payments = [{ id: clock.newId("pay"), method: "CARD", amount: 199 }];
  const input = { id: clock.newId("ref"), occurredAt: clock.now(), saleId, payments, reason: "Chipped" };
  const { data } = await counter.api.call(
    "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { refund { id } userErrors { code } } }",
    { token: counter.manager, variables: { input: { ...input, lines: [{ line: 1, quantity: "1" }] } } },
  );
  return data.refundSale.refund.id;
}

describe("receipt", () => {
  test("receipt: has the goods, the total and the number in each form, in the shop's language and in the other", async () => {
    for (const [format, width] of [
      ["TEXT_48", 48],
      ["TEXT_32", 32],
    ] as const) {
      const { content, ...rest } = await receipt({ format });
      expect(rest).toEqual({ factId: saleId, format, language: "EN", mediaType: "text/plain" });
      expect(content).toMatch(/^茶杯 <b>Cup<\/b> +£3\.98$/m);
      expect(content).toMatch(/^Total +£3\.98$/m);
      expect(content).toMatch(new RegExp(`^-{${width}}$`, "m"));
    }
    const chinese = await receipt({ format: "TEXT_48", language: "ZH_HANS" });
    expect(chinese).toMatchObject({ language: "ZH_HANS", content: expect.stringMatching(/^合计 +£3\.98$/m) });
    const { mediaType, content } = await receipt({ format: "HTML" });
    expect(mediaType).toBe("text/html");
    expect(content).toContain("茶杯 &lt;b&gt;Cup&lt;/b&gt;");
    expect(content).toContain("<svg");
  });

  test("receipt: returns bytes that a printer prints, with the number as a code", async () => {
    for (const format of ["ESC_POS", "ESC_POS_32"]) {
      const { mediaType, content } = await receipt({ format });
      const printed = print(Buffer.from(content, "base64"));
      expect(mediaType).toBe("application/octet-stream");
      expect(printed.text).toMatch(/^茶杯 <b>Cup<\/b> +￡3\.98$/m);
      expect(printed.codes).toEqual([expect.stringMatching(/^\w+-\d+$/), expect.stringMatching(/^http:.*\/r\/\w/)]);
      expect(printed.text).toContain("Scan for your e-receipt");
    }
  });

  test("receipt: returns a PDF with the same texts, in the shop's language and in the other", async () => {
    for (const [language, total] of [
      [undefined, "Total"],
      ["ZH_HANS", "合计"],
    ]) {
      const { mediaType, content } = await receipt({ format: "PDF", language });
      expect(mediaType).toBe("application/pdf");
      const text = await textOfPdf(Buffer.from(content, "base64"));
      expect(text).toContain("茶杯 <b>Cup</b> 2 £1.99 £3.98");
      expect(text).toContain(`${total} £3.98`);
    }
  });

  test("receipt: has no price when it is a gift receipt, and is marked when it is a copy", async () => {
    const { content } = await receipt({ format: "TEXT_48", isGift: true });
    expect(content).toContain("GIFT RECEIPT");
    expect(content).not.toContain("3.98");
    expect((await receipt({ format: "TEXT_48", isCopy: true })).content).toContain("*** COPY ***");
  });

  test("receipt: is the slip of a refund, and the sale shows what came back", async () => {
    refundId = await refund();
    const slip = await receipt({ factId: refundId, format: "TEXT_48" });
    expect(slip.content).toMatch(/^Total refunded +−£1\.99$/m);
    expect(slip.content).toContain("Reason: Chipped");
    expect((await receipt({ format: "TEXT_48" })).content).toContain("*** PARTLY REFUNDED ***");
    expect(await receipt({ factId: refundId, format: "TEXT_48", isGift: true })).toBeNull();
  });

  test("receipt: null when there is no such document", async () => {
    const { clock } = counter.shop;
    for (const factId of [clock.newId("sal"), clock.newId("ref"), "x", saleId.toLowerCase()])
      expect(await receipt({ factId, format: "TEXT_48" })).toBeNull();
  });
});
