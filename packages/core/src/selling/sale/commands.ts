import { canonicalContent, type Json } from "../../base/canonical.ts";
import { runInOrder } from "../../base/in-order.ts";
import { LIMITS } from "../../base/limits.ts";
import { minorDigits } from "../../base/money.ts";
import { parseQuantity } from "../../base/quantity.ts";
import { type Failure, failure, present, RequestError } from "../../base/result.ts";
import { buyerFor } from "../../customers/customer/index.ts";
import { type Departments, findVariants, packSizeOf, type Variant } from "../../goods/catalog/index.ts";
import { type PriceListSet, readPriceListSet } from "../../goods/price-list/index.ts";
import {
  endedPromotions,
  type PromotionSet,
  promotionSet,
  promotionsKey,
  readPromotionSet,
} from "../../goods/promotion/index.ts";
import { shortages } from "../../goods/stock/index.ts";
import type { Taxes } from "../../goods/tax/index.ts";
import { readTaxes, taxesKey } from "../../goods/tax/index.ts";
import {
  type Flag,
  newFact,
  operatorNamed,
  type RecordMode,
  readFact,
  record,
  roomProblem,
  sha256,
} from "../../ledger/index.ts";
import {
  type Context,
  can,
  covering,
  type OperatorCaller,
  type Role,
  type TerminalCaller,
  type TerminalSeen,
} from "../../people/access/index.ts";
import { type Location, locationKey, originAt, readLocation } from "../../people/location/index.ts";
import { type Merchant, merchantKey, readMerchant } from "../../people/merchant/index.ts";
import { readStaff, staffKey } from "../../people/staff/index.ts";
import { isSelling, pairingFlags, readTerminal, signInFlags, terminalKey } from "../../people/terminal/index.ts";
import type { Payment } from "../payment/index.ts";
import { countGuess, guessesExhausted, withCardAccounts } from "../stored-value/index.ts";
import { saleKind } from "./booking.ts";
import type { SaleMode } from "./findings.ts";
import { type AdjustmentInput, malformed, type SaleFact, type SaleInput } from "./model.ts";
import { timesCompared } from "./previous.ts";
import { departmentsOf, quoteAsked } from "./price-query.ts";
import { quarantine } from "./quarantine.ts";
import { customerIndex } from "./records.ts";
import { onAccount, rightsOfRole } from "./rights.ts";
import { type PricedSale, type PricingFacts, priceSale, type SellingRights } from "./rules.ts";

/** What became of a sale that was sent. `refused` and `full` recorded nothing. */
export type SaleOutcome =
  | { readonly status: "recorded" | "replayed"; readonly sale: SaleFact }
  | { readonly status: "quarantined" | "full" | "refused"; readonly failures: readonly Failure[] };

type SellingCaller = OperatorCaller | TerminalCaller;

/** A sale at the counter: priced and checked by the server, recorded once. Needs an operator's token. */
export async function completeSale(context: Context, input: SaleInput): Promise<SaleOutcome> {
  const { caller } = context;
  if (caller.kind !== "operator") throw new RequestError("FORBIDDEN", "A live sale needs an operator's token.");
  if (!can(caller, "sale:create")) throw new RequestError("FORBIDDEN", "This needs the permission sale:create.");
  checkListLengths([input]);
  const [shop, [variants = []]] = await Promise.all([loadShop(context, caller, [input]), variantsOf(context, [input])]);
  return recordSale(context, caller, { ...shop, variants }, input, "live");
}

/** What an import knows of documents beside their content, so that it does not count for the idempotency fingerprint. */
export interface ImportedDocuments {
  /** The tax code of every line, whatever its variant has: what another system charged is not taxed again. */
  readonly taxCodeId?: string;
}

/** Sales that have happened: recorded whatever is odd about them. The answers stand in the order sent. */
export async function syncSales(
  context: Context,
  inputs: readonly SaleInput[],
  documents: ImportedDocuments = {},
): Promise<SaleOutcome[]> {
  if (context.caller.kind === "staff")
    throw new RequestError("FORBIDDEN", "Sales are sent with a terminal's or an operator's token.");
  if (inputs.length > LIMITS.batchSalesMax)
    throw new RequestError("BAD_REQUEST", `A batch has at most ${LIMITS.batchSalesMax} sales.`);
  checkListLengths(inputs);
  const recordAt = await readySales(context, inputs, documents);
  return runInOrder(
    inputs,
    ({ id }) => [id],
    (_, index) => recordAt(index),
  );
}

/**
 * Reads at once what the offline sales of a batch need.
 * @returns records the sale at an index of the batch
 * @throws RequestError FORBIDDEN for callers without a terminal
 */
export async function readySales(
  context: Context,
  inputs: readonly SaleInput[],
  documents: ImportedDocuments = {},
): Promise<(index: number) => Promise<SaleOutcome>> {
  const { caller } = context;
  if (caller.kind === "staff")
    throw new RequestError("FORBIDDEN", "Sales are sent with a terminal's or an operator's token.");
  const [loaded, variantsOfSales] = await Promise.all([loadShop(context, caller, inputs), variantsOf(context, inputs)]);
  const shop = await withEndedPromotions(context, loaded, inputs);
  const timeFlags = isSelling(shop.terminal) ? await timesCompared(context, caller, inputs) : () => [];
  return (index) => {
    const input = present(inputs[index], "a sale of the batch");
    const known = { ...shop, variants: variantsOfSales[index] ?? [], timeFlags, documents };
    return recordSale(context, caller, known, input, "happened");
  };
}

function checkListLengths(inputs: readonly SaleInput[]): void {
  if (inputs.some(({ lines }) => lines.length > LIMITS.saleLinesMax)) {
    throw new RequestError("BAD_REQUEST", `A sale has at most ${LIMITS.saleLinesMax} lines.`);
  }
}

/** What the sales of a terminal need to know. */
interface Shop {
  readonly merchant: Merchant;
  readonly location: Location;
  readonly terminal: TerminalSeen;
  readonly taxes: Taxes;
  readonly promotions: PromotionSet;
  readonly lists: PriceListSet;
  readonly departments: Departments;
}

/** And what one sale needs besides: the variant of each line, undefined where not found. */
interface KnownToSale extends Shop {
  readonly variants: readonly (Variant | undefined)[];
  readonly documents?: ImportedDocuments;
  /** What is odd about the time of an offline sale. */
  readonly timeFlags?: (input: SaleInput) => readonly Flag[];
  readonly exchange?: Exchanged;
}

/** The exchange that a sale is a half of, and what the goods that come back pay of its total. */
interface Exchanged {
  readonly id: string;
  readonly payments: (total: number) => readonly Payment[];
}

async function loadShop(context: Context, caller: SellingCaller, inputs: readonly SaleInput[]): Promise<Shop> {
  const { merchantId, locationId, terminalId } = caller;
  const [[merchant, location, taxes, promotions, terminal], departments] = await Promise.all([
    context.table.batchGet([
      merchantKey(merchantId),
      locationKey(merchantId, locationId),
      taxesKey(merchantId),
      promotionsKey(merchantId),
      ...(caller.terminal ? [] : [terminalKey(merchantId, terminalId)]),
    ]),
    departmentsOf(context, inputs),
  ]);
  return {
    merchant: readMerchant(merchant),
    location: readLocation(present(location, "the terminal's location")),
    terminal: caller.terminal ?? readTerminal(present(terminal, "the terminal")),
    taxes: readTaxes(taxes),
    promotions: readPromotionSet(promotions),
    lists: readPriceListSet(promotions),
    departments,
  };
}

/** What happened long ago may name a promotion that every sale read then and none reads now. */
async function withEndedPromotions(
  { table, caller }: Context,
  shop: Shop,
  inputs: readonly SaleInput[],
): Promise<Shop> {
  const { byId, byCoupon, ready, endedGroups } = shop.promotions;
  const stated = inputs.flatMap(({ adjustments = [], lines }) => [
    ...adjustments,
    ...lines.flatMap((line) => line.adjustments ?? []),
  ]);
  const isThere = ({ promotionId, couponCode }: AdjustmentInput) =>
    (promotionId === undefined || byId.has(promotionId)) && (couponCode === undefined || byCoupon.has(couponCode));
  if (stated.every(isThere)) return shop;
  const ended = await endedPromotions(table, caller.merchantId);
  return { ...shop, promotions: promotionSet([...ready.map(({ promotion }) => promotion), ...ended], endedGroups) };
}

/** The variants of all lines of all sales, read together. */
async function variantsOf(
  { table, caller }: Context,
  inputs: readonly SaleInput[],
): Promise<(Variant | undefined)[][]> {
  const bys = inputs.flatMap(({ lines }) => lines.map(({ variant }) => variant ?? {}));
  const found = await findVariants(table, caller.merchantId, bys);
  let from = 0;
  return inputs.map(({ lines }) => {
    from += lines.length;
    return found.slice(from - lines.length, from);
  });
}

async function recordSale(
  context: Context,
  caller: SellingCaller,
  known: KnownToSale,
  sent: SaleInput,
  mode: SaleMode,
): Promise<SaleOutcome> {
  const problems = malformed(sent);
  if (problems.length > 0) return { status: "refused", failures: problems };
  const input = await withCardAccounts(context, sent);
  const requestHash = saleFingerprint(input, caller.terminalId);
  const paysByCard = mode === "live" && input.payments.some(({ account }) => account !== undefined);
  const exhausted = paysByCard ? await guessesExhausted(context) : [];
  if (exhausted.length > 0) return refusal(context, caller, input, requestHash, exhausted);
  const { fact, failures } = await composeSale(context, caller, known, input, mode, requestHash);
  if (!fact) return refusal(context, caller, input, requestHash, failures);
  const result = await record(context, saleKind, fact, { mode: recordMode(mode), index: customerIndex });
  if (result.status === "refused") {
    if (result.failures.some(({ code }) => code === "UNKNOWN_GIFT_CARD")) await countGuess(context);
    return { status: "refused", failures: result.failures };
  }
  if (result.status === "conflict")
    return quarantine(context, result.fact, { input, requestHash, terminalId: caller.terminalId });
  return { status: result.status, sale: result.fact };
}

/**
 * The idempotency fingerprint: every field that is present, by name, and the terminal. Who was signed in and which
 * mutation was used do not count, for a terminal sends one stored row both ways.
 */
function saleFingerprint(input: SaleInput, terminalId: string): string {
  const content = { ...(input as unknown as { [name: string]: Json }), operatorId: undefined, terminalId };
  return `h1:${sha256(canonicalContent(content))}`;
}

/** Before a refusal leaves, the record is looked up: the first answer may have been lost on the way. */
async function refusal(
  context: Context,
  caller: SellingCaller,
  input: SaleInput,
  requestHash: string,
  failures: readonly Failure[],
): Promise<SaleOutcome> {
  const stored = await readFact<SaleFact>(context.table, caller.merchantId, input.id);
  if (!stored) return { status: "refused", failures };
  if (stored.fact.requestHash === requestHash) return { status: "replayed", sale: stored.fact };
  return quarantine(context, stored.fact, { input, requestHash, terminalId: caller.terminalId });
}

interface Composed {
  readonly fact?: SaleFact;
  readonly failures: readonly Failure[];
}

/**
 * Reads once what the sale of an exchange needs, which is recorded together with the refund.
 * @returns composes the sale, given what comes back
 * @throws RequestError FORBIDDEN for callers who may not sell
 */
export async function readySaleOfExchange(
  context: Context,
  input: SaleInput,
  mode: SaleMode,
): Promise<(exchange: Exchanged, requestHash: string) => Promise<Composed>> {
  const { caller } = context;
  if (caller.kind === "staff" || (mode === "live" && !can(caller, "sale:create")))
    throw new RequestError("FORBIDDEN", "An exchange needs the token of an operator who may sell.");
  checkListLengths([input]);
  const [loaded, [variants = []]] = await Promise.all([
    loadShop(context, caller, [input]),
    variantsOf(context, [input]),
  ]);
  const shop = mode === "happened" ? await withEndedPromotions(context, loaded, [input]) : loaded;
  const compared = mode === "happened" ? await timesCompared(context, caller, [input]) : () => [];
  const known = { ...shop, variants, timeFlags: compared };
  return (exchange, requestHash) => composeSale(context, caller, { ...known, exchange }, input, mode, requestHash);
}

async function composeSale(
  context: Context,
  caller: SellingCaller,
  known: KnownToSale,
  input: SaleInput,
  mode: SaleMode,
  requestHash: string,
): Promise<Composed> {
  const { clock } = context;
  const { merchant, location, terminal, taxes, promotions, lists, variants, departments, documents, exchange } = known;
  const people = await checkPeople(context, caller, terminal, input, mode);
  const recordedAt = clock.now();
  const digits = minorDigits(merchant.currency);
  // Added to, not spread: see below.
  const facts: PricingFacts = {
    mode,
    recordedAt,
    variants,
    departments,
    taxes,
    timeZone: location.timeZone,
    digits,
    cashStep: merchant.cashStep,
    ways: merchant,
    ...(merchant.scaleLayouts === undefined ? {} : { scaleLayouts: merchant.scaleLayouts }),
    ...sellingRights(merchant, terminal, people.role),
    ...documentTax(documents),
    // Documents of another system had that system's promotions.
    ...(isSelling(terminal) ? promotionsAndTax({ set: promotions, lists, location }, people.buyer) : {}),
    ...onAccount(input, people.buyer),
    ...(exchange === undefined ? {} : { exchanged: exchange.payments }),
    ...(input.quoteId ? { quoted: await quoteAsked(context, location, input.quoteId, input.occurredAt) } : {}),
  };
  const pricing = priceSale(input, facts);
  const unknownVariant = pricing.failures.filter(({ code }) => code === "UNKNOWN_VARIANT");
  const failures = unknownVariant.length > 0 ? unknownVariant : [...pricing.failures, ...people.failures];
  const noRoom =
    pricing.sale && (await roomProblem(context.table, ledgerAt(context, location), ...moved(pricing.sale)));
  if (noRoom) failures.push(noRoom);
  if (mode === "live" && merchant.refusesOutOfStock) failures.push(...(await outOfStock(context, known, input)));
  if (!pricing.sale || failures.length > 0) return { failures };
  const header = newFact(
    saleKind,
    { ...originAt(context, location), ...people.operator },
    {
      ...{ id: input.id, occurredAt: input.occurredAt, recordedAt, requestHash },
      lineCount: input.lines.length,
      mode: recordMode(mode),
      flags: [...pricing.flags, ...people.flags, ...(mode === "live" ? [] : timeFlags(known, input))],
    },
  );
  // Added to the header, not spread with it into a copy: of so many fields V8 makes a dictionary, and each sale took 20 µs more.
  const fact: SaleFact = Object.assign(header, {
    terminalId: caller.terminalId,
    ...(input.customerId ? { customerId: input.customerId } : {}),
    sequence: input.sequence,
    receiptNumber: `${terminal.code}-${input.sequence}`,
    ...(terminal.kind === "IMPORT" ? { numberIsForeign: true as const } : {}),
    currency: merchant.currency,
    digits,
    pricesIncludeTax: taxes.regime.pricesIncludeTax,
    ...(input.note ? { note: input.note } : {}),
    ...(exchange === undefined ? {} : { exchangeId: exchange.id }),
    ...(input.quoteId ? { quoteId: input.quoteId } : {}),
    ...pricing.sale,
  });
  return { fact, failures: [] };
}

/** What the merchant does not sell below its level. Only where this is asked for, a sale reads levels. */
async function outOfStock(
  { table, caller }: Context,
  { location, variants }: KnownToSale,
  { lines }: SaleInput,
): Promise<Failure[]> {
  const wanted = lines.flatMap((line, index) => {
    const variant = variants[index];
    if (!variant?.stocked) return [];
    const units = (parseQuantity(line.quantity) ?? 0) * (packSizeOf(line, variant.packs) ?? 1);
    return [{ index, variantId: variant.id, quantity: units }];
  });
  const short = await shortages(table, { merchantId: caller.merchantId, locationId: location.id }, wanted);
  return [...short].map(([index, onHand]) =>
    failure("OUT_OF_STOCK", `There are ${onHand} of ${variants[index]?.sku} in stock.`, [
      ...["input", "lines", String(index), "quantity"],
    ]),
  );
}

/** For the pricing of imported documents. */
export function documentTax({ taxCodeId }: ImportedDocuments = {}): Pick<PricingFacts, "documentTaxCodeId"> {
  return taxCodeId === undefined ? {} : { documentTaxCodeId: taxCodeId };
}

function timeFlags({ terminal, timeFlags: compared }: KnownToSale, input: SaleInput): Flag[] {
  return [...pairingFlags(terminal, input.occurredAt), ...(compared?.(input) ?? [])];
}

function ledgerAt({ caller }: Context, { id }: Location) {
  return { merchantId: caller.merchantId, ledgerId: id };
}

/** What a sale moves on an account, and which field of it does: offline its payments may come to any sum. */
function moved({ subtotal, total, payments }: PricedSale): [amounts: number[], path: string[]] {
  let paid = 0;
  for (const { amount } of payments) paid += amount;
  return [
    [subtotal, total, paid],
    ["input", paid > Math.max(subtotal, total) ? "payments" : "lines"],
  ];
}

export function recordMode(mode: SaleMode): RecordMode {
  return mode === "live" ? "online" : "offline";
}

/**
 * What the operator of a sale may do. Documents of another system followed that system's rules.
 * @param role undefined: the sale names no operator who is known here, which gives the least rights
 */
function sellingRights(merchant: Merchant, terminal: TerminalSeen, role: Role = "CASHIER"): SellingRights {
  if (!isSelling(terminal)) return { mayOverridePrice: true };
  return rightsOfRole(merchant, role);
}

function promotionsAndTax(promotions: NonNullable<PricingFacts["promotions"]>, buyer: Buyer | undefined) {
  const { groupIds = [], taxExemption } = buyer ?? {};
  return { promotions: { ...promotions, groupIds }, ...(taxExemption === undefined ? {} : { taxExemption }) };
}

type Buyer = Awaited<ReturnType<typeof buyerFor>>;

/** Whom a sale names: the operator who sold, the customer who bought. */
async function checkPeople(
  context: Context,
  caller: SellingCaller,
  terminal: TerminalSeen,
  input: SaleInput,
  mode: SaleMode,
) {
  const failures: Failure[] = [];
  const flags: Flag[] = [];
  const buyer = input.customerId ? await buyerFor(context.table, caller.merchantId, input.customerId) : undefined;
  if (input.customerId && buyer === undefined) {
    const message = `There is no customer ${input.customerId}.`;
    if (mode === "live") failures.push(failure("UNKNOWN_CUSTOMER", message, ["input", "customerId"]));
    else flags.push({ code: "UNKNOWN_CUSTOMER", message });
  }
  const signedIn = caller.kind === "operator" ? caller.staffId : undefined;
  const named = mode === "happened" && input.operatorId ? input.operatorId : undefined;
  const operator = operatorNamed(named, signedIn);
  const known = { failures, flags, operator, buyer };
  if (named === undefined || named === signedIn)
    return { ...known, role: caller.kind === "operator" ? caller.role : undefined };
  const item = await context.table.get(staffKey(caller.merchantId, named));
  if (item) flags.push(...(await signInFlags(context, terminal, { operatorId: named, occurredAt: input.occurredAt })));
  else flags.push({ code: "UNKNOWN_OPERATOR", message: `There is no operator ${named}.` });
  const staff = item && readStaff(item);
  const isAtWork = staff && !staff.disabled && covering(staff.coverage, caller.locationId);
  return { ...known, role: isAtWork ? staff.role : undefined };
}
