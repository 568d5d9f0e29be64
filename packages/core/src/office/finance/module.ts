import type { Module, ModuleBooks } from "../../module.ts";
import { journalKind } from "./booking.ts";

export const financeBooks = {
  kinds: [journalKind],
} satisfies ModuleBooks;

export const financeModule = {
  books: financeBooks,
  idPrefixes: { jou: "journal entry" },
  accounts: {
    otherIncome: {
      type: "revenue",
      position: 140,
      description: "Income that a journal entry books and that no other account is for.",
    },
    otherExpense: {
      type: "expense",
      position: 150,
      description: "Expenses that a journal entry books and that no other account is for.",
    },
  },
  permissions: { "journal:write": { grantees: ["MANAGER", "OWNER"], description: "Record journal entries." } },
  failureCodes: {
    INVALID_POSTINGS: "There are too few postings or too many.",
    INVALID_ACCOUNT: "The account is not one that can be posted to by hand.",
    INVALID_AMOUNT: "The amount is zero, or the amounts sum to too much.",
    NOT_BALANCED: "Debits and credits differ.",
  },
} as const satisfies Module;
