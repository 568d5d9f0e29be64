import { fromScaled } from "../../base/decimal.ts";
import { methodsOf, PAYMENT_ACCOUNTS } from "../../selling/payment/index.ts";
import { type Check, type CheckName, type DayBooks, type DaySums, type Difference, isCount } from "./model.ts";
import type { Tally } from "./rules.ts";

/**
 * Whether the day's books add up: what is stored against what its facts come to.
 * @param digits of the currency
 */
export function reconcile(books: DayBooks, tally: Tally, digits: number): Check[] {
  const money = (amount: number) => fromScaled(amount, digits);
  const counted = tally.sums();
  const paid = Object.values(counted.payments).reduce((sum, amount) => sum + amount, 0);
  const { rounding, issued, tips, unpaid } = tally.beside();
  const due = counted.gross - counted.refunds + rounding + issued + tips - unpaid;
  const trial = books.accounts.reduce((sum, [, amount]) => sum + amount, 0);
  const unbooked = books.unbooked.length;
  return [
    check("ALL_BOOKED", differing({ figure: "UNBOOKED", stored: 0, counted: unbooked }), () =>
      unbookedMessage(books.unbooked),
    ),
    check("TOTALS_ARE_SUMS", totalsDiffering(books.totals, counted), (differences) =>
      differencesMessage(differences, money),
    ),
    check(
      "PAYMENTS_MEET_SALES",
      differing({ figure: "PAYMENTS", stored: paid, counted: due }),
      () =>
        `payments come to ${money(paid)}, sales less refunds, with gift cards, rounding, tips and what was never paid, to ${money(due)}`,
    ),
    check(
      "TRIAL_BALANCE_ZERO",
      differing({ figure: "TRIAL_BALANCE", stored: trial, counted: 0 }),
      () => `the accounts sum to ${money(trial)}`,
    ),
  ];
}

function check(
  name: CheckName,
  differences: readonly Difference[],
  detailOf: (differences: readonly Difference[]) => string,
): Check {
  return differences.length === 0 ? { name, differences } : { name, differences, detail: detailOf(differences) };
}

function differing(difference: Difference): Difference[] {
  return difference.stored === difference.counted ? [] : [difference];
}

const IDS_SHOWN = 3;

function unbookedMessage(unbooked: readonly string[]): string {
  const more = unbooked.length > IDS_SHOWN ? ", ..." : "";
  return `${unbooked.length} not booked: ${unbooked.slice(0, IDS_SHOWN).join(", ")}${more}`;
}

function totalsDiffering(stored: DaySums, counted: DaySums): Difference[] {
  const differences: Difference[] = [
    ...differing({ figure: "SALE_COUNT", stored: stored.saleCount, counted: counted.saleCount }),
    ...differing({ figure: "REFUND_COUNT", stored: stored.refundCount, counted: counted.refundCount }),
    ...differing({ figure: "VOID_COUNT", stored: stored.voids?.[0] ?? 0, counted: counted.voids?.[0] ?? 0 }),
    ...differing({ figure: "VOIDS", stored: stored.voids?.[1] ?? 0, counted: counted.voids?.[1] ?? 0 }),
    ...differing({ figure: "SALES", stored: stored.gross, counted: counted.gross }),
    ...differing({ figure: "RETURNS", stored: stored.refunds, counted: counted.refunds }),
    ...differing({ figure: "DISCOUNTS", stored: stored.discount, counted: counted.discount }),
    ...differing({ figure: "TIPS", stored: stored.tips ?? 0, counted: counted.tips ?? 0 }),
    ...differing({ figure: "TAX", stored: stored.tax, counted: counted.tax }),
  ];
  for (const account of new Set([...Object.keys(stored.payments), ...Object.keys(counted.payments)])) {
    const sums = { stored: stored.payments[account] ?? 0, counted: counted.payments[account] ?? 0 };
    differences.push(...differing({ figure: "METHOD", methods: methodsOf(account), ...sums }));
  }
  for (let hour = 0; hour < 24; hour++) {
    const [[count, gross], [sales, sold]] = [stored.hours[hour] ?? [0, 0], counted.hours[hour] ?? [0, 0]];
    differences.push(...differing({ figure: "HOUR_COUNT", hour, stored: count, counted: sales }));
    differences.push(...differing({ figure: "HOUR_SALES", hour, stored: gross, counted: sold }));
  }
  return differences;
}

const NAMES = { SALE_COUNT: "saleCount", REFUND_COUNT: "refundCount", VOID_COUNT: "voidCount" } as const;
const AMOUNT_NAMES = {
  SALES: "gross",
  RETURNS: "refunds",
  VOIDS: "voids",
  DISCOUNTS: "discount",
  TIPS: "tips",
  TAX: "tax",
} as const;

function differencesMessage(differences: readonly Difference[], money: (amount: number) => string): string {
  return differences
    .map((difference) => {
      const show = isCount(difference.figure) ? String : money;
      return `${nameOf(difference)}: ${show(difference.stored)} stored, ${show(difference.counted)} counted`;
    })
    .join("; ");
}

function nameOf({ figure, hour, methods = [] }: Difference): string {
  const names: { readonly [figure: string]: string } = { ...NAMES, ...AMOUNT_NAMES };
  if (figure === "HOUR_COUNT") return `sales of hour ${hour}`;
  if (figure === "HOUR_SALES") return `gross of hour ${hour}`;
  const [method] = methods;
  const account = PAYMENT_ACCOUNTS.find((one) => method !== undefined && methodsOf(one).includes(method));
  return account ?? names[figure] ?? figure;
}
