import type { OwnMethodName, Payment, PaymentMethod } from "@pos/core/selling/payment/model.ts";
import { nameOfOwn } from "@pos/core/selling/payment/rules.ts";
import { type Settings, waysOf } from "../settings.ts";

/** A button to pay with. */
export interface Way extends OwnMethodName {
  readonly method: PaymentMethod;
  /** One of the merchant's own. */
  readonly methodId?: string;
  readonly givesChange: boolean;
  readonly asksReference: boolean;
  readonly shortcut?: string;
}

export const CASH: Way = { method: "CASH", shortcut: "F2", givesChange: true, asksReference: false };
const KINDS: readonly Way[] = [
  CASH,
  { method: "CARD", shortcut: "F3", givesChange: false, asksReference: false },
  { method: "QR_CODE", shortcut: "F4", givesChange: false, asksReference: false },
  { method: "OTHER", shortcut: "F6", givesChange: false, asksReference: false },
];

export const GIFT_CARD: Way = { method: "GIFT_CARD", shortcut: "F8", givesChange: false, asksReference: false };
const STORE_CREDIT: Way = { method: "STORE_CREDIT", givesChange: false, asksReference: false };

const ON_ACCOUNT: Way = { method: "ON_ACCOUNT", shortcut: "F1", givesChange: false, asksReference: false };

/** What is taken beside money. */
interface Taken {
  readonly takesCards: boolean;
  readonly hasCredit: boolean;
  readonly isOnAccount: boolean;
}

/** The kinds, then the merchant's own. */
export function waysAt(settings: Settings, { takesCards, hasCredit, isOnAccount }: Taken): readonly Way[] {
  const ofValue = takesCards ? [GIFT_CARD, ...(hasCredit ? [STORE_CREDIT] : [])] : [];
  return [...KINDS, ...ofValue, ...(isOnAccount ? [ON_ACCOUNT] : []), ...ownWays(settings)];
}

/** The merchant's own, each of the kind OTHER. */
export function ownWays(settings: Settings) {
  return Object.values(waysOf(settings).paymentMethods ?? {}).map((one) => {
    const { id, givesChange, asksReference } = one;
    return { method: "OTHER" as const, methodId: id, givesChange, asksReference, ...nameOfOwn(one) };
  });
}

type Named = Pick<Way, "method" | "methodId">;

export function isSameWay(one: Named, other: Named): boolean {
  return one.method === other.method && one.methodId === other.methodId;
}

/** A payment with the name of its way, as far as the terminal has it. */
export function named(payment: Payment, settings: Settings): Payment {
  const own = payment.methodId === undefined ? undefined : waysOf(settings).paymentMethods?.[payment.methodId];
  return own === undefined ? payment : { ...payment, ...nameOfOwn(own) };
}
