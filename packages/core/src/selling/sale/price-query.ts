import { businessTime } from "../../base/business-day.ts";
import { LIMITS } from "../../base/limits.ts";
import { minorDigits } from "../../base/money.ts";
import { type Failure, failure, ok, RequestError, type Result, refused } from "../../base/result.ts";
import { notAhead } from "../../base/time.ts";
import { buyerFor } from "../../customers/customer/index.ts";
import { type Departments, findDepartments, findVariants } from "../../goods/catalog/index.ts";
import { readPriceListSet } from "../../goods/price-list/index.ts";
import {
  couponGuard,
  type Promotion,
  promotionSet,
  promotionsKey,
  readCouponUses,
  readPromotions,
  type UsedCoupon,
} from "../../goods/promotion/index.ts";
import { getTaxes } from "../../goods/tax/index.ts";
import type { Context } from "../../people/access/index.ts";
import { getLocation, type Location } from "../../people/location/index.ts";
import { merchantKey, readMerchant } from "../../people/merchant/index.ts";
import { deposited, withCardAccounts } from "../stored-value/index.ts";
import type { QuoteAsked } from "./held.ts";
import { malformed, type SaleInput } from "./model.ts";
import { quoteKey, readQuote } from "./quote-records.ts";
import { onAccount, rightsOfRole } from "./rights.ts";
import { type PricedSale, priceSale } from "./rules.ts";

/** A cart to price. */
export interface CartToPrice {
  readonly input: SaleInput;
  /** Needed by staff; a terminal's is its own. */
  readonly locationId?: string;
  /** Promotions that count as if they were switched on and were between their first and last day. */
  readonly testedIds?: readonly string[];
}

export interface CartPriced {
  /** Absent: it cannot be priced. */
  readonly sale?: PricedSale & { readonly id: string; readonly currency: string };
  /** Why a live sale of it would be refused; payments are not looked at where there are none. */
  readonly failures: readonly Failure[];
}

/** Prices a cart as a live sale would be, and records nothing. */
export async function priceCart(
  context: Context,
  { input: sent, locationId, testedIds = [] }: CartToPrice,
): Promise<CartPriced> {
  const { table, caller } = context;
  if (sent.lines.length > LIMITS.saleLinesMax)
    throw new RequestError("BAD_REQUEST", `A sale has at most ${LIMITS.saleLinesMax} lines.`);
  const problems = malformed(sent);
  if (problems.length > 0) return { failures: problems };
  const input = await withCardAccounts(context, sent);
  const location = await locationOf(context, locationId);
  if (!location.ok) return { failures: location.failures };
  const { customerId, quoteId, occurredAt } = input;
  const [merchantItem, promotionsItem, taxes, buyer, quoted, variants, departments] = await Promise.all([
    table.get(merchantKey(caller.merchantId)),
    table.get(promotionsKey(caller.merchantId)),
    getTaxes(table, caller.merchantId),
    customerId === undefined ? undefined : buyerFor(table, caller.merchantId, customerId),
    quoteId ? quoteAsked(context, location.value, quoteId, occurredAt) : undefined,
    findVariants(
      table,
      caller.merchantId,
      input.lines.map(({ variant }) => variant ?? {}),
    ),
    departmentsOf(context, [input]),
  ]);
  const merchant = readMerchant(merchantItem);
  const { promotions, endedGroups } = readPromotions(promotionsItem);
  const { sale, failures } = priceSale(input, {
    mode: "live",
    variants,
    departments,
    taxes,
    timeZone: location.value.timeZone,
    digits: minorDigits(merchant.currency),
    cashStep: merchant.cashStep,
    ways: merchant,
    ...(merchant.scaleLayouts === undefined ? {} : { scaleLayouts: merchant.scaleLayouts }),
    ...rightsOfRole(merchant, caller.kind === "terminal" ? "CASHIER" : caller.role),
    promotions: {
      set: promotionSet(
        Object.values(promotions).map((one) => tested(one, testedIds)),
        endedGroups,
      ),
      lists: readPriceListSet(promotionsItem),
      location: location.value,
      groupIds: buyer?.groupIds ?? [],
    },
    ...(quoted === undefined ? {} : { quoted }),
    ...onAccount(input, buyer),
    ...(buyer?.taxExemption === undefined ? {} : { taxExemption: buyer.taxExemption }),
  });
  const ofCart = input.payments.length > 0 ? failures : failures.filter(({ code }) => code !== "PAYMENT_MISMATCH");
  if (sale === undefined) return { failures: ofCart };
  const usedUp = await couponProblems(context, sale.coupons ?? []);
  return { sale: { ...sale, id: input.id, currency: merchant.currency }, failures: [...ofCart, ...usedUp] };
}

/** The quote that a sale names; an offline sale is judged by its own time. */
export async function quoteAsked(
  context: Context,
  location: Location,
  quoteId: string,
  occurredAt: string,
): Promise<QuoteAsked> {
  const { table, clock, caller } = context;
  const [item, [held]] = await Promise.all([
    table.get(quoteKey(caller.merchantId, location.id, quoteId)),
    deposited(context, [quoteId]),
  ]);
  const { day } = businessTime(notAhead(occurredAt, clock.now()), location);
  return { quote: item && readQuote(item).quote, day, ...(held === undefined ? {} : { deposited: held }) };
}

/** Only where an open line names one, categories are read. */
export function departmentsOf(context: Context, inputs: readonly SaleInput[]): Promise<Departments> {
  return findDepartments(
    context,
    inputs.flatMap(({ lines }) => lines.map(({ categoryId }) => categoryId)),
  );
}

async function locationOf(context: Context, asked: string | undefined): Promise<Result<Location>> {
  const { caller } = context;
  const id = caller.kind === "staff" ? asked : caller.locationId;
  if (id === undefined) throw new RequestError("LOCATION_REQUIRED", "Name the location at which the cart is priced.");
  const location = await getLocation(context, id);
  if (location) return ok(location);
  return refused(failure("UNKNOWN_LOCATION", "There is no such location.", ["locationId"]));
}

function tested(promotion: Promotion, testedIds: readonly string[]): Promotion {
  if (!testedIds.includes(promotion.id)) return promotion;
  const { startsOn: _, endsOn: __, endedAt: ___, ...rule } = promotion;
  return { ...rule, isEnabled: true, createdAt: "" };
}

/** What the guards of its coupons would refuse now. */
async function couponProblems({ table, caller }: Context, coupons: readonly UsedCoupon[]): Promise<Failure[]> {
  const used = await Promise.all(
    coupons.map(({ promotionId }) => readCouponUses(table, caller.merchantId, promotionId)),
  );
  return coupons.flatMap((coupon, index) => couponGuard.take({ used: used[index] ?? 0 }, coupon, "").problems);
}
