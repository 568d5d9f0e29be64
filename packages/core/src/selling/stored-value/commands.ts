import type { Json } from "../../base/canonical.ts";
import { isId } from "../../base/id.ts";
import { failure, ok, type Result, refused } from "../../base/result.ts";
import { customerExists } from "../../customers/customer/index.ts";
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
import {
  adjustmentProblems,
  type CreditAdjustmentInput,
  type ValueAccount,
  type ValueAdjustmentFact,
  type ValueAdjustmentInput,
  type ValueState,
} from "./model.ts";
import { valueGuard } from "./records.ts";
import { NO_VALUE } from "./rules.ts";

/** Changes what a gift card holds by hand, or blocks or releases it. */
export function adjustGiftCard(
  context: Context,
  input: ValueAdjustmentInput,
): Promise<Result<Recording<ValueAdjustmentFact>>> {
  const { giftCardId } = input;
  const unknown = failure("UNKNOWN_GIFT_CARD", "There is no such gift card.", ["input", "giftCardId"]);
  return adjustValue(context, input, isId("gft", giftCardId) ? giftCardId : undefined, async ({ lastFour }) =>
    lastFour === undefined ? refused(unknown) : ok({ id: giftCardId, lastFour }),
  );
}

/** Changes what a customer has as store credit by hand. */
export function adjustStoreCredit(
  context: Context,
  input: CreditAdjustmentInput,
): Promise<Result<Recording<ValueAdjustmentFact>>> {
  const { table, caller } = context;
  const { customerId } = input;
  const unknown = failure("UNKNOWN_CUSTOMER", "There is no such customer.", ["input", "customerId"]);
  return adjustValue(context, input, isId("cus", customerId) ? customerId : undefined, async () =>
    (await customerExists(table, caller.merchantId, customerId)) ? ok({ id: customerId }) : refused(unknown),
  );
}

type Adjustment = Omit<ValueAdjustmentInput, "giftCardId">;

/** @param accountOf the account with an id, as it was read, or why none is adjusted */
async function adjustValue(
  context: Context,
  input: Adjustment,
  accountId: string | undefined,
  accountOf: (state: ValueState) => Promise<Result<ValueAccount>>,
): Promise<Result<Recording<ValueAdjustmentFact>>> {
  authorize(context, "gift-card:adjust");
  const problems = adjustmentProblems(input);
  if (problems.length > 0) return refused(...problems);
  const requestHash = requestHashOf(input as unknown as Json);
  const identity = { merchantId: context.caller.merchantId, id: input.id, requestHash };
  const guards = accountId === undefined ? [] : [{ guard: valueGuard, key: accountId }];
  const compose = async (read: GuardsRead) => {
    const state = accountId === undefined ? NO_VALUE : (read.stateOf(valueGuard, accountId) as ValueState);
    const account = await accountOf(state);
    return account.ok ? composeAdjustment(context, input, requestHash, { ...state, account: account.value }) : account;
  };
  return recordingOf(await recordComposed(context, valueAdjustmentKind, identity, guards, compose));
}

async function composeAdjustment(
  context: Context,
  input: Adjustment,
  requestHash: string,
  { account, balance }: ValueState & { readonly account: ValueAccount },
): Promise<Result<ValueAdjustmentFact>> {
  const { table, clock, caller } = context;
  const { id, locationId, amount = 0, isBlocked, reason } = input;
  const location = await getLocation(context, locationId);
  if (!location) return refused(failure("UNKNOWN_LOCATION", "There is no such location.", ["input", "locationId"]));
  if (amount < 0 && balance + amount < 0)
    return refused(failure("BALANCE_TOO_LOW", `It holds ${balance}.`, ["input", "amount"]));
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
  const valueMoves = [{ ...account, amount }];
  return ok({ ...header, currency, valueMoves, reason, ...(isBlocked === undefined ? {} : { isBlocked }) });
}
