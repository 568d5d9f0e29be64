"use client";

import type { MessageKey } from "@pos/web/i18n/messages.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";

const WORDS: { readonly [code: string]: MessageKey } = {
  UNKNOWN_VARIANT: "terminal.refused.UNKNOWN_VARIANT",
  DISCOUNT_TOO_LARGE: "terminal.refused.DISCOUNT_TOO_LARGE",
  UNKNOWN_CUSTOMER: "terminal.refused.UNKNOWN_CUSTOMER",
  PAYMENT_MISMATCH: "terminal.refused.PAYMENT_MISMATCH",
  TOTAL_MISMATCH: "terminal.refused.TOTAL_MISMATCH",
  PRICE_NOT_ALLOWED: "terminal.refused.PRICE_NOT_ALLOWED",
  METHOD_NOT_AVAILABLE: "refusal.METHOD_NOT_AVAILABLE",
  ID_CONFLICT: "terminal.refused.ID_CONFLICT",
  QUARANTINE_FULL: "terminal.refused.QUARANTINE_FULL",
  UNKNOWN_SALE: "refusal.UNKNOWN_SALE",
  UNKNOWN_LINE: "refusal.UNKNOWN_LINE",
  REFUND_NOT_ALLOWED: "refusal.REFUND_NOT_ALLOWED",
  REFUND_EXCEEDS_SALE: "refusal.REFUND_EXCEEDS_SALE",
  REFUND_EXCEEDS_PAYMENT: "refusal.REFUND_EXCEEDS_PAYMENT",
  INVALID_QUANTITY: "refusal.INVALID_QUANTITY",
  INVALID_NOTE: "refusal.INVALID_NOTE",
  INVALID_PRICE: "refusal.INVALID_PRICE",
};

/** Why the server did not take a sale or a refund, in words for the operator. */
export function useRefused(): (refusal: { readonly code: string }) => string {
  const { t } = useI18n();
  const say = t as (key: MessageKey) => string;
  return ({ code }) => {
    const key = WORDS[code];
    return key === undefined ? t("refusal.other", { code }) : say(key);
  };
}
