import type { Account } from "../../ledger/index.ts";
import type { OwnPaymentMethod } from "../../people/merchant/model.ts";
import { liabilityOf, type ValueAccount } from "../stored-value/model.ts";

/** How money comes in. */
export type PaymentMethod =
  | "CASH"
  | "CARD"
  | "QR_CODE"
  | "GIFT_CARD"
  | "STORE_CREDIT"
  | "ON_ACCOUNT"
  | "DEPOSIT"
  | "OTHER"
  | "EXCHANGE";

/** What a method debits. What cannot be proven waits in suspense and is refused live; stored value debits its account. */
export const METHOD_ACCOUNTS: { readonly [method in PaymentMethod]: Account } = {
  CASH: "cash",
  CARD: "card",
  QR_CODE: "qrCode",
  OTHER: "otherPayments",
  GIFT_CARD: "suspense",
  STORE_CREDIT: "suspense",
  ON_ACCOUNT: "suspense",
  DEPOSIT: "suspense",
  EXCHANGE: "exchangeClearing",
};

const METHODS = Object.keys(METHOD_ACCOUNTS) as PaymentMethod[];

const VALUE_METHODS: { readonly [account in Account]?: PaymentMethod } = {
  giftCards: "GIFT_CARD",
  storeCredit: "STORE_CREDIT",
  receivables: "ON_ACCOUNT",
  customerDeposits: "DEPOSIT",
};

/** Every account that a payment may debit. */
export const PAYMENT_ACCOUNTS: readonly Account[] = [
  ...new Set([...Object.values(METHOD_ACCOUNTS), ...(Object.keys(VALUE_METHODS) as Account[])]),
];

/** What a payment debits. */
export function accountOf({ method, account }: Pick<Payment, "method" | "account">): Account {
  return account === undefined ? METHOD_ACCOUNTS[method] : liabilityOf(account);
}

/** The methods that debit an account. */
export function methodsOf(account: string): PaymentMethod[] {
  const ofValue = METHODS.filter(
    (method) => (VALUE_METHODS as { [account: string]: PaymentMethod })[account] === method,
  );
  return ofValue.length > 0 ? ofValue : METHODS.filter((method) => METHOD_ACCOUNTS[method] === account);
}

/** Whether it can be taken: not one that waits in suspense. */
export function isAvailable(payment: Pick<Payment, "method" | "account">): boolean {
  return accountOf(payment) !== "suspense";
}

/** Whether it brings money in. What passes between the two halves of an exchange does not, and no client may send it. */
export function isTaking(method: PaymentMethod): boolean {
  return method !== "EXCHANGE";
}

/** Whether it is money that comes in, and no claim that is settled. */
export function isPaidWithMoney(method: PaymentMethod): boolean {
  return method === "CASH" || method === "CARD" || method === "QR_CODE" || method === "OTHER";
}

/**
 * What is known of a payment: it went through, the customer is still paying, it did not go through, or none of these is known.
 * PENDING and UNKNOWN are uncertain.
 */
export type PaymentState = "CAPTURED" | "VOIDED" | UncertainState;

export type UncertainState = "PENDING" | "UNKNOWN";

/** Whether it was not known, when it was recorded, that it went through. */
export function isUncertain({ state }: Pick<Payment, "state">): boolean {
  return state !== undefined;
}

/** Whether it may be uncertain: what another party takes, and neither cash in a drawer nor what is on an account here. */
export function mayBeUncertain(method: PaymentMethod): boolean {
  return isPaidWithMoney(method) && method !== "CASH";
}

/** Whether money is handed over and change given back: of the merchant's own methods, as it states. */
export function givesChange(method: PaymentMethod, own?: Pick<OwnPaymentMethod, "givesChange">): boolean {
  return own?.givesChange ?? method === "CASH";
}

/** Whether a payment's reference is worth money to who knows it: the number of a gift card or of a credit. */
export function isStoredValue(method: PaymentMethod): boolean {
  return method === "GIFT_CARD" || method === "STORE_CREDIT";
}

/** What a merchant's own method is called, as documents keep it. */
export interface OwnMethodName {
  readonly methodName?: string;
  readonly methodChineseName?: string;
}

/** Money in, as a fact keeps it. */
export interface Payment extends OwnMethodName {
  readonly id: string;
  readonly method: PaymentMethod;
  /** A merchant's own method, of the kind OTHER. */
  readonly methodId?: string;
  /** The part of the total that it covers, minor units. */
  readonly amount: number;
  /** Cash handed over, minor units; change is what it is more than the amount. */
  readonly tendered?: number;
  /** Cash that was handed out with a payment by card, beyond the amount; below zero: it was brought back. */
  readonly cashBack?: number;
  readonly reference?: string;
  /** What was known of it when it was recorded. Absent: it had gone through. */
  readonly state?: UncertainState;
  /** Of the goods that an exchange took back: how those had been paid, which is how this is given back. */
  readonly paidBy?: PaymentMethod;
  readonly paidFrom?: ValueAccount;
  /** The account of stored value that it takes from. */
  readonly account?: ValueAccount;
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

/** As much of a payment as what gives it back keeps of it. */
export type Source = Pick<Payment, "account" | "paidFrom"> & {
  readonly [field in "methodId" | keyof OwnMethodName]?: string | null | undefined;
};

/** The account of stored value from which it came, and to which it is given back; and the merchant's own method. */
export function cameFrom(payment: Source): Pick<Payment, "account" | "methodId" | keyof OwnMethodName> {
  const from = payment.account ?? payment.paidFrom;
  return { ...(from === undefined ? {} : { account: from }), ...ownMethodOf(payment) };
}

/** Which of the merchant's own methods it was. */
export function ownMethodOf({ methodId, methodName, methodChineseName }: Source) {
  return {
    ...(methodId ? { methodId } : {}),
    ...(methodName ? { methodName } : {}),
    ...(methodChineseName ? { methodChineseName } : {}),
  };
}

/** Cash that leaves the drawer with a payment by another method: cash back, or the change of a voucher. */
export function cashHandedOut({ method, amount, tendered = amount, cashBack }: Omit<Payment, "id">): number {
  return cashBack ?? (method === "CASH" ? 0 : tendered - amount);
}

/** For payments that no client names: the id of their fact, whose last two characters count them. */
export function derivedPaymentId(factId: string, index: number): string {
  return `pay_${factId.slice(4, -2)}${index.toString(16).padStart(2, "0").toUpperCase()}`;
}
