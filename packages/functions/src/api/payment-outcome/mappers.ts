import type * as outcome from "@pos/core/selling/payment-outcome/index.ts";

export type { PaymentOutcomeFact as PaymentOutcome } from "@pos/core/selling/payment-outcome/index.ts";

export interface UncertainPayments extends outcome.UncertainPayments {
  readonly currency: string;
}
