export { countReceiptCopy, renewReceiptLink } from "./commands.ts";
export type { PaperRecord } from "./model.ts";
export { type OpenedReceipt, openReceipt, papersOf, receiptToken } from "./queries.ts";
