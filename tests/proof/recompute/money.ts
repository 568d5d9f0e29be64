import { present } from "@pos/core/base/result.ts";
import type { Context } from "@pos/core/people/access/index.ts";
import { getMerchantToChange, updateMerchant } from "@pos/core/people/merchant/index.ts";
import type { SaleFact, SaleInput } from "@pos/core/selling/sale/index.ts";
import { CARD_CODE_BYTES, newCardCode } from "@pos/core/selling/stored-value/model.ts";
import type { ReportShop } from "../../contract/reports/support.ts";
import { lineOf, makeSale, sellLive } from "../../support/sales.ts";
import { done } from "../../support/shop.ts";

const CASH_BACK_MAX = 5000;

export interface Counter {
  readonly locationId: string;
  readonly operator: Context;
  nextSequence(): number;
}

/** The shop hands out cash with payments by card. */
export async function allowCashBack({ owner }: ReportShop): Promise<void> {
  const { version } = await getMerchantToChange(owner);
  done(await updateMerchant(owner, { version, cashBackMax: CASH_BACK_MAX }));
}

/** A sale with a gift card beside goods, one that the card pays in part, one with a tip and one with cash back. */
export async function sellWithMoney(shop: ReportShop, place: Counter, random: () => number): Promise<SaleFact[]> {
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  const code = newCardCode(shop.clock.randomBytes(CARD_CODE_BYTES));
  const sell = async (change: (sale: SaleInput, due: number) => Partial<SaleInput>) => {
    const variant = present(shop.variants[Math.floor(random() * shop.variants.length)], "a variant");
    const sequence = place.nextSequence();
    const sale = makeSale(shop, { lines: [lineOf(variant, "3")], method: "CARD", sequence });
    const due = present(sale.payments[0], "a payment").amount;
    const outcome = await sellLive(place.operator, { ...sale, ...change(sale, due) });
    if (!("sale" in outcome)) throw new Error(`A sale was refused: ${JSON.stringify(outcome)}`);
    return outcome.sale;
  };
  const card = (amount: number) => ({ id: shop.clock.newId("pay"), method: "CARD" as const, amount });
  const [amount, tip, cashBack] = [upTo(5000), upTo(300), upTo(CASH_BACK_MAX)];
  await sell(({ lines }, due) => ({
    lines: [...lines, { quantity: "1", giftCard: { amount, code } }],
    payments: [card(due + amount)],
  }));
  const redeemed = await sell((_, due) => {
    const part = Math.min(amount, due - 1);
    const byCard = { ...card(part), method: "GIFT_CARD" as const, giftCard: code };
    return { payments: [card(due - part), byCard] };
  });
  await sell((_, due) => ({ tip, payments: [card(due + tip)] }));
  await sell((_, due) => ({ payments: [{ ...card(due), cashBack }] }));
  return [redeemed];
}
