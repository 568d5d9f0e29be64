import type * as payment from "@pos/core/selling/payment/index.ts";

export type { OwnPaymentMethod } from "@pos/core/people/merchant/index.ts";

/** A sale's payment or, given back, a refund's. */
export interface Payment {
  readonly fact: { readonly id?: string; readonly currency: string };
  readonly payment: payment.Payment;
}
