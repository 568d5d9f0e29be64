import { canonicalJson, type Json, withoutEmpty } from "@pos/core/base/canonical.ts";
import { cashRounding } from "@pos/core/goods/pricing/rules.ts";
import { countedIn } from "@pos/core/receipt/content.ts";
import type { PaymentMethod } from "@pos/core/selling/payment/model.ts";
import type { PricedSale } from "@pos/core/selling/sale/rules.ts";
import { newId } from "@pos/web/clock.ts";
import { isWrittenOff, type WrittenOff } from "@pos/web/components/written-off.ts";
import type { RefundLineInput, RefundSaleInput } from "@pos/web/graphql/generated/graphql.ts";
import type { Cart, CartLine } from "../cart/cart.ts";
import { priceCart } from "../cart/price.ts";
import { madeAt, operatorOf } from "../device/receipt.ts";
import type { NewRefund } from "../outbox/outbox.ts";
import type { Operator } from "../outbox/store.ts";
import type { Settings } from "../settings.ts";
import { type GivenBack, writtenOffOf } from "./new-refund.ts";

/** The goods of a cart that come back without a receipt. */
export interface UnlinkedRefund {
  readonly cart: Cart;
  readonly priced: PricedSale;
  readonly method: PaymentMethod;
  readonly reason: string;
  /** By the position of a line, from 1. */
  readonly writtenOff: WrittenOff;
}

/**
 * Prices the goods of a cart as the server does where no sale states what was paid: at the catalogue's prices, without price
 * lists, promotions and discounts. A customer without tax gets none back.
 * @returns undefined if the cart cannot be priced
 */
export function priceUnlinked(cart: Cart, settings: Settings, at: string): PricedSale | undefined {
  const lines = cart.lines.map((line) => ({ ...line, discounts: [] }));
  const goods = { lines, discounts: [], ...(cart.customer === undefined ? {} : { customer: cart.customer }) };
  const bare = { ...settings, promotions: [], priceLists: [], overrideNeedsReason: false };
  return priceCart(goods, [], bare, { mayOverridePrice: true }, at)?.sale;
}

/** What is handed over: cash is rounded. */
export function givenBack({ total }: Pick<PricedSale, "total">, method: PaymentMethod, { cashStep }: Settings): number {
  return method === "CASH" ? total + cashRounding(total, cashStep) : total;
}

/** A refund without a sale as it can be stored: the request that is sent, and its paper. */
export function newUnlinked(
  refund: UnlinkedRefund,
  { id, occurredAt, operator, settings }: Pick<GivenBack, "id" | "occurredAt" | "operator" | "settings">,
): NewRefund {
  const { cart, priced, method, reason, writtenOff } = refund;
  const { operatorId } = operator;
  const input: RefundSaleInput = {
    ...{ id, occurredAt, operatorId, reason, customerId: cart.customer?.id ?? null },
    lines: cart.lines.map((line, index) => ({
      ...goodsOf(line, priced.lines[index]?.unitPrice),
      quantity: line.quantity,
      ...(isWrittenOff(writtenOff, index + 1) ? { writeOff: true } : {}),
    })),
    payments: [{ id: newId("pay"), method, amount: givenBack(priced, method, settings) }],
  };
  const slip = unlinkedSlip(refund, occurredAt, operator, settings);
  const { timeZone, currency, payments } = slip;
  return {
    ...{ kind: "refund", id, terminalId: settings.terminal.id, occurredAt, operatorId },
    request: canonicalJson(withoutEmpty(input as unknown as Json) ?? {}),
    refund: { timeZone, currency, payments, slip, cart, ...writtenOffOf(unlinkedWrittenOff(refund)) },
  };
}

/** An article without a price of its own is given back at the catalogue's, which the server knows. */
function goodsOf(line: CartLine, unitPrice: string | undefined): Omit<RefundLineInput, "quantity"> {
  const { variant, isOpen, code } = line;
  const price = unitPrice === undefined ? {} : { unitPrice };
  if (isOpen) return { description: variant.name, taxCodeId: variant.taxCodeId, ...price };
  return {
    variant: { id: variant.id },
    ...(variant.pack === undefined ? {} : { packSize: variant.pack.size }),
    ...(line.unitPrice !== undefined || code !== undefined ? price : {}),
  };
}

/** Its paper. */
function unlinkedSlip(
  { priced, method, reason }: UnlinkedRefund,
  occurredAt: string,
  operator: Pick<Operator, "number" | "name">,
  settings: Settings,
) {
  const { total, taxTotal } = priced;
  const amount = givenBack(priced, method, settings);
  return {
    ...madeAt(settings, { occurredAt, ...operatorOf(operator) }),
    ...{ pricesIncludeTax: settings.pricesIncludeTax, payments: [{ method, amount }], taxTotal, total, reason },
    rounding: amount - total,
    lines: priced.lines.map(({ description, quantity, unit, pack, total: ofLine }) => ({
      ...{ description, quantity, amount: ofLine },
      ...countedIn(unit, pack),
    })),
  };
}

/** The goods that do not go back into stock. */
function unlinkedWrittenOff({ priced, writtenOff }: UnlinkedRefund) {
  return priced.lines.flatMap(({ description, quantity, unit, pack }, index) =>
    isWrittenOff(writtenOff, index + 1) ? { description, quantity, ...countedIn(unit, pack) } : [],
  );
}
