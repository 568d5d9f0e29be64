import type { Result } from "@pos/core/base/result.ts";
import { NO_REFUNDS, refundableOf, refundGuardsOf, refundSale } from "@pos/core/selling/refund/index.ts";
import { planRefund } from "@pos/core/selling/refund/rules.ts";
import type { SaleFact } from "@pos/core/selling/sale/index.ts";
import { voidSale } from "@pos/core/selling/void/index.ts";
import type { Shop } from "../../support/shop.ts";

/** What the tests of random acts share. */
export const upTo = ({ random }: Shop, most: number) => 1 + Math.floor(random() * most);

export function oneOf<T>({ random }: Shop, all: readonly T[]): T | undefined {
  return all[Math.floor(random() * all.length)];
}

/** Why something was refused, each reason once; undefined: it was not. */
export function codesOf(result: Result<unknown>): string[] | undefined {
  return result.ok ? undefined : [...new Set(result.failures.map(({ code }) => code))];
}

/** Gives a sale of one line back in full. @param by how the money goes back; absent: as it was paid */
export async function refundAll(
  shop: Shop,
  sale: SaleFact,
  by?: { readonly method: "GIFT_CARD" | "STORE_CREDIT" | "ON_ACCOUNT"; readonly giftCard?: string },
): Promise<string[] | undefined> {
  const { clock, cashStep } = shop;
  const [guard = NO_REFUNDS] = await refundGuardsOf(shop.owner, [sale.id]);
  const lines = [{ line: 1, quantity: "1" }];
  const refundable = { ...refundableOf(sale, guard), cashStep };
  const plan = planRefund(refundable, lines, { cashStep, ...(by === undefined ? {} : { wayBack: () => by.method }) });
  const { giftCard } = by ?? {};
  const card = giftCard === undefined ? {} : { giftCard };
  const payments = plan.payments.map((back) => ({ id: clock.newId("pay"), ...back, ...card }));
  const input = { id: clock.newId("ref"), occurredAt: clock.now(), saleId: sale.id, lines, payments };
  return codesOf(await refundSale(shop.operator(0), input));
}

export async function voidAll(shop: Shop, sale: SaleFact): Promise<string[] | undefined> {
  const { clock } = shop;
  const input = { id: clock.newId("voi"), occurredAt: clock.now(), saleId: sale.id, reason: "Typed twice" };
  return codesOf(await voidSale(shop.operator(0), input));
}
