import { can, requireCaller } from "@pos/core/people/access/index.ts";
import type { ReceiptSettings } from "@pos/core/people/merchant/index.ts";
import { getRefund, type Reversal, reversalsOf } from "@pos/core/selling/refund/index.ts";
import { getSale, type SaleFact } from "@pos/core/selling/sale/index.ts";
import { getVoid } from "@pos/core/selling/void/index.ts";
import type { RequestContext } from "../context.ts";
import { customerOf, operatorOf } from "../edges.ts";
import type { ReceiptFormat, ReceiptLanguage } from "../generated/types.ts";
import { locationOf, receiptAt } from "../location/loader.ts";
import { buyerOfSale } from "../sale/sales.ts";
import { terminalLoader } from "../terminal/loader.ts";
import type { PaperOrder } from "./papers.ts";

export interface ReceiptRequest {
  readonly factId: string;
  readonly format: ReceiptFormat;
  readonly language?: ReceiptLanguage | null | undefined;
  readonly isGift?: boolean | null | undefined;
  readonly isCopy?: boolean | null | undefined;
}

/** What a paper is made of. @returns undefined if there is no such document that the caller may see */
export async function paperOrder(request: ReceiptRequest, context: RequestContext): Promise<PaperOrder | undefined> {
  const known = requireCaller(context);
  const sale = await getSale(known, request.factId);
  if (sale) {
    const refunds = await reversalsOf(known, sale.id);
    const customerName = await customerNameOf(sale, context);
    const { isGift, isCopy } = request;
    const subject = { sale, refunds, isGift: isGift ?? false, isCopy: isCopy ?? false };
    return orderOf(sale, { ...subject, ...(customerName === undefined ? {} : { customerName }) }, request, context);
  }
  const { isGift, factId } = request;
  const refund = isGift ? undefined : ((await getRefund(known, factId)) ?? (await getVoid(known, factId)));
  if (!refund) return undefined;
  const ofSale = refund.relatedFactId === undefined ? undefined : await getSale(known, refund.relatedFactId);
  return orderOf(refund, { refund, ...(ofSale && { ofSale }), isCopy: request.isCopy ?? false }, request, context);
}

async function orderOf(
  fact: SaleFact | Reversal,
  subject: PaperOrder["subject"],
  { format, language }: ReceiptRequest,
  context: RequestContext,
): Promise<PaperOrder> {
  // A long paper takes as long to render as its lines take to be returned.
  context.scope.work.count(fact.lines.length * VALUES_A_LINE);
  const [merchant, location, terminal, operator] = await Promise.all([
    context.merchant(),
    locationOf(fact, undefined, context),
    fact.terminalId === undefined ? undefined : terminalLoader(context).load(fact.terminalId),
    operatorOf(fact, undefined, context),
  ]);
  const settings = await receiptAt(context, location);
  const chosen = language ?? settings.language;
  return {
    origin: {
      ...{ timeZone: location.timeZone, currency: fact.currency },
      ...{ merchantName: merchant.name, locationName: location.name },
      ...(terminal && { terminalName: terminal.name }),
      ...(operator && { operatorName: operator.name }),
    },
    shop: shopOf(settings),
    place: {
      ...{ country: merchant.country, currency: fact.currency, timeZone: location.timeZone },
      language: chosen && LANGUAGES[chosen],
    },
    ...{ subject, format },
  };
}

/** What a line has in a paper: texts, amounts, and the columns of both. */
const VALUES_A_LINE = 10;

const LANGUAGES = { EN: "en", ZH_HANS: "zh" } as const;

function shopOf({ language: _, ...texts }: ReceiptSettings): PaperOrder["shop"] {
  return texts;
}

/** Only for callers who may read customers. */
async function customerNameOf(sale: SaleFact, context: RequestContext): Promise<string | undefined> {
  if (!can(context.caller, "customer:read")) return undefined;
  const customerId = await buyerOfSale(sale, undefined, context);
  const customer = customerId === undefined ? undefined : await customerOf({ customerId }, undefined, context);
  return customer?.person?.name;
}
