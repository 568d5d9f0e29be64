import { type ReceiptSource, receiptContent, refundContent } from "@pos/core/receipt/content.ts";
import { giftDocument, receiptDocument, refundDocument } from "@pos/core/receipt/document.ts";
import type { Receipt, ReceiptRefund, ReceiptShop } from "@pos/core/receipt/model.ts";
import { describe, expect, test } from "vitest";
import { receiptWriting } from "./receipt-writing.ts";

const SHOP: ReceiptShop = {
  address: "1 High Street\nLondon N1 1AA",
  phone: "020 7946 0000",
  taxNumber: "GB123456789",
  footer: "Returns within 30 days.\nwww.example.com",
};

const RECEIPT: Receipt = {
  receiptNumber: "C3-2",
  occurredAt: "2026-11-28T16:05:00.000Z",
  timeZone: "Europe/London",
  currency: "GBP",
  merchantName: "Marktplatz",
  locationName: "High Street",
  terminalName: "Counter 3",
  operatorNumber: "1594",
  operatorName: "Ann",
  ...receiptContent({
    pricesIncludeTax: true,
    lines: [
      {
        ...{ description: "Mug – Blue", quantity: "2", unitPrice: "3.75", gross: 750, total: 675 },
        taxes: [{ rate: "20", amount: 113 }],
        discounts: [{ source: "MANUAL", amount: 75, reason: "Scratched" }],
      },
      {
        description: "Tea",
        quantity: "0.375",
        unitPrice: "10",
        gross: 375,
        total: 375,
        taxes: [{ rate: "0", amount: 0 }],
      },
    ],
    payments: [
      { method: "CARD", amount: 500, reference: "094123" },
      { method: "CASH", amount: 550, tendered: 2000 },
    ],
    ...{ taxTotal: 113, rounding: 0, total: 1050, changeDue: 1450 },
  }),
};

const REFUND: ReceiptRefund = refundContent(
  {
    occurredAt: "2026-11-29T10:00:00.000Z",
    lines: [{ description: "Mug – Blue", quantity: "-1", total: { amount: -338 } }],
    payments: [{ method: "CARD", amount: { amount: -338 } }],
    ...{ taxTotal: { amount: -56 }, rounding: { amount: 0 }, total: { amount: -338 } },
    reason: "Chipped",
  },
  true,
);

const LONDON = { currency: "GBP", timeZone: "Europe/London" };
const ENGLISH = receiptWriting(LONDON);
const CHINESE = receiptWriting({ ...LONDON, language: "zh" });

const texts = (rows: readonly { readonly label: string; readonly value: string }[] = []) =>
  rows.map(({ label, value }) => [label, value]);

describe("receiptDocument", () => {
  test("receiptDocument: contains all that a shop has to print when its settings are complete", () => {
    const document = receiptDocument(RECEIPT, SHOP, ENGLISH);
    expect(document).toMatchObject({
      ...{ title: "Receipt C3-2", name: "Marktplatz", code: "C3-2", marks: [], returns: [] },
      head: ["High Street", "1 High Street", "London N1 1AA", "Tel. 020 7946 0000", "VAT No. GB123456789"],
      foot: ["Returns within 30 days.", "www.example.com"],
    });
    expect(texts(document.facts)).toEqual([
      ["Receipt", "C3-2"],
      ["Date", "28 Nov 2026, 16:05"],
      ["Register", "Counter 3"],
      ["Served by", "Ann"],
    ]);
    expect(document.items).toEqual([
      {
        ...{ description: "Mug – Blue", quantity: "2", unitPrice: "£3.75", amount: "£7.50" },
        details: [{ label: "Discount (Scratched)", value: "−£0.75" }],
      },
      { description: "Tea", quantity: "0.375", unitPrice: "£10.00", amount: "£3.75", details: [] },
    ]);
    expect(document.blocks.map(texts)).toEqual([
      [
        ["Total", "£10.50"],
        ["Items", "3"],
        ["You saved", "£0.75"],
      ],
      [
        ["Card", "£5.00"],
        ["Ref. 094123", ""],
        ["Cash", "£20.00"],
        ["Change", "£14.50"],
      ],
    ]);
    expect(document.taxes).toEqual([
      ["VAT rate", "Net", "VAT"],
      ["20%", "£5.62", "£1.13"],
      ["0%", "£3.75", "£0.00"],
    ]);
  });

  test("receiptDocument: states which copy it is, in both languages, and only that it is one where that is not known", () => {
    const marks = (writing: typeof ENGLISH, options: object) =>
      receiptDocument(RECEIPT, SHOP, writing, { isCopy: true, ...options }).marks;
    expect([marks(ENGLISH, { copyNumber: 2 }), marks(CHINESE, { copyNumber: 2 })]).toEqual([
      ["COPY 2"],
      ["第 2 次补打"],
    ]);
    expect([marks(ENGLISH, {}), marks(CHINESE, {})]).toEqual([["COPY"], ["补打"]]);
    expect(receiptDocument(RECEIPT, SHOP, ENGLISH, { copyNumber: 2 }).marks).toEqual([]);
  });

  test("receiptDocument: is in the shop's language when nothing but the sale and the shop is known (terminal B20)", () => {
    const document = receiptDocument(RECEIPT, {}, receiptWriting({ currency: "CNY", timeZone: "Asia/Shanghai" }), {
      isCopy: true,
    });
    expect(document).toMatchObject({ title: "小票 C3-2", marks: ["补打"], foot: ["谢谢惠顾，欢迎再次光临。"] });
    expect(texts(document.blocks[1])).toEqual([
      ["银行卡", "¥5.00"],
      ["交易单号 094123", ""],
      ["现金", "¥20.00"],
      ["找零", "¥14.50"],
    ]);
  });

  test.each([
    ["GB", "28 Nov 2026, 16:05", "VAT"],
    ["US", "Nov 28, 2026, 4:05 PM", "Sales tax"],
    ["CN", "28 Nov 2026, 16:05", "Tax"],
    ["nonsense", "28 Nov 2026, 16:05", "Tax"],
  ])("receiptDocument: writes dates and names the tax as the country does when it is %s", (country, date, tax) => {
    const document = receiptDocument(RECEIPT, {}, receiptWriting({ ...LONDON, country, language: "en" }));
    expect(document.facts[1]?.value.replaceAll("\u202f", " ")).toBe(date);
    expect(document.taxes[0]?.[2]).toBe(tax);
  });

  test("receiptDocument: shows subtotal, discounts, tax and rounding when there are such", () => {
    const sale: Receipt = {
      ...RECEIPT,
      pricesIncludeTax: false,
      discounts: [{ percent: "15", amount: 158 }],
      saved: 233,
      ...{ taxTotal: 95, total: 987, rounding: -2 },
    };
    const rows = (writing: typeof ENGLISH) => texts(receiptDocument(sale, {}, writing).blocks[0]);
    expect(rows(ENGLISH)).toEqual([
      ["Subtotal", "£10.50"],
      ["15% off", "−£1.58"],
      ["VAT", "£0.95"],
      ["Cash rounding", "−£0.02"],
      ["Total", "£9.85"],
      ["Items", "3"],
      ["You saved", "£2.33"],
    ]);
    expect(rows(CHINESE)[1]).toEqual(["8.5折", "−£1.58"]);
  });

  test("receiptDocument: does not count the tax of an exempt customer as saved", () => {
    const tax = { source: "TAX_EXEMPTION", amount: 100 } as const;
    const line = { description: "Tea", quantity: "1", unitPrice: "7", gross: 700, taxes: [] };
    const amounts = { payments: [], taxTotal: 0, rounding: 0, changeDue: 0, pricesIncludeTax: true };
    const saved = (discounts: ReceiptSource["lines"][number]["discounts"]) => {
      const content = receiptContent({ ...amounts, lines: [{ ...line, discounts, total: 600 }], total: 600 });
      return texts(receiptDocument({ ...RECEIPT, ...content }, {}, ENGLISH).blocks[0]).at(-1);
    };
    expect(saved([tax])).toEqual(["Items", "1"]);
    expect(saved([tax, { source: "PROMOTION", amount: 40 }])).toEqual(["You saved", "£0.40"]);
  });

  test("receiptDocument: has no table of taxes when none is charged", () => {
    const untaxed = { ...RECEIPT, taxes: [{ rate: "0", net: 1050, tax: 0 }] };
    expect(receiptDocument(untaxed, SHOP, ENGLISH).taxes).toEqual([]);
  });

  test("receiptDocument: is marked and shows what came back when the sale was refunded", () => {
    const partly = receiptDocument(RECEIPT, SHOP, ENGLISH, { isCopy: true, refunds: [REFUND] });
    expect(partly.marks).toEqual(["COPY", "PARTLY REFUNDED"]);
    expect(partly.returns.map(({ title, rows }) => [title, texts(rows)])).toEqual([
      [
        "Returned 29 Nov 2026, 10:00",
        [
          ["1 × Mug – Blue", "−£3.38"],
          ["Includes VAT", "−£0.56"],
          ["Total refunded", "−£3.38"],
          ["Refunded (Card)", "−£3.38"],
        ],
      ],
    ]);
    const all = { ...REFUND, lines: [{ ...partly, description: "All", quantity: "2.375", amount: 1050 }] };
    expect(receiptDocument(RECEIPT, SHOP, ENGLISH, { refunds: [all] }).marks).toEqual(["REFUNDED"]);
  });

  test("receiptDocument: is marked VOID in the shop's language when the whole sale was voided, and so is its slip", () => {
    const voided = { ...REFUND, isVoid: true } as const;
    const copy = receiptDocument(RECEIPT, SHOP, ENGLISH, { isCopy: true, refunds: [voided] });
    expect([copy.marks, copy.returns[0]?.title]).toEqual([["COPY", "VOID"], "Voided 29 Nov 2026, 10:00"]);
    expect(receiptDocument(RECEIPT, SHOP, CHINESE, { isCopy: true, refunds: [voided] }).marks).toEqual([
      "补打",
      "作废",
    ]);
    const { occurredAt: _, ...origin } = RECEIPT;
    const slips = [ENGLISH, CHINESE].map((writing) => refundDocument({ ...origin, ...voided }, SHOP, writing));
    expect(slips.map(({ title, marks }) => [title, ...marks])).toEqual([
      ["Void of receipt C3-2", "VOID"],
      ["作废凭证（小票 C3-2）", "作废"],
    ]);
  });
});

test("giftDocument: has the goods, the number and the returns policy and no price", () => {
  const document = giftDocument(RECEIPT, SHOP, ENGLISH);
  expect(document).toMatchObject({ marks: ["GIFT RECEIPT"], code: "C3-2", blocks: [], taxes: [], returns: [] });
  expect(document.items.map(({ description, quantity }) => [description, quantity])).toEqual([
    ["Mug – Blue", "2"],
    ["Tea", "0.375"],
  ]);
  expect(JSON.stringify(document)).not.toContain("£");
});

test("refundDocument: has what came back, how it was given back and why", () => {
  const { occurredAt: _, ...origin } = RECEIPT;
  const slip = refundDocument({ ...origin, ...REFUND }, SHOP, ENGLISH);
  expect(slip).toMatchObject({
    ...{ title: "Refund for receipt C3-2", marks: ["REFUND"], code: "C3-2", notes: ["Reason: Chipped"] },
    items: [{ description: "Mug – Blue", quantity: "1", amount: "−£3.38" }],
  });
  expect(texts(slip.facts)[0]).toEqual(["Original receipt", "C3-2"]);
  const { receiptNumber: __, ...unlinked } = origin;
  const without = refundDocument({ ...unlinked, ...REFUND }, {}, CHINESE);
  expect(without).toMatchObject({ title: "无小票退款", marks: ["退款凭证"], notes: ["原因：Chipped"] });
  expect(without.code).toBeUndefined();
});
