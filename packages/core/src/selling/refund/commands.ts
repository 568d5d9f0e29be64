import type { Json } from "../../base/canonical.ts";
import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { minorDigits } from "../../base/money.ts";
import { formatQuantity, parseQuantity } from "../../base/quantity.ts";
import { type Failure, failure, ok, present, type Result, refused } from "../../base/result.ts";
import { textProblem } from "../../base/text.ts";
import { buyerFor, customerExists } from "../../customers/customer/index.ts";
import type { ExceptionCode, FailureCode } from "../../generated/names.ts";
import { findVariants, highestPrice, inUnits, parsePrice, type Variant } from "../../goods/catalog/index.ts";
import { type FallbackCost, fallbackCostOf } from "../../goods/stock/index.ts";
import { getTaxes } from "../../goods/tax/index.ts";
import {
  type Flag,
  type GuardsRead,
  newFact,
  type Recording,
  recordComposed,
  recordingOf,
  roomProblem,
} from "../../ledger/index.ts";
import { authorize, type Context, can, type Role, requestHashOf } from "../../people/access/index.ts";
import { getLocation, type Location, originAt } from "../../people/location/index.ts";
import { getMerchant, type Merchant } from "../../people/merchant/index.ts";
import { cameBy, cameFrom, isAvailable, isTaking } from "../payment/index.ts";
import {
  customerIndex,
  documentTax,
  getSale,
  type ImportedDocuments,
  priceSale,
  recordMode,
  type SaleFact,
  type SaleLine,
  type SaleMode,
} from "../sale/index.ts";
import { backToCustomer, valueMovesOf, withCardAccounts } from "../stored-value/index.ts";
import { refundKind } from "./booking.ts";
import { buyerOf } from "./buyer.ts";
import { type Claim, claimedOffline, signedIn } from "./claim.ts";
import {
  malformedRefund,
  NO_REFUNDS,
  type RefundFact,
  type RefundGuard,
  type RefundInput,
  type RefundLine,
  type RefundPayment,
  type RefundPaymentInput,
} from "./model.ts";
import { goodsOrigins, sharesOf, uncountable } from "./origins.ts";
import { refundGuard } from "./records.ts";
import { type DecidedRefund, decideRefund } from "./rules.ts";

/**
 * Records goods that come back and money that goes out. Of a sale, its guard decides in one transaction with the fact, so two
 * terminals together never give back more than was sold; without a sale it needs a permission of its own.
 * @param mode `happened`: recorded even beyond the guard, and flagged
 */
export async function refundSale(
  context: Context,
  input: RefundInput,
  mode: SaleMode = "live",
  documents: ImportedDocuments = {},
): Promise<Result<Recording<RefundFact>>> {
  authorize(context, permissionFor(input));
  return recordRefund(context, input, { mode, documents }, async () => signedIn(context));
}

/**
 * Records a refund that a terminal made and could not send at once. It is recorded beyond its guard and beyond the right of the
 * operator it names, each with an exception. Without a sale it is refused unless the token is of an operator who may do it:
 * a terminal's own token must not pay out money that no sale brought in.
 */
export async function refundOffline(context: Context, input: RefundInput): Promise<Result<Recording<RefundFact>>> {
  return recordRefund(context, input, { mode: "happened" }, async () => {
    if (!input.saleId && !can(context.caller, "refund:unlinked")) {
      const message = "A refund without a sale needs the token of an operator who may do it.";
      return { operator: {}, flags: [], failures: [failure("REFUND_NOT_ALLOWED", message, ["input", "saleId"])] };
    }
    return claimedOffline(context, input, permissionFor(input));
  });
}

/** Decides whether a copy has the same content. Whom it names as operator does not count: one stored request goes either way. */
export function refundFingerprint({ operatorId: _, ...content }: RefundInput): string {
  return requestHashOf(content as unknown as Json);
}

function permissionFor({ saleId }: RefundInput): "refund:create" | "refund:unlinked" {
  return saleId ? "refund:create" : "refund:unlinked";
}

/** An unknown customer's id is recorded as it was sent, so it must be one that can be stored. */
function customerProblems({ customerId }: RefundInput): Failure[] {
  const problem = customerId ? textProblem(customerId, LIMITS.codeCharactersMax) : undefined;
  return problem ? [failure("INVALID_CUSTOMER", `The id ${problem}.`, ["input", "customerId"])] : [];
}

interface RefundCircumstances {
  readonly mode: SaleMode;
  readonly documents?: ImportedDocuments;
}

/** Malformed content first, then the record by its id, then everything else. */
async function recordRefund(
  context: Context,
  sent: RefundInput,
  { mode, documents = {} }: RefundCircumstances,
  claim: () => Promise<Claim>,
): Promise<Result<Recording<RefundFact>>> {
  const problems = [...malformedRefund(sent), ...(mode === "live" ? [] : customerProblems(sent))];
  if (problems.length > 0) return refused(...problems);
  const input = await withCardAccounts(context, sent);
  const id = { merchantId: context.caller.merchantId, id: input.id, requestHash: refundFingerprint(input) };
  const guards = isId("sal", input.saleId ?? "") ? [{ guard: refundGuard, key: input.saleId ?? "" }] : [];
  const compose = async (read: GuardsRead) => {
    const claimed = await claim();
    if (claimed.failures.length > 0) return refused(...claimed.failures);
    return composeRefund(context, input, { mode, documents, requestHash: id.requestHash, claimed, read });
  };
  const options = { mode: recordMode(mode), index: customerIndex };
  return recordingOf(await recordComposed(context, refundKind, id, guards, compose, options));
}

/** What decides a refund beside its content. */
export interface ComposeOptions extends RefundCircumstances {
  readonly requestHash: string;
  readonly claimed: Claim;
  readonly read: GuardsRead;
  readonly exchangeId?: string;
}

/** The refund that follows from what was given back before. */
export async function composeRefund(
  context: Context,
  input: RefundInput,
  { mode, documents = {}, requestHash, claimed, read, exchangeId }: ComposeOptions,
): Promise<Result<RefundFact>> {
  const { table, caller, clock } = context;
  const merchant = await getMerchant(table, caller.merchantId);
  const sale = input.saleId ? await getSale(context, input.saleId) : undefined;
  if (input.saleId && !sale) return refused(failure("UNKNOWN_SALE", "There is no such sale.", ["input", "saleId"]));
  const location = await placeOf(context, input, sale);
  if (!location) return refused(failure("UNKNOWN_LOCATION", "There is no such location.", ["input", "locationId"]));
  const guard = sale ? (read.stateOf(refundGuard, sale.id) as RefundGuard) : NO_REFUNDS;
  const shares = sale ? sharesOf(input.lines, sale, guard) : [];
  const tooMuch = mode === "live" ? [] : uncountable(shares);
  if (tooMuch.length > 0) return refused(...tooMuch);
  const decided = sale
    ? decideRefund(input, sale, guard, {
        mode,
        cashStep: merchant.cashStep,
        origins: goodsOrigins(sale, shares),
      })
    : await priceUnlinked(context, input, {
        ...{ mode, documents, merchant, timeZone: location.timeZone, role: claimed.role },
      });
  const customerId = input.customerId || (sale && buyerOf(sale, guard));
  const payments = backToCustomer(decided.refund?.payments ?? [], customerId);
  const odd = [
    ...unavailableMethods(context, decided.refund ? payments : input.payments),
    ...(await unknownCustomer(context, input)),
    ...(documents.taxCodeId === undefined ? forbiddenBy(merchant, input, sale) : []),
  ];
  const failures = [...decided.failures, ...odd.filter(({ isRefused }) => isRefused || mode === "live")];
  const flags = onePerCode([...claimed.flags, ...decided.flags, ...(mode === "live" ? [] : odd.map(flagOf))]);
  if (!decided.refund || failures.length > 0) return refused(...failures);
  const ledger = { merchantId: merchant.id, ledgerId: location.id };
  const noRoom = await roomProblem(table, ledger, [decided.refund.total, paidOf(decided.refund)], ["input", "lines"]);
  if (noRoom) return refused(noRoom);
  const { id, occurredAt, reason } = input;
  const header = newFact(refundKind, originAt(context, location), {
    ...{ id, occurredAt, requestHash },
    ...(sale ? { notBefore: sale.occurredAt } : {}),
    recordedAt: clock.now(),
    lineCount: input.lines.length,
    mode: recordMode(mode),
    flags,
  });
  return ok({
    ...header,
    ...claimed.operator,
    ...(sale ? { relatedFactId: sale.id } : {}),
    ...(exchangeId === undefined ? {} : { exchangeId }),
    ...(customerId === undefined ? {} : { customerId }),
    currency: merchant.currency,
    digits: minorDigits(merchant.currency),
    ...decided.refund,
    payments,
    ...valueMovesOf(decided.refund.lines, payments),
    ...(reason ? { reason } : {}),
  });
}

/** What its payments come to: offline any sum. */
function paidOf({ payments }: Pick<RefundFact, "payments">): number {
  let paid = 0;
  for (const { amount } of payments) paid += amount;
  return paid;
}

/** At a terminal, goods return to its location; at the dashboard, to the sale's location or the one in the input. */
async function placeOf(
  context: Context,
  input: RefundInput,
  sale: SaleFact | undefined,
): Promise<Location | undefined> {
  const { caller } = context;
  const locationId = caller.kind === "staff" ? input.locationId || sale?.locationId : caller.locationId;
  return locationId === undefined ? undefined : getLocation(context, locationId);
}

/** What refuses a live refund, and is recorded with an exception when it has happened, unless `isRefused` in any case. */
interface Odd extends Failure {
  readonly code: FailureCode & ExceptionCode;
  readonly isRefused: boolean;
  readonly flagDetails?: Flag["details"];
}

function flagOf({ code, message, flagDetails }: Odd): Flag {
  return { code, message, ...(flagDetails ? { details: flagDetails } : {}) };
}

/** What the merchant's settings do not allow. */
function forbiddenBy(
  { refundsToSameMethod, refundNeedsCustomer }: Merchant,
  { customerId, payments }: RefundInput,
  sale: SaleFact | undefined,
): Odd[] {
  if (sale === undefined) {
    if (!refundNeedsCustomer || customerId) return [];
    const message = "A refund without a sale names its customer.";
    return [{ ...failure("REFUND_WITHOUT_CUSTOMER", message, ["input", "customerId"]), isRefused: false }];
  }
  if (!refundsToSameMethod) return [];
  return payments.flatMap(({ method, paymentId, amount, account }, index): Odd[] => {
    const of = paymentId ? sale.payments.find(({ id }) => id === paymentId) : sale.payments[0];
    if (!of || !isTaking(method) || amount === 0) return [];
    const { account: from } = cameFrom(of);
    const isOtherCard = account !== undefined && from !== undefined && account.id !== from.id;
    if (cameBy(of) === method && !isOtherCard) return [];
    const path = ["input", "payments", String(index), cameBy(of) === method ? "giftCard" : "method"];
    const paid = cameBy(of);
    const message = `What was paid by ${paid} is given back by it.`;
    const flagDetails = { method: { text: method }, paid: { text: paid } };
    return [{ ...failure("REFUND_TO_OTHER_METHOD", message, path), isRefused: false, flagDetails }];
  });
}

/** Cash is in a drawer: without a terminal no drawer can pay it out. */
function unavailableMethods({ caller }: Context, payments: readonly (RefundPayment | RefundPaymentInput)[]): Odd[] {
  return payments.flatMap((payment, index) => {
    const { method } = payment;
    const hasNoDrawer = method === "CASH" && caller.kind === "staff";
    if (isAvailable(payment) && !hasNoDrawer) return [];
    const path = ["input", "payments", String(index), "method"];
    return [
      {
        ...failure("METHOD_NOT_AVAILABLE", `${method} cannot be given back here.`, path),
        isRefused: caller.kind === "staff",
      },
    ];
  });
}

async function unknownCustomer({ table, caller }: Context, { customerId }: RefundInput): Promise<Odd[]> {
  if (!customerId) return [];
  if (await customerExists(table, caller.merchantId, customerId)) return [];
  const message = `There is no customer ${customerId}.`;
  return [{ ...failure("UNKNOWN_CUSTOMER", message, ["input", "customerId"]), isRefused: false }];
}

/** An exception is known by its fact and its code: however often a code applies, it is flagged once. */
function onePerCode(flags: readonly Flag[]): Flag[] {
  return [...new Map(flags.map((flag) => [flag.code, flag])).values()];
}

interface UnlinkedOptions extends Required<RefundCircumstances> {
  readonly merchant: Merchant;
  /** Of the location that the goods come back to. */
  readonly timeZone: string;
  readonly role: Role | undefined;
}

/** Without a sale, goods are priced as if they were sold now, and everything is turned round. */
async function priceUnlinked(
  context: Context,
  input: RefundInput,
  { mode, documents, merchant, timeZone, role }: UnlinkedOptions,
): Promise<DecidedRefund> {
  const { table } = context;
  // Another system decided on an import's documents, and knows what their goods cost.
  const isImported = documents.taxCodeId !== undefined;
  const digits = minorDigits(merchant.currency);
  const [variants, taxes, buyer] = await Promise.all([
    findVariants(
      table,
      merchant.id,
      input.lines.map(({ variant }) => variant ?? {}),
    ),
    getTaxes(table, merchant.id),
    input.customerId && !isImported ? buyerFor(table, merchant.id, input.customerId) : undefined,
  ]);
  const asSale = { ...input, sequence: 1 };
  const priced = priceSale(asSale, {
    mode,
    variants,
    taxes,
    ...{ timeZone, digits, cashStep: merchant.cashStep, mayOverridePrice: true },
    ...(buyer?.taxExemption === undefined ? {} : { taxExemption: buyer.taxExemption }),
    ...documentTax(documents),
  });
  if (!priced.sale || priced.failures.length > 0) return { failures: priced.failures, flags: [] };
  const { sale } = priced;
  /** Goods that no sale's entry has a cost of. */
  const restockedAt = (variant: Variant | undefined, back: number): FallbackCost => {
    if (!variant?.stocked) return {};
    const { costUnknown, ...fallback } = fallbackCostOf(variant, back, digits);
    return { ...fallback, ...(costUnknown && !isImported ? { costUnknown } : {}) };
  };
  const lines = sale.lines.map(
    ({ description, unit, pack, unitPrice, taxes, variantId, sku, quantity, total, stocked }, index): RefundLine => {
      const back = present(parseQuantity(quantity), "a well-formed quantity");
      return {
        ...(variantId === undefined ? {} : { variantId }),
        ...(sku === undefined ? {} : { sku }),
        description,
        quantity: formatQuantity(-back),
        ...(unit === undefined ? {} : { unit }),
        ...(pack === undefined ? {} : { pack }),
        unitPrice,
        taxes: taxes.map((tax) => ({ ...tax, amount: 0 - tax.amount })),
        total: 0 - total,
        ...(stocked ? { stocked } : {}),
        ...(input.lines[index]?.writeOff ? { writtenOff: true } : restockedAt(variants[index], inUnits(back, pack))),
      };
    },
  );
  const payments = input.payments.map(({ id, method, amount, reference, account }) => ({
    ...{ id, method, amount: 0 - amount },
    ...(reference ? { reference } : {}),
    ...(account ? { account } : {}),
  }));
  const { taxTotal, rounding, total } = sale;
  const above = isImported ? undefined : aboveLimit(total, merchant, role);
  if (above && mode === "live")
    return { failures: [failure(above.code, above.message, ["input", "lines"])], flags: [] };
  return {
    refund: { lines, payments, taxTotal: 0 - taxTotal, rounding: 0 - rounding, total: 0 - total },
    failures: [],
    flags: [...priced.flags, ...(above ? [above] : []), ...(isImported ? [] : abovePrice(sale.lines, variants))],
  };
}

/** A refund without a sale gives back more for an article than it costs, or cost lately: a manager has to know of it. */
function abovePrice(lines: readonly SaleLine[], variants: readonly (Variant | undefined)[]): Flag[] {
  for (const [index, { pack, unitPrice }] of lines.entries()) {
    const variant = variants[index];
    const priced = variant && pack ? variant.packs?.find(({ size }) => size === pack.size) : variant;
    if (!variant || !priced || present(parsePrice(unitPrice), "a well-formed price") <= highestPrice(priced)) continue;
    const [{ sku }, { unitPrice: catalog }] = [variant, priced];
    const details = { sku: { text: sku }, charged: { price: unitPrice }, catalog: { price: catalog } };
    return [
      { code: "REFUND_ABOVE_PRICE", message: `${sku} was refunded at ${unitPrice}; its price is ${catalog}.`, details },
    ];
  }
  return [];
}

function aboveLimit(total: number, { limits }: Merchant, role: Role = "CASHIER") {
  const limit = limits?.[role]?.unlinkedRefund;
  if (limit === undefined || total <= limit) return undefined;
  const message = `The refund comes to ${total}; without a sale it may come to ${limit}.`;
  const details = { total: { amount: total }, limit: { amount: limit } };
  return { code: "REFUND_ABOVE_LIMIT", message, details } as const;
}
