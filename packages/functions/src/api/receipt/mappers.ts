import type { Delivery, ReceiptSending } from "@pos/core/office/mail/index.ts";
import type { OpenedReceipt } from "@pos/core/selling/receipt/index.ts";
import type { ReceiptFormat, ReceiptLanguage } from "../generated/types.ts";

export type { PaperRecord as ReceiptState } from "@pos/core/selling/receipt/index.ts";

export interface ReceiptMail {
  readonly sending: ReceiptSending;
  /** To its one recipient. */
  readonly delivery: Delivery;
}

export interface ElectronicReceipt {
  readonly opened: OpenedReceipt;
}

export interface RenderedReceipt {
  readonly factId: string;
  readonly format: ReceiptFormat;
  readonly language: ReceiptLanguage;
  readonly mediaType: string;
  readonly content: string;
}
