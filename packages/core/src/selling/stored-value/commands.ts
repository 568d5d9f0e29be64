import type { Json } from "../../base/canonical.ts";
import { isId } from "../../base/id.ts";
import { failure, ok, type Result, refused } from "../../base/result.ts";
import {
  type GuardsRead,
  newFact,
  type Recording,
  recordComposed,
  recordingOf,
  roomProblem,
} from "../../ledger/index.ts";
import { authorize, type Context, requestHashOf } from "../../people/access/index.ts";
import { getLocation, originAt } from "../../people/location/index.ts";
import { getMerchant } from "../../people/merchant/index.ts";
import { valueAdjustmentKind } from "./booking.ts";
import { adjustmentProblems, type ValueAdjustmentFact, type ValueAdjustmentInput, type ValueState } from "./model.ts";
import { valueGuard } from "./records.ts";

/** Changes what a gift card holds by hand, or blocks or releases it. */
export async function adjustGiftCard(
  context: Context,
  input: ValueAdjustmentInput,
): Promise<Result<Recording<ValueAdjustmentFact>>> {
  authorize(context, "gift-card:adjust");
  const problems = adjustmentProblems(input);
  if (problems.length > 0) return refused(...problems);
  const requestHash = requestHashOf(input as unknown as Json);
  const identity = { merchantId: context.caller.merchantId, id: input.id, requestHash };
  const guards = isId("gft", input.giftCardId) ? [{ guard: valueGuard, key: input.giftCardId }] : [];
  const compose = (read: GuardsRead) => composeAdjustment(context, input, requestHash, read);
  return recordingOf(await recordComposed(context, valueAdjustmentKind, identity, guards, compose));
}

async function composeAdjustment(
  context: Context,
  input: ValueAdjustmentInput,
  requestHash: string,
  read: GuardsRead,
): Promise<Result<ValueAdjustmentFact>> {
  const { table, clock, caller } = context;
  const { id, giftCardId, locationId, amount = 0, isBlocked, reason } = input;
  const unknown = failure("UNKNOWN_GIFT_CARD", "There is no such gift card.", ["input", "giftCardId"]);
  if (!isId("gft", giftCardId)) return refused(unknown);
  const { balance, lastFour } = read.stateOf(valueGuard, giftCardId) as ValueState;
  if (lastFour === undefined) return refused(unknown);
  const location = await getLocation(context, locationId);
  if (!location) return refused(failure("UNKNOWN_LOCATION", "There is no such location.", ["input", "locationId"]));
  if (amount < 0 && balance + amount < 0)
    return refused(failure("BALANCE_TOO_LOW", `The gift card holds ${balance}.`, ["input", "amount"]));
  const ledger = { merchantId: caller.merchantId, ledgerId: location.id };
  const noRoom = await roomProblem(table, ledger, [Math.abs(amount)], ["input", "amount"]);
  if (noRoom) return refused(noRoom);
  const recordedAt = clock.now();
  const header = newFact(valueAdjustmentKind, originAt(context, location), {
    ...{ id, occurredAt: recordedAt, recordedAt, requestHash },
    lineCount: 0,
    mode: "online",
  });
  const { currency } = await getMerchant(table, caller.merchantId);
  const valueMoves = [{ id: giftCardId, lastFour, amount }];
  return ok({ ...header, currency, valueMoves, reason, ...(isBlocked === undefined ? {} : { isBlocked }) });
}
