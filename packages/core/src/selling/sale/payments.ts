import { sumOf } from "../../base/money.ts";
import { cashRounding } from "../../goods/pricing/rules.ts";
import { givesChange, isAvailable, type Payment, type PaymentMethod } from "../payment/model.ts";
import { checkOwnMethods, nameOfOwn, ownMethodAt, type PaymentSettings } from "../payment/rules.ts";
import type { ValueAccount } from "../stored-value/model.ts";
import type { Findings } from "./findings.ts";
import type { PaymentInput } from "./model.ts";

/** By what the payments of a sale are judged. */
interface Paying {
  readonly ways: PaymentSettings;
  /** By the clock of the sale. */
  readonly pricedAt: string;
  /** By method: what the customer owes, where something can be bought on account, and has; what was deposited on the quote. */
  readonly accounts: { readonly [method in PaymentMethod]?: ValueAccount | undefined };
  readonly found: Findings;
}

/** Only what is left for cash to cover is rounded, and only where cash is paid. */
export function roundingOf(payments: readonly Payment[], due: number, cashStep: number): number {
  if (!payments.some(({ method }) => method === "CASH")) return 0;
  const exact = sumOf(payments, ({ method, amount }) => (method === "CASH" ? 0 : amount));
  return cashRounding(due - exact, cashStep);
}

/** Where no change is given for a method, what was tendered is left out. */
export function paymentOf(input: PaymentInput, index: number, { ways, pricedAt, accounts, found }: Paying): Payment {
  const { giftCard: _, tendered, cashBack, state, ...sent } = input;
  const own = ownMethodAt(ways, input, pricedAt);
  const account = accounts[input.method];
  const payment = {
    ...sent,
    ...(own === undefined ? {} : nameOfOwn(own)),
    ...(cashBack ? { cashBack } : {}),
    ...(state === "PENDING" || state === "UNKNOWN" ? { state } : {}),
    ...(account === undefined ? {} : { account }),
  };
  if (tendered === undefined) return payment;
  if (givesChange(input.method, own)) return { ...payment, tendered };
  const message = `${input.method} gives no change, so ${tendered} cannot be tendered.`;
  found.object("TENDERED_NOT_ALLOWED", message, ["input", "payments", String(index), "tendered"], {
    details: { method: { text: input.method }, tendered: { amount: tendered } },
  });
  return payment;
}

/** Live, payments come to what is due, each by a way that is taken. */
export function checkPayments(payments: readonly Payment[], due: number, { ways, found }: Paying): void {
  const paid = sumOf(payments, ({ amount }) => amount);
  if (paid !== due) {
    const message = `The payments sum to ${paid}, the total with rounding is ${due}.`;
    found.object("PAYMENT_MISMATCH", message, ["input", "payments"], {
      details: { paid: { amount: paid }, due: { amount: due } },
    });
  }
  checkOwnMethods(payments, found);
  for (const [index, payment] of payments.entries()) {
    const { method } = payment;
    checkCashBack(payment, index, ways, found);
    if (isAvailable(payment)) continue;
    const path = ["input", "payments", String(index), "method"];
    found.object("METHOD_NOT_AVAILABLE", `${method} cannot be taken yet.`, path, {
      details: { method: { text: method } },
    });
  }
}

function checkCashBack(
  { cashBack = 0 }: Payment,
  index: number,
  { cashBackMax = 0 }: PaymentSettings,
  found: Findings,
): void {
  if (cashBack <= cashBackMax) return;
  const message = `${cashBack} in cash would be handed out; at most ${cashBackMax} are.`;
  found.object("CASH_BACK_TOO_LARGE", message, ["input", "payments", String(index), "cashBack"], {
    details: { given: { amount: cashBack }, limit: { amount: cashBackMax } },
  });
}

export function checkExpected(
  expected: number | undefined,
  total: number,
  found: Findings,
): { readonly expectedTotal?: number } {
  if (expected === undefined || expected === total) return {};
  found.object("TOTAL_MISMATCH", `The total is ${total}, expected was ${expected}.`, ["input", "expectedTotal"], {
    failureDetails: { total },
    details: { total: { amount: total }, expected: { amount: expected } },
  });
  return { expectedTotal: expected };
}
