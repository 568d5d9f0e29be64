import { messages as commonEn } from "@pos/messages/common/en.ts";
import { messages as commonZh } from "@pos/messages/common/zh.ts";
import { messages as customersEn } from "@pos/messages/customers/en.ts";
import { messages as customersZh } from "@pos/messages/customers/zh.ts";
import { messages as exceptionsEn } from "@pos/messages/exceptions/en.ts";
import { messages as exceptionsZh } from "@pos/messages/exceptions/zh.ts";
import type { Language } from "@pos/messages/languages.ts";
import { messages as mailEn } from "@pos/messages/mail/en.ts";
import { messages as mailZh } from "@pos/messages/mail/zh.ts";
import { messages as paymentEn } from "@pos/messages/payment/en.ts";
import { messages as paymentZh } from "@pos/messages/payment/zh.ts";
import { messages as reportsEn } from "@pos/messages/reports/en.ts";
import { messages as reportsZh } from "@pos/messages/reports/zh.ts";
import { messages as salesEn } from "@pos/messages/sales/en.ts";
import { messages as salesZh } from "@pos/messages/sales/zh.ts";
import { messages as stockEn } from "@pos/messages/stock/en.ts";
import { messages as stockZh } from "@pos/messages/stock/zh.ts";
import type { TranslateOf } from "@pos/messages/translate.ts";

const en = {
  ...commonEn,
  ...customersEn,
  ...exceptionsEn,
  ...mailEn,
  ...paymentEn,
  ...reportsEn,
  ...salesEn,
  ...stockEn,
};
const zh: Readonly<Record<keyof typeof en, string>> = {
  ...commonZh,
  ...customersZh,
  ...exceptionsZh,
  ...mailZh,
  ...paymentZh,
  ...reportsZh,
  ...salesZh,
  ...stockZh,
};

/** What mails are written with, the codes of exceptions included. The other nouns' messages would make a cold start longer. */
export const MAIL_MESSAGES: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { en, zh };

export type MailTranslate = TranslateOf<typeof en>;
