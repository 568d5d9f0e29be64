import type { Module, ModuleBooks } from "../../module.ts";
import { journalKind } from "./booking.ts";

export const financeBooks = {
  kinds: [journalKind],
} satisfies ModuleBooks;

export const financeModule = {
  books: financeBooks,
  idPrefixes: { jou: "journal entry" },
  accounts: {
    /** What a journal entry books that no other account is for. */
    otherIncome: { type: "revenue", position: 140 },
    otherExpense: { type: "expense", position: 150 },
  },
  permissions: { "journal:write": ["MANAGER", "OWNER"] },
  failureCodes: {
    INVALID_POSTINGS: "There are too few postings or too many.",
    INVALID_ACCOUNT: "The account is not one that can be posted to by hand.",
    INVALID_AMOUNT: "The amount is zero, or the amounts sum to too much.",
    NOT_BALANCED: "Debits and credits differ.",
  },
} as const satisfies Module;
