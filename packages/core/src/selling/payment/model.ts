import type { Account } from "../../ledger/index.ts";

/** How money comes in. */
export type PaymentMethod =
  | "CASH"
  | "CARD"
  | "QR_CODE"
  | "GIFT_CARD"
  | "STORE_CREDIT"
  | "ON_ACCOUNT"
  | "OTHER"
  | "EXCHANGE";

/** What a method debits. Methods that cannot be proven yet wait in suspense and are refused live. */
export const METHOD_ACCOUNTS: { readonly [method in PaymentMethod]: Account } = {
  CASH: "cash",
  CARD: "card",
  QR_CODE: "qrCode",
  OTHER: "otherPayments",
  GIFT_CARD: "suspense",
  STORE_CREDIT: "suspense",
  ON_ACCOUNT: "suspense",
  EXCHANGE: "exchangeClearing",
};

const METHODS = Object.keys(METHOD_ACCOUNTS) as PaymentMethod[];

/** The methods that debit an account. */
export function methodsOf(account: string): PaymentMethod[] {
  return METHODS.filter((method) => METHOD_ACCOUNTS[method] === account);
}

export function isAvailable(method: PaymentMethod): boolean {
  return METHOD_ACCOUNTS[method] !== "suspense";
}

/** Whether it brings money in. What passes between the two halves of an exchange does not, and no client may send it. */
export function isTaking(method: PaymentMethod): boolean {
  return method !== "EXCHANGE";
}

/** Whether money is handed over and change given back. */
export function givesChange(method: PaymentMethod): boolean {
  return method === "CASH";
}

/** Whether a payment's reference is worth money to who knows it: the number of a gift card or of a credit. */
export function isStoredValue(method: PaymentMethod): boolean {
  return method === "GIFT_CARD" || method === "STORE_CREDIT";
}

/** Money in, as a fact keeps it. */
export interface Payment {
  readonly id: string;
  readonly method: PaymentMethod;
  /** A merchant's own method, of the kind OTHER. */
  readonly methodId?: string;
  /** The part of the total that it covers, minor units. */
  readonly amount: number;
  /** Cash handed over, minor units; change is what it is more than the amount. */
  readonly tendered?: number;
  readonly reference?: string;
  /** Of the goods that an exchange took back: how those had been paid, which is how this is given back. */
  readonly paidBy?: PaymentMethod;
}

/** The way by which a payment came in, and by which it is given back. */
export function cameBy({
  method,
  paidBy,
}: {
  readonly method: PaymentMethod;
  readonly paidBy?: PaymentMethod | null | undefined;
}): PaymentMethod {
  return paidBy ?? method;
}

/** For payments that no client names: the id of their fact, whose last two characters count them. */
export function derivedPaymentId(factId: string, index: number): string {
  return `pay_${factId.slice(4, -2)}${index.toString(16).padStart(2, "0").toUpperCase()}`;
}
