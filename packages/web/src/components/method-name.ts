import type { PaymentMethod } from "@pos/core/selling/payment/model.ts";
import { ownNameOf } from "@pos/core/selling/payment/rules.ts";
import type { I18n } from "@pos/web/i18n/i18n.ts";

/** A way to pay, by the name that the merchant gave it or else by its kind. */
export function methodName(
  { language, code }: Pick<I18n, "language" | "code">,
  payment: { readonly method: PaymentMethod } & Parameters<typeof ownNameOf>[0],
): string {
  return ownNameOf(payment, language) ?? code("method", payment.method);
}

/** Of methods that share an account. */
export function namesOf(methods: readonly PaymentMethod[], { code }: Pick<I18n, "code">): string {
  return methods.map((method) => code("method", method)).join(", ");
}
