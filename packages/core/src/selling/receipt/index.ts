export type { PaperRecord } from "./model.ts";
export { type OpenedReceipt, openReceipt } from "./opened.ts";
export { countReceiptCopy, papersOf, receiptToken, renewReceiptLink } from "./papers.ts";
