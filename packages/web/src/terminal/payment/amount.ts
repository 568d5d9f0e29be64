import { canonicalDecimal, fromScaled, toScaled } from "@pos/core/base/decimal.ts";

/** Parses a typed amount to minor units, with a point or a comma; returns undefined if it is no amount of this currency. */
export function amountOf(typed: string, digits: number): number | undefined {
  const decimal = canonicalDecimal(typed.trim().replace(",", "."));
  const amount = decimal === undefined ? undefined : toScaled(decimal, digits);
  return amount === undefined || amount < 0 ? undefined : amount;
}

/** The amount as text for an input field, with all decimals. */
export function typedAmount(amount: number, digits: number): string {
  const text = fromScaled(amount, digits);
  if (digits === 0) return text;
  const [whole = "0", fraction = ""] = text.split(".");
  return `${whole}.${fraction.padEnd(digits, "0")}`;
}
