import type { ReceiptWriting } from "@pos/core/receipt/writing.ts";
import { formatsOf } from "./formats.ts";
import type { Language } from "./languages.ts";
import { localeFor, type ShopCountry } from "./locales.ts";
import { messages as paymentEn } from "./payment/en.ts";
import { messages as paymentZh } from "./payment/zh.ts";
import { messages as receiptEn } from "./receipt/en.ts";
import { messages as receiptZh } from "./receipt/zh.ts";

/** The words of papers in every language: a terminal prints in its shop's, whatever its operator reads. */
const WORDS = { en: { ...paymentEn, ...receiptEn }, zh: { ...paymentZh, ...receiptZh } };

export interface ReceiptPlace extends ShopCountry {
  /** Of the papers. Absent: the language of the shop's country. */
  readonly language?: Language | undefined;
  readonly timeZone: string;
}

/** How a shop's papers are written, in its own language and as its country writes figures and dates. */
export function receiptWriting(place: ReceiptPlace): ReceiptWriting {
  const { currency, timeZone } = place;
  const country = place.country ?? currency.slice(0, 2);
  const { language = country === "CN" ? "zh" : "en" } = place;
  const words = WORDS[language];
  const formats = formatsOf(localeFor(language, place));
  const word: ReceiptWriting["word"] = (name, values = {}) =>
    words[`receipt.${name}`].replace(/\{(\w+)\}/g, (_, value: string) => values[value] ?? "");
  return {
    language,
    word,
    method: (method) => words[`method.${method}`],
    state: (state) => words[`paymentState.${state}`],
    tax: words[`receipt.${taxOf(country)}`],
    money: (amount) => formats.money({ amount, currency }),
    unitPrice: (price, unit = "EACH") => formats.priceOfUnit({ price, currency, unit }),
    quantity({ tare, ...counted }) {
      const quantity = formats.quantity(counted);
      if (tare === undefined) return quantity;
      return word("withTare", { quantity, tare: formats.quantity({ ...counted, quantity: tare }) });
    },
    decimal: formats.decimal,
    dateTime: (instant) => formats.dateTime(instant, timeZone),
    day: formats.date,
  };
}

const VAT_COUNTRIES = new Set(
  "AE AT BE BG BH CH CY CZ DE DK EE EG ES EU FI FR GB GR HR HU IE IT KE LT LU LV MT NG NL NO PH PL PT RO SA SE SI SK TH TR UA VN ZA".split(
    " ",
  ),
);
const GST_COUNTRIES = new Set(["AU", "CA", "IN", "MV", "NZ", "PG", "SG"]);

/** What the tax on sales is called where the shop is. */
function taxOf(country: string): "vat" | "gst" | "salesTax" | "tax" {
  if (VAT_COUNTRIES.has(country)) return "vat";
  if (GST_COUNTRIES.has(country)) return "gst";
  return country === "US" ? "salesTax" : "tax";
}
