import { type ReceiptSource, receiptContent, refundContent } from "@pos/core/receipt/content.ts";
import { giftDocument, receiptDocument, refundDocument } from "@pos/core/receipt/document.ts";
import type { Receipt, ReceiptDocument, ReceiptLanguage, ReceiptShop } from "@pos/core/receipt/model.ts";
import { receiptWriting } from "@pos/messages/receipt-writing.ts";

/** The papers of the golden files: each is made in both languages. */
const SHOP: ReceiptShop = {
  address: "1 High Street\nLondon N1 1AA",
  phone: "020 7946 0000",
  taxNumber: "GB123456789",
  footer: "Returns within 30 days with this receipt, unused and in the box that it came in.\nwww.example.com",
};
const SHOP_IN_CHINA: ReceiptShop = {
  address: "上海市黄浦区南京东路 100 号",
  phone: "021-12345678",
  taxNumber: "91310000123456789X",
  footer: "七天无理由退货，请保留小票及完整包装。",
};

type SourceLine = ReceiptSource["lines"][number];

const LINES: readonly SourceLine[] = [
  {
    ...{ description: "Mug – Blue", quantity: "2", unitPrice: "3.75", gross: 750, total: 675 },
    taxes: [{ rate: "20", amount: 113 }],
    discounts: [{ source: "MANUAL", amount: 75, reason: "Scratched" }],
  },
  {
    ...{ description: "Blue and white porcelain teacup with lid and saucer, gift box", quantity: "1" },
    ...{ unitPrice: "1249.99", gross: 124_999, total: 112_499 },
    taxes: [{ rate: "20", amount: 18_750 }],
    discounts: [{ source: "PROMOTION", amount: 12_500, reason: "Summer sale" }],
  },
  {
    ...{ description: "龙井茶（明前，特级，礼盒装）", quantity: "0.375", unitPrice: "1000" },
    ...{ gross: 37_500, total: 37_500 },
    taxes: [{ rate: "0", amount: 0 }],
  },
];
const LATIN_LINES = LINES.map((line) => ({
  ...line,
  description: line.description.replace(/龙.*/, "Café crème, Ψ ☕"),
}));

const ORIGIN = {
  ...{ occurredAt: "2026-11-28T16:05:00.000Z", timeZone: "Europe/London" },
  ...{ merchantName: "Marktplatz", locationName: "High Street", terminalName: "Counter 3", operatorName: "Ann" },
};

function receiptIn(
  currency: string,
  lines: readonly SourceLine[],
  fields: { pricesIncludeTax?: boolean; rounding?: number } = {},
): Receipt {
  const sum = lines.reduce((all, line) => all + Number(line.total), 0);
  const taxTotal = lines.flatMap(({ taxes }) => taxes).reduce((all, { amount }) => all + Number(amount), 0);
  const { pricesIncludeTax = true, rounding = 0 } = fields;
  const total = sum + (pricesIncludeTax ? 0 : taxTotal);
  const cash = total + rounding - 5;
  const payments = [
    { method: "CARD", amount: 5, reference: "094123" },
    { method: "CASH", amount: cash, tendered: cash + 1450 },
  ] as const;
  const content = { pricesIncludeTax, lines, payments, taxTotal, rounding, total, changeDue: 1450 };
  return { ...ORIGIN, receiptNumber: "C3-2", currency, ...receiptContent(content) };
}

/** One of each thousand: a yen has no smaller unit, a Kuwaiti dinar has a thousand. */
const WHOLE = [
  {
    ...{ description: "Teapot", quantity: "3", unitPrice: "1980", gross: 5940, total: 5940 },
    taxes: [{ rate: "10", amount: 540 }],
  },
];
const THOUSANDTHS = [
  {
    ...{ description: "Teapot", quantity: "3", unitPrice: "1.985", gross: 5955, total: 5955 },
    taxes: [{ rate: "5", amount: 284 }],
  },
];

const REFUND = refundContent(
  {
    occurredAt: "2026-11-29T10:00:00.000Z",
    lines: [{ description: "Mug – Blue", quantity: "-1", total: -338 }],
    payments: [{ method: "CARD", amount: -338, reference: "094124" }],
    ...{ taxTotal: -56, rounding: 0, total: -338, reason: "Chipped" },
  },
  true,
);

function written(language: ReceiptLanguage, currency: string) {
  return receiptWriting({ currency, language, timeZone: ORIGIN.timeZone, country: language === "zh" ? "CN" : "GB" });
}

export function goldenPapers(language: ReceiptLanguage): Readonly<Record<string, ReceiptDocument>> {
  const shop = language === "zh" ? SHOP_IN_CHINA : SHOP;
  const own = language === "zh" ? "CNY" : "GBP";
  const lines = language === "zh" ? LINES : LATIN_LINES;
  const sale = receiptIn(own, lines);
  const writing = written(language, own);
  const { occurredAt: _, ...origin } = sale;
  return {
    sale: receiptDocument(sale, shop, writing),
    copy: receiptDocument({ ...sale, customerName: "Zoë", note: "Deliver on Monday" }, shop, writing, {
      ...{ isCopy: true, refunds: [REFUND] },
    }),
    linked: receiptDocument(sale, shop, writing, {
      link: `https://shop.example/r/${"01JABCDEFGHJKMNPQRSTVWXYZ0".repeat(3)}`,
    }),
    gift: giftDocument(sale, shop, writing),
    refund: refundDocument({ ...origin, ...REFUND }, shop, writing),
    exclusive: receiptDocument(receiptIn(own, lines, { pricesIncludeTax: false, rounding: -2 }), shop, writing),
    jpy: receiptDocument(receiptIn("JPY", WHOLE), shop, written(language, "JPY")),
    kwd: receiptDocument(receiptIn("KWD", THOUSANDTHS), shop, written(language, "KWD")),
  };
}

export function longPaper(language: ReceiptLanguage, count: number): ReceiptDocument {
  const currency = language === "zh" ? "CNY" : "GBP";
  const lines = Array.from({ length: count }, (_, index) => ({
    ...{ description: language === "zh" ? `第 ${index + 1} 件商品` : `Article ${index + 1}`, quantity: "2" },
    ...{ unitPrice: "1.5", gross: 300, total: 300, taxes: [{ rate: "20", amount: 50 }] },
  }));
  return receiptDocument(receiptIn(currency, lines), SHOP, written(language, currency));
}
