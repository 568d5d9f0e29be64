import type { AppliedDiscount } from "@pos/core/goods/pricing/model.ts";
import { taxOf } from "@pos/core/goods/tax/rules.ts";
import type { PricedSale } from "@pos/core/selling/sale/rules.ts";
import type { Cart, CartDiscount } from "../cart/cart.ts";
import type { Receipt, ReceiptDiscount, ReceiptTax } from "../outbox/row.ts";
import type { Settings } from "../settings.ts";

/** All that the printed receipt contains; nothing of it is looked up later. */
export function receiptOf(
  cart: Cart,
  sale: PricedSale,
  settings: Settings,
  { sequence, occurredAt, operatorNumber }: { sequence: number; occurredAt: string; operatorNumber: string },
): Receipt {
  const { terminal, merchantName, currency, pricesIncludeTax } = settings;
  return {
    receiptNumber: `${terminal.code}-${sequence}`,
    occurredAt,
    merchantName,
    locationName: terminal.location.name,
    timeZone: terminal.location.timeZone,
    terminalName: terminal.name,
    operatorNumber,
    ...(cart.customer === undefined ? {} : { customerName: cart.customer.name }),
    ...(cart.note === undefined ? {} : { note: cart.note }),
    currency,
    pricesIncludeTax,
    lines: sale.lines.map(({ description, sku, quantity, unitPrice, gross, discounts }, index) => ({
      description,
      ...(sku === undefined ? {} : { sku }),
      quantity,
      unitPrice,
      gross,
      discounts: taken(cart.lines[index]?.discounts ?? [], discounts ?? []),
    })),
    discounts: taken(cart.discounts, sale.discounts ?? []),
    taxes: taxesByRate(sale, pricesIncludeTax),
    payments: sale.payments.map(({ method, amount, tendered, reference }) => ({
      method,
      amount,
      ...(tendered === undefined ? {} : { tendered }),
      ...(reference === undefined ? {} : { reference }),
    })),
    subtotal: sale.subtotal,
    discountTotal: sale.discountTotal,
    taxTotal: sale.taxTotal,
    rounding: sale.rounding,
    total: sale.total,
    changeDue: sale.changeDue,
  };
}

function taken(asked: readonly CartDiscount[], discounts: readonly AppliedDiscount[]): ReceiptDiscount[] {
  return discounts.map(({ amount }, index) => {
    const percent = asked[index]?.percent;
    return percent === undefined ? { amount } : { percent, amount };
  });
}

function taxesByRate(sale: PricedSale, included: boolean): ReceiptTax[] {
  const rates = new Map<string, { net: number; tax: number }>();
  for (const line of sale.lines) {
    const net = line.total - (included ? taxOf(line) : 0);
    for (const { rate, amount } of line.taxes) {
      const sum = rates.get(rate) ?? { net: 0, tax: 0 };
      rates.set(rate, { net: sum.net + net, tax: sum.tax + amount });
    }
  }
  return [...rates].map(([rate, sums]) => ({ rate, ...sums })).sort((a, b) => Number(b.rate) - Number(a.rate));
}
