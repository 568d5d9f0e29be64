import { isId } from "../../base/id.ts";
import { failure, ok, present, type Result, refused } from "../../base/result.ts";
import { customerExists } from "../../customers/customer/index.ts";
import { type GuardsRead, newFact, type Recording, recordComposed, recordingOf } from "../../ledger/index.ts";
import { authorize, type Context, requestHashOf } from "../../people/access/index.ts";
import { getLocation, originAt } from "../../people/location/index.ts";
import { buyerOf, type RefundGuard, refundGuard, reversalsWithSale } from "../refund/index.ts";
import { customerIndex, getSale } from "../sale/index.ts";
import { attributionKind } from "./booking.ts";
import { type AttributionFact, type AttributionInput, attributionProblems, CHANGES_MAX } from "./model.ts";

/** As it is sent: null and an empty text count as absent. */
type SentAttribution = Omit<AttributionInput, "customerId"> & { readonly customerId?: string | null | undefined };

/** Puts a sale on a customer after it was recorded. Another such fact undoes it. */
export async function setSaleCustomer(
  context: Context,
  sent: SentAttribution,
): Promise<Result<Recording<AttributionFact>>> {
  authorize(context, "sale:attribute");
  const { customerId, ...rest } = sent;
  const input: AttributionInput = { ...rest, ...(customerId ? { customerId } : {}) };
  const problems = attributionProblems(input);
  if (problems.length > 0) return refused(...problems);
  const requestHash = requestHashOf({ ...input });
  const identity = { merchantId: context.caller.merchantId, id: input.id, requestHash };
  const guards = isId("sal", input.saleId) ? [{ guard: refundGuard, key: input.saleId }] : [];
  const compose = (read: GuardsRead) => composeAttribution(context, input, requestHash, read);
  return recordingOf(
    await recordComposed(context, attributionKind, identity, guards, compose, { index: customerIndex }),
  );
}

/** The fact that follows from whose the sale is, and from what was given back of it, as its guard has it. */
async function composeAttribution(
  context: Context,
  { id, saleId, customerId }: AttributionInput,
  requestHash: string,
  read: GuardsRead,
): Promise<Result<AttributionFact>> {
  const { table, caller, clock } = context;
  const sale = await getSale(context, saleId);
  if (!sale) return refused(failure("UNKNOWN_SALE", "There is no such sale.", ["input", "saleId"]));
  const path = ["input", "customerId"];
  if (customerId !== undefined && !(await customerExists(table, caller.merchantId, customerId)))
    return refused(failure("UNKNOWN_CUSTOMER", "There is no such customer.", path));
  const guard = read.stateOf(refundGuard, sale.id) as RefundGuard;
  const buyer = buyerOf(sale, guard);
  if (buyer === customerId) return refused(failure("CUSTOMER_UNCHANGED", "The sale is that customer's already.", path));
  if ((guard.customers ?? []).length >= CHANGES_MAX)
    return refused(failure("CUSTOMER_CHANGES_EXHAUSTED", "The sale was put on too many customers.", path));
  const location = present(await getLocation(context, sale.locationId), "the location of a sale that may be seen");
  const refunds = await reversalsWithSale(context, sale, guard);
  const recordedAt = clock.now();
  const header = newFact(attributionKind, originAt(context, location), {
    ...{ id, occurredAt: recordedAt, recordedAt, requestHash },
    lineCount: 0,
    mode: "online",
  });
  return ok({
    ...header,
    relatedFactId: sale.id,
    ...(customerId === undefined ? {} : { customerId }),
    ...(buyer === undefined ? {} : { previousCustomerId: buyer }),
    refundCount: refunds.length,
    refunds: refunds.reduce((sum, { total }) => sum - total, 0),
  });
}
