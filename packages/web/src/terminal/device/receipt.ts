import { receiptContent } from "@pos/core/receipt/content.ts";
import type { PricedSale } from "@pos/core/selling/sale/rules.ts";
import { cleanCardCode, lastFourOf } from "@pos/core/selling/stored-value/model.ts";
import type { Cart, CartDiscount } from "../cart/cart.ts";
import type { Receipt, ReceiptDiscount } from "../outbox/row.ts";
import type { Operator } from "../outbox/store.ts";
import type { Settings } from "../settings.ts";

interface MadeBy {
  readonly occurredAt: string;
  readonly operatorNumber: string;
  readonly operatorName?: string;
}

/** What was sold, as papers show it; nothing of it is looked up later. What the shop prints beside it is a setting. */
export function receiptOf(
  cart: Cart,
  sale: PricedSale,
  settings: Settings,
  { sequence, ...made }: MadeBy & { readonly sequence: number },
): Receipt {
  const { pricesIncludeTax, terminal } = settings;
  const content = receiptContent({ ...sale, pricesIncludeTax });
  return {
    ...content,
    receiptNumber: `${terminal.code}-${sequence}`,
    ...madeAt(settings, made),
    ...(cart.customer === undefined ? {} : { customerName: cart.customer.name }),
    ...(cart.note === undefined ? {} : { note: cart.note }),
    lines: content.lines.map((line, index) => {
      const sku = sale.lines[index]?.sku;
      const discounts = withPercent(cart.lines[index]?.discounts ?? [], line.discounts);
      const card = cart.lines[index]?.giftCard;
      const giftCard = card && lastFourOf(cleanCardCode(card.code));
      return { ...line, ...(sku === undefined ? {} : { sku }), ...(giftCard && { giftCard }), discounts };
    }),
    payments: content.payments.map((payment, index) => {
      const balance = cart.payments?.[index]?.balance;
      return balance === undefined ? payment : { ...payment, balance };
    }),
    discounts: withPercent(cart.discounts, content.discounts),
    subtotal: sale.subtotal,
    discountTotal: sale.discountTotal,
  };
}

/** Where, when and by whom a paper is made. */
export function madeAt({ terminal, merchantName, currency }: Settings, made: MadeBy) {
  return {
    ...made,
    ...{ merchantName, currency },
    locationName: terminal.location.name,
    timeZone: terminal.location.timeZone,
    terminalName: terminal.name,
  };
}

/** The operator as papers show one. */
export function operatorOf({ number, name }: Pick<Operator, "number" | "name">) {
  return { operatorNumber: number, ...(name === undefined ? {} : { operatorName: name }) };
}

/** A sale stores what each discount took; the cart knows of how many per cent it was. */
function withPercent(asked: readonly CartDiscount[], taken: readonly ReceiptDiscount[]): ReceiptDiscount[] {
  return taken.map((discount, index) => {
    const percent = asked[index]?.percent;
    return percent === undefined ? discount : { ...discount, percent };
  });
}
