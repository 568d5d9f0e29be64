import { isId } from "../../base/id.ts";
import type { Patch } from "../../base/patch.ts";
import { type Failure, failure } from "../../base/result.ts";
import { cleanName, storedNameProblem } from "../../base/text.ts";
import type { Merchant, OwnPaymentMethod } from "../../people/merchant/model.ts";
import type { OwnMethodName, PaymentMethod } from "./model.ts";

/** One of a merchant's own methods, as far as paying by it goes. */
export type TakenMethod = Omit<OwnPaymentMethod, "version" | "requestHash">;

/** What of a merchant decides how its sales may be paid. Absent: it has no ways of its own, and hands out no cash. */
export interface PaymentSettings extends Pick<Merchant, "cashBackMax"> {
  readonly paymentMethods?: { readonly [id: string]: TakenMethod };
}

/** What people state of a way to pay. */
export type OwnMethodFields = Pick<OwnPaymentMethod, "name" | "chineseName" | "givesChange" | "asksReference">;

export interface NewPaymentMethod extends Pick<OwnMethodFields, "name">, Patch<Omit<OwnMethodFields, "name">> {
  readonly id: string;
}

/** A change: an absent field stays as it is, null removes. */
export interface PaymentMethodPatch extends Patch<OwnMethodFields> {
  readonly paymentMethodId: string;
  readonly version: number;
  readonly isEnded?: boolean | null | undefined;
}

/** The merchant's own name of a payment's method; undefined: it has none, and the kind's name is shown. */
export function ownNameOf(
  payment: { readonly [name in keyof OwnMethodName]?: string | null | undefined },
  language: "en" | "zh",
): string | undefined {
  const { methodName, methodChineseName } = payment;
  return (language === "zh" ? methodChineseName : undefined) ?? methodName ?? undefined;
}

/** All of a merchant's own methods, in the order in which they were created. */
export function paymentMethodsOf({ paymentMethods = {} }: Pick<Merchant, "paymentMethods">): OwnPaymentMethod[] {
  return Object.values(paymentMethods).sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** A way to pay that was taken at an instant: not one that had ended by then. */
export function ownMethodAt(
  { paymentMethods = {} }: PaymentSettings,
  { method, methodId }: SentMethod,
  at: string,
): TakenMethod | undefined {
  if (method !== "OTHER" || methodId === undefined || !Object.hasOwn(paymentMethods, methodId)) return undefined;
  const own = paymentMethods[methodId];
  return own?.endedAt !== undefined && own.endedAt <= at ? undefined : own;
}

export function nameOfOwn({ name, chineseName }: Pick<OwnPaymentMethod, "name" | "chineseName">): OwnMethodName {
  return { methodName: name, ...(chineseName === undefined ? {} : { methodChineseName: chineseName }) };
}

interface SentMethod {
  readonly method: PaymentMethod;
  readonly methodId?: string;
}

/** Objects to payments by a way of the merchant's own that was not found: they have no name. */
export function checkOwnMethods(
  payments: readonly (SentMethod & OwnMethodName)[],
  found: { object(code: "UNKNOWN_PAYMENT_METHOD", message: string, path: readonly string[]): void },
): void {
  for (const [index, { method, methodId, methodName }] of payments.entries()) {
    if (method !== "OTHER" || methodId === undefined || methodName !== undefined) continue;
    const path = ["input", "payments", String(index), "methodId"];
    found.object("UNKNOWN_PAYMENT_METHOD", `There is no payment method ${methodId}.`, path);
  }
}

/** One that the terminal shows on a button. */
const NAME_CHARACTERS_MAX = 40;

/** Names as they are stored. A Chinese name that is empty is none. */
export function cleanOwnMethod<T extends Patch<OwnMethodFields>>(sent: T): T {
  const { name, chineseName } = sent;
  return {
    ...sent,
    ...(typeof name === "string" ? { name: cleanName(name) } : {}),
    ...(typeof chineseName === "string" ? { chineseName: cleanName(chineseName) || null } : {}),
  };
}

export function ownMethodProblems({ name, chineseName }: Patch<OwnMethodFields>): Failure[] {
  return Object.entries({ name, chineseName }).flatMap(([field, text]) => {
    if (typeof text !== "string") return [];
    const problem =
      storedNameProblem(text) ??
      (text.length > NAME_CHARACTERS_MAX ? `has more than ${NAME_CHARACTERS_MAX} characters` : undefined);
    return problem ? [failure("INVALID_NAME", `The name ${problem}.`, ["input", field])] : [];
  });
}

export function newMethodProblems(input: NewPaymentMethod): Failure[] {
  const id = isId("pym", input.id) ? [] : [failure("INVALID_ID", "The id is not pym_ and a ULID.", ["input", "id"])];
  return [...id, ...ownMethodProblems(input)];
}
