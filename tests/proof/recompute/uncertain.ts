import { present } from "@pos/core/base/result.ts";
import { recordPaymentOutcome } from "@pos/core/selling/payment-outcome/index.ts";
import { refundableOf, refundGuardsOf, refundSale } from "@pos/core/selling/refund/index.ts";
import { planRefund } from "@pos/core/selling/refund/rules.ts";
import type { SaleFact } from "@pos/core/selling/sale/index.ts";
import { isVoidable, voidSale } from "@pos/core/selling/void/index.ts";
import type { ReportShop } from "../../contract/reports/support.ts";
import { lineOf, makeSale, sellLive } from "../../support/sales.ts";
import { done } from "../../support/shop.ts";
import type { Counter } from "./money.ts";

/** At a counter where some sales are waiting until it is known whether they were paid. */
export interface Waiting {
  readonly shop: ReportShop;
  readonly place: Counter & { readonly waiting: SaleFact[] };
  readonly random: () => number;
}

/** A sale that is paid in part by a payment that is not certain; of an earlier one, of whatever day, it becomes known. */
export async function sellUncertain(at: Waiting): Promise<void> {
  const { shop, place, random } = at;
  const { clock } = shop;
  const variant = present(shop.variants[Math.floor(random() * shop.variants.length)], "a variant");
  const sale = makeSale(shop, { lines: [lineOf(variant, "2")], method: "CARD", sequence: place.nextSequence() });
  const [due] = sale.payments;
  const all = present(due, "what is due").amount;
  const part = Math.max(1, Math.floor(all * random()));
  const payments = [
    { id: clock.newId("pay"), method: "CARD", amount: part, state: random() < 0.5 ? "UNKNOWN" : "PENDING" } as const,
    { id: clock.newId("pay"), method: "QR_CODE", amount: all - part } as const,
  ].filter(({ amount }) => amount > 0);
  const outcome = await sellLive(place.operator, { ...sale, payments });
  if (!("sale" in outcome)) throw new Error(`A sale was refused: ${JSON.stringify(outcome)}`);
  place.waiting.push(outcome.sale);
  if (random() < 0.3) return;
  const [known] = place.waiting.splice(Math.floor(random() * place.waiting.length), 1);
  await decide(at, present(known, "a sale that waits"));
}

/** Then all of it comes back, or the sale is voided, or neither. */
async function decide({ shop, place, random }: Waiting, sale: SaleFact): Promise<void> {
  const { clock } = shop;
  const at = { occurredAt: clock.now(), saleId: sale.id };
  const paymentId = present(sale.payments[0], "the payment").id;
  const state = random() < 0.3 ? "CAPTURED" : "VOIDED";
  const input = { id: clock.newId("pyo"), ...at, paymentId, state, reason: "By the slip" } as const;
  done(await recordPaymentOutcome(place.operator, input));
  const [guard] = await refundGuardsOf(place.operator, [sale.id]);
  const next = random();
  if (next < 0.3 && (await isVoidable(place.operator, sale, guard))) {
    done(await voidSale(place.operator, { id: clock.newId("voi"), ...at, reason: "Not paid" }));
  } else if (next < 0.7) {
    const lines = [{ line: 1, quantity: present(sale.lines[0], "a line").quantity }];
    const plan = planRefund(refundableOf(sale, present(guard, "a guard")), lines, { cashStep: shop.cashStep });
    const payments = plan.payments.map((payment) => ({ ...payment, id: clock.newId("pay") }));
    done(await refundSale(place.operator, { id: clock.newId("ref"), ...at, lines, payments }));
  }
}
