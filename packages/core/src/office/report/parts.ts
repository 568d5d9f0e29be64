import { RequestError } from "../../base/result.ts";
import { findVariants, listCategories } from "../../goods/catalog/index.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { locationsAsked } from "../../people/location/index.ts";
import { customerPaymentKind, isCustomerPayment } from "../../selling/customer-account/index.ts";
import { isPaymentOutcome, paymentOutcomeKind } from "../../selling/payment-outcome/index.ts";
import { isReversal, REVERSAL_KINDS, type Reversal } from "../../selling/refund/index.ts";
import { isSale, saleKind } from "../../selling/sale/index.ts";
import type { ArticleSales, SalesParts } from "./model.ts";
import { bookedFacts, keysOfDays, relatedSales } from "./records.ts";
import { newTally, type Tally } from "./rules.ts";
import { limitDays, type Span } from "./spans.ts";

const BEST_SELLER_DAYS_MAX = 31;
/** A quarter: for so long tax is declared. */
const PARTS_DAYS_MAX = 92;

/**
 * The best first, by amount. Reads every sale and refund of the span: a read unit each.
 * @param span without a location: of all that the caller may see
 * @returns undefined: no such location for this caller
 */
export async function bestSellers(
  context: Context,
  { first, ...span }: Span & { readonly first: number },
): Promise<ArticleSales[] | undefined> {
  const counted = await countSpan(context, span, BEST_SELLER_DAYS_MAX);
  if (!counted) return undefined;
  const { tally, refunds } = counted;
  for (const refund of refunds) tally.addRefund(refund, () => undefined);
  return tally.articles().slice(0, first);
}

/**
 * What a span comes to by its parts. Reads every sale and refund of it, the sales of these refunds, and what customers paid.
 * @param span without a location: of all that the caller may see
 * @returns undefined: no such location for this caller
 */
export async function salesParts(context: Context, span: Span): Promise<SalesParts | undefined> {
  const counted = await countSpan(context, span, PARTS_DAYS_MAX, [customerPaymentKind.kind, paymentOutcomeKind.kind]);
  if (!counted) return undefined;
  await addRefunds(context, counted.tally, counted.refunds);
  return partsOf(context, counted.tally);
}

async function countSpan(context: Context, span: Span, daysMax: number, moreKinds: readonly string[] = []) {
  authorize(context, "report:read");
  if (span.from > span.to) throw new RequestError("BAD_REQUEST", "The first day is after the last.");
  limitDays(span, daysMax);
  const locations = await locationsAsked(context, span.locationId);
  if (!locations) return undefined;
  const tally = newTally();
  const refunds: Reversal[] = [];
  const days = keysOfDays(span.from, span.to);
  for (const { id } of locations)
    for (const kind of [saleKind.kind, ...REVERSAL_KINDS, ...moreKinds])
      for await (const { fact } of bookedFacts(context, id, kind, days)) {
        if (isSale(fact)) tally.addSale(fact);
        else if (isReversal(fact)) refunds.push(fact);
        else if (isCustomerPayment(fact)) tally.addCustomerPayment(fact);
        else if (isPaymentOutcome(fact)) tally.addPaymentOutcome(fact);
      }
  return { tally, refunds };
}

export async function partsOf(context: Context, tally: Tally): Promise<SalesParts> {
  const names = new Map((await listCategories(context)).map(({ id, name }) => [id, name]));
  return {
    categories: tally.categories().map(({ categoryId, ...sold }) => {
      if (categoryId === undefined) return sold;
      const name = names.get(categoryId);
      return { ...sold, categoryId, ...(name === undefined ? {} : { name }) };
    }),
    articles: tally.articles(),
    payments: tally.payments(),
    customerPayments: tally.customerPayments(),
    taxes: tally.taxes(),
    tips: tally.beside().tips,
    unpaid: tally.beside().unpaid,
  };
}

/** What came back counts in the category of its sale's line; without a sale, in the one that the variant has now. */
export async function addRefunds(context: Context, tally: Tally, refunds: readonly Reversal[]): Promise<void> {
  if (refunds.length === 0) return;
  const { table, caller } = context;
  const sales = await relatedSales(context, refunds);
  const ids = refunds.flatMap(({ relatedFactId, lines }) =>
    relatedFactId === undefined ? lines.flatMap(({ variantId }) => variantId ?? []) : [],
  );
  const variants = await findVariants(
    table,
    caller.merchantId,
    ids.map((id) => ({ id })),
  );
  const categories = new Map(ids.map((id, index) => [id, variants[index]?.categoryId]));
  for (const refund of refunds) {
    const sale = refund.relatedFactId === undefined ? undefined : sales.get(refund.relatedFactId);
    tally.addRefund(refund, (index) => {
      const line = refund.lines[index];
      if (sale && line?.saleLine !== undefined) return sale.lines[line.saleLine - 1]?.categoryId;
      return line?.variantId === undefined ? undefined : categories.get(line.variantId);
    });
  }
}
