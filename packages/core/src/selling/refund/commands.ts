import type { Json } from "../../base/canonical.ts";
import { isId } from "../../base/id.ts";
import { minorDigits } from "../../base/money.ts";
import { formatQuantity, parseQuantity } from "../../base/quantity.ts";
import { type Failure, failure, ok, present, type Result, refused } from "../../base/result.ts";
import { customerExists } from "../../customers/customer/index.ts";
import { findVariants } from "../../goods/catalog/index.ts";
import { getTaxes } from "../../goods/tax/index.ts";
import {
  type GuardsRead,
  newFact,
  PART_LINES,
  type Recording,
  recordComposed,
  recordingOf,
} from "../../ledger/index.ts";
import { authorize, type Context, requestHashOf } from "../../people/access/index.ts";
import { getLocation, type Location, originAt } from "../../people/location/index.ts";
import { getMerchant, type Merchant } from "../../people/merchant/index.ts";
import { isAvailable } from "../payment/index.ts";
import { customerIndex, getSale, priceSale, recordMode, type SaleFact, type SaleMode } from "../sale/index.ts";
import { refundKind } from "./booking.ts";
import {
  type GoodsOrigin,
  malformedRefund,
  type RefundFact,
  type RefundGuard,
  type RefundInput,
  type RefundLine,
} from "./model.ts";
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
): Promise<Result<Recording<RefundFact>>> {
  authorize(context, input.saleId ? "refund:create" : "refund:unlinked");
  const problems = malformedRefund(input);
  if (problems.length > 0) return refused(...problems);
  const id = {
    merchantId: context.caller.merchantId,
    id: input.id,
    requestHash: requestHashOf(input as unknown as Json),
  };
  const guards = isId("sal", input.saleId ?? "") ? [{ guard: refundGuard, key: input.saleId ?? "" }] : [];
  const compose = (read: GuardsRead) => composeRefund(context, input, mode, id.requestHash, read);
  const options = { mode: recordMode(mode), index: customerIndex };
  return recordingOf(await recordComposed(context, refundKind, id, guards, compose, options));
}

/** The refund that follows from what was given back before. */
async function composeRefund(
  context: Context,
  input: RefundInput,
  mode: SaleMode,
  requestHash: string,
  guards: GuardsRead,
): Promise<Result<RefundFact>> {
  const { table, caller, clock } = context;
  const merchant = await getMerchant(table, caller.merchantId);
  const sale = input.saleId ? await getSale(context, input.saleId) : undefined;
  if (input.saleId && !sale) return refused(failure("UNKNOWN_SALE", "There is no such sale.", ["input", "saleId"]));
  const location = await placeOf(context, input, sale);
  if (!location) return refused(failure("UNKNOWN_LOCATION", "There is no such location.", ["input", "locationId"]));
  const decided = sale
    ? decideRefund(input, sale, guards.stateOf(refundGuard, sale.id) as RefundGuard, {
        mode,
        cashStep: merchant.cashStep,
        origins: goodsOrigins(sale),
      })
    : await priceUnlinked(context, input, mode, merchant);
  const customerId = input.customerId || sale?.customerId;
  const failures = [
    ...decided.failures,
    ...methodFailures(context, input),
    ...(await customerFailures(context, input, mode)),
  ];
  if (!decided.refund || failures.length > 0) return refused(...failures);
  const { id, occurredAt, reason } = input;
  const header = newFact(refundKind, originAt(context, location), {
    ...{ id, occurredAt, requestHash },
    recordedAt: clock.now(),
    lineCount: input.lines.length,
    mode: recordMode(mode),
    flags: decided.flags,
  });
  return ok({
    ...header,
    ...(sale ? { relatedFactId: sale.id } : {}),
    ...(customerId === undefined ? {} : { customerId }),
    currency: merchant.currency,
    digits: minorDigits(merchant.currency),
    ...decided.refund,
    ...(reason ? { reason } : {}),
  });
}

/** At a terminal the goods come back where it stands; at the dashboard where they were sold, or where it says. */
async function placeOf(
  context: Context,
  input: RefundInput,
  sale: SaleFact | undefined,
): Promise<Location | undefined> {
  const { caller } = context;
  const locationId = caller.kind === "staff" ? input.locationId || sale?.locationId : caller.locationId;
  return locationId === undefined ? undefined : getLocation(context, locationId);
}

/** Cash lies in a drawer: without a terminal there is none to take it from. */
function methodFailures({ caller }: Context, { payments }: RefundInput): Failure[] {
  return payments.flatMap(({ method }, index) => {
    if (isAvailable(method) && (method !== "CASH" || caller.kind !== "staff")) return [];
    return [
      failure("METHOD_NOT_AVAILABLE", `${method} cannot be given back here.`, [
        "input",
        "payments",
        String(index),
        "method",
      ]),
    ];
  });
}

async function customerFailures(context: Context, { customerId }: RefundInput, mode: SaleMode): Promise<Failure[]> {
  if (!customerId || mode === "happened") return [];
  const exists = await customerExists(context.table, context.caller.merchantId, customerId);
  return exists ? [] : [failure("UNKNOWN_CUSTOMER", `There is no customer ${customerId}.`, ["input", "customerId"])];
}

/** Which row of which of the sale's entries holds a line's goods: rows stand in the order of the lines whose goods move. */
function goodsOrigins(sale: SaleFact): (GoodsOrigin | undefined)[] {
  const rows = new Map<number, number>();
  return sale.lines.map(({ stocked, variantId, quantity }, index): GoodsOrigin | undefined => {
    if (!stocked || variantId === undefined) return undefined;
    const part = sale.parts === 1 ? 0 : 1 + Math.floor(index / PART_LINES);
    const row = rows.get(part) ?? 0;
    rows.set(part, row + 1);
    return { part, index: row, sold: present(parseQuantity(quantity), "a quantity in a fact"), before: 0 };
  });
}

/** Without a sale, goods are priced as if they were sold now, and everything is turned round. */
async function priceUnlinked(
  context: Context,
  input: RefundInput,
  mode: SaleMode,
  merchant: Merchant,
): Promise<DecidedRefund> {
  const { table } = context;
  const variants = await findVariants(
    table,
    merchant.id,
    input.lines.map(({ variant }) => variant ?? {}),
  );
  const taxes = await getTaxes(table, merchant.id);
  const asSale = { ...input, sequence: 1 };
  const priced = priceSale(asSale, {
    mode,
    variants,
    taxes,
    digits: minorDigits(merchant.currency),
    cashStep: merchant.cashStep,
    mayOverridePrice: true,
  });
  if (!priced.sale || priced.failures.length > 0) return { failures: priced.failures, flags: [] };
  const { sale } = priced;
  const lines = sale.lines.map(
    ({ description, unitPrice, taxes, variantId, sku, quantity, total, stocked }, index): RefundLine => {
      const back = present(parseQuantity(quantity), "a well-formed quantity");
      return {
        ...(variantId === undefined ? {} : { variantId }),
        ...(sku === undefined ? {} : { sku }),
        description,
        quantity: formatQuantity(-back),
        unitPrice,
        taxes: taxes.map((tax) => ({ ...tax, amount: 0 - tax.amount })),
        total: 0 - total,
        ...(stocked ? { stocked } : {}),
        ...(input.lines[index]?.writeOff ? { writtenOff: true } : {}),
      };
    },
  );
  const payments = input.payments.map(({ id, method, amount, reference }) => ({
    id,
    method,
    amount: 0 - amount,
    ...(reference ? { reference } : {}),
  }));
  const { taxTotal, rounding, total } = sale;
  return {
    refund: { lines, payments, taxTotal: 0 - taxTotal, rounding: 0 - rounding, total: 0 - total },
    failures: [],
    flags: priced.flags,
  };
}
