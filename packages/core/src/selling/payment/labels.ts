import type { PaymentMethod } from "./model.ts";

/** What screens and mails call the methods. */
export const PAYMENT_METHOD_LABELS = {
  en: {
    CASH: "Cash",
    CARD: "Card",
    QR_CODE: "QR code",
    GIFT_CARD: "Gift card",
    STORE_CREDIT: "Store credit",
    ON_ACCOUNT: "On account",
    OTHER: "Other",
  },
  zh: {
    CASH: "现金",
    CARD: "银行卡",
    QR_CODE: "扫码支付",
    GIFT_CARD: "礼品卡",
    STORE_CREDIT: "储值",
    ON_ACCOUNT: "挂账",
    OTHER: "其他",
  },
} as const satisfies { readonly [language in "en" | "zh"]: { readonly [method in PaymentMethod]: string } };
