import { present, type Result } from "@pos/core/base/result.ts";
import { createCustomer, patchCustomer } from "@pos/core/customers/customer/index.ts";
import type { SaleFact, SaleInput } from "@pos/core/selling/sale/index.ts";
import type { PromotionsFacts } from "@pos/core/selling/sale/promotions.ts";
import type { Happened } from "./model.ts";
import { sendUntilAnswered } from "./sales.ts";
import { done, type Shop } from "./shop.ts";

/** What a random history left behind, for the checks: the sales that were recorded, each once, and what else moved goods and cash. */
export interface History {
  readonly sales: Happened[];
  /** Goods that came in or went out without a sale, by variant, thousandths. */
  readonly stocked: Map<string, number>;
  /** Cash given back, by terminal, minor units. */
  readonly cashBack: Map<string, number>;
  /** Whose each sale is that was put on a customer afterwards, by the sale's id; undefined: none's. */
  readonly buyers: Map<string, string | undefined>;
  readonly customers: string[];
  /** What each gift card holds, by its code, and each customer has as store credit, by the customer's id, and is deposited on each quote. */
  readonly held: Map<string, number>;
  /** The ids of the sales that were voided. */
  readonly voided: Set<string>;
  /** How often each kind of thing happened, so that a test can demand that it did. */
  readonly counts: Map<string, number>;
}

export interface Step {
  readonly shop: Shop;
  readonly history: History;
  readonly terminal: number;
  readonly linesMax: number;
  readonly promotions: PromotionsFacts | undefined;
}

export function promotionOf(promotions: PromotionsFacts | undefined): string | undefined {
  return promotions?.set.ready[0]?.promotion.percent;
}

export function remember(
  { sales }: History,
  terminal: number,
  input: SaleInput,
  fact: SaleFact,
  promotion?: string | undefined,
): void {
  sales.push({ terminal, input, recordedAt: fact.recordedAt, fact, ...(promotion === undefined ? {} : { promotion }) });
}

export async function twoCustomers({ clock, owner }: Shop, { customers }: History): Promise<readonly string[]> {
  while (customers.length < 2) {
    const id = clock.newId("cus");
    done(await sendUntilAnswered(() => createCustomer(owner, { id, name: "A. Customer" })));
    const limit = { customerId: id, version: 1, creditLimit: 5000 };
    done(await sendUntilAnswered(() => patchCustomer(owner, limit)));
    customers.push(id);
  }
  return customers;
}

export function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

export function count({ counts }: History, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Sends as a terminal does, and the same once more: the answer is that of what was recorded first. */
export async function sendTwice<T extends { readonly replayed: boolean }>(
  what: string,
  send: () => Promise<Result<T>>,
): Promise<T> {
  const first = done(await sendUntilAnswered(send));
  const { replayed } = done(await sendUntilAnswered(send));
  if (!replayed) throw new Error(`${what} was recorded twice`);
  return first;
}

/** One of a list, by the shop's dice. */
export function oneOf<T>({ random }: Shop, all: readonly T[]): T {
  return present(all[Math.floor(random() * all.length)], "one of them");
}
