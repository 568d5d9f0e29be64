import { giftDocument, type ReceiptOptions, receiptDocument } from "@pos/core/receipt/document.ts";
import type { Receipt } from "@pos/core/receipt/model.ts";
import { useMemo } from "react";
import { papersOf, type Settings } from "../settings.ts";
import { useCounter } from "../use-device.tsx";

const FIRST: ReceiptOptions = {};

/** The papers of a sale, in the shop's language. @param options kept from one rendering to the next */
export function usePapers(receipt: Receipt, options = FIRST) {
  const { settings } = useCounter("settings");
  return useMemo(() => papersOfReceipt(receipt, settings, options), [receipt, settings, options]);
}

export function papersOfReceipt(receipt: Receipt, settings: Settings, options: ReceiptOptions) {
  const { shop, writing } = papersOf(settings);
  return {
    paper: receiptDocument(receipt, shop, writing, options),
    gift: () => giftDocument(receipt, shop, writing),
  };
}
