export type { Money } from "@pos/core/base/money.ts";
export type {
  Failure as DiscountNotAllowed,
  Failure as PriceNotAllowed,
  Failure as Refusal,
  Failure as TooManyAttempts,
  Failure as TotalMismatch,
  Failure as UserError,
  Failure as VersionConflict,
  Failure as WeakPassword,
} from "@pos/core/base/result.ts";
export type { NodeValue as Node } from "../module.ts";
