import { present } from "@pos/core/base/result.ts";
import type { Resolvers } from "../generated/types.ts";

const ERROR_TYPES: {
  readonly [code: string]: "TotalMismatch" | "PriceNotAllowed" | "VersionConflict" | "TooManyAttempts";
} = {
  TOTAL_MISMATCH: "TotalMismatch",
  PRICE_NOT_ALLOWED: "PriceNotAllowed",
  VERSION_CONFLICT: "VersionConflict",
  TOO_MANY_ATTEMPTS: "TooManyAttempts",
};

/** Refusals: most are told by their code alone, some carry what the client needs next. */
export const errorResolvers: Resolvers = {
  UserError: { __resolveType: ({ code }) => ERROR_TYPES[code] ?? "Refusal" },
  TotalMismatch: {
    async total({ details }, _, context) {
      return { amount: present(details?.total, "the server's total"), currency: (await context.merchant()).currency };
    },
  },
  PriceNotAllowed: { unitPrice: ({ details }) => present(details?.unitPrice, "the catalogue's price") },
  VersionConflict: { version: ({ details }) => present(details?.version, "the present version") },
  TooManyAttempts: { retryAfterSeconds: ({ details }) => present(details?.retryAfterSeconds, "the wait") },
};
