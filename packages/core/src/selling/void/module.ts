import type { Module, ModuleBooks } from "../../module.ts";
import { voidKind } from "./booking.ts";

export const voidBooks = {
  kinds: [voidKind],
} satisfies ModuleBooks;

export const voidModule = {
  books: voidBooks,
  idPrefixes: { voi: "void of a sale" },
  permissions: {
    "sale:void": { grantees: ["MANAGER", "OWNER"], description: "Void a whole sale on its own business day." },
  },
  failureCodes: {
    VOID_NOT_ALLOWED: "The sale is of another business day or location: it can be refunded.",
    SALE_ALREADY_VOIDED: "The sale was voided before.",
    SALE_ALREADY_REFUNDED: "Something of the sale was refunded: the rest of it can be refunded.",
    SALE_OF_EXCHANGE: "The sale is the half of an exchange: it can be refunded.",
  },
  exceptionCodes: {
    VOID_NOT_ALLOWED: "A sale was voided on another business day, or at another location.",
    SALE_ALREADY_VOIDED: "A sale was voided twice.",
    SALE_ALREADY_REFUNDED: "A sale was voided of which something had been refunded.",
    SALE_OF_EXCHANGE: "The half of an exchange was voided.",
  },
} as const satisfies Module;
