import { type Failure, present } from "@pos/core/base/result.ts";
import type { ApiModule } from "../module.ts";
import { delivered, subscribeTo } from "../topic.ts";

const ERROR_TYPES: {
  readonly [code: string]:
    | "TotalMismatch"
    | "PriceNotAllowed"
    | "DiscountNotAllowed"
    | "VersionConflict"
    | "TooManyAttempts"
    | "WeakPassword";
} = {
  TOTAL_MISMATCH: "TotalMismatch",
  PRICE_NOT_ALLOWED: "PriceNotAllowed",
  DISCOUNT_NOT_ALLOWED: "DiscountNotAllowed",
  VERSION_CONFLICT: "VersionConflict",
  TOO_MANY_ATTEMPTS: "TooManyAttempts",
  WEAK_PASSWORD: "WeakPassword",
};

const failureCode = ({ code }: Failure) => code;

/** What modules share: refusals (most are identified by their code alone, some carry what the client needs next) and the invalidation event. */
export const baseApi: ApiModule = {
  topics: { entries: "entriesBooked" },
  resolvers: {
    UserError: { __resolveType: ({ code }) => ERROR_TYPES[code] ?? "Refusal" },
    Refusal: { failureCode },
    TotalMismatch: {
      failureCode,
      async total({ details }, _, context) {
        return { amount: present(details?.total, "the server's total"), currency: (await context.merchant()).currency };
      },
    },
    PriceNotAllowed: {
      failureCode,
      unitPrice: ({ details }) => present(details?.unitPrice, "the catalogue's price"),
    },
    DiscountNotAllowed: {
      failureCode,
      limitPercent: ({ details }) => present(details?.discountPercent, "the limit of discounts"),
    },
    VersionConflict: {
      failureCode,
      version: ({ details }) => present(details?.version, "the present version"),
    },
    TooManyAttempts: {
      failureCode,
      retryAfterSeconds: ({ details }) => present(details?.retryAfterSeconds, "the wait"),
    },
    WeakPassword: {
      failureCode,
      containsName: ({ details }) => details?.containsName ?? false,
    },
    Subscription: {
      entriesBooked: {
        subscribe: subscribeTo("entries"),
        resolve: (source: unknown) => ({ cursor: delivered(source).cursor }),
      },
    },
  },
};
