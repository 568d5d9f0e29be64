import { canonicalDecimal, fromScaled, toScaled } from "@pos/core/base/decimal.ts";

/** Minor units of what somebody typed, with a point or a comma; undefined: no amount of this currency. */
export function amountOf(typed: string, digits: number): number | undefined {
  const decimal = canonicalDecimal(typed.trim().replace(",", "."));
  const amount = decimal === undefined ? undefined : toScaled(decimal, digits);
  return amount === undefined || amount < 0 ? undefined : amount;
}

/** As it stands in a field, with all of its places. */
export function typedAmount(amount: number, digits: number): string {
  const text = fromScaled(amount, digits);
  if (digits === 0) return text;
  const [whole = "0", fraction = ""] = text.split(".");
  return `${whole}.${fraction.padEnd(digits, "0")}`;
}
