export { countReceiptCopy, renewReceiptLink } from "./commands.ts";
export type { PaperRecord } from "./model.ts";
export { findDocument, type OpenedReceipt, openReceipt, papersOf, receiptToken } from "./queries.ts";
