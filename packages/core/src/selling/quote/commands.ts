import { businessTime } from "../../base/business-day.ts";
import type { Json } from "../../base/canonical.ts";
import { failure, ok, present, type Result, refused } from "../../base/result.ts";
import { buyerFor } from "../../customers/customer/index.ts";
import { getTaxes } from "../../goods/tax/index.ts";
import { authorize, type Context, requestHashOf } from "../../people/access/index.ts";
import { getLocation, type Location } from "../../people/location/index.ts";
import { TABLE_LIMITS } from "../../table/port/limits.ts";
import { sizeOf } from "../../table/port/size.ts";
import { retrying } from "../../table/port/versioned.ts";
import { type CartPriced, priceCart, type Quote, quoteItem, quoteWrites } from "../sale/index.ts";
import { cartOfQuote, type QuoteInput, quoteProblems } from "./model.ts";
import { findQuote, type QuoteSeen, quotesSeen } from "./queries.ts";

/** What became of a quote, and whether the same request had done it before. */
export interface QuoteChange {
  readonly quote: QuoteSeen;
  readonly replayed: boolean;
}

/** It is one item, to which its end is added. */
const BYTES_MAX = TABLE_LIMITS.itemBytesMax - 1024;

/** Prices a cart as a sale of now would be, and holds that until a day. Nothing of it is in the books. */
export async function createQuote(context: Context, input: QuoteInput): Promise<Result<QuoteChange>> {
  authorize(context, "sale:quote");
  const { table, clock, caller } = context;
  const location = await locationOf(context, input.locationId);
  if (!location.ok) return location;
  const createdAt = clock.now();
  const problems = quoteProblems(input, businessTime(createdAt, location.value).day);
  if (problems.length > 0) return refused(...problems);
  const terminalId = caller.kind === "staff" ? undefined : caller.terminalId;
  const { id: locationId } = location.value;
  const requestHash = requestHashOf({ ...input, terminalId: terminalId ?? null } as unknown as Json);
  const recorded = () => recordedBefore(context, input.id, requestHash);
  const before = await recorded();
  if (before) return before;
  const { customerId } = input;
  if (customerId && !(await buyerFor(table, caller.merchantId, customerId)))
    return refused(failure("UNKNOWN_CUSTOMER", `There is no customer ${customerId}.`, ["input", "customerId"]));
  const priced = await priceCart(context, { input: cartOfQuote(input, createdAt), locationId });
  if (!priced.sale || priced.failures.length > 0) return refused(...priced.failures);
  const taxes = await getTaxes(table, caller.merchantId);
  const quote: Quote = {
    ...{ id: input.id, locationId, createdAt, validUntil: input.validUntil, version: 1 },
    ...(terminalId === undefined ? {} : { terminalId }),
    ...(caller.kind === "terminal" ? {} : { operatorId: caller.staffId }),
    ...(input.customerId ? { customerId: input.customerId } : {}),
    ...(input.note ? { note: input.note } : {}),
    ...{ currency: priced.sale.currency, pricesIncludeTax: taxes.regime.pricesIncludeTax },
    held: heldOf(priced.sale),
  };
  const { value: at } = location;
  if (sizeOf(quoteItem(caller.merchantId, { quote, requestHash })) > BYTES_MAX)
    return refused(
      failure("INVALID_LINES", "The texts of the lines are longer than can be quoted.", ["input", "lines"]),
    );
  return retrying(clock, "quote", async () => {
    const { ok: isWritten } = await table.transact(quoteWrites(caller.merchantId, { quote, requestHash }));
    return isWritten ? changed(context, at, quote, false) : recorded();
  });
}

/** A terminal's location is its own. */
async function locationOf(context: Context, named = ""): Promise<Result<Location>> {
  const { caller } = context;
  const location = await getLocation(context, caller.kind === "staff" ? named : caller.locationId);
  if (location) return ok(location);
  return refused(failure("UNKNOWN_LOCATION", "There is no such location.", ["input", "locationId"]));
}

async function recordedBefore(
  context: Context,
  id: string,
  requestHash: string,
): Promise<Result<QuoteChange> | undefined> {
  const known = await findQuote(context, id);
  if (!known) return undefined;
  const location = await getLocation(context, known.quote.locationId);
  if (location && known.requestHash === requestHash) return changed(context, location, known.quote, true);
  return refused(failure("ID_CONFLICT", "Another quote was made with this id.", ["input", "id"]));
}

async function changed(
  context: Context,
  location: Location,
  quote: Quote,
  replayed: boolean,
): Promise<Result<QuoteChange>> {
  const [seen] = await quotesSeen(context, location, [quote]);
  return ok({ quote: present(seen, "the quote"), replayed });
}

function heldOf(sale: NonNullable<CartPriced["sale"]>): Quote["held"] {
  const { taxExemption, lines, discounts, coupons, subtotal, discountTotal, taxTotal, total } = sale;
  return {
    ...(taxExemption === undefined ? {} : { taxExemption }),
    ...(discounts === undefined ? {} : { discounts }),
    ...(coupons === undefined ? {} : { coupons }),
    ...{ lines, subtotal, discountTotal, taxTotal, total },
  };
}

/** Ends a quote that is not sold. Sent twice, it is cancelled once. */
export async function cancelQuote(
  context: Context,
  { quoteId }: { readonly quoteId: string },
): Promise<Result<QuoteChange>> {
  authorize(context, "sale:quote");
  const { table, clock, caller } = context;
  const path = ["input", "quoteId"];
  return retrying(clock, "quote", async () => {
    const stored = await findQuote(context, quoteId);
    const location = stored && (await getLocation(context, stored.quote.locationId));
    if (!location) return refused(failure("UNKNOWN_QUOTE", "There is no such quote.", path));
    const { quote, requestHash } = stored;
    const [seen] = await quotesSeen(context, location, [quote]);
    if (seen?.state === "SOLD") return refused(failure("QUOTE_SOLD", "The quote was sold before.", path));
    if (seen !== undefined && seen.deposited > 0)
      return refused(failure("QUOTE_HAS_DEPOSIT", `${seen.deposited} are deposited: give that back first.`, path));
    if (quote.cancelledAt !== undefined) return changed(context, location, quote, true);
    const cancelled: Quote = { ...quote, cancelledAt: clock.now(), version: quote.version + 1 };
    const { ok: isWritten } = await table.write({
      op: "put",
      item: quoteItem(caller.merchantId, { quote: cancelled, requestHash }),
      if: { is: "equal", to: { version: quote.version } },
    });
    return isWritten ? changed(context, location, cancelled, false) : undefined;
  });
}
