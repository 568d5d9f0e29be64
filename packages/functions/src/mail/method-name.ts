import type { MethodTotal } from "@pos/core/office/report/index.ts";
import { ownNameOf, type PaymentMethod } from "@pos/core/selling/payment/index.ts";
import type { Format } from "./format.ts";
import type { MailTranslate } from "./messages.ts";

/** Of methods that share an account. */
export function namesOf(methods: readonly PaymentMethod[], t: MailTranslate): string {
  return methods.map((method) => t(`method.${method}`)).join(", ");
}

/** The merchant's own name of a way to pay, else the name of its kind. */
export function methodName(
  of: Pick<MethodTotal, "method" | "methodName" | "methodChineseName">,
  t: MailTranslate,
  { language }: Format,
): string {
  return ownNameOf(of, language) ?? t(`method.${of.method}`);
}
