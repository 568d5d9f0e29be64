import { newCardCode } from "@pos/core/selling/stored-value/model.ts";
import type { Good, Variables } from "../../module-contract.ts";
import { complete } from "../counter.ts";
import type { Stand } from "./stand.ts";

const newId = ({ counter }: Stand, prefix: string): string => counter.shop.clock.newId(prefix as "sal");
const cardCode = ({ counter }: Stand) => newCardCode(counter.shop.clock.randomBytes(15));

/** A good sale as one of a gift card, which another one pays. */
export async function saleOfCard(stand: Stand, sale: Variables) {
  const { expectedTotal: _, discounts: __, adjustments: ___, ...good } = sale;
  const [code, paying] = [cardCode(stand), cardCode(stand)];
  const cards = (giftCard: object, payment: object) => ({
    ...{ ...good, id: newId(stand, "sal") },
    lines: [{ quantity: "1", description: "Card", note: "A note", giftCard }],
    payments: [{ id: newId(stand, "pay"), amount: 500, ...payment }],
  });
  const first = cards({ amount: 500, code: paying }, { method: "CARD" });
  await complete(stand.counter, { ...first, sequence: stand.counter.shop.nextSequence(0) });
  stand.taken();
  return cards({ amount: 500, code }, { method: "GIFT_CARD", giftCard: paying });
}

/** A good refund as one to a new gift card. */
export function refundToCard(stand: Stand, { token, variables }: Good): Good {
  const paid = { id: newId(stand, "pay"), method: "GIFT_CARD", amount: 199, giftCard: cardCode(stand) };
  return { token, variables: { input: { ...(variables.input as Variables), payments: [paid] } } };
}

interface GoodExchange extends Variables {
  readonly paymentsBack: readonly object[];
  readonly sale: Variables;
}

/** A good exchange as one for a gift card, paid with another one. */
export async function exchangeForCard(stand: Stand, exchange: GoodExchange): Promise<Variables> {
  const { lines, payments } = await saleOfCard(stand, exchange.sale);
  const { expectedTotal: _, discounts: __, adjustments: ___, ...sale } = exchange.sale;
  const paid = payments.map((payment) => ({ ...payment, amount: 301 }));
  const back = { id: newId(stand, "pay"), method: "GIFT_CARD", amount: 0, giftCard: cardCode(stand) };
  return {
    ...exchange,
    paymentsBack: [{ ...exchange.paymentsBack[0], ...back, reference: undefined }],
    sale: { ...sale, lines, payments: paid },
  };
}
