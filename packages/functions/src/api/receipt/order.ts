import { present } from "@pos/core/base/result.ts";
import { findCustomersById } from "@pos/core/customers/customer/index.ts";
import { type Context, can } from "@pos/core/people/access/index.ts";
import { findLocations, findLogos, receiptOf } from "@pos/core/people/location/index.ts";
import { getMerchant, getReceiptSettings, type ReceiptSettings } from "@pos/core/people/merchant/index.ts";
import { findStaff } from "@pos/core/people/staff/index.ts";
import { findTerminals } from "@pos/core/people/terminal/index.ts";
import { getExchange } from "@pos/core/selling/exchange/index.ts";
import { isUncertain } from "@pos/core/selling/payment/index.ts";
import { getQuote, type QuoteSeen } from "@pos/core/selling/quote/index.ts";
import { buyersOf, getRefund, refundGuardsOf, reversalsOf, stateOf } from "@pos/core/selling/refund/index.ts";
import { getSale, type Quote, type SaleFact } from "@pos/core/selling/sale/index.ts";
import { getVoid } from "@pos/core/selling/void/index.ts";
import type { ReceiptFormat, ReceiptLanguage } from "../generated/types.ts";
import type { PaperOrder, QuoteOnPaper, SaleOnPaper } from "./papers.ts";

export interface ReceiptRequest {
  readonly factId: string;
  readonly format: ReceiptFormat;
  readonly language?: ReceiptLanguage | null | undefined;
  readonly isGift?: boolean | null | undefined;
  readonly isCopy?: boolean | null | undefined;
}

/** The reader of a paper, and what the request lends it. */
export interface PaperReader {
  readonly context: Context;
  /** Counts the work for a paper. @throws GraphQLError if it is too much */
  readonly count: (values: number) => void;
  /** The address of the document's e-receipt; undefined: it has no address. */
  readonly linkTo: (factId: string) => Promise<string | undefined>;
}

/** What a paper is made of. @returns undefined if there is no such document that the reader may see */
export async function paperOrder(request: ReceiptRequest, reader: PaperReader): Promise<PaperOrder | undefined> {
  const { context } = reader;
  const sale = await getSale(context, request.factId);
  if (sale) return orderOf(sale, await saleOnPaper(sale, request, context), request, reader);
  const quote = await quoteOf(request, context);
  if (quote) return orderOf({ ...quote, lines: quote.held.lines }, await quoteOnPaper(quote, context), request, reader);
  const { isGift, factId } = request;
  const refund = isGift ? undefined : ((await getRefund(context, factId)) ?? (await getVoid(context, factId)));
  if (!refund) return undefined;
  const ofSale = refund.relatedFactId === undefined ? undefined : await getSale(context, refund.relatedFactId);
  return orderOf(refund, { refund, ...(ofSale && { ofSale }), isCopy: request.isCopy ?? false }, request, reader);
}

async function saleOnPaper(sale: SaleFact, request: ReceiptRequest, context: Context): Promise<SaleOnPaper> {
  const [refunds, guards, customerName, exchange] = await Promise.all([
    reversalsOf(context, sale.id),
    refundGuardsOf(context, sale.payments.some(isUncertain) ? [sale.id] : []),
    customerNameOf(sale, context),
    exchangeOf(sale, context),
  ]);
  return {
    ...(exchange && { exchange }),
    ...{ payments: sale.payments.map((payment) => ({ ...payment, state: stateOf(payment, guards[0] ?? {}) })) },
    ...{ sale, refunds, isGift: request.isGift ?? false, isCopy: request.isCopy ?? false },
    ...(customerName === undefined ? {} : { customerName }),
  };
}

async function quoteOf({ factId, isGift }: ReceiptRequest, context: Context): Promise<QuoteSeen | undefined> {
  return isGift || !can(context.caller, "sale:quote") ? undefined : getQuote(context, factId);
}

async function quoteOnPaper(quote: QuoteSeen, context: Context): Promise<QuoteOnPaper> {
  const customerName = await nameOf(quote.customerId, context);
  return { quote, ...(customerName === undefined ? {} : { customerName }) };
}

/** What papers are made of. */
type Documented = Pick<Quote, "id" | "locationId" | "terminalId" | "operatorId" | "currency"> & {
  readonly lines: readonly object[];
};

async function orderOf(
  fact: Documented,
  subject: PaperOrder["subject"],
  { format, language, isGift }: ReceiptRequest,
  { context, count, linkTo }: PaperReader,
): Promise<PaperOrder> {
  // A long paper takes as long to render as its lines take to be returned.
  count(fact.lines.length * VALUES_A_LINE);
  const { table, caller } = context;
  const idsOf = (id: string | undefined) => (id === undefined ? [] : [id]);
  const [merchant, own, [found], [terminal], [operator], link] = await Promise.all([
    getMerchant(table, caller.merchantId),
    getReceiptSettings(table, caller.merchantId),
    findLocations(context, [fact.locationId]),
    findTerminals(context, idsOf(fact.terminalId)),
    findStaff(context, idsOf(fact.operatorId)),
    isGift || "quote" in subject ? undefined : linkTo(fact.id),
  ]);
  const location = present(found, "the location");
  const [logo] = location.logoHash === undefined ? [] : await findLogos(context, [location.id]);
  const { language: usual, ...shop } = { ...receiptOf(own, location), ...(logo && { logo }) };
  const chosen = language ?? usual;
  return {
    origin: {
      ...{ timeZone: location.timeZone, currency: fact.currency },
      ...{ merchantName: merchant.name, locationName: location.name },
      ...(terminal && { terminalName: terminal.name }),
      ...(operator && { operatorName: operator.name }),
    },
    shop: shop satisfies Omit<ReceiptSettings, "language">,
    place: {
      ...{ country: merchant.country, currency: fact.currency, timeZone: location.timeZone },
      language: chosen && LANGUAGES[chosen],
    },
    ...{ subject, format, link },
  };
}

/** What a line has in a paper: texts, amounts, and the columns of both. */
const VALUES_A_LINE = 10;

const LANGUAGES = { EN: "en", ZH_HANS: "zh" } as const;

async function exchangeOf({ exchangeId }: SaleFact, context: Context): Promise<SaleOnPaper["exchange"]> {
  const refund = exchangeId === undefined ? undefined : (await getExchange(context, exchangeId))?.refund;
  const ofSale = refund?.relatedFactId === undefined ? undefined : await getSale(context, refund.relatedFactId);
  return refund && ofSale && { refund, ofSale };
}

/** Only for callers who may read customers. */
async function customerNameOf(sale: SaleFact, context: Context): Promise<string | undefined> {
  if (!can(context.caller, "customer:read")) return undefined;
  const [customerId] = await buyersOf(context, [sale]);
  return nameOf(customerId, context);
}

async function nameOf(customerId: string | undefined, context: Context): Promise<string | undefined> {
  if (!can(context.caller, "customer:read")) return undefined;
  const [customer] = customerId === undefined ? [] : await findCustomersById(context, [customerId]);
  return customer?.person?.name;
}
